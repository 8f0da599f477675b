"""Copies of the training state along a run, within a budget of memory.

Any moment is reached from the nearest copy before it by making the updates again:
the same operations on the same numbers give the same bits. So a few copies serve
for a million updates, and nothing that could be computed again is stored.
"""

from bisect import bisect_right, insort

from bpviz.nn.arrays import Array, frozen_copy

BUDGET_BYTES = 64 * 2**20


class Checkpoints:
    """The beginning of a run for ever, and copies that thin out with age.

    Parameters
    ----------
    budget : int
        Bytes that all copies together may take; the first and the latest are kept
        whatever they take.
    """

    def __init__(self, budget: int = BUDGET_BYTES) -> None:
        self._budget = budget
        self._copies: dict[int, Array] = {}
        self._order: list[int] = []
        self._bytes = 0

    def keep(self, update: int, block: Array) -> None:
        """Copy the state that stands after `update` updates."""
        if update in self._copies:
            return
        self._copies[update] = frozen_copy(block)
        insort(self._order, update)
        self._bytes += block.nbytes
        while self._bytes > self._budget and len(self._order) > 2:
            self._thin()

    def nearest(self, update: int) -> tuple[int, Array]:
        """Return the latest copy taken at `update` or before it, and when."""
        at = self._order[bisect_right(self._order, update) - 1]
        return at, self._copies[at]

    def nbytes(self) -> int:
        """Return the bytes that the copies take together."""
        return self._bytes

    def _thin(self) -> None:
        """Drop every second copy of the older half, but not the beginning."""
        half = max(len(self._order) // 2, 3)
        for update in self._order[1:half:2]:
            self._bytes -= self._copies.pop(update).nbytes
        del self._order[1:half:2]
