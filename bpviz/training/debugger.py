"""Moves through an experiment's runs, changes them, and looks at their numbers."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bpviz.nn.arrays import Array
from bpviz.training.breakpoints import check_condition
from bpviz.training.change_check import check_change, check_count
from bpviz.training.change_log import changed
from bpviz.training.changes import Change, ParameterEdit, SampleChoice
from bpviz.training.conditions import Condition
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Prove,
    Redo,
    RunTo,
    SetBreakpoints,
    SetWatches,
    SwitchRun,
    Undo,
)
from bpviz.training.examiner import Examiner
from bpviz.training.frame import Frame
from bpviz.training.history import traced_update
from bpviz.training.messages import Evaluate, Request, Run, Seek, Step
from bpviz.training.outcome import Outcome
from bpviz.training.probe import Probe
from bpviz.training.run_tree import RunTree
from bpviz.training.steps import Granularity, Moment, moved, operations_for
from bpviz.training.timeline import Timeline
from bpviz.training.travel import Travel
from bpviz.training.watch_check import check_watches
from bpviz.training.watch_filling import WatchFilling

if TYPE_CHECKING:
    from bpviz.training.watches import Watch

STEP_BUDGET = 0.03
"""Seconds after which a move that takes long reports how far it has come."""

SHORT_STEP_BUDGET = 0.5
"""The same for a step to a neighbour, which seldom takes long and is not cut short."""

FOR_EVER = 2**62


class Debugger:
    """Carries out what is asked of an experiment that is open.

    Parameters
    ----------
    timeline : Timeline
        Of the experiment.
    initial : Array or None
        The first parameters, where they were given.
    clock : callable
        Seconds, for deadlines.

    Attributes
    ----------
    tree : RunTree
        All runs of the experiment.
    travel : Travel
        The move that is under way.
    breakpoints : tuple of Condition
        Where `Run` pauses.
    watches : tuple of Watch
        What is recorded.
    """

    def __init__(
        self, timeline: Timeline, initial: Array | None, clock: Callable[[], float]
    ) -> None:
        self.timeline = timeline
        self.initial = initial
        self.tree = RunTree(timeline)
        self.travel = Travel()
        self.breakpoints: tuple[Condition, ...] = ()
        self.watches: tuple[Watch, ...] = ()
        self._probe = Probe.of(timeline.experiment, timeline.dataset)
        self._clock = clock
        self._examiner = Examiner(timeline)
        self._filling: tuple[SetWatches, WatchFilling] | None = None

    def handle(self, request: Request) -> Outcome:
        """Carry out one request.

        Raises
        ------
        BpvizError
            If it cannot be done; the run then stands as before.
        """
        if not isinstance(request, CheckGradients):
            self._examiner.give_up()
        if not isinstance(request, SetWatches):
            self._filling = None
        match request:
            case Run():
                return self._run(request)
            case RunTo():
                return self._run_to(request)
            case Step():
                return self._move(request, lambda: self._stepped(request))
            case Seek():
                return self._move(request, lambda: Moment(max(request.update, 0)))
            case MakeChange(change=change):
                return self._move(request, lambda: self._changed(change))
            case Undo():
                return self._move(request, self.tree.undo)
            case Redo():
                return self._move(request, self.tree.redo)
            case SwitchRun(run=run):
                return self._move(request, lambda: self.tree.switch(run))
            case SetBreakpoints(conditions=conditions):
                return self._set_breakpoints(conditions)
            case SetWatches():
                return self._set_watches(request)
            case Evaluate():
                self.timeline.evaluate()
                return Outcome()
            case Prove(key=key):
                return self._examiner.prove(key)
            case CheckGradients():
                return self._examiner.check(request)
            case _:
                raise TypeError(f"not a request: {request!r}")

    def frame(self, session: int) -> Frame:
        """Publish the moment at which the run that is on stands."""
        timeline = self.timeline
        moment, parameters = timeline.moment, timeline.parameters
        settings, probe = timeline.settings, self._probe
        return Frame(
            session=session,
            network=timeline.engine.network,
            moment=moment,
            epoch=moment.update // timeline.engine.updates_per_epoch,
            parameters=parameters,
            trace=timeline.trace,
            probe=(
                None
                if probe is None
                else probe.answers(parameters, settings.switched_off)
            ),
            settings=settings,
            trace_settings=timeline.history.log.settings(max(traced_update(moment), 0)),
        )

    def adopt(self, other: "Debugger") -> None:
        """Take over the breakpoints and watches of another one on the same network."""
        self.breakpoints = other.breakpoints
        self.watches = other.watches
        self._bring_watches()

    def _run(self, request: Run) -> Outcome:
        timeline = self.timeline
        self.travel.give_up()
        until = FOR_EVER if request.until is None else request.until
        return self._run_on(
            max(Moment(until), timeline.moment), request.budget, self.breakpoints
        )

    def _run_to(self, request: RunTo) -> Outcome:
        timeline = self.timeline
        check_condition(
            request.condition, timeline.experiment.network, timeline.dataset
        )
        self.travel.give_up()
        return self._run_on(Moment(FOR_EVER), request.budget, (request.condition,))

    def _run_on(
        self, goal: Moment, budget: float, conditions: tuple[Condition, ...]
    ) -> Outcome:
        timeline = self.timeline
        reached = timeline.go_to(goal, self._clock() + budget, conditions)
        return Outcome(reached=reached, paused_by=timeline.paused_by)

    def _move(self, request: Request, begin: Callable[[], Moment]) -> Outcome:
        """Make a move; the same request again goes on where time ran out."""
        goal = self.travel.goal_of(request)
        if goal is None:
            goal = begin()
            self._bring_watches()
        is_short = (
            isinstance(request, Step) and request.granularity is not Granularity.EPOCH
        )
        budget = SHORT_STEP_BUDGET if is_short else STEP_BUDGET
        deadline = self._clock() + budget
        reached = self.travel.go(self.timeline, request, goal, deadline)
        return Outcome(reached=reached)

    def _stepped(self, request: Step) -> Moment:
        """Return where a step leads."""
        engine = self.timeline.engine
        return moved(
            self.timeline.moment,
            request.granularity,
            request.direction,
            len(operations_for(engine.network.depth)),
            engine.updates_per_epoch,
        )

    def _changed(self, change: Change) -> Moment:
        """Make a change, unless it changes nothing, and return where that leads."""
        timeline = self.timeline
        check_change(change, timeline.experiment, timeline.dataset)
        if self._is_so_already(change):
            return timeline.moment
        check_count(len(timeline.history.log.entries) + 1)
        return self.tree.change(change)

    def _is_so_already(self, change: Change) -> bool:
        timeline = self.timeline
        update = timeline.moment.update
        match change:
            case ParameterEdit(key, value):
                flat = timeline.parameters.flat
                place = key.position(timeline.engine.network)
                return bool(flat[place] == flat.dtype.type(value))
            case SampleChoice(sample):
                return timeline.history.log.sample(update) == sample
            case _:
                settings = timeline.settings
                return changed(settings, change, update) == settings

    def _set_breakpoints(self, conditions: tuple[Condition, ...]) -> Outcome:
        timeline = self.timeline
        for condition in conditions:
            check_condition(condition, timeline.experiment.network, timeline.dataset)
        self.breakpoints = conditions
        return Outcome()

    def _set_watches(self, request: SetWatches) -> Outcome:
        """Record other numbers; the same request again goes on where time ran out."""
        filling = self._filling_for(request)
        if filling is None:
            check_watches(request.watches, self.timeline.engine.network)
            self.watches = request.watches
            self._bring_watches()
            filling = WatchFilling(self.timeline.replay, self._clock)
        is_done = filling.advance(self._clock() + STEP_BUDGET)
        self._filling = None if is_done else (request, filling)
        return Outcome(reached=is_done)

    def _filling_for(self, request: SetWatches) -> WatchFilling | None:
        """Return what `request` goes on with."""
        if self._filling is None:
            return None
        before, filling = self._filling
        return filling if replace(before, number=request.number) == request else None

    def _bring_watches(self) -> None:
        """Let the run that is on record what is watched, from what is at hand on."""
        history = self.timeline.history
        if history.watches.watches != tuple(dict.fromkeys(self.watches)):
            history.watches = history.watches.changed_to(self.watches)
            for update, trace in history.traces.items():
                history.watches.record(update, trace)
