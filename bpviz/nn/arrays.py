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


def zeros(rows: int, columns: int, dtype: Any) -> Array:
    """Return a C-contiguous (rows, columns) matrix that begins at a cache line.

    NumPy's own begin anywhere; if that is in the middle of a line, every vector that is
    loaded or stored takes two lines.
    """
    line = CACHE_LINE // np.dtype(dtype).itemsize
    memory = np.zeros(rows * columns + line, dtype)
    start = -memory.ctypes.data % CACHE_LINE // memory.itemsize
    matrix: Array = memory[start : start + rows * columns].reshape(rows, columns)
    return matrix


def aligned(rows: int, columns: int, dtype: Any) -> Array:
    """Return a (rows, columns) matrix of ones, each row at the start of a cache line.

    Processors read such rows in whole lines, which makes a difference of up to a third
    to matrix products; so there are gaps between the rows.
    """
    line = CACHE_LINE // np.dtype(dtype).itemsize
    matrix = zeros(rows, -(-columns // line) * line, dtype)[:, :columns]
    matrix[...] = 1
    return matrix


def with_ones(rows: int, columns: int, dtype: Any) -> Array:
    """Return a (rows, columns + 1) matrix of ones, to be filled but for the last.

    There may be gaps between its rows.
    """
    return aligned(rows, columns + 1, dtype)


def row_stride(matrix: Array) -> int:
    """Return how many numbers lie between the beginnings of two rows."""
    return matrix.strides[0] // matrix.itemsize


def without_rows(matrix: Array) -> Array:
    """Return the only row of a matrix that has one, else the matrix.

    NumPy is a fifth quicker on a short vector than on a matrix of one row.
    """
    vector: Array = matrix[0] if len(matrix) == 1 else matrix
    return vector


def column_sums(matrix: Array) -> Array:
    """Return the sum of every column, (columns,), added from top to bottom.

    That order makes it the same number whether a column stands alone or among others;
    NumPy adds a single one up in another.
    """
    is_alone = matrix.shape[1] == 1
    sums: Array = np.add.accumulate(matrix)[-1] if is_alone else np.add.reduce(matrix)
    return sums
