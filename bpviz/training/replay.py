"""Makes the updates of a run, for the first time and again, and takes checkpoints.

An update that is made again is the same to the bit, because there is only one way to
make it; so are the changes between updates, which the run's log names.
"""

from collections.abc import Callable

import numpy as np

from bpviz.nn.trace import BackpropTrace
from bpviz.training.divergence import first_non_finite
from bpviz.training.engine import Engine
from bpviz.training.history import History
from bpviz.training.hurry import NO_HURRY, Hurry
from bpviz.training.lookout import Lookout
from bpviz.training.stopwatch import Stopwatch

CHECKPOINT_SECONDS = 0.02
"""Training time between checkpoints at the least, where memory is no question."""

SCARCE_SECONDS = 0.03
"""The same where memory does not suffice to come near every update of the window."""

_NEAR_SECONDS = 0.2
"""How long making the updates between two checkpoints takes if that is near."""

KEPT_TRACES = 16


class Replay:
    """The engine on its way through a run.

    Parameters
    ----------
    engine : Engine
        Makes the updates.
    history : History
        The run, and what is remembered of it.
    clock : callable
        Seconds.

    Attributes
    ----------
    lookout : Lookout
        Looks at the updates that are made.
    """

    def __init__(
        self, engine: Engine, history: History, clock: Callable[[], float]
    ) -> None:
        self.engine = engine
        self.history = history
        self.stopwatch = Stopwatch()
        self.lookout = Lookout(history.moment, engine.network.depth)
        self._clock = clock
        self._before_block = engine.state.block.copy()

    def watch_for_nothing(self) -> None:
        """Let the updates that follow be made without looking at them."""
        self.lookout = Lookout(self.history.moment, self.engine.network.depth)

    def place(self, update: int) -> None:
        """Put the engine after `update` updates, which have been made before."""
        self.watch_for_nothing()
        self.rewind_before(update)
        while self.engine.updates < update:
            self.run_block(update - self.engine.updates)

    def rewind_before(self, update: int) -> None:
        """Put the engine where it gets to `update` soonest."""
        at = self.history.checkpoints.nearest_update(update)
        if not at <= self.engine.updates <= update:
            self.rewind(update)

    def rewind(self, update: int) -> None:
        """Put the engine at the nearest checkpoint at or before `update`."""
        history = self.history
        nearest = history.checkpoints.nearest(update)
        if nearest is None:
            self.engine.begin_again()
            self._apply_changes()
        else:
            at, block = nearest
            self.engine.restore(block, at, history.log.settings(at))
            self._fit_buffer()

    def run_block(self, most: int, hurry: Hurry = NO_HURRY) -> bool:
        """Make and record up to `most` updates, stopping at the end of an epoch.

        When `hurry` is asked for, only one more is made.

        Returns False if the run left the finite numbers.
        """
        engine, history = self.engine, self.history
        first = engine.updates
        if history.log.sample(first) is not None:
            return self.traced_update()
        np.copyto(self._before_block, engine.state.block)
        start = self._clock()
        losses = engine.run_block(min(most, self._room(first)), hurry)
        seconds = self._clock() - start
        stop = first + len(losses)
        self.stopwatch.count(len(losses), engine.samples_in(first, stop), seconds)
        if not (np.isfinite(losses).all() and engine.is_finite()):
            engine.restore(self._before_block, first)
            while engine.updates < stop and self.lookout.pause is None:
                if not self.traced_update():
                    return False
            return True
        pause = self.lookout.first_pause(first, losses)
        if pause is not None:
            engine.restore(self._before_block, first)
            return (pause == 0 or self.run_block(pause)) and self.traced_update()
        history.losses.append(first, losses)
        self._arrive()
        return True

    def _room(self, update: int) -> int:
        """Return how many updates a block from `update` on may have."""
        per_epoch = self.engine.updates_per_epoch
        rooms = [
            per_epoch - update % per_epoch,
            self.lookout.room(update) or 1,
        ]
        change = self.history.log.next_after(update)
        if change is not None:
            rooms.append(change - update)
        checkpoints = self.history.checkpoints
        spacing = checkpoints.spacing(self.engine.state.block)
        distance = update - checkpoints.nearest_update(update)
        if distance < spacing:
            rooms.append(spacing - distance)
        return min(rooms)

    def traced_update(self) -> bool:
        """Make one update, record it like any other, and keep its trace.

        Returns False if the update left the finite numbers.
        """
        engine, history = self.engine, self.history
        update = engine.updates
        start = self._clock()
        trace = engine.trace(history.log.sample(update))
        seconds = self._clock() - start
        memories = engine.state.block[1:]
        divergence = first_non_finite(trace, memories, update + 1)
        if divergence is not None:
            history.divergence = divergence
            self.rewind(update)  # no engine is left standing on what is not finite
            return False
        self.stopwatch.count(1, len(trace.samples), seconds)
        history.losses.append(update, np.array([trace.loss]))
        history.traces[update] = trace
        history.traces.move_to_end(update)  # It may have been there before.
        history.keep_traces(KEPT_TRACES)
        history.watches.record(update, trace)
        self.lookout.see(update, trace)
        self._arrive()
        return True

    def trace_again(self) -> BackpropTrace:
        """Make an update that was made before, and record nothing of it."""
        trace = self.engine.trace(self.history.log.sample(self.engine.updates))
        self._arrive()
        return trace

    def _arrive(self) -> None:
        """Make the changes that are due after an update, and a checkpoint if one is."""
        engine, checkpoints = self.engine, self.history.checkpoints
        changes = self.history.log.at(engine.updates)
        self._apply_changes()
        distance = engine.updates - checkpoints.nearest_update(engine.updates)
        if changes or self._is_far(distance):
            checkpoints.keep(engine.updates, engine.state.block)

    def _is_far(self, distance: int) -> bool:
        """Tell whether it is time for a checkpoint so many updates after the last."""
        pace = self.stopwatch.pace
        spacing = self.history.checkpoints.spacing(self.engine.state.block)
        if spacing * pace > _NEAR_SECONDS:
            return distance * pace >= SCARCE_SECONDS
        return distance >= spacing and distance * pace >= CHECKPOINT_SECONDS

    def _apply_changes(self) -> None:
        """Make the changes that were made where the engine stands."""
        for change in self.history.log.at(self.engine.updates):
            self.engine.apply(change)
        self._fit_buffer()

    def _fit_buffer(self) -> None:
        if self._before_block.shape != self.engine.state.block.shape:
            self._before_block = np.empty_like(self.engine.state.block)
