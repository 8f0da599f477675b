"""A number that is dragged moves in round steps of its own size."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.graph_scrub import scrubbed


@pytest.mark.parametrize(
    ("start", "pixels", "power", "end"),
    [
        (100.0, 5, 0, 105.0),
        (100.0, -30, 0, 70.0),
        (2.0, 7, 0, 2.07),
        (1.1, 10, 0, 1.2),
        (1.1, 10, 1, 2.1),
        (1.1, 10, -1, 1.11),
        (0.0, 3, 0, 0.03),
        (-0.5, 100, 0, -0.4),
        (0.01, -100, 0, 0.0),
    ],
)
def test_steps(start: float, pixels: int, power: int, end: float) -> None:
    assert scrubbed(start, pixels, power) == end


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-1, 1))
def test_back_to_where_the_press_was_is_the_same_number(
    start: float, power: int
) -> None:
    assert scrubbed(start, 0, power) == start


@given(st.floats(-1e6, 1e6), st.integers(1, 2000))
def test_to_the_right_it_grows(start: float, pixels: int) -> None:
    end = scrubbed(start, pixels)
    assert isfinite(end)
    assert end > start
