"""How fast a run really goes, seen from where it stands from time to time."""

from collections import deque
from collections.abc import Callable
from time import monotonic

_WINDOW = 1.5
_LEAST = 0.5
"""Seconds that are looked back, and that are needed to say anything."""


class ReachedSpeed:
    """Measures steps a second over the last moments.

    Parameters
    ----------
    now : callable
        Seconds of a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._seen: deque[tuple[float, float]] = deque()

    def reset(self) -> None:
        """Forget what was seen, because the run pauses or goes at another pace."""
        self._seen.clear()

    def see(self, place: float) -> None:
        """Take note of where the run stands, in steps from its beginning."""
        now = self._now()
        if self._seen and place < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, place))
        while len(self._seen) > 2 and now - self._seen[1][0] >= _WINDOW:
            self._seen.popleft()

    def rate(self) -> float | None:
        """Return the steps a second; None while too little has been seen."""
        if not self._seen:
            return None
        (first, start), (last, end) = self._seen[0], self._seen[-1]
        if last - first < _LEAST:
            return None
        return (end - start) / (last - first)
