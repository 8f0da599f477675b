"""Values are read as they are typed, and written so that they can be read again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from bpviz.messages import InputError
from bpviz.nn.arrays import Array
from bpviz.nn.graph.value_text import read_value, value_text

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(arrays(np.float64, array_shapes(min_dims=0, max_dims=2), elements=NUMBERS))
def test_what_is_written_is_read_again_to_the_last_bit(value: Array) -> None:
    again = np.array(read_value("x", value_text(value)))
    np.testing.assert_array_equal(again, value, strict=True)


def test_it_is_written_as_people_do() -> None:
    assert value_text(np.array(2.0)) == "2"
    assert value_text(np.array([[1, -0.5], [-2, 3]])) == "[[1, -0.5], [-2, 3]]"


def test_a_real_minus_sign_is_understood() -> None:
    assert read_value("x", "−1.5") == -1.5
    assert read_value("x", "[−1, 2]") == [-1.0, 2.0]


@pytest.mark.parametrize("text", ["", "a", "[1,[2]]", "[[1],[2,3]]", "1,2", "[]"])
def test_what_is_no_value_is_told(text: str) -> None:
    with pytest.raises(InputError, match="tax must be a number, a list"):
        read_value("tax", text)


def test_what_is_not_finite_is_told() -> None:
    with pytest.raises(InputError, match="tax must be a finite number"):
        read_value("tax", "inf")
