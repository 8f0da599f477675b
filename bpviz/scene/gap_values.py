"""The numbers of all edges between two layers, laid out to be chosen from."""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.edge_raster import Floats

SMALL_GAP = 128
"""Up to so many edges each is drawn with a pen."""

_PEAK_PER_MEAN = 3.0
"""Of many edges at least; a normal distribution has more, a uniform one only 2."""

_LARGEST = 1e38
"""What a run that diverges exceeds is drawn as if it were this: float32 ends there."""


@dataclass(frozen=True, slots=True, eq=False)
class GapValues:
    """The values of all edges into one layer.

    Attributes
    ----------
    values : ndarray of float32 of shape (fan_out * fan_in,)
        Finite, NaN as 0; the edges into the first node come first.
    sizes : ndarray of float32
        Their absolute values.
    matrix : Array or None
        The values as they are, (fan_in, fan_out).
    """

    layer: int
    fan_in: int
    fan_out: int
    is_computed: bool
    values: Floats
    sizes: Floats
    matrix: Array | None = None

    @classmethod
    def of(
        cls, layer: int, fan_in: int, fan_out: int, matrix: Array | None
    ) -> "GapValues":
        """Lay out a matrix of shape (fan_in, fan_out); None for not computed yet."""
        if matrix is None:
            empty = np.empty(0, np.float32)
            return cls(layer, fan_in, fan_out, False, empty, empty)
        with np.errstate(over="ignore"):
            values = np.ascontiguousarray(matrix.T, np.float32).ravel()
        sizes = np.abs(values)
        if not sizes.max(initial=0.0) <= _LARGEST:
            values = np.nan_to_num(values, posinf=_LARGEST, neginf=-_LARGEST)
            np.clip(values, -_LARGEST, _LARGEST, out=values)
            sizes = np.abs(values)
        return cls(layer, fan_in, fan_out, True, values, sizes, matrix)

    @property
    def total(self) -> int:
        """How many edges there are."""
        return self.fan_in * self.fan_out

    @property
    def peak(self) -> float:
        """The largest size; more where many edges come close to it.

        Else thousands of them would have the strongest colour and be a solid mat.
        """
        largest = float(self.sizes.max(initial=0.0))
        if self.total <= SMALL_GAP or not largest:
            return largest
        mean = float(self.sizes.mean(dtype=np.float64))
        return max(largest, _PEAK_PER_MEAN * mean)
