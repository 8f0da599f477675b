import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.numbers import (
    MINUS,
    format_count,
    format_decimals,
    format_number,
    format_short,
    round_up,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5933, "0.5933"),
        (0.59329, "0.5933"),
        (0.05, "0.05"),
        (-0.138498, f"{MINUS}0.1385"),
        (3.0, "3"),
        (0.99999, "1"),
        (9.99999, "10"),
        (12345.678, "12346"),
        (1234567.0, "1.235e6"),
        (0.0001, "0.0001"),
        (0.00001, "1e" + MINUS + "5"),
        (-2.5e-7, f"{MINUS}2.5e{MINUS}7"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.inf, "∞"),
        (-math.inf, f"{MINUS}∞"),
        (math.nan, "NaN"),
    ],
)
def test_four_significant_digits(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.floats(-1e300, 1e300), st.integers(1, 9))
def test_a_number_can_be_read_back(value: float, precision: int) -> None:
    text = format_number(value, precision)
    assert "-" not in text
    error = abs(float(text.replace(MINUS, "-")) - value)
    assert error <= abs(value) * 0.51 * 10 ** (1 - precision) + 1e-307


@pytest.mark.parametrize("value", [-0.0052749, 0.00712, 3.66e-7, -1234.5, 0.751])
def test_a_short_number_is_short(value: float) -> None:
    assert len(format_short(value)) <= 6


def test_decimals_never_say_minus_zero() -> None:
    assert format_decimals(-0.0001) == "0.000"
    assert format_decimals(-0.0016) == f"{MINUS}0.002"
    assert format_decimals(0.998) == "0.998"


def test_counts_have_commas() -> None:
    assert format_count(40600) == "40,600"
    assert format_count(-1200) == f"{MINUS}1,200"


@pytest.mark.parametrize(
    ("value", "end"),
    [(0.3, 0.3), (0.31, 0.4), (2.9, 3), (8.2, 10), (95, 100), (1.01, 1.5), (6.5, 8)],
)
def test_scales_end_at_round_numbers(value: float, end: float) -> None:
    assert round_up(value) == end


@given(st.floats(1e-300, 1e300))
def test_a_scale_reaches_its_largest_value_and_not_far_beyond(value: float) -> None:
    assert value <= round_up(value) <= value * 1.51


@pytest.mark.parametrize("value", [0.0, math.inf, math.nan])
def test_a_scale_exists_for_everything(value: float) -> None:
    assert round_up(value) == 1
