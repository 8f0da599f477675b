"""How high each slot of a graph's picture stands: edges as straight as room allows.

Column by column, slots move to the weighted mean height of what they are linked to,
as near as their order and their heights let them. The nearest such heights are an
isotonic regression, which the pool-adjacent-violators algorithm finds exactly. At
last, slots that should be on one level are put there, where their neighbours let them.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from statistics import fmean

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.graph_order import Columns, Links

_ROUNDS = 8
_SETTLED = 0.1
"""When no slot moves by more pixels than this in a round, more rounds are no use."""
_ROUNDS_OF_LEVELLING = 4
_LEVEL_LINK = 4.0
"""How much more links within a level pull than others do."""

Levels = Sequence[tuple[int, ...]]
Pulls = list[list[tuple[int, float]]]
"""For each slot the slots that it is linked to, and how strongly."""


class Rows:
    """Finds the heights of slots.

    Parameters
    ----------
    columns : tuple of tuple of int
        Slots from top to bottom.
    sizes : Array
        The height of each slot, (slots,).
    gap : float
        What stays free between two slots.
    links : sequence of (int, int)
        Slots that an edge joins.
    levels : sequence of tuple of int
        Slots that should stand at the same height, one in a column.
    """

    def __init__(
        self, columns: Columns, sizes: Array, gap: float, links: Links, levels: Levels
    ) -> None:
        self._columns = [list(column) for column in columns]
        self._sizes = sizes
        self._levels = levels
        self._pulls = _pulls(len(sizes), links, levels)
        self._above: dict[int, int] = {}
        self._below: dict[int, int] = {}
        self._distance: dict[tuple[int, int], float] = {}
        for column in self._columns:
            for upper, lower in pairwise(column):
                self._above[lower] = upper
                self._below[upper] = lower
                distance = float(sizes[upper] + sizes[lower]) / 2 + gap
                self._distance[upper, lower] = distance
        # A list: single numbers are read, which an array is slow at.
        self._y = [0.0] * len(sizes)

    def heights(self) -> Array:
        """Return the y of every slot's middle, (slots,); the topmost begins at 0."""
        offsets = [self._stacked(column) for column in self._columns]
        pairs = list(zip(self._columns, offsets, strict=True))
        for column, offset in pairs:
            for slot, distance in zip(column, offset, strict=True):
                self._y[slot] = distance - offset[-1] / 2
        for _ in range(_ROUNDS):
            before = list(self._y)
            for column, offset in [*reversed(pairs), *pairs]:
                self._pull(column, offset)
            moves = (abs(y - old) for y, old in zip(self._y, before, strict=True))
            if max(moves) < _SETTLED:
                break
        for _ in range(_ROUNDS_OF_LEVELLING):
            for level in self._levels:
                self._level(level)
        y = np.array(self._y)
        heights: Array = y - (y - self._sizes / 2).min()
        return heights

    def _stacked(self, column: list[int]) -> list[float]:
        """Return the middles of slots that stand as close as they may."""
        between = [self._distance[pair] for pair in pairwise(column)]
        return list(accumulate(between, initial=0.0))

    def _pull(self, column: list[int], offset: list[float]) -> None:
        """Move a column's slots to where they are pulled."""
        wanted, weights = [], []
        for slot, distance in zip(column, offset, strict=True):
            pull = weight = 0.0
            for other, share in self._pulls[slot] or [(slot, 1.0)]:
                pull += self._y[other] * share
                weight += share
            wanted.append(pull / weight - distance)
            weights.append(weight)
        nearest = nearest_increasing(wanted, weights)
        for slot, y, distance in zip(column, nearest, offset, strict=True):
            self._y[slot] = y + distance

    def _level(self, level: tuple[int, ...]) -> None:
        """Move slots to one height, if there is one where all of them have room."""
        y = self._y
        lowest = max(
            (
                y[self._above[slot]] + self._distance[self._above[slot], slot]
                for slot in level
                if slot in self._above
            ),
            default=-inf,
        )
        highest = min(
            (
                y[self._below[slot]] - self._distance[slot, self._below[slot]]
                for slot in level
                if slot in self._below
            ),
            default=inf,
        )
        outside = [
            y[other]
            for slot in level
            for other, _ in self._pulls[slot]
            if other not in level
        ]
        if lowest <= highest:
            wanted = fmean(outside or [y[slot] for slot in level])
            for slot in level:
                y[slot] = min(max(wanted, lowest), highest)


def _pulls(count: int, links: Links, levels: Levels) -> Pulls:
    level_of = {slot: n for n, level in enumerate(levels) for slot in level}
    pulls: Pulls = [[] for _ in range(count)]
    for left, right in links:
        is_level = left in level_of and level_of[left] == level_of.get(right)
        weight = _LEVEL_LINK if is_level else 1.0
        pulls[left].append((right, weight))
        pulls[right].append((left, weight))
    return pulls


def nearest_increasing(
    wanted: Sequence[float], weights: Sequence[float]
) -> list[float]:
    """Return the non-decreasing numbers that are nearest to `wanted`.

    Parameters
    ----------
    wanted, weights : sequence of float
        The numbers, and how much the square of each distance counts.
    """
    if all(one <= other for one, other in pairwise(wanted)):
        return list(wanted)
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for mean, weight in zip(wanted, weights, strict=True):
        pool = (mean, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            pool = _joined(pools.pop(), pool)
        pools.append(pool)
    return [mean for mean, _, count in pools for _ in range(count)]


def _joined(
    first: tuple[float, float, int], second: tuple[float, float, int]
) -> tuple[float, float, int]:
    weight = first[1] + second[1]
    mean = (first[0] * first[1] + second[0] * second[1]) / weight
    return mean, weight, first[2] + second[2]
