"""The plane is coloured by what the network decides, and its border is where it is."""

import numpy as np
import pytest

from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.scene.colors import canvas_color
from bpviz.views.decision import (
    border,
    class_colors,
    decision_colors,
    evidence,
    preference,
)

AXIS = np.linspace(-1.0, 1.0, 41)
X, Y = np.meshgrid(AXIS, AXIS)


def channels(color: int) -> tuple[int, int, int]:
    return color >> 16 & 255, color >> 8 & 255, color & 255


def test_one_output_prefers_class_1_above_a_half() -> None:
    outputs = np.array([[0.0], [0.5], [1.0]])
    assert preference(outputs).tolist() == [-1.0, 0.0, 1.0]


def test_two_outputs_prefer_the_higher() -> None:
    outputs = np.array([[1.0, 0.0], [0.3, 0.3], [0.1, 0.9]])
    assert preference(outputs) == pytest.approx([-1.0, 0.0, 0.8])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_undecided_is_the_canvas_and_classes_are_the_arms(theme: Theme) -> None:
    outputs = np.array([[0.0], [0.5], [1.0]])
    zero, half, one = decision_colors(outputs, theme.is_dark, theme.series).tolist()
    assert half == canvas_color(theme.is_dark)
    assert channels(zero)[2] > channels(zero)[0]
    assert channels(one)[0] > channels(one)[2]


def test_more_classes_have_a_colour_each_stronger_where_surer() -> None:
    outputs = np.array([[0.9, 0.1, 0.0], [0.1, 0.9, 0.0], [0.4, 0.3, 0.3]])
    sure, other, unsure = decision_colors(outputs, False, LIGHT.series).tolist()
    assert len({sure, other, unsure}) == 3
    canvas = np.array(channels(canvas_color(False)))
    distances = [np.abs(np.array(channels(c)) - canvas).sum() for c in (sure, unsure)]
    assert distances[0] > distances[1]


def test_what_is_not_a_number_has_no_preference() -> None:
    colors = decision_colors(np.array([[np.nan]]), False, LIGHT.series)
    assert colors.tolist() == [canvas_color(False)]
    assert len(decision_colors(np.full((1, 3), np.nan), False, LIGHT.series)) == 1


def test_every_class_has_a_colour() -> None:
    assert len(class_colors(2, False, LIGHT.series)) == 2
    assert len(class_colors(9, False, LIGHT.series)) == 9


def test_the_border_of_a_disc_is_a_circle() -> None:
    ends = border(X**2 + Y**2 - 0.25, AXIS, AXIS)
    radii = np.hypot(ends[:, 0], ends[:, 1])
    assert np.all(np.abs(radii - 0.5) < 2e-3)
    angles = np.sort(np.arctan2(ends[:, 1], ends[:, 0]))
    assert np.diff(angles).max() < 0.2  # all the way round
    pieces = ends.reshape(-1, 2, 2)
    length = np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum()
    assert length == pytest.approx(np.pi, rel=0.01)


def test_a_straight_border_is_exact_on_axes_of_different_length() -> None:
    x_axis, y_axis = np.linspace(0.0, 3.0, 7), np.linspace(-2.0, 2.0, 5)
    x, y = np.meshgrid(x_axis, y_axis)
    ends = border(x + 2 * y - 1.1, x_axis, y_axis)
    assert len(ends) > 0
    np.testing.assert_allclose(ends[:, 0] + 2 * ends[:, 1], 1.1)


@pytest.mark.parametrize("value", [1.0, -1.0, np.nan])
def test_without_another_side_there_is_no_border(value: float) -> None:
    assert len(border(np.full((5, 5), value), AXIS[:5], AXIS[:5])) == 0


def test_a_sure_network_still_has_a_smooth_border() -> None:
    outputs = 1.0 / (1.0 + np.exp(-60.0 * (X + 0.313 * Y)))
    ends = border(evidence(outputs.reshape(-1, 1)).reshape(X.shape), AXIS, AXIS)
    inner = ends[np.abs(ends[:, 1]) < 0.9]
    np.testing.assert_allclose(inner[:, 0], -0.313 * inner[:, 1], atol=5e-3)
