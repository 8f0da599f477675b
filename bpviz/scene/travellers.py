"""Numbers on their way along edges: the largest of a matrix, with their ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.edge_raster import Floats
from bpviz.scene.gap_values import GapValues
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.strongest import strongest


@dataclass(frozen=True, slots=True, eq=False)
class Travellers:
    """Numbers and the line that each moves on.

    Attributes
    ----------
    values, x0, y0, x1, y1 : ndarray of float32 of shape (numbers,)
        None of them is 0.
    """

    values: Floats
    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats

    def turned(self) -> "Travellers":
        """Return the same numbers on their way back."""
        return Travellers(self.values, self.x1, self.y1, self.x0, self.y0)

    def between(self, start: float, end: float) -> "Travellers":
        """Return the same numbers on the part of their ways outside the nodes.

        Parameters
        ----------
        start, end : float
            How far from the centres of the nodes before and after them they keep,
            in pixels.
        """
        dx, dy = self.x1 - self.x0, self.y1 - self.y0
        lengths = np.maximum(np.hypot(dx, dy), np.float32(start + end + 1))
        dx, dy = dx / lengths, dy / lengths
        near, far = np.float32(start), np.float32(end)
        return Travellers(
            self.values,
            self.x0 + near * dx,
            self.y0 + near * dy,
            self.x1 - far * dx,
            self.y1 - far * dy,
        )

    def shortened(self) -> "Travellers":
        """Return the same numbers on the way to the middle of their edges."""
        half = np.float32(0.5)
        x1: Floats = (self.x0 + self.x1) * half
        y1: Floats = (self.y0 + self.y1) * half
        return Travellers(self.values, self.x0, self.y0, x1, y1)


def travellers(
    matrix: Array, before: LayerLayout, after: LayerLayout, most: int
) -> Travellers:
    """Return the numbers of a matrix furthest from 0, the smallest first.

    Parameters
    ----------
    matrix : Array
        A number for every edge between two layers, (fan_in, fan_out).
    before, after : LayerLayout
        The layers.
    most : int
        How many at most.
    """
    fan_in, fan_out = matrix.shape
    every = GapValues.of(0, fan_in, fan_out, matrix)
    chosen = strongest(every.sizes, most)
    chosen = chosen[every.sizes[chosen] > 0]
    ends, starts = np.divmod(chosen, fan_in)
    exits_x, exits_y = before.exits
    return Travellers(
        every.values[chosen],
        exits_x[starts],
        exits_y[starts],
        after.x[ends],
        after.y[ends],
    )


def joined(parts: Sequence[Travellers]) -> Travellers:
    """Return the numbers of several matrices together."""
    return Travellers(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("values", "x0", "y0", "x1", "y1")
        )
    )
