"""One run of an experiment, which can stand at any of its moments.

Inside an update a moment is a place in the update's trace; between updates it is
reached from the nearest checkpoint by making the updates again. There is only one
way to make an update, so a moment visited again is the same to the bit.
"""

from collections import OrderedDict
from collections.abc import Callable
from math import isfinite
from time import perf_counter

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.checkpoints import Checkpoints
from bpviz.training.curves import EvaluationRecorder, LossRecorder, published
from bpviz.training.divergence import first_non_finite
from bpviz.training.engine import Engine
from bpviz.training.evaluation import Evaluator
from bpviz.training.experiment import Experiment
from bpviz.training.messages import Curves, Divergence, Evaluation
from bpviz.training.session_file import SavedRun
from bpviz.training.steps import Moment

CHECKPOINT_SECONDS = 0.02
"""Training time between checkpoints: about half of what a jump may take."""

KEPT_TRACES = 16


class Stopwatch:
    """Counts the samples trained on and the seconds that took."""

    def __init__(self) -> None:
        self.samples = 0
        self.seconds = 0.0

    def lap(self) -> float | None:
        """Return samples a second since the last lap, None if nothing was trained."""
        speed = self.samples / self.seconds if self.seconds > 0 else None
        self.samples, self.seconds = 0, 0.0
        return speed


