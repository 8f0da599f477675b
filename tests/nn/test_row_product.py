"""A single sample's product is the product."""

import numpy as np
import pytest

from bpviz.nn import row_product
from bpviz.nn.arrays import aligned
from bpviz.nn.row_product import row_product_call

ROUNDING = {"float32": 1e-5, "float64": 2e-14}


def find_nothing(name: str, keep_lock: bool) -> None:
    """Take the place of `blas.routine` where NumPy has no OpenBLAS."""


@pytest.mark.parametrize("has_blas", [True, False])
@pytest.mark.parametrize(
    ("fan_out", "columns"),
    [(1, 1), (5, 3), (40, 101), (30, 785), (1500, 785)],  # the last is too large
)
@pytest.mark.parametrize("dtype", ROUNDING)
def test_is_the_product(
    dtype: str,
    fan_out: int,
    columns: int,
    has_blas: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not has_blas:
        monkeypatch.setattr(row_product, "routine", find_nothing)
    rng = np.random.default_rng(columns)
    matrix, z = aligned(fan_out, columns, dtype), np.full((1, fan_out), np.nan, dtype)
    matrix[...] = rng.uniform(-1, 1, matrix.shape)
    first, second = (rng.uniform(-1, 1, (1, columns)).astype(dtype) for _ in range(2))
    row_product_call(first, matrix, z)()
    np.testing.assert_allclose(z, first @ matrix.T, atol=ROUNDING[dtype] * columns)
    row_product_call(second, matrix, z)()
    np.testing.assert_allclose(z, second @ matrix.T, atol=ROUNDING[dtype] * columns)
