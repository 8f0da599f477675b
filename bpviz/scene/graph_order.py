"""Which slot of a graph's picture stands above which: with few crossings of edges.

Edges run between neighbouring columns only. The classical way (Sugiyama, Tagawa and
Toda 1981): column by column, every slot goes to the mean place of its neighbours in
the column before, forward and backward in turn; the best of what comes up is kept.
"""

from collections.abc import Sequence
from statistics import fmean

import numpy as np

Columns = tuple[tuple[int, ...], ...]
Links = Sequence[tuple[int, int]]

_SWEEPS = 8


def with_few_crossings(columns: Columns, links: Links) -> Columns:
    """Return `columns` with the slots in each in another order, if that is better.

    Parameters
    ----------
    columns : tuple of tuple of int
        Slots from top to bottom.
    links : sequence of (int, int)
        Slots that an edge joins, the one in the left column first.
    """
    best, fewest = columns, crossings(columns, links)
    for sweep in range(_SWEEPS):
        if fewest == 0:
            break
        columns = _swept(columns, links, forward=sweep % 2 == 0)
        count = crossings(columns, links)
        if count < fewest:
            best, fewest = columns, count
    return best


def crossings(columns: Columns, links: Links) -> int:
    """Return how many pairs of links cross, links counting between their columns."""
    place = _places(columns)
    column_of = {slot: n for n, column in enumerate(columns) for slot in column}
    by_column: dict[int, list[tuple[int, int]]] = {}
    for left, right in links:
        by_column.setdefault(column_of[left], []).append((place[left], place[right]))
    count = 0
    for pairs in by_column.values():
        left, right = np.array(pairs).T
        above = left[:, np.newaxis] < left
        below = right[:, np.newaxis] > right
        count += int((above & below).sum())
    return count


def _swept(columns: Columns, links: Links, *, forward: bool) -> Columns:
    neighbours: dict[int, list[int]] = {}
    for left, right in links:
        here, there = (right, left) if forward else (left, right)
        neighbours.setdefault(here, []).append(there)
    place: dict[int, float] = dict(_places(columns))
    order = range(len(columns)) if forward else reversed(range(len(columns)))
    swept = list(columns)
    for number in order:
        wanted = {
            slot: fmean([place[n] for n in neighbours.get(slot, [slot])])
            for slot in swept[number]
        }
        # Sorting is stable: of equals the upper one stays above.
        swept[number] = tuple(sorted(swept[number], key=wanted.__getitem__))
        place.update((slot, n) for n, slot in enumerate(swept[number]))
    return tuple(swept)


def _places(columns: Columns) -> dict[int, int]:
    return {slot: n for column in columns for n, slot in enumerate(column)}
