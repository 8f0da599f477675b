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
