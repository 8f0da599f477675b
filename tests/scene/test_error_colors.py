"""Errors on a logarithmic scale, and a picture that never loses the largest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.colors import canvas_color
from bpviz.scene.error_colors import ErrorPicture, error_colors, error_places


def test_places_follow_the_powers_of_ten() -> None:
    errors = np.array([0.0, 1e-9, 1e-8, 1e-4, 1.0, 50.0, np.inf, np.nan])
    expected = [0, 0, 0, 0.5, 1, 1, 1, np.nan]
    np.testing.assert_allclose(error_places(errors), expected)


@pytest.mark.parametrize("dark", [True, False])
def test_what_agrees_is_the_canvas_and_what_is_unknown_is_not(dark: bool) -> None:
    right, wrong, unknown = error_colors(np.array([1e-9, 1.0, np.nan]), dark)
    assert right == canvas_color(dark)
    assert len({int(right), int(wrong), int(unknown)}) == 3


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**31), st.booleans())
def test_every_cell_shows_the_largest_of_its_block(
    rows: int, columns: int, seed: int, is_bias: bool
) -> None:
    rng = np.random.default_rng(seed)
    errors = rng.random(columns if is_bias else (rows, columns))
    errors[rng.random(errors.shape) < 0.3] = np.nan
    picture = ErrorPicture.of(errors, 7, 20)
    height, width = picture.cells.shape
    assert height <= 7
    assert width <= 20
    shown = set()
    for row in range(height):
        for column in range(width):
            entry = picture.entry_at(row, column)
            np.testing.assert_equal(errors[entry], picture.cells[row, column])
            shown.add(entry)
    if not np.isnan(errors).all():
        assert np.nanmax(picture.cells) == np.nanmax(errors)
    assert len(shown) == height * width


def test_a_small_matrix_is_shown_entry_by_entry() -> None:
    errors = np.arange(12.0).reshape(6, 2)
    picture = ErrorPicture.of(errors, 48, 128)
    np.testing.assert_array_equal(picture.cells, errors.T)
    assert picture.entry_at(1, 4) == (4, 1)