class Timeline:
    """The moments of one run.

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
    moment : Moment
        Where the run stands.
    divergence : Divergence or None
        Set once the run has turned out to leave the finite numbers.
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
        self.engine = Engine(experiment, dataset, initial)
        self.moment = Moment()
        self.divergence: Divergence | None = None
        self.stopwatch = Stopwatch()
        self.losses = LossRecorder()
        self.evaluations = EvaluationRecorder()
        self.checkpoints = Checkpoints()
        self.checkpoints.keep(0, self.engine.state.block)
        self._first_parameters = self.engine.parameters()
        self._clock = clock
        self._traces: OrderedDict[int, BackpropTrace] = OrderedDict()
        self._evaluator: Evaluator | None = None
        self._before_block = self.engine.state.block.copy()
        self._seconds_since_checkpoint = 0.0

    @property
    def trace(self) -> BackpropTrace | None:
        """The update that the moment belongs to; None at the very beginning."""
        return self._traces.get(_traced_update(self.moment))

    @property
    def parameters(self) -> Parameters:
        """Weights and biases as they stand at the moment."""
        trace = self.trace
        if trace is None:
            return self._first_parameters
        return trace.parameters if self.moment.operation else trace.parameters_after

    def curves(self) -> Curves:
        """Publish the curves as far as the run has come."""
        return published(self.losses, self.evaluations)

    def evaluate(self) -> None:
        """Evaluate at the end of the last update made, unless that is known."""
        moment = Moment(self.moment.update)
        self.go_to(moment, float("inf"))
        entries = self.evaluations.entries()
        if entries and entries[-1].update >= moment.update:
            return
        if self.engine.updates != moment.update:
            self._rewind(moment.update)
            while self.engine.updates < moment.update:
                self.engine.run_block(moment.update - self.engine.updates)
        self._evaluator = Evaluator(self.engine, self.dataset)
        while (evaluation := self._evaluator.advance()) is None:
            pass
        self._evaluator = None
        self._record(evaluation)

    def saved(self) -> SavedRun:
        """Return what a session file keeps of the run."""
        at, block = self.checkpoints.nearest(max(_traced_update(self.moment), 0))
        return SavedRun(
            experiment=self.experiment,
            moment=self.moment,
            first=self._first_parameters.flat,
            checkpoint=block,
            checkpoint_update=at,
            recorded_updates=self.losses.updates,
            losses=self.losses.points(),
            evaluations=self.evaluations.entries(),
        )

    def restore(self, saved: SavedRun) -> None:
        """Take up a run that was put away; the timeline must be a new one.

        It stands at its beginning; `go_to` leads to the saved moment.
        """
        self.losses.restore(saved.losses, saved.recorded_updates)
        self.evaluations.restore(saved.evaluations)
        self.checkpoints.keep(saved.checkpoint_update, saved.checkpoint)

    def go_to(self, moment: Moment, deadline: float) -> bool:
        """Move to `moment`, or as far towards it as the deadline lets.

        Returns
        -------
        bool
            False where time ran out. Where the run diverges on the way, it stands
            at its last finite moment and `divergence` is set.
        """
        if self.divergence is not None:
            moment = min(moment, Moment(self.divergence.update - 1))
        wanted = _traced_update(moment)
        if wanted < 0:
            self._rewind(0)
            self.moment = moment
            return True
        was_finite = self.divergence is None
        reached = wanted in self._traces or self._make(wanted, deadline)
        if was_finite and self.divergence is not None:
            return self.go_to(moment, float("inf"))
        if not reached:
            self.moment = Moment(self.engine.updates)
            return False
        self._traces.move_to_end(wanted)
        self.moment = moment
        return moment.operation > 0 or self._evaluate(deadline)

    def _make(self, wanted: int, deadline: float) -> bool:
        """Make updates until the trace of update `wanted` is at hand.

        Whatever the deadline, something is done, and the trace of the last update
        made is at hand afterwards.
        """
        engine = self.engine
        if not self.checkpoints.nearest(wanted)[0] <= engine.updates <= wanted:
            self._rewind(wanted)
        while engine.updates <= wanted:
            if not self._evaluate(deadline):
                return False
            is_late = self._clock() >= deadline
            if is_late or engine.updates == wanted or self._must_evaluate(ahead=1):
                is_finite = self._traced_update()
            else:
                is_finite = self._run_block(wanted - engine.updates)
            if is_late or not is_finite:
                return is_finite and engine.updates > wanted
        return True

    def _run_block(self, most: int) -> bool:
        """Make and record up to `most` updates, stopping before an epoch's last.

        Returns False if the run left the finite numbers.
        """
        engine = self.engine
        first = engine.updates
        left = engine.updates_per_epoch - first % engine.updates_per_epoch
        np.copyto(self._before_block, engine.state.block)
        start = self._clock()
        losses = engine.run_block(min(most, max(left - 1, 1)))
        seconds = self._clock() - start
        self.stopwatch.seconds += seconds
        self.stopwatch.samples += len(losses) * engine.batch_size
        if not (np.isfinite(losses).all() and engine.is_finite()):
            engine.restore(self._before_block, first)
            stop = first + len(losses)
            while engine.updates < stop and self._traced_update():
                pass
            return self.divergence is None
        self.losses.append(first, losses)
        self._seconds_since_checkpoint += seconds
        if self._seconds_since_checkpoint >= CHECKPOINT_SECONDS:
            self.checkpoints.keep(engine.updates, engine.state.block)
            self._seconds_since_checkpoint = 0.0
        return True

    def _traced_update(self) -> bool:
        """Make one update, record it like any other, and keep its trace.

        Returns False if the update left the finite numbers.
        """
        update = self.engine.updates
        trace = self.engine.trace()
        memories = self.engine.state.block[1:]
        divergence = first_non_finite(trace, memories, update + 1)
        if divergence is not None:
            self.divergence = divergence
            self._rewind(update)  # no engine is left standing on what is not finite
            return False
        self.losses.append(update, np.array([trace.loss]))
        self._traces[update] = trace
        while len(self._traces) > KEPT_TRACES:
            self._traces.popitem(last=False)
        return True

    def _rewind(self, update: int) -> None:
        """Put the engine at the nearest checkpoint at or before `update`."""
        at, block = self.checkpoints.nearest(update)
        self.engine.restore(block, at)
        self._evaluator = None

    def _must_evaluate(self, ahead: int = 0) -> bool:
        """Tell whether an evaluation is missing, now or after `ahead` more updates."""
        updates = self.engine.updates + ahead
        epoch, rest = divmod(updates, self.engine.updates_per_epoch)
        return rest == 0 and self.evaluations.wants(epoch, updates)

    def _evaluate(self, deadline: float) -> bool:
        """Evaluate at the beginning of an epoch; False when the deadline came first."""
        if not self._must_evaluate():
            return True
        if self._evaluator is None:
            self._evaluator = Evaluator(self.engine, self.dataset)
        while (evaluation := self._evaluator.advance()) is None:
            if self._clock() >= deadline:
                return False
        self._evaluator = None
        self._record(evaluation)
        return True

    def _record(self, evaluation: Evaluation) -> None:
        """Keep an evaluation of finite numbers.

        Where one is not finite the run is about to diverge, and a curve, or a file,
        has no place for it.
        """
        if isfinite(evaluation.train_loss) and isfinite(evaluation.test_loss or 0.0):
            self.evaluations.append(evaluation)


def _traced_update(moment: Moment) -> int:
    """Return the update, counted from 0, whose trace shows `moment`; -1 for none."""
    return moment.update if moment.operation else moment.update - 1
