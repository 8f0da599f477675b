"""Recording what is watched, in a memory that does not grow with the run."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array, frozen
from bpviz.nn.backprop import quiet
from bpviz.nn.trace import BackpropTrace
from bpviz.training.known_updates import KnownUpdates
from bpviz.training.watch_values import watched
from bpviz.training.watches import Watch, WatchCurve

ENTRIES = 2048


class WatchRecorder:
    """Lowest, highest and mean of one watch over equal stretches of updates.

    Updates may come in any order, as a person goes back and forth. One that was
    recorded before is the same number again and changes nothing.

    Parameters
    ----------
    watch : Watch
        What is recorded.
    """

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self._stride = 1
        # Rows: lowest, highest, sum, number of updates.
        self._entries: npt.NDArray[np.float64] = np.zeros((4, ENTRIES))
        self._used = 0
        self._known = KnownUpdates()

    def record(self, update: int, value: float) -> None:
        """Record the value at `update`, counted from 0."""
        if update in self._known:
            return
        self._known.add(update, update + 1)
        self.make_room(update + 1)
        place = update // self._stride
        lowest, highest, total, count = self._entries[:, place]
        if count == 0:
            self._entries[:, place] = value, value, value, 1
        else:
            self._entries[:, place] = (
                min(lowest, value),
                max(highest, value),
                total + value,
                count + 1,
            )
        self._used = max(self._used, place + 1)

    @property
    def stride(self) -> int:
        """Updates that one entry stands for, a power of two."""
        return self._stride

    def make_room(self, updates: int) -> None:
        """Let each entry stand for so many that there are enough for all updates."""
        while updates > ENTRIES * self._stride:
            self._halve()

    def lacks(self, first: int, stop: int) -> bool:
        """Tell whether updates from `first` to before `stop` are not all recorded."""
        return not self._known.covers(first, stop)

    def fill(self, first: int, values: Array) -> None:
        """Put the values at `first` and after it in place of what is recorded there.

        Parameters
        ----------
        first : int
            The beginning of an entry.
        values : Array
            Shape (updates,), to the end of an entry, or of the run.
        """
        begins = np.arange(0, len(values), self._stride)
        counts = np.diff(np.append(begins, len(values)))
        place = first // self._stride
        with quiet():
            self._entries[:, place : place + len(begins)] = (
                np.minimum.reduceat(values, begins),
                np.maximum.reduceat(values, begins),
                np.add.reduceat(values, begins),
                counts,
            )
        self._used = max(self._used, place + len(begins))
        self._known.add(first, first + len(values))

    def until(self, update: int) -> "WatchRecorder":
        """Return a recorder that knows only what was recorded before `update`.

        Of an entry that reaches beyond it nothing is known.
        """
        other = WatchRecorder(self.watch)
        other._stride, other._used = (
            self._stride,
            min(self._used, update // self._stride),
        )
        other._entries[:, : other._used] = self._entries[:, : other._used]
        other._known = self._known.before(other._used * self._stride)
        return other

    def curve(self) -> WatchCurve:
        """Publish what has been recorded so far."""
        lowest, highest, total, count = self._entries[:, : self._used]
        is_known = count > 0
        mean = np.divide(total, count, where=is_known, out=np.full_like(total, np.nan))
        return WatchCurve(
            self.watch,
            start=1,
            stride=self._stride,
            lowest=frozen(np.where(is_known, lowest, np.nan)),
            highest=frozen(np.where(is_known, highest, np.nan)),
            mean=frozen(mean),
        )

    def _halve(self) -> None:
        """Merge neighbours, so that each entry stands for twice as many updates."""
        left, right = self._entries[:, ::2], self._entries[:, 1::2]
        lowest = np.where(right[3] == 0, left[0], np.minimum(left[0], right[0]))
        highest = np.where(right[3] == 0, left[1], np.maximum(left[1], right[1]))
        lowest = np.where(left[3] == 0, right[0], lowest)
        highest = np.where(left[3] == 0, right[1], highest)
        merged = np.array([lowest, highest, left[2] + right[2], left[3] + right[3]])
        self._entries[:, : ENTRIES // 2] = merged
        self._entries[:, ENTRIES // 2 :] = 0
        self._stride *= 2
        self._used = -(-self._used // 2)


class WatchRecorders:
    """All watches of a run.

    Parameters
    ----------
    watches : iterable of Watch
        What is recorded, each once.
    """

    def __init__(self, watches: Iterable[Watch] = ()) -> None:
        self._recorders = [WatchRecorder(watch) for watch in dict.fromkeys(watches)]

    @property
    def watches(self) -> tuple[Watch, ...]:
        """What is recorded."""
        return tuple(recorder.watch for recorder in self._recorders)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded."""
        return not self._recorders

    @property
    def recorders(self) -> tuple[WatchRecorder, ...]:
        """Those of each watch."""
        return tuple(self._recorders)

    def changed_to(self, watches: Iterable[Watch]) -> "WatchRecorders":
        """Return recorders of `watches`, which keep what these have recorded."""
        result = WatchRecorders(watches)
        known = {recorder.watch: recorder for recorder in self._recorders}
        result._recorders = [
            known.get(recorder.watch, recorder) for recorder in result._recorders
        ]
        return result

    def until(self, update: int) -> "WatchRecorders":
        """Return recorders that know only what was recorded before `update`."""
        result = WatchRecorders()
        result._recorders = [recorder.until(update) for recorder in self._recorders]
        return result

    def record(self, update: int, trace: BackpropTrace) -> None:
        """Record every watch in an update, counted from 0."""
        for recorder in self._recorders:
            recorder.record(update, watched(recorder.watch, trace))

    def curves(self) -> tuple[WatchCurve, ...]:
        """Publish what has been recorded so far."""
        return tuple(recorder.curve() for recorder in self._recorders)
