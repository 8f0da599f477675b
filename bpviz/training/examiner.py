"""Proves numbers of a moment: one derivative at a time, or all of them."""

from dataclasses import replace

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.optimizers import MEMORIES
from bpviz.nn.parameter_key import ParameterKey
from bpviz.nn.trace import BackpropTrace
from bpviz.training.debug_requests import CheckGradients
from bpviz.training.history import traced_update
from bpviz.training.moment_check import MomentCheck
from bpviz.training.outcome import Outcome
from bpviz.training.prover import prove
from bpviz.training.timeline import Timeline


class Examiner:
    """Examines the update that the moment is about.

    That is the one whose trace is shown; at the very beginning, the first.

    Parameters
    ----------
    timeline : Timeline
        Where it stands.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._under_way: tuple[CheckGradients, MomentCheck] | None = None

    def prove(self, key: ParameterKey) -> Outcome:
        """Differentiate numerically by one parameter.

        Raises
        ------
        InputError
            If the network has no such parameter.
        """
        timeline = self._timeline
        key.position(timeline.engine.network)
        update, trace, _ = self._examined()
        settings = timeline.history.log.settings(update)
        return Outcome(proof=prove(key, trace, timeline.moment, settings))

    def check(self, request: CheckGradients) -> Outcome:
        """Check derivatives; the same request again goes on where time ran out."""
        check = self._check(request)
        is_done = check.advance(request.budget)
        self._under_way = None if is_done else (request, check)
        return Outcome(reached=is_done, check=check.report())

    def give_up(self) -> None:
        """Forget the check that is under way."""
        self._under_way = None

    def _check(self, request: CheckGradients) -> MomentCheck:
        """Return the check that `request` goes on with, or begins."""
        if self._under_way is not None:
            before, check = self._under_way
            if replace(before, number=request.number) == request:
                return check
        if request.seed < 0 or (request.entries is not None and request.entries < 1):
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "{name} must be {allowed}; got {value}."),
                name="entries, seed",
                allowed=">= 1, >= 0",
                value=(request.entries, request.seed),
            )
        timeline = self._timeline
        update, trace, memories = self._examined()
        settings = timeline.history.log.settings(update)
        return MomentCheck(
            trace,
            update + 1 - settings.optimizer_since,
            timeline.moment,
            settings,
            memories,
            request.entries,
            request.seed,
        )

    def _examined(self) -> tuple[int, BackpropTrace, Array]:
        """Return the update, from 0, its trace, and the optimizer's memories before."""
        timeline = self._timeline
        update = max(traced_update(timeline.moment), 0)
        timeline.replay.place(update)
        log, engine = timeline.history.log, timeline.engine
        count = MEMORIES[log.settings(update).hyperparameters.optimizer]
        memories = engine.state.block[1 : 1 + count].copy()
        trace = timeline.history.traces.get(update)
        if trace is None:
            trace = engine.trace(log.sample(update))
            timeline.replay.rewind(update)
        return update, trace, memories
