"""Curves keep their values: smoothed they are means, merged they keep extremes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bpviz.views.curve_series import (
    Role,
    Series,
    batch_series,
    evaluation_accuracies,
    evaluation_losses,
    last_update,
    merge_size,
    merged,
    trailing_mean,
)
from tests.views.made_curves import (
    NO_CURVES,
    class_evaluation,
    made_curves,
    regression_evaluation,
)

numbers = arrays(np.float64, st.integers(1, 60), elements=st.floats(0, 1e6))


@given(numbers, st.integers(2, 80))
def test_smoothing_is_the_mean_of_what_came_before(
    values: np.ndarray, window: int
) -> None:
    expected = [
        values[max(0, last - window + 1) : last + 1].mean()
        for last in range(len(values))
    ]
    np.testing.assert_allclose(trailing_mean(values, window), expected, rtol=1e-12)


def test_smoothing_forgets_a_huge_value_altogether() -> None:
    values = np.concatenate([[1e300], np.full(20, 1e-3)])
    assert trailing_mean(values, 4)[-1] == 1e-3


def test_smoothing_leaves_out_what_is_not_finite() -> None:
    values = np.array([1.0, np.nan, 3.0, np.inf, np.nan, np.nan])
    expected = [1.0, 1.0, 3.0, 3.0, np.nan, np.nan]
    np.testing.assert_array_equal(trailing_mean(values, 2), expected)


@given(numbers, st.integers(1, 50))
def test_merging_keeps_mean_and_extremes(values: np.ndarray, most: int) -> None:
    updates = np.arange(1.0, len(values) + 1)
    series = Series(Role.BATCH, updates, values, values - 1.0, values + 1.0)
    few = merged(series, merge_size(series, 0.0, float(len(values)), most))
    assert len(few) <= 2 * most
    assert few.lowest is not None
    assert few.highest is not None
    assert few.lowest.min() == values.min() - 1.0
    assert few.highest.max() == values.max() + 1.0
    size = few.batches
    np.testing.assert_allclose(few.values[0], values[:size].mean(), rtol=1e-12)


def test_merged_points_stand_still_while_the_curve_grows() -> None:
    values = np.random.default_rng(0).random(1000)
    updates = np.arange(1.0, 1001.0)
    short = merged(Series(Role.BATCH, updates[:900], values[:900]), 8)
    long = merged(Series(Role.BATCH, updates, values), 8)
    np.testing.assert_array_equal(short.values[:100], long.values[:100])


def test_a_batch_stands_where_its_parameters_do() -> None:
    series = batch_series(made_curves([5.0, 6.0]).losses)
    assert series.updates.tolist() == [0.0, 1.0]


def test_entries_stand_in_the_middle_of_their_updates() -> None:
    series = batch_series(made_curves([5.0, 6.0], stride=4).losses)
    assert series.updates.tolist() == [1.5, 5.5]
    assert series.batches == 4


def test_smoothing_is_in_updates_whatever_an_entry_stands_for() -> None:
    series = batch_series(made_curves([1.0, 2.0, 3.0], stride=4).losses, 8)
    assert series.values.tolist() == [1.0, 1.5, 2.5]
    assert series.batches == 8


def test_evaluations_without_test_data_or_classes_have_no_such_curves() -> None:
    evaluations = (regression_evaluation(0, 0, 9.0), regression_evaluation(30, 1, 4.0))
    (train,) = evaluation_losses(evaluations)
    assert (train.role, train.values.tolist()) == (Role.TRAIN, [9.0, 4.0])
    assert evaluation_accuracies(evaluations) == ()


def test_accuracies_are_in_hundredths() -> None:
    train, test = evaluation_accuracies((class_evaluation(7, 1, 0.75),))
    assert (train.updates[0], train.values[0]) == (7.0, 75.0)
    assert test.values[0] == pytest.approx(70.0)


def test_the_nearest_point_is_found() -> None:
    series = Series(Role.TEST, np.array([0.0, 10.0, 20.0]), np.zeros(3))
    assert [series.nearest(x) for x in (-5.0, 4.0, 6.0, 99.0)] == [0, 0, 1, 2]
    assert Series(Role.TEST, np.empty(0), np.empty(0)).nearest(1.0) is None


def test_the_last_update_is_that_of_losses_or_evaluations() -> None:
    assert last_update(NO_CURVES) == 0
    assert last_update(made_curves([1.0, 1.0, 1.0], stride=2)) == 6
    evaluated = made_curves([], evaluations=(class_evaluation(9, 1, 0.5),))
    assert last_update(evaluated) == 9
