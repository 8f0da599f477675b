"""The memory of all layers of a network for one batch."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from bpviz.nn.arrays import CACHE_LINE, Array, with_ones, zeros


class Buffers(NamedTuple):
    """The memory of one layer.

    Attributes
    ----------
    z, slopes : Array
        (rows, nodes).
    a : Array
        (rows, nodes + 1), the last column 1.
    deltas : Array
        (rows, nodes), with one more column for a single sample.
    """

    z: Array
    slopes: Array
    a: Array
    deltas: Array


class Memory:
    """The buffers of a network's layers.

    Those of a single sample follow one another in memory, so that several layers can be
    treated in one call: in a layer of a few nodes that takes longer than the work.

    Parameters
    ----------
    sizes : sequence of int
        Nodes of each layer but the inputs.
    rows : int
        Samples in a batch.
    dtype : dtype
        Of the floats.

    Attributes
    ----------
    layers : list of Buffers
        One a layer.
    """

    def __init__(self, sizes: Sequence[int], rows: int, dtype: Any) -> None:
        if rows > 1:
            self.layers = [_buffers(rows, size, dtype) for size in sizes]
            return
        line = CACHE_LINE // dtype.itemsize
        widths = [-(-(size + 1) // line) * line for size in sizes]
        self._starts = [0, *accumulate(widths)]
        self._row = Buffers(*(zeros(1, sum(widths), dtype) for _ in Buffers._fields))
        self._row.a.fill(1)
        self.layers = [
            Buffers(
                z=self._row.z[:, start : start + size],
                slopes=self._row.slopes[:, start : start + size],
                a=self._row.a[:, start : start + size + 1],
                deltas=self._row.deltas[:, start : start + size + 1],
            )
            for start, size in zip(self._starts, sizes, strict=False)
        ]

    def joined(self, first: int, stop: int) -> Buffers:
        """Return vectors that reach over the layers from `first` up to `stop`.

        Only for a single sample. Between two layers they hold what means nothing.
        """
        start, end = self._starts[first], self._starts[stop]
        return Buffers(*(row[0, start:end] for row in self._row))


def _buffers(rows: int, size: int, dtype: Any) -> Buffers:
    z, slopes, deltas = (zeros(rows, size, dtype) for _ in range(3))
    return Buffers(z, slopes, with_ones(rows, size, dtype), deltas)
