"""What the crosshair of a plot of curves reads."""

from collections.abc import Callable, Iterator
from math import inf, isfinite, isnan

import numpy as np
from PyQt6.QtCore import QPointF

from bpviz.look.theme import Theme
from bpviz.views.crosshair import Crosshair, Spot
from bpviz.views.curve_items import heights
from bpviz.views.curve_runs import CurveRuns, run_mark
from bpviz.views.curve_series import Role, Series
from bpviz.views.curve_stack import CurveStack
from bpviz.views.fault_parts import is_faulty_at
from bpviz.views.plot_area import PlotArea
from bpviz.views.readout import Row
from bpviz.views.run_words import run_name

Describe = Callable[[Series, int], tuple[str, str]]
"""The name of a series and its value at an index, for people."""

_ROW_HEIGHT = 15
"""Pixels of a row of the readout, about."""

_FEWEST_ROWS = 4


class CurveReadings:
    """Reads the curves under the crosshair, and which run the pointer is on.

    Parameters
    ----------
    area : PlotArea
        The plot.
    curves, runs
        What is drawn in it.
    describe : callable
        Words for the values.
    """

    def __init__(
        self, area: PlotArea, curves: CurveStack, runs: CurveRuns, describe: Describe
    ) -> None:
        self._area = area
        self._curves = curves
        self._runs = runs
        self._describe = describe
        self._crosshair = Crosshair(area)
        self._pointer_height = 0.0

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._crosshair.set_theme(theme)

    def show(self, update: float | None, heading: str, *, log: bool) -> None:
        """Show the values near an update under a heading; none when None."""
        spots = [] if update is None else self._with_room(self._spots(update, log))
        if update is None or not spots:
            self._crosshair.hide()
        else:
            self._crosshair.show(update, heading, spots)

    def point_at(self, point: QPointF) -> None:
        """Remember where the pointer is: what is nearest to it is read first."""
        self._pointer_height = point.y()

    def run_at(self, point: QPointF, *, log: bool) -> int | None:
        """Return the earlier run near a point, unless a curve of this one is nearer."""
        line = self._runs.at(point)
        if line is None:
            return None
        own = (
            heights(np.interp([point.x()], one.updates, one.values), log=log)
            for one in self._curves.series
            if len(one)
        )
        nearest = min((abs(float(y[0]) - point.y()) for y in own), default=inf)
        is_nearer = self._runs.distance(line, point) <= nearest
        return line.number if is_nearer or isnan(nearest) else None

    def _spots(self, update: float, log: bool) -> Iterator[Spot]:
        lit = self._runs.lit()
        if lit is not None and (index := lit.series.nearest(update)) is not None:
            is_faulty = is_faulty_at(float(lit.series.updates[index]), lit.faults)
            color = run_mark(self._theme, is_faulty=is_faulty, is_lit=True).color
            _, value = self._describe(lit.series, index)
            row = Row(color, run_name(lit.number), value)
            yield _spot(lit.series, index, row, log)
        for one in self._curves.series:
            index = one.nearest(update)
            # Of what was not watched there is nothing to say.
            if index is None or (one.role is Role.WATCH and isnan(one.values[index])):
                continue
            row = Row(self._curves.color_at(one, index), *self._describe(one, index))
            yield _spot(one, index, row, log)

    def _with_room(self, found: Iterator[Spot]) -> list[Spot]:
        """Leave out those farthest from the pointer where there are too many."""
        spots = list(found)
        most = max(self._area.picture.height() // _ROW_HEIGHT - 2, _FEWEST_ROWS)
        if len(spots) <= most:
            return spots
        height = self._pointer_height
        spots.sort(key=lambda spot: abs(spot.y - height) if isfinite(spot.y) else inf)
        return sorted(spots[:most], key=lambda spot: -spot.y)


def _spot(series: Series, index: int, row: Row, log: bool) -> Spot:
    height = float(heights(series.values[index : index + 1], log=log)[0])
    return Spot(float(series.updates[index]), height, row)
