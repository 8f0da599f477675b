"""Copies of the training state along a run, within a budget of memory.

Any moment is reached from the nearest copy before it by making the updates again:
the same operations on the same numbers give the same bits. So a few copies serve
for a million updates, and nothing that could be computed again is stored. The
beginning needs no copy; it follows from the experiment.
"""

from bisect import bisect_left, bisect_right, insort

import numpy as np

from bpviz.nn.arrays import Array, frozen_copy
from bpviz.training.checkpoint_store import EVEN_SHARE, WINDOW, CheckpointStore

_OLD_GAP = 128
"""How many times the even distance lie between the copies just outside the window."""


class Checkpoints:
    """The copies of one run.

    Those of the last `WINDOW` updates lie evenly, older ones ever farther apart. Where
    memory does not suffice for that, the latest lie densest.

    Parameters
    ----------
    store : CheckpointStore
        The memory that all runs have together.
    """

    def __init__(self, store: CheckpointStore) -> None:
        self._store = store
        self._copies: dict[int, Array] = {}
        self._order: list[int] = []
        self._marks: set[int] = set()
        store.add(self)

    def __len__(self) -> int:
        return len(self._order)

    @property
    def nbytes(self) -> int:
        """Bytes that the copies take, those included that other runs share."""
        return sum(copy.nbytes for copy in self._copies.values())

    def spacing(self, block: Array) -> int:
        """Return how many updates apart copies of `block` cover the window evenly."""
        return self._store.spacing(block.nbytes)

    def keep(self, update: int, block: Array) -> None:
        """Copy the state that stands after `update` updates and its changes."""
        if update and update not in self._copies:
            self._add(update, frozen_copy(block))
            self._store.make_room(self)

    def nearest(self, update: int) -> tuple[int, Array] | None:
        """Return the latest copy taken at `update` or before it, and when.

        None means that the beginning is the nearest.
        """
        place = bisect_right(self._order, update)
        if place == 0:
            return None
        at = self._order[place - 1]
        return at, self._copies[at]

    def nearest_update(self, update: int) -> int:
        """Return when the nearest copy was taken; 0 for the beginning."""
        place = bisect_right(self._order, update)
        return self._order[place - 1] if place else 0

    def before(self, update: int) -> "Checkpoints":
        """Return those of a run that branches at `update`: the same copies up to it."""
        other = Checkpoints(self._store)
        for at in self._order[: bisect_left(self._order, update)]:
            other._add(at, self._copies[at])
        return other

    def mark(self, update: int) -> None:
        """Let the copy nearest to `update` be among the last to go."""
        self._marks.add(update)

    def clear(self) -> None:
        """Give back all memory; the run is forgotten."""
        for update in tuple(self._order):
            self._drop(update)
        self._store.remove(self)

    def thin(self) -> bool:
        """Drop the copy that is missed least; False if that would leave too few.

        That is the one which leaves the smallest gap, compared with the gap that its
        age allows.
        """
        if len(self._order) <= 2:
            return False
        order = np.array(self._order)
        block = self._copies[self._order[-1]]
        capacity = self._store.capacity(block.nbytes)
        even, allowed = max(int(EVEN_SHARE * capacity), 1), _OLD_GAP
        if even < len(order) and order[-1] - order[-even] < 0.9 * WINDOW:
            even, allowed = max(capacity // 4, 1), 1
        ages = order[-1] - order
        reach = max(ages[-min(even, len(order))], 1)
        tolerances = np.where(ages <= reach, 1.0, allowed * ages / reach)
        gaps = np.append(order[1:], 0) - np.append(0, order[:-1])
        # The latest two stay: from there one goes on, and steps back.
        self._drop(self._order[int((gaps / tolerances)[:-2].argmin())])
        return True

    def reduce(self, most: int) -> None:
        """Drop copies until no more than `most` are left, marked ones last."""
        marked = {self.nearest_update(mark) for mark in self._marks}
        rest = [update for update in self._order if update not in marked]
        while rest and len(self._order) > most:
            for update in rest[::2]:
                self._drop(update)
            rest = rest[1::2]
        for update in self._order[: max(len(self._order) - most, 0)]:
            self._drop(update)

    def _add(self, update: int, copy: Array) -> None:
        self._copies[update] = copy
        insort(self._order, update)
        self._store.hold(copy)

    def _drop(self, update: int) -> None:
        self._order.remove(update)
        self._store.release(self._copies.pop(update))
