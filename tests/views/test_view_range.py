"""Zooming keeps the point under the pointer; panning keeps the size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.views.view_range import ViewRange, range_around

VIEW = ViewRange(0.0, 10.0, -1.0, 1.0)


@given(st.floats(0, 10), st.floats(-1, 1), st.floats(0.1, 10), st.floats(0.1, 10))
def test_zoom_keeps_its_point(x: float, y: float, wider: float, higher: float) -> None:
    zoomed = VIEW.zoomed(x, y, wider, higher)
    assert zoomed.width == pytest.approx(10 * wider)
    assert zoomed.height == pytest.approx(2 * higher)
    assert (x - zoomed.left) / zoomed.width == pytest.approx(x / 10, abs=1e-9)
    assert (y - zoomed.bottom) / zoomed.height == pytest.approx((y + 1) / 2, abs=1e-9)


def test_zoom_stops_where_floats_do() -> None:
    view = VIEW
    for _ in range(1000):
        view = view.zoomed(3.0, 0.5, 0.5, 0.5)
    assert view.can_be_shown()
    assert view.width < 1e-6


def test_moving_keeps_the_size() -> None:
    moved = VIEW.moved(2.0, -0.5)
    assert (moved.left, moved.right, moved.bottom, moved.top) == (2.0, 12.0, -1.5, 0.5)


def test_a_range_has_a_margin_even_around_one_value() -> None:
    assert range_around(0.0, 10.0, 0.1) == (-1.0, 11.0)
    for value in (0.0, -3.0, 1e-12):
        low, high = range_around(value, value, 0.1)
        assert low < value < high


@pytest.mark.parametrize(
    "view",
    [
        ViewRange(0.0, 0.0, 0.0, 1.0),
        ViewRange(0.0, float("inf"), 0.0, 1.0),
        ViewRange(0.0, 1.0, float("nan"), 1.0),
        ViewRange(1e9, 1e9 + 1e-7, 0.0, 1.0),
    ],
)
def test_what_has_no_extent_cannot_be_shown(view: ViewRange) -> None:
    assert not view.can_be_shown()
