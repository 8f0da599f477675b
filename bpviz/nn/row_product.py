"""The product of a single sample, by OpenBLAS's kernels for small matrices.

A sample's a^(l-1) W^l is a matrix with one row times a matrix. For weights in rows that
begin at cache lines (`nn.workbench`) those kernels take two thirds of the time of what
NumPy calls, `gemv`. They are for what is small (`nn.products`); for larger matrices
`gemm` is slower than that.
"""

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from bpviz.nn.arrays import Array, row_stride
from bpviz.nn.blas import PLAIN, REALS, ROW_MAJOR, TRANSPOSED, routine
from bpviz.nn.calls import Call
from bpviz.nn.products import SMALL_WORK


class RowProduct:
    """z <- a M^T over buffers that stay; a may be in another place every time.

    Parameters
    ----------
    a : Array
        (1, columns); read.
    matrix : Array
        M, (fan_out, columns); there may be gaps between the rows.
    z : Array
        (1, fan_out); written.

    Attributes
    ----------
    call : callable
        Computes it.
    """

    def __init__(self, a: Array, matrix: Array, z: Array) -> None:
        self._a, self._matrix, self._z = a, matrix, z
        self._pointer = ctypes.c_void_p(a.ctypes.data)
        found = routine(REALS[matrix.dtype][0] + "gemm", keep_lock=True)
        if found is None or matrix.size > SMALL_WORK:
            self.call: Call = self._through_numpy
        else:
            self.call = self._gemm(*found)

    def read_from(self, a: Array, address: int) -> None:
        """Take a from other memory of the same shape, which begins at `address`."""
        self._a = a
        self._pointer.value = address

    def _gemm(self, gemm: Callable[..., None], integer: Any) -> Call:
        """Prepare the call."""
        _, real = REALS[self._matrix.dtype]
        fan_out, columns = map(integer.from_param, self._matrix.shape)
        stride, one = map(integer.from_param, (row_stride(self._matrix), 1))
        w, z = map(ctypes.c_void_p, (m.ctypes.data for m in (self._matrix, self._z)))
        return partial(
            gemm,
            *(ROW_MAJOR, PLAIN, TRANSPOSED, one, fan_out, columns),
            *(real(1), self._pointer, columns, w, stride, real(0), z, fan_out),
        )

    def _through_numpy(self) -> None:
        np.matmul(self._a, self._matrix.T, self._z)
