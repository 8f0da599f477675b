"""A session: opens one experiment after another and answers requests about it.

This is the whole program without a window. The worker hands it the window's
requests; the command line sends the same ones.
"""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from bpviz.data.catalog import load_dataset
from bpviz.data.own_dataset import OWN_DATA
from bpviz.data.peaks import peaks_of
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.training.debugger import Debugger
from bpviz.training.experiment import DataChoice
from bpviz.training.fitting import suggested
from bpviz.training.hurry import Hurry
from bpviz.training.messages import (
    OpenData,
    Opened,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    SaveFile,
)
from bpviz.training.outcome import Outcome
from bpviz.training.run_saving import restore, saved_run
from bpviz.training.session_file import load_session, save_session
from bpviz.training.timeline import Timeline

OPEN_BUDGET = 1.0
"""Seconds after which opening a file reports how far it has come; what made the file
is not to be trusted with more."""


class Session:
    """Holds the experiment that is open and has done what is asked of it.

    Parameters
    ----------
    clock : callable
        Seconds, for deadlines and speed.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._hurry = Hurry()
        self._number = 0
        self._debugger: Debugger | None = None
        self._path: str | None = None

    def handle(self, request: Request) -> Report:
        """Carry out one request.

        Raises
        ------
        BpvizError
            If it cannot be done; the session then stands as before.
        """
        self._hurry.begin(request.number)
        match request:
            case OpenExperiment():
                outcome = self._open(request)
            case OpenFile():
                outcome = self._open_file(request)
            case OpenData():
                outcome = self._open_data(request)
            case SaveFile():
                outcome = self._save(request)
            case Restart():
                outcome = self._restart()
            case _:
                outcome = self._current().handle(request)
        return self._report(request, outcome)

    def hurry(self, number: int) -> None:
        """Have the answer to a request come as soon as it can; from any thread."""
        self._hurry.ask(number)

    def _open(self, request: OpenExperiment) -> Outcome:
        experiment = request.experiment
        data = experiment.data
        dataset = load_dataset(data.key, data.seed, data.path)
        timeline = Timeline(experiment, dataset, request.initial, self._clock)
        return self._begin(timeline, request.initial, None)

    def _open_data(self, request: OpenData) -> Outcome:
        data = DataChoice(key=OWN_DATA, path=str(Path(request.path).absolute()))
        dataset = load_dataset(data.key, data.seed, data.path)
        timeline = Timeline(suggested(data, dataset), dataset, clock=self._clock)
        return self._begin(timeline, None, None)

    def _open_file(self, request: OpenFile) -> Outcome:
        """Open a file; the same request again goes on where time ran out."""
        debugger, opened = self._debugger, None
        goal = None if debugger is None else debugger.travel.goal_of(request)
        if goal is None:
            saved = load_session(request.path)
            data = saved.experiment.data
            dataset = load_dataset(data.key, data.seed, data.path)
            timeline = Timeline(saved.experiment, dataset, saved.first, self._clock)
            restore(timeline, saved)
            goal = saved.moment
            opened = self._begin(timeline, saved.first, request.path).opened
        debugger = self._current()
        deadline = self._clock() + OPEN_BUDGET
        reached = debugger.travel.go(debugger.timeline, request, goal, deadline)
        return Outcome(reached=reached, opened=opened)

    def _save(self, request: SaveFile) -> Outcome:
        debugger = self._current()
        save_session(request.path, saved_run(debugger.timeline))
        self._path = request.path
        debugger.travel.give_up()  # The file on its way may be another now.
        return Outcome(saved=request.path)

    def _restart(self) -> Outcome:
        before = self._current()
        timeline = Timeline(
            before.timeline.experiment,
            before.timeline.dataset,
            before.initial,
            self._clock,
        )
        outcome = self._begin(timeline, before.initial, self._path)
        self._current().adopt(before)
        return outcome

    def _begin(
        self, timeline: Timeline, initial: Array | None, path: str | None
    ) -> Outcome:
        self._number += 1
        timeline.hurry = self._hurry
        self._debugger = Debugger(timeline, initial, self._clock)
        self._path = path
        return Outcome(
            opened=Opened(
                timeline.experiment,
                timeline.dataset,
                timeline.engine.updates_per_epoch,
                path,
                peaks_of(timeline.dataset),
            )
        )

    def _current(self) -> Debugger:
        if self._debugger is None:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "Nothing is open yet; open a preset first.")
            )
        return self._debugger

    def _report(self, request: Request, outcome: Outcome) -> Report:
        debugger = self._current()
        timeline = debugger.timeline
        speed = timeline.replay.stopwatch.lap()
        curves = timeline.curves()
        return Report(
            number=request.number,
            session=self._number,
            frame=debugger.frame(self._number),
            curves=curves,
            reached=outcome.reached,
            samples_per_second=speed,
            divergence=timeline.divergence,
            opened=outcome.opened,
            saved=outcome.saved,
            runs=debugger.tree.runs(curves),
            paused_by=outcome.paused_by,
            watches=timeline.history.watches.curves(),
            proof=outcome.proof,
            check=outcome.check,
        )
