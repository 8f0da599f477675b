"""How much work a report to the curves is, in counts: a busy machine changes none."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from types import FrameType
from typing import Any

import pytest
from PyQt6.QtGui import QGuiApplication

from bpviz.training.curve_points import Curves
from bpviz.views.plot_items import Band, Line, PlotItem
from bpviz.views.plot_points import Points


@dataclass(slots=True)
class Work:
    """What was done.

    Attributes
    ----------
    calls : float
        Of functions, those of Qt and of other libraries in C included.
    points : float
        That lines, bands and marks had when they were painted.
    """

    calls: float = 0
    points: float = 0


def usual_work(show: Callable[[Curves], object], reports: Iterable[Curves]) -> Work:
    """Count the work of showing each report, and return what is usual."""
    every = [_work(show, report) for report in reports]
    return Work(
        median(work.calls for work in every), median(work.points for work in every)
    )


def _work(show: Callable[[Curves], object], report: Curves) -> Work:
    """Count the work of a report, painting included."""
    work = Work()

    def count(frame: FrameType, event: str, given: object) -> None:
        work.calls += event in ("call", "c_call")

    before = sys.getprofile()
    with pytest.MonkeyPatch.context() as patch:
        for kind in (Line, Band, Points):
            patch.setattr(kind, "paint", _counting(kind.paint, work))
        sys.setprofile(count)
        try:
            show(report)
            QGuiApplication.processEvents()
        finally:
            sys.setprofile(before)
    return work


def _counting(paint: Callable[..., None], work: Work) -> Callable[..., None]:
    def counted(item: PlotItem, *given: Any) -> None:
        x, _ = item.points
        work.points += len(x)
        paint(item, *given)

    return counted
