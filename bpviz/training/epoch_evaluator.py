"""Evaluates a run at the beginning of its epochs, in slices of time."""

from collections.abc import Callable
from math import isfinite

from bpviz.data.dataset import Dataset
from bpviz.training.curve_points import Evaluation
from bpviz.training.engine import Engine
from bpviz.training.evaluation import Evaluator
from bpviz.training.history import History
from bpviz.training.lookout import NEVER

_BRIEF = 20_000_000
"""Products of weights and samples that are made in some milliseconds at most."""

_NODE_WORK = 50
"""As many products take as long as a node's activation."""


class EpochEvaluator:
    """Evaluates where the engine stands, and remembers what is half done.

    Parameters
    ----------
    engine : Engine
        Of the run.
    dataset : Dataset
        What is answered.
    clock : callable
        Seconds; deadlines are in its time.
    """

    def __init__(
        self, engine: Engine, dataset: Dataset, clock: Callable[[], float]
    ) -> None:
        self._engine = engine
        self._dataset = dataset
        self._clock = clock
        test = 0 if dataset.test is None else len(dataset.test)
        samples = len(dataset.train) + test
        network = engine.network
        work = network.parameter_count + _NODE_WORK * sum(network.layer_sizes[1:])
        self._is_brief = samples * work <= _BRIEF
        self._under_way: tuple[History, int, Evaluator] | None = None

    def is_wanted(self, history: History, update: int) -> bool:
        """Tell whether `update` begins an epoch that is still to be evaluated."""
        epoch, rest = divmod(update, self._engine.updates_per_epoch)
        return rest == 0 and history.evaluations.wants(epoch, update)

    def room(self, history: History, update: int) -> int:
        """Return how many updates from `update` on may be made without traces.

        A long evaluation may be interrupted, and then the update before it is shown.
        """
        if self._is_brief:
            return NEVER
        per_epoch = self._engine.updates_per_epoch
        left = per_epoch - update % per_epoch
        return left - 1 if self.is_wanted(history, update + left) else left

    def advance(self, history: History, deadline: float) -> bool:
        """Evaluate the network as it stands; False when the deadline came first.

        A brief evaluation is not interrupted.
        """
        evaluator = self._evaluator(history)
        while (evaluation := evaluator.advance()) is None:
            if not self._is_brief and self._clock() >= deadline:
                return False
        self._under_way = None
        _record(history, evaluation)
        return True

    def _evaluator(self, history: History) -> Evaluator:
        """Return the one that is under way here, or begin another."""
        update = self._engine.updates
        if self._under_way is not None:
            its_history, its_update, evaluator = self._under_way
            if its_history is history and its_update == update:
                return evaluator
        evaluator = Evaluator(self._engine, self._dataset)
        self._under_way = history, update, evaluator
        return evaluator


def _record(history: History, evaluation: Evaluation) -> None:
    """Keep an evaluation of finite numbers.

    Where one is not finite the run is about to diverge, and a curve, or a file, has
    no place for it.
    """
    if isfinite(evaluation.train_loss) and isfinite(evaluation.test_loss or 0.0):
        history.evaluations.append(evaluation)
    else:
        history.evaluations.pass_over(evaluation.update)
