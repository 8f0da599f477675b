"""The axis of the values shows what matters."""

import numpy as np
import pytest

from bpviz.views.curve_fit import fitting_values
from bpviz.views.curve_series import Role, Series


def curve(role: Role, values: list[float]) -> Series:
    return Series(role, np.arange(float(len(values))), np.array(values))


def test_it_reaches_down_to_zero_when_that_is_near() -> None:
    ends = fitting_values([curve(Role.TRAIN, [10.0, 1.0])], 0, 1, log=False)
    assert ends == pytest.approx((0.0, 10.6))


def test_it_does_not_when_that_is_far() -> None:
    ends = fitting_values([curve(Role.TRAIN, [99.0, 97.0])], 0, 1, log=False)
    assert ends is not None
    assert 96 < ends[0] < 97 < 99 < ends[1] < 100


def test_single_batches_may_stick_out_but_evaluations_may_not() -> None:
    noisy = [1.0] * 400 + [1e6] + [1.0] * 400
    ends = fitting_values([curve(Role.BATCH, noisy)], 0, 800, log=False)
    assert ends is not None
    assert ends[1] < 2
    both = [curve(Role.BATCH, noisy), curve(Role.TRAIN, [50.0])]
    ends = fitting_values(both, 0, 800, log=False)
    assert ends == (0.0, 53.0)


@pytest.mark.parametrize("count", [21, 100, 1234])
def test_hardly_any_batch_is_out_of_view(count: int) -> None:
    values = np.random.default_rng(count).exponential(size=count) + 10.0
    batches = Series(Role.BATCH, np.arange(float(count)), values)
    ends = fitting_values([batches], 0, count - 1, log=False)
    # Both ends of the line in view count as points of it.
    seen = np.concatenate([values[:-1], values[[0, -1]]])
    low, high = np.percentile(seen, [1.0, 99.0])
    room = 0.06 * (high - low)
    assert ends == pytest.approx((low - room, high + room), rel=1e-12)


def test_only_what_is_in_view_counts() -> None:
    falling = curve(Role.TRAIN, [100.0, 90.0, 5.0, 4.0, 3.0, 2.0])
    ends = fitting_values([falling], 3.5, 4.5, log=False)
    assert ends is not None
    assert ends[1] < 5


def test_a_line_from_out_of_view_counts_from_where_it_comes_in() -> None:
    steep = [curve(Role.TRAIN, [100.0, 0.0])]
    assert fitting_values(steep, 0.8, 2.0, log=False) == pytest.approx((0.0, 21.2))
    assert fitting_values(steep, 0.4, 0.6, log=False) == pytest.approx((38.8, 61.2))


def test_a_logarithmic_axis_passes_over_zero() -> None:
    ends = fitting_values([curve(Role.TRAIN, [100.0, 0.0, 1.0])], 0, 2, log=True)
    assert ends == pytest.approx((-0.12, 2.12))


@pytest.mark.parametrize("values", [[], [np.nan, np.inf]])
def test_nothing_to_see_has_no_ends(values: list[float]) -> None:
    assert fitting_values([curve(Role.TRAIN, values)], 0, 9, log=False) is None
