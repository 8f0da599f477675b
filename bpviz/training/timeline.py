"""The moments of a run, and how one comes to stand at any of them.

Inside an update a moment is a place in the update's trace; between updates it is
reached from the nearest checkpoint by making the updates, and the changes that were
made between them, again. There is only one way to make an update, so a moment visited
again is the same to the bit.
"""

from collections.abc import Callable
from math import inf
from time import perf_counter

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.change_log import ChangeLog
from bpviz.training.changes import RunSettings
from bpviz.training.checkpoint_store import CheckpointStore
from bpviz.training.checkpoints import Checkpoints
from bpviz.training.conditions import Condition
from bpviz.training.curve_points import Curves
from bpviz.training.engine import Engine
from bpviz.training.epoch_evaluator import EpochEvaluator
from bpviz.training.experiment import Experiment
from bpviz.training.history import History, traced_update
from bpviz.training.hurry import NO_HURRY, Hurry
from bpviz.training.lookout import NEVER, Lookout
from bpviz.training.messages import Divergence
from bpviz.training.replay import Replay
from bpviz.training.steps import Moment


class Timeline:
    """Makes the updates of a run, forward and again, and stands at its moments.

    Parameters
    ----------
    experiment : Experiment
        What is trained and how.
    dataset : Dataset
        The data that the experiment names.
    initial : Array, optional
        First parameters instead of drawn ones, (parameter_count,).
    clock : callable
        Seconds; deadlines are in its time.

    Attributes
    ----------
    replay : Replay
        The engine on its way through the run that is on.
    first : Parameters
        Those that all runs begin with, before any change.
    paused_by : Condition or None
        Why the last move ended before its goal.
    hurry : Hurry
        While it is asked for, only one more update is made before a deadline.
    """

    def __init__(
        self,
        experiment: Experiment,
        dataset: Dataset,
        initial: Array | None = None,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self.experiment = experiment
        self.dataset = dataset
        engine = Engine(experiment, dataset, initial)
        checkpoints = Checkpoints(CheckpointStore())
        history = History(0, ChangeLog(engine.settings), checkpoints)
        self.replay = Replay(engine, history, clock)
        self.paused_by: Condition | None = None
        self.hurry = Hurry()
        self.first = engine.parameters()
        self._clock = clock
        self._evaluator = EpochEvaluator(engine, dataset, clock)

    @property
    def engine(self) -> Engine:
        """What makes the updates."""
        return self.replay.engine

    @property
    def history(self) -> History:
        """The run that is on."""
        return self.replay.history

    @property
    def moment(self) -> Moment:
        """Where the run stands."""
        return self.history.moment

    @property
    def divergence(self) -> Divergence | None:
        """Set once the run has turned out to leave the finite numbers."""
        return self.history.divergence

    @property
    def trace(self) -> BackpropTrace | None:
        """The update that the moment belongs to; None at the very beginning."""
        return self.history.traces.get(traced_update(self.moment))

    @property
    def parameters(self) -> Parameters:
        """Weights and biases as they stand at the moment."""
        trace = self.trace
        if trace is not None and self.moment.operation:
            return trace.parameters
        parameters = self.first if trace is None else trace.parameters_after
        return self.history.log.edited(parameters, self.moment.update)

    @property
    def settings(self) -> RunSettings:
        """How the update is carried out that the moment is in, or comes before."""
        return self.history.log.settings(self.moment.update)

    def curves(self) -> Curves:
        """Publish the curves as far as the run has come."""
        return self.history.curves()

    def evaluate(self) -> None:
        """Evaluate the network as it stands, unless that is known."""
        update = self.moment.update
        if self.history.evaluations.knows(update):
            return
        self.replay.place(update)
        self._evaluator.advance(self.history, inf)

    def take_up(self, history: History) -> None:
        """Go over to another run of the session; `go_to` leads to its moment."""
        self.history.put_away()
        history.take_up()
        self.replay.history = history
        self.replay.rewind(max(traced_update(history.moment), 0))

    def go_to(
        self,
        moment: Moment,
        deadline: float,
        conditions: tuple[Condition, ...] = (),
    ) -> bool:
        """Move to `moment`, or as far towards it as the deadline lets.

        Parameters
        ----------
        conditions : tuple of Condition
            Breakpoints: `paused_by` is set where one holds on the way forward.

        Returns
        -------
        bool
            False where time ran out. Where the run diverges on the way, it stands
            at its last finite moment and `divergence` is set.
        """
        history = self.history
        self.paused_by = None
        if history.divergence is not None:
            moment = min(moment, Moment(history.divergence.update - 1))
        self._watch_for(moment, conditions)
        wanted = traced_update(moment)
        if wanted < 0:
            history.moment = moment
            return True
        was_finite = history.divergence is None
        reached = self._is_at_hand(wanted) or self._make(wanted, deadline)
        if self.replay.lookout.pause is not None:
            history.moment, self.paused_by = self.replay.lookout.pause
            history.traces.move_to_end(traced_update(history.moment))
            return True
        if was_finite and history.divergence is not None:
            return self.go_to(moment, inf)
        if not reached:
            self._stand_on_the_way(moment)
            return False
        history.traces.move_to_end(wanted)
        history.moment = moment
        return moment.operation > 0 or self._evaluate_moment(deadline)

    def _watch_for(self, goal: Moment, conditions: tuple[Condition, ...]) -> None:
        """Look for pauses on the way to `goal`; for none on the way back."""
        if goal <= self.moment:
            self.replay.watch_for_nothing()
            return
        self.replay.lookout = Lookout(
            self.moment,
            self.engine.network.depth,
            conditions,
            needs_traces=not self.history.watches.is_empty,
        )

    def _is_at_hand(self, wanted: int) -> bool:
        """Tell whether nothing need be made to show `wanted`, or to pause before it."""
        history, lookout = self.history, self.replay.lookout
        if wanted not in history.traces or history.losses.updates <= wanted:
            return False
        while lookout.is_active and lookout.next <= wanted:
            trace = history.traces.get(lookout.next)
            if trace is None:
                return False
            lookout.see(lookout.next, trace)
            if lookout.pause is not None:
                return True
        return True

    def _make(self, wanted: int, deadline: float) -> bool:
        """Make updates until the trace of update `wanted` is at hand.

        Whatever the deadline, something is done. It ends early at a pause.
        """
        replay, evaluator = self.replay, self._evaluator
        engine, history, lookout = replay.engine, replay.history, replay.lookout
        hurry = self.hurry if deadline < inf else NO_HURRY
        # Neither the curve nor the lookout may miss an update.
        self.replay.rewind_before(min(wanted, history.losses.updates, lookout.next))
        while engine.updates <= wanted and lookout.pause is None:
            update = engine.updates
            if evaluator.is_wanted(history, update) and not evaluator.advance(
                history, deadline
            ):
                return False
            is_late = self._is_late(deadline)
            room = min(
                wanted - update,
                evaluator.room(history, update),
                self._updates_until(deadline),
            )
            if is_late or not room or lookout.needs_trace(update):
                is_finite = self.replay.traced_update()
            else:
                is_finite = self.replay.run_block(room, hurry)
            if is_late or not is_finite:
                return is_finite and engine.updates > wanted
        return True

    def _is_late(self, deadline: float) -> bool:
        return self._clock() >= deadline or (self.hurry.is_asked and deadline < inf)

    def _updates_until(self, deadline: float) -> int:
        """Return how many updates can be made until then, about; one at least."""
        pace = self.replay.stopwatch.pace
        if not pace or deadline == inf:
            return NEVER
        return max(int(max(deadline - self._clock(), 0.0) / pace), 1)

    def _stand_on_the_way(self, goal: Moment) -> None:
        """Stand where the engine has got to, but never farther from `goal` than before.

        The engine may have begun at a checkpoint before the moment.
        """
        history, update = self.history, self.engine.updates
        is_shown = traced_update(self.moment) in history.traces
        if is_shown and Moment(update) < self.moment <= goal:
            return
        if update and update - 1 not in history.traces:
            self.replay.place(update - 1)
            self.replay.traced_update()
        history.moment = Moment(update)

    def _evaluate_moment(self, deadline: float) -> bool:
        """Evaluate where the run stands, if that is to be."""
        update = self.moment.update
        if not self._evaluator.is_wanted(self.history, update):
            return True
        if self.engine.updates != update:
            self.replay.place(update)
        return self._evaluator.advance(self.history, deadline)
