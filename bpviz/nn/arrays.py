"""The array type of the mathematics, and what makes an array safe to publish."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

CACHE_LINE = 64
"""Bytes that a processor reads at a time."""


def frozen(array: Array) -> Array:
    """Return `array` after marking it read-only.

    Only for an array that the caller has just made: freezing a view would leave
    its base writable.
    """
    array.setflags(write=False)
    return array


def frozen_copy(array: Array) -> Array:
    """Return a read-only C-ordered copy of `array`, whatever its strides."""
    return frozen(np.array(array, order="C", copy=True))


def aligned(rows: int, columns: int, dtype: Any) -> Array:
    """Return a (rows, columns) matrix of ones, each row at the start of a cache line.

    Processors read such rows in whole lines, which makes a difference of up to a third
    to matrix products; so there are gaps between the rows.
    """
    line = CACHE_LINE // np.dtype(dtype).itemsize
    stride = -(-columns // line) * line
    memory = np.ones(rows * stride + line, dtype)
    start = -memory.ctypes.data % CACHE_LINE // memory.itemsize
    matrix: Array = memory[start : start + rows * stride].reshape(rows, stride)
    return matrix[:, :columns]


def with_ones(rows: int, columns: int, dtype: Any) -> Array:
    """Return a (rows, columns + 1) matrix of ones, to be filled but for the last.

    There may be gaps between its rows.
    """
    return aligned(rows, columns + 1, dtype)


def row_maxima(matrix: Array) -> Array:
    """Return the largest number of every row, (rows, 1).

    Found in the transposed matrix: NumPy compares long rows with one another ten times
    as fast as it goes through short ones, and a maximum is the same either way.
    """
    maxima: Array = matrix.T.copy().max(axis=0)[:, np.newaxis]
    return maxima
