"""What the curves show of a session's runs: their lines, their rows, their flags."""

from itertools import chain

from bpviz.look.theme import Theme
from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.run_changes import FaultSpans, fault_spans, has_fault
from bpviz.training.runs import Runs, RunSummary
from bpviz.views.curve_runs import run_mark
from bpviz.views.marks import Mark
from bpviz.views.run_lines import MOST_RUNS, RunCurves, RunLine
from bpviz.views.run_menu import RunRow
from bpviz.views.run_words import flags_of, run_name, run_text
from bpviz.views.time_strip import Flag

_AT_ONCE = 6
"""Runs whose lines are made in one go; each takes about half a millisecond."""

_CurvesKey = tuple[int, int]
"""A run's number, and how far it had come."""


class RunsShown:
    """Turns the runs of a session into what is drawn and said of them.

    Their curves are kept: those of a run that is not on do not change.
    """

    def __init__(self) -> None:
        self._base = Hyperparameters()
        self._runs: Runs | None = None
        self._curves: dict[_CurvesKey, RunCurves] = {}
        self._waiting: dict[_CurvesKey, RunSummary] = {}

    @property
    def runs(self) -> Runs | None:
        """What was taken up last."""
        return self._runs

    @property
    def is_faulty(self) -> bool:
        """Whether the present run has a fault on."""
        return self._runs is not None and has_fault(self._runs.current)

    def begin(self, base: Hyperparameters) -> None:
        """Forget everything; the next session begins with `base`."""
        self._base = base
        self._runs = None
        self._curves.clear()
        self._waiting.clear()

    def take(self, runs: Runs | None) -> bool:
        """Take up runs; tell whether lines, rows or flags are others than before."""
        before, self._runs = self._runs, runs
        if _facts(before) == _facts(runs):
            return False
        others = () if runs is None else runs.others[-MOST_RUNS:]
        every = {(run.number, run.updates): run for run in others}
        self._curves = {key: self._curves[key] for key in every if key in self._curves}
        self._waiting = {k: run for k, run in every.items() if k not in self._curves}
        self.take_more()
        return True

    @property
    def faults(self) -> FaultSpans:
        """Between which updates the present run had a fault on."""
        return () if self._runs is None else fault_spans(self._runs.current)

    @property
    def is_behind(self) -> bool:
        """Whether there are runs whose lines have not been made yet."""
        return bool(self._waiting)

    def take_more(self) -> None:
        """Make the lines of some of the runs that wait, not to stop a hand for long."""
        for key in tuple(self._waiting)[:_AT_ONCE]:
            self._curves[key] = RunCurves(self._waiting.pop(key))

    def loss_lines(self) -> tuple[RunLine, ...]:
        """Return the lines of earlier runs for the plot of the loss."""
        if self._runs is None:
            return ()
        current = self._runs.current
        return tuple(one.loss_line(current) for one in self._curves.values())

    def accuracy_lines(self) -> tuple[RunLine, ...]:
        """Return the lines of earlier runs for the plot of the accuracy."""
        if self._runs is None:
            return ()
        current = self._runs.current
        lines = (one.accuracy_lines(current) for one in self._curves.values())
        return tuple(chain.from_iterable(lines))

    def flags(self) -> tuple[Flag, ...]:
        """Return a flag for every change on the way to the present run."""
        if self._runs is None:
            return ()
        return flags_of(self._runs.current, self._base)

    def rows(self, theme: Theme, current: Mark) -> list[RunRow]:
        """Return a row for every run, the present one as `current` is drawn."""
        if self._runs is None:
            return []
        runs = self._runs
        every = sorted((runs.current, *runs.others), key=lambda run: run.number)
        return [
            RunRow(
                run.number,
                self.text_of(run.number),
                current
                if run is runs.current
                else run_mark(theme, is_faulty=has_fault(run)),
                run is runs.current,
            )
            for run in every
        ]

    def text_of(self, number: int) -> str:
        """Return the name of a run and what it did otherwise."""
        runs = self._runs
        if runs is None:
            return run_name(number)
        for run in (runs.current, *runs.others):
            if run.number == number:
                return f"{run_name(number)} · {run_text(run, runs, self._base)}"
        return run_name(number)


def _facts(runs: Runs | None) -> object:
    """Return what decides about lines, rows and flags."""
    if runs is None:
        return None
    others = tuple((run.number, run.updates) for run in runs.others)
    return runs.current.number, runs.current.log, others
