"""The array type of the mathematics, and what makes an array safe to publish."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


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


def row_maxima(matrix: Array) -> Array:
    """Return the largest number of every row, (rows, 1).

    Found in the transposed matrix: NumPy compares long rows with one another ten times
    as fast as it goes through short ones, and a maximum is the same either way.
    """
    maxima: Array = matrix.T.copy().max(axis=0)[:, np.newaxis]
    return maxima
