"""Looks up in the past what was not watched then, by making the updates again."""

from collections.abc import Callable, Iterator

import numpy as np

from bpviz.nn.trace import BackpropTrace
from bpviz.training.replay import Replay
from bpviz.training.watch_recorder import WatchRecorder
from bpviz.training.watch_values import watched

MOST_SECONDS = 4.0
"""After which what is still missing is left out: a curve says where it begins."""

_STRETCH = 512
"""Updates that are made again in one go: fewer, and the way there costs more."""


class WatchFilling:
    """Fills what the watches of the run that is on lack, the latest updates first.

    So what is known has no gap before the present, wherever it is given up. Nothing of
    the run itself is changed; the engine is left standing anywhere in it.

    Parameters
    ----------
    replay : Replay
        Has come to the end of what is known of the run.
    clock : callable
        Seconds.
    """

    def __init__(self, replay: Replay, clock: Callable[[], float]) -> None:
        self._replay = replay
        self._clock = clock
        self._over_at = clock() + MOST_SECONDS
        self._recorders = replay.history.watches.recorders
        self._updates = replay.history.losses.updates
        for recorder in self._recorders:
            recorder.make_room(self._updates)
        self._stretches = self._missing()
        self._stretch: range | None = next(self._stretches, None)
        self._values: list[list[float]] = []

    def advance(self, deadline: float) -> bool:
        """Go on until the deadline; False where there is more to do."""
        while self._stretch is not None:
            if self._clock() >= self._over_at:
                return True
            if not self._go_through(self._stretch, deadline):
                return False
            self._fill(self._stretch)
            self._stretch = next(self._stretches, None)
        return True

    def _missing(self) -> Iterator[range]:
        """Yield the stretches of which something is not recorded, the last first."""
        length = max([_STRETCH, *(recorder.stride for recorder in self._recorders)])
        for first in range((self._updates - 1) // length * length, -1, -length):
            stretch = range(first, min(first + length, self._updates))
            if self._lacking(stretch):
                yield stretch

    def _lacking(self, stretch: range) -> list[WatchRecorder]:
        return [
            recorder
            for recorder in self._recorders
            if recorder.lacks(stretch.start, stretch.stop)
        ]

    def _go_through(self, stretch: range, deadline: float) -> bool:
        """Look at every update of a stretch; False where time ran out before."""
        replay = self._replay
        replay.watch_for_nothing()
        while len(self._values) < len(stretch):
            update = stretch[len(self._values)]
            if replay.engine.updates != update:
                replay.rewind_before(update)
            if replay.engine.updates < update:
                replay.run_block(update - replay.engine.updates)
            else:
                self._values.append(self._watched(replay.trace_again(), stretch))
            if self._clock() >= deadline:
                return len(self._values) == len(stretch)
        return True

    def _watched(self, trace: BackpropTrace, stretch: range) -> list[float]:
        return [watched(one.watch, trace) for one in self._lacking(stretch)]

    def _fill(self, stretch: range) -> None:
        columns = np.array(self._values).T
        for recorder, values in zip(self._lacking(stretch), columns, strict=True):
            recorder.fill(stretch.start, values)
        self._values = []
