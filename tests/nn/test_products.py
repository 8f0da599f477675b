"""Products in pieces are the products, and pieces are cut where they help."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.nn import products
from bpviz.nn.arrays import CACHE_LINE, aligned
from bpviz.nn.calls import carry_out
from bpviz.nn.products import column_cuts, product_calls, rows_in_a_piece

sizes = st.integers(1, 2000)


@pytest.fixture(autouse=True)
def _small_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "has_small_kernels", lambda: True)


@pytest.mark.parametrize("piece", [1, 4, 6, 12])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_pieces_make_the_product(piece: int, dtype: str) -> None:
    rng = np.random.default_rng(3)
    left = aligned(12, 300, dtype)
    left[...] = rng.uniform(-1, 1, left.shape)
    right = rng.uniform(-1, 1, (20, 300)).astype(dtype).T
    product = np.full((12, 20), np.nan, dtype)
    carry_out(product_calls(left, right, product, piece))
    rounding = 300 * float(np.finfo(dtype).eps)
    np.testing.assert_allclose(product, left @ right, atol=rounding)


@given(rows=sizes, columns=sizes, fan_out=sizes, is_aligned=st.booleans())
def test_pieces_are_small_and_equal(
    rows: int, columns: int, fan_out: int, *, is_aligned: bool
) -> None:
    piece = rows_in_a_piece(rows, columns, fan_out, is_aligned=is_aligned)
    assert rows % piece == 0
    if piece < rows:
        assert piece >= (4 if is_aligned else 8)
        assert piece * fan_out <= 1200
        assert piece * fan_out * columns <= 1_000_000


@given(rows=sizes, columns=sizes, fan_out=sizes)
def test_cuts_go_from_end_to_end(rows: int, columns: int, fan_out: int) -> None:
    cuts = column_cuts(rows, fan_out, columns)
    assert (cuts[0], cuts[-1]) == (0, columns)
    widths = np.diff(cuts)
    assert (widths > 0).all()
    if len(widths) > 1:
        assert rows * fan_out * widths.max() <= 1_000_000
        assert not (np.array(cuts[:-1]) % 16).any()


def test_the_presets_products_are_cut_in_these_pieces() -> None:
    assert rows_in_a_piece(100, 785, 50) == 20  # third article
    assert rows_in_a_piece(10, 785, 30) == 10  # fifth article: small as it is
    assert rows_in_a_piece(128, 785, 256) == 128  # too wide for pieces to help
    assert rows_in_a_piece(128, 785, 256, is_aligned=True) == 4
    assert rows_in_a_piece(97, 785, 50) == 97  # a prime number of rows
    assert column_cuts(100, 50, 785) == [0, 160, 320, 480, 640, 785]
    assert column_cuts(128, 256, 785) == [0, 785]


def test_nothing_is_cut_for_other_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "has_small_kernels", lambda: False)
    assert rows_in_a_piece(100, 785, 50) == 100
    assert column_cuts(100, 50, 785) == [0, 785]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("columns", [1, 16, 785])
def test_rows_begin_at_cache_lines(columns: int, dtype: str) -> None:
    matrix = aligned(5, columns, dtype)
    assert matrix.shape == (5, columns)
    assert (matrix == 1).all()
    for row in matrix:
        assert row.ctypes.data % CACHE_LINE == 0
        assert row.flags.c_contiguous
