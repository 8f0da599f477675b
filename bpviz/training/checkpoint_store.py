"""The memory for the checkpoints of all runs of a session together."""

from collections import Counter
from math import ceil
from typing import Protocol

from bpviz.nn.arrays import Array

BUDGET_BYTES = 64 * 10**6

WINDOW = 1_000_000
"""Updates back from the latest that are reached in about the same time."""

EVEN_SHARE = 0.96
"""Share of a run's copies that lie in the window, if it can be covered."""

_OTHERS_SHARE = 1 / 32
"""Share of the budget that the runs which are not on always get."""

_MOST_COPIES = 2048


class Thinned(Protocol):
    """What can give back memory: the checkpoints of a run."""

    def __len__(self) -> int: ...

    @property
    def nbytes(self) -> int:
        """Bytes that its copies take."""

    def thin(self) -> bool:
        """Drop one copy; False if there are too few."""

    def reduce(self, most: int) -> None:
        """Drop copies until there are at most so many."""


class CheckpointStore:
    """Counts the bytes of all copies, each once however many runs share it.

    Parameters
    ----------
    budget : int
        Bytes that they may take together. The latest two copies of the run that is on
        are kept whatever they take.
    """

    def __init__(self, budget: int = BUDGET_BYTES) -> None:
        self._budget = budget
        self._runs: list[Thinned] = []
        self._holders: Counter[int] = Counter()
        self.nbytes = 0

    def add(self, run: Thinned) -> None:
        """Let a run share the memory."""
        self._runs.append(run)

    def remove(self, run: Thinned) -> None:
        """Forget a run that holds nothing any more."""
        self._runs.remove(run)

    def hold(self, copy: Array) -> None:
        """Count one more holder of a copy."""
        if not self._holders[id(copy)]:
            self.nbytes += copy.nbytes
        self._holders[id(copy)] += 1

    def release(self, copy: Array) -> None:
        """Count one holder less."""
        self._holders[id(copy)] -= 1
        if not self._holders[id(copy)]:
            del self._holders[id(copy)]
            self.nbytes -= copy.nbytes

    def capacity(self, nbytes: int) -> int:
        """Return how many copies of `nbytes` each the run that is on can have."""
        return min(int((1 - _OTHERS_SHARE) * self._budget) // nbytes, _MOST_COPIES)

    def spacing(self, nbytes: int) -> int:
        """Return how many updates apart they have to be to cover the window."""
        # One lies before the window's first update, and none yet at its last.
        even = int(EVEN_SHARE * self.capacity(nbytes)) - 3
        return ceil(WINDOW / max(even, 1))

    def make_room(self, current: Thinned) -> None:
        """Drop copies until the budget is kept; `current` is the run that is on."""
        while self.nbytes > self._budget:
            others = self.nbytes - current.nbytes
            is_too_much = others > _OTHERS_SHARE * self._budget
            if not (is_too_much and self._thin_others(current)) and not current.thin():
                break
        while len(current) > _MOST_COPIES and current.thin():
            pass

    def _thin_others(self, current: Thinned) -> bool:
        """Halve the longest of the other runs; False if they hold nothing."""
        others = [run for run in self._runs if run is not current]
        longest = max(map(len, others), default=0)
        for run in others:
            if len(run) > longest // 2:
                run.reduce(longest // 2)
        return longest > 0
