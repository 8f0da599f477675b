"""Numbers have every digit where that matters, and fit where room is short."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.graph_numbers import (
    exact,
    fitting_number,
    full_digits,
    longest,
    number_grid,
    width,
    worked,
)
from bpviz.scene.numbers import MINUS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (220.00000000000003, "220.00000000000003"),
        (110.00000000000001, "110.00000000000001"),
        (3.3000000000000003, "3.3000000000000003"),
        (200.0, "200"),
        (-0.5, "−0.5"),
        (1e-20, "1e−20"),
        (-0.0, "0"),
    ],
)
def test_full_digits(value: float, text: str) -> None:
    assert full_digits(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_full_digits_tell_every_float_from_every_other(value: float) -> None:
    assert float(full_digits(value).replace(MINUS, "-")) == value


@given(st.floats(-1e6, 1e6), st.integers(5, 9))
def test_what_fits_is_not_wider_than_the_room(value: float, room: int) -> None:
    text = fitting_number(value, room)
    shorter = fitting_number(value, 0)
    assert width(text) <= room or text == shorter


def test_more_room_has_more_digits() -> None:
    assert fitting_number(0.593269992, 8) == "0.59327"
    assert fitting_number(0.593269992, 5.5) == "0.5933"
    assert fitting_number(0.593269992, 3.5) == "0.59"


def test_the_article_s_matrix() -> None:
    x = np.array([[1.0, -0.5], [-2.0, 3.0]])
    assert number_grid(x, 8) == (("1", "−0.5"), ("−2", "3"))
    assert longest(x) == width("−0.5")
    assert exact(x) == "1  −0.5\n−2  3"


def test_what_is_too_large_is_shown_by_its_shape() -> None:
    assert number_grid(np.ones((28, 2)), 8) == (("28 × 2",),)


def test_a_worked_formula_puts_negative_numbers_in_brackets() -> None:
    assert worked("×", ["200", "−1.1"], is_infix=True) == "200 × (−1.1)"
    assert worked("exp", ["−1"], is_infix=False) == "exp(−1)"
