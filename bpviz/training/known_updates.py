"""Which updates of a run are known, in a memory that does not grow with it."""

from bisect import bisect_left, bisect_right

MOST_STRETCHES = 256


class KnownUpdates:
    """A set of updates, counted from 0, that knows them as stretches.

    Of more than `MOST_STRETCHES` with gaps between them the first is forgotten.
    """

    def __init__(self) -> None:
        # Begin and end of each stretch in turn; what is known lies before an end.
        self._ends: list[int] = []

    def __contains__(self, update: int) -> bool:
        return bisect_right(self._ends, update) % 2 == 1

    def covers(self, first: int, stop: int) -> bool:
        """Tell whether all updates from `first` to before `stop` are known."""
        place = bisect_right(self._ends, first)
        return place % 2 == 1 and self._ends[place] >= stop

    def add(self, first: int, stop: int) -> None:
        """Know the updates from `first` to before `stop`; there is at least one."""
        begin = bisect_left(self._ends, first)
        end = bisect_right(self._ends, stop)
        # Where a stretch reaches up to another one they become one.
        outside = [first] * (begin % 2 == 0) + [stop] * (end % 2 == 0)
        self._ends[begin:end] = outside
        if len(self._ends) > 2 * MOST_STRETCHES:
            del self._ends[:2]

    def before(self, update: int) -> "KnownUpdates":
        """Return what is known before `update`."""
        other = KnownUpdates()
        other._ends = self._ends[: bisect_left(self._ends, update)]
        if len(other._ends) % 2:
            other._ends.append(update)
        return other
