"""A session: answers requests about one run after another.

This is the whole program without a window. The worker hands it the window's
requests; the command line sends the same ones.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from bpviz.data.catalog import load_dataset
from bpviz.data.dataset import Dataset
from bpviz.data.own_dataset import OWN_DATA
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, frozen
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.parameters import Parameters
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.fitting import suggested
from bpviz.training.frame import Frame
from bpviz.training.messages import (
    Evaluate,
    OpenData,
    Opened,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
    Seek,
    Step,
)
from bpviz.training.session_file import load_session, save_session
from bpviz.training.steps import Granularity, Moment, moved, operations_for
from bpviz.training.timeline import Timeline

STEP_BUDGET = 0.03
"""Seconds after which a step that takes long reports how far it has come."""

OPEN_BUDGET = 1.0
"""The same for opening a file; what made the file is not to be trusted with more."""

FOR_EVER = 2**62


class Session:
    """Holds the run that is looked at and carries out what is asked of it.

    Parameters
    ----------
    clock : callable
        Seconds, for deadlines and speed.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._number = 0
        self._timeline: Timeline | None = None
        self._probe: _Probe | None = None
        self._initial: Array | None = None
        self._path: str | None = None
        self._goal: tuple[Step | OpenFile, Moment] | None = None

    def handle(self, request: Request) -> Report:
        """Carry out one request.

        Raises
        ------
        BpvizError
            If it cannot be done; the session then stands as before.
        """
        match request:
            case OpenExperiment():
                return self._open(request)
            case OpenFile():
                return self._open_file(request)
            case OpenData():
                return self._open_data(request)
            case SaveFile():
                return self._save(request)
            case Restart():
                return self._restart(request)
            case Run():
                return self._run(request)
            case Step():
                return self._step(request)
            case Seek():
                return self._seek(request)
            case Evaluate():
                self._current().evaluate()
                return self._report(request)
            case _:
                raise TypeError(f"not a request: {request!r}")

    def _open(self, request: OpenExperiment) -> Report:
        experiment = request.experiment
        data = experiment.data
        dataset = load_dataset(data.key, data.seed, data.path)
        timeline = Timeline(experiment, dataset, request.initial, self._clock)
        self._begin(timeline, request.initial, None)
        return self._report(request, opened=self._opened())

    def _open_data(self, request: OpenData) -> Report:
        data = DataChoice(key=OWN_DATA, path=str(Path(request.path).absolute()))
        dataset = load_dataset(data.key, data.seed, data.path)
        timeline = Timeline(suggested(data, dataset), dataset, clock=self._clock)
        self._begin(timeline, None, None)
        return self._report(request, opened=self._opened())

    def _open_file(self, request: OpenFile) -> Report:
        """Open a file; the same request again goes on where time ran out."""
        goal, opened = self._pursued(request), None
        if goal is None:
            saved = load_session(request.path)
            data = saved.experiment.data
            dataset = load_dataset(data.key, data.seed, data.path)
            timeline = Timeline(saved.experiment, dataset, saved.first, self._clock)
            timeline.restore(saved)
            self._begin(timeline, saved.first, request.path)
            goal, opened = saved.moment, self._opened()
        reached = self._current().go_to(goal, self._clock() + OPEN_BUDGET)
        self._goal = None if reached else (request, goal)
        return self._report(request, reached=reached, opened=opened)

    def _save(self, request: SaveFile) -> Report:
        save_session(request.path, self._current().saved())
        self._path = request.path
        self._goal = None  # The file that was on its way may be another now.
        return self._report(request, saved=request.path)

    def _restart(self, request: Restart) -> Report:
        current = self._current()
        timeline = Timeline(
            current.experiment, current.dataset, self._initial, self._clock
        )
        self._begin(timeline, self._initial, self._path)
        return self._report(request, opened=self._opened())

    def _run(self, request: Run) -> Report:
        timeline = self._current()
        self._goal = None
        until = FOR_EVER if request.until is None else request.until
        deadline = self._clock() + request.budget
        reached = timeline.go_to(Moment(max(until, timeline.moment.update)), deadline)
        return self._report(request, reached=reached)

    def _seek(self, request: Seek) -> Report:
        timeline = self._current()
        self._goal = None
        goal = Moment(max(request.update, 0))
        reached = timeline.go_to(goal, self._clock() + STEP_BUDGET)
        return self._report(request, reached=reached)

    def _step(self, request: Step) -> Report:
        """Go one step; the same request again goes on where time ran out."""
        timeline = self._current()
        goal = self._pursued(request)
        if goal is None:
            goal = moved(
                timeline.moment,
                request.granularity,
                request.direction,
                len(operations_for(timeline.engine.network.depth)),
                timeline.engine.updates_per_epoch,
            )
        budget = (
            STEP_BUDGET if request.granularity is Granularity.EPOCH else float("inf")
        )
        reached = timeline.go_to(goal, self._clock() + budget)
        self._goal = None if reached else (request, goal)
        return self._report(request, reached=reached)

    def _pursued(self, request: Step | OpenFile) -> Moment | None:
        """Return where the last move was heading if `request` asks for the same."""
        if self._goal is None:
            return None
        before, goal = self._goal
        return goal if replace(before, number=request.number) == request else None

    def _begin(
        self, timeline: Timeline, initial: Array | None, path: str | None
    ) -> None:
        self._number += 1
        self._timeline = timeline
        self._initial = initial
        self._path = path
        self._goal = None
        self._probe = _Probe.of(timeline.experiment, timeline.dataset)

    def _current(self) -> Timeline:
        if self._timeline is None:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "Nothing is open yet; open a preset first.")
            )
        return self._timeline

    def _opened(self) -> Opened:
        timeline = self._current()
        return Opened(
            timeline.experiment,
            timeline.dataset,
            timeline.engine.updates_per_epoch,
            self._path,
        )

    def _report(
        self,
        request: Request,
        *,
        reached: bool = True,
        opened: Opened | None = None,
        saved: str | None = None,
    ) -> Report:
        timeline = self._current()
        speed = timeline.stopwatch.lap()
        return Report(
            number=request.number,
            session=self._number,
            frame=self._frame(timeline),
            curves=timeline.curves(),
            reached=reached,
            samples_per_second=speed,
            divergence=timeline.divergence,
            opened=opened,
            saved=saved,
        )

    def _frame(self, timeline: Timeline) -> Frame:
        moment = timeline.moment
        parameters = timeline.parameters
        return Frame(
            session=self._number,
            network=timeline.engine.network,
            moment=moment,
            epoch=moment.update // timeline.engine.updates_per_epoch,
            parameters=parameters,
            trace=timeline.trace,
            probe_outputs=(
                None if self._probe is None else self._probe.outputs(parameters)
            ),
        )


class _Probe:
    """Answers to a data set's probe points, for drawing the fit or the boundary."""

    def __init__(self, experiment: Experiment, points: Array) -> None:
        network = experiment.network
        self._flat = np.zeros(network.parameter_count, experiment.float_type)
        self._passes = Backprop(network, self._flat, len(points))
        self._inputs = with_ones(len(points), points.shape[1], self._flat.dtype)
        self._inputs[:, :-1] = points

    @classmethod
    def of(cls, experiment: Experiment, dataset: Dataset) -> "_Probe | None":
        """Return a probe for `dataset`, None where it is not drawn that way."""
        return None if dataset.probe is None else cls(experiment, dataset.probe)

    def outputs(self, parameters: Parameters) -> Array:
        """Answer with `parameters`: (points, outputs), read-only."""
        np.copyto(self._flat, parameters.flat)
        with quiet():
            return frozen(self._passes.forward(self._inputs).copy())
