"""The product of a single sample, by OpenBLAS's kernels for small matrices.

A sample's a^(l-1) W^l is a matrix with one row times a matrix. For weights in rows that
begin at cache lines (`nn.workbench`) those kernels take two thirds of the time of what
NumPy calls, `gemv`. They are for what is small (`nn.products`); for larger matrices
`gemm` is slower than that.
"""

from functools import partial

import numpy as np

from bpviz.nn.arrays import Array, row_stride
from bpviz.nn.blas import PLAIN, REALS, ROW_MAJOR, TRANSPOSED, pointer, routine
from bpviz.nn.calls import Call
from bpviz.nn.products import SMALL_WORK


def row_product_call(a: Array, matrix: Array, z: Array) -> Call:
    """Return the call that writes a M^T into `z`.

    Parameters
    ----------
    a : Array
        (1, columns).
    matrix : Array
        M, (fan_out, columns); there may be gaps between the rows.
    z : Array
        (1, fan_out).
    """
    letter, real = REALS[matrix.dtype]
    found = routine(letter + "gemm", keep_lock=True)
    if found is None or matrix.size > SMALL_WORK:
        return partial(np.matmul, a, matrix.T, z)
    gemm, integer = found
    fan_out, columns = map(integer.from_param, matrix.shape)
    stride, one = map(integer.from_param, (row_stride(matrix), 1))
    return partial(
        gemm,
        *(ROW_MAJOR, PLAIN, TRANSPOSED, one, fan_out, columns),
        *(real.from_param(1), pointer(a), columns, pointer(matrix), stride),
        *(real.from_param(0), pointer(z), fan_out),
    )
