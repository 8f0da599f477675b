"""Ticks stand at round places, have room, and say where they are."""

from math import log10

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bpviz.views.ticks import count_ticks, linear_ticks, log_ticks

ends = st.floats(-1e9, 1e9)
sizes = st.floats(1e-6, 1e9)


@given(ends, sizes, st.integers(1, 12))
def test_linear_ticks_are_few_in_order_and_inside(
    low: float, size: float, most: int
) -> None:
    assume(size > 1e-9 * abs(low))  # closer, floats run out of digits
    high = low + size
    ticks = linear_ticks(low, high, most)
    positions = [tick.position for tick in ticks]
    slack = 1e-9 * max(abs(low), abs(high))
    assert len(ticks) <= most
    assert positions == sorted(positions)
    assert all(low - slack <= position <= high + slack for position in positions)
    assert len({tick.text for tick in ticks}) == len(ticks)


@given(st.floats(-30, 30), st.floats(1e-3, 40), st.integers(2, 12))
def test_log_ticks_say_the_value_that_stands_there(
    low: float, size: float, most: int
) -> None:
    for tick in log_ticks(low, low + size, most):
        value = float(tick.text.replace(",", "").replace("−", "-"))
        assert tick.position == pytest.approx(log10(value), abs=1e-3)


def test_there_is_room_for_three() -> None:
    assert [tick.text for tick in linear_ticks(-0.5, 2.2, 4)] == ["0", "1", "2"]


def test_decimals_are_as_many_as_the_step_needs() -> None:
    texts = [tick.text for tick in linear_ticks(0, 1, 5)]
    assert texts == ["0.00", "0.25", "0.50", "0.75", "1.00"]


def test_minus_is_a_minus_sign_and_thousands_are_apart() -> None:
    texts = [tick.text for tick in linear_ticks(-2000, 2000, 5)]
    assert texts == ["−2,000", "−1,000", "0", "1,000", "2,000"]


def test_what_is_counted_has_whole_ticks_only() -> None:
    ticks = linear_ticks(0, 2, 9, smallest_step=1.0)
    assert [tick.text for tick in ticks] == ["0", "1", "2"]
    assert all(
        tick.position % 1 == 0 for tick in linear_ticks(0, 10, 4, smallest_step=1.0)
    )


def test_decades_that_have_no_room_are_left_out_evenly() -> None:
    ticks = log_ticks(-20, 5, 5)
    assert [tick.text for tick in ticks] == ["1e−18", "1e−12", "1e−6", "1"]


def test_an_axis_without_length_has_no_ticks() -> None:
    assert linear_ticks(1.0, 1.0, 5) == log_ticks(1.0, 1.0, 5) == []


def test_counted_thousands_and_millions_are_short_where_that_is_exact() -> None:
    def texts(high: float) -> list[str]:
        return [tick.text for tick in count_ticks(0, high, 5)]

    assert texts(8_000) == ["0", "2,000", "4,000", "6,000", "8,000"]
    assert texts(40_000) == ["0", "10k", "20k", "30k", "40k"]
    assert texts(10_000) == ["0", "2,500", "5,000", "7,500", "10,000"]
    assert texts(4e6) == ["0", "1M", "2M", "3M", "4M"]
