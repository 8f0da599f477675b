"""What the gradient check finds in one array of weights or biases."""

from dataclasses import dataclass
from math import inf, isfinite
from typing import Literal

import numpy as np

from bpviz.nn.arrays import Array, IntArray, frozen_copy

Kind = Literal["weights", "biases"]


@dataclass(frozen=True, slots=True)
class ArrayCheck:
    """How far the two methods differ in one array of parameters.

    Attributes
    ----------
    layer : int
        Counted from 1.
    kind : str
        ``weights`` or ``biases``.
    size : int
        Entries in the array.
    checked : int
        Entries that were compared.
    kinks : int
        Entries that were tried and not compared, because a ReLU bends there.
    mean_absolute_difference : float
        Over the entries compared; 0 where there are none.
    max_relative_error : float
        The largest of them; infinite where a derivative was not a number.
    worst : tuple of int or None
        Where that is: (input, node) of weights, (node,) of biases, counted from 0.
    """

    layer: int
    kind: Kind
    size: int
    checked: int
    kinks: int
    mean_absolute_difference: float
    max_relative_error: float
    worst: tuple[int, ...] | None


class ArrayTally:
    """Sums up the comparisons of one array.

    Parameters
    ----------
    layer, kind
        As in `ArrayCheck`.
    positions : IntArray
        Where each entry of the array lies in the flat vector of parameters.
    """

    def __init__(self, layer: int, kind: Kind, positions: IntArray) -> None:
        self.layer, self.kind = layer, kind
        self.positions = positions
        self._checked = self._kinks = 0
        self._sum = 0.0
        self._max = -1.0
        self._worst: tuple[int, ...] | None = None
        self._errors: Array = np.full(positions.shape, np.nan)

    def add_kink(self) -> None:
        """Count an entry that cannot be compared."""
        self._kinks += 1

    def add(self, number: int, difference: float, relative: float) -> None:
        """Count entry `number` of the array, in row-major order."""
        if not isfinite(relative):
            difference = relative = inf
        self._checked += 1
        self._sum += difference
        self._errors.flat[number] = relative
        if relative > self._max:
            self._max = relative
            index = np.unravel_index(number, self.positions.shape)
            self._worst = tuple(int(place) for place in index)

    def errors(self) -> Array:
        """Return the relative error of every entry, nan where there is none (yet)."""
        return frozen_copy(self._errors)

    def result(self) -> ArrayCheck:
        """Return what has been found so far."""
        return ArrayCheck(
            layer=self.layer,
            kind=self.kind,
            size=self.positions.size,
            checked=self._checked,
            kinks=self._kinks,
            mean_absolute_difference=self._sum / max(self._checked, 1),
            max_relative_error=max(self._max, 0.0),
            worst=self._worst,
        )
