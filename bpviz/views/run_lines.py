"""The line that stands for an earlier run in a plot, from where the present one left.

Qt-free.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from bpviz.scene.run_changes import FaultSpans, fault_spans, parting
from bpviz.training.curve_points import Evaluation
from bpviz.training.runs import RunSummary
from bpviz.views.curve_series import (
    Series,
    batch_series,
    evaluation_accuracies,
    evaluation_losses,
)

MOST_RUNS = 24
"""Of more runs the latest are drawn."""

_MOST_EVALUATIONS = 256
_FEWEST_EVALUATIONS = 3
"""With fewer since the runs parted, the batches' losses tell more."""


@dataclass(frozen=True, slots=True, eq=False)
class RunLine:
    """One line of an earlier run.

    Attributes
    ----------
    number : int
        The run's.
    series : Series
        What is drawn, from the update on at which the runs parted.
    faults : FaultSpans
        Between which updates a fault was on.
    """

    number: int
    series: Series
    faults: FaultSpans = ()

    def height_at(self, update: float) -> float:
        """Return the value that the line has at an update; NaN where it has none."""
        series = self.series
        if not len(series) or not series.updates[0] <= update <= series.updates[-1]:
            return float("nan")
        return float(np.interp(update, series.updates, series.values))


class RunCurves:
    """The curves of one earlier run, of which every line is a part.

    Parameters
    ----------
    run : RunSummary
        A run that is not on.
    """

    def __init__(self, run: RunSummary) -> None:
        self._run = run
        self._faults = fault_spans(run)
        evaluations = _thinned(run.curves.evaluations)
        self._trained = evaluation_losses(evaluations)[:1]
        self._accuracies = evaluation_accuracies(evaluations)[-1:]
        self._batches = batch_series(run.curves.losses)

    def loss_line(self, current: RunSummary) -> RunLine:
        """Return the loss: of the training data, or of batches where too few."""
        since = parting(self._run, current)
        series = self._batches
        for trained in self._trained:
            if np.sum(trained.updates >= since) >= _FEWEST_EVALUATIONS:
                series = trained
        return RunLine(self._run.number, _since(series, since), self._faults)

    def accuracy_lines(self, current: RunSummary) -> tuple[RunLine, ...]:
        """Return the accuracy, of the test data if there are any, or nothing."""
        since = parting(self._run, current)
        return tuple(
            RunLine(self._run.number, _since(series, since), self._faults)
            for series in self._accuracies
        )


def nearest_line(
    lines: Iterable[RunLine], update: float, value: float, within: float
) -> RunLine | None:
    """Return the line that passes a point most closely, if any does.

    Parameters
    ----------
    update, value : float
        The point.
    within : float
        How far off, in values, a line may be.
    """
    best, least = None, within
    for line in lines:
        distance = abs(line.height_at(update) - value)
        if distance <= least:
            best, least = line, distance
    return best


def _thinned(evaluations: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    """Leave some out where there are more than a plot has room for."""
    stride = -(-len(evaluations) // _MOST_EVALUATIONS)
    return evaluations[:: max(stride, 1)]


def _since(series: Series, update: float) -> Series:
    """Return what follows `update`, and the point before it."""
    first = max(int(np.searchsorted(series.updates, update, "right")) - 1, 0)
    low, high = series.lowest, series.highest
    return replace(
        series,
        updates=series.updates[first:],
        values=series.values[first:],
        lowest=None if low is None else low[first:],
        highest=None if high is None else high[first:],
    )
