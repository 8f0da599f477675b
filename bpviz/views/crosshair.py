"""The crosshair of the curves: a line, a dot on each curve, and the values there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import pyqtgraph as pg
from PyQt6.QtGui import QColor

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.views.marks import screen_pen
from bpviz.views.plot_area import MARK_DEPTH, PlotArea
from bpviz.views.readout import Readout, Row

_DOT_SIZE = 8


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a curve: where it is, its colour, and words for it."""

    x: float
    y: float
    row: Row


class Crosshair:
    """Draws a vertical line across a plot and tells what it meets.

    Parameters
    ----------
    area : PlotArea
        The plot.
    """

    def __init__(self, area: PlotArea) -> None:
        self._area = area
        self._theme = current_theme()
        self._line = pg.InfiniteLine(angle=90)
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self.readout = Readout(area)
        for item in (self._line, self._dots):
            item.hide()
            area.add(item, MARK_DEPTH)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._line.setPen(screen_pen(theme.border))
        self.readout.set_theme(theme)

    def hide(self) -> None:
        """Show nothing."""
        for item in (self._line, self._dots):
            item.hide()
        self.readout.hide()

    def show(self, x: float, heading: str, spots: Sequence[Spot]) -> None:
        """Stand at `x` and show these points of curves under a heading."""
        self._line.setValue(x)
        # What is not finite is said, but has no place.
        seen = [spot for spot in spots if isfinite(spot.y)]
        self._dots.setData(
            [spot.x for spot in seen],
            [spot.y for spot in seen],
            size=_DOT_SIZE,
            brush=[QColor(spot.row.color) for spot in seen],
            pen=screen_pen(self._theme.window),
        )
        for item in (self._line, self._dots):
            item.show()
        corner = self._area.pixel_at(x, self._area.view.top).toPoint()
        rows = [spot.row for spot in spots]
        self.readout.show_values(heading, rows, corner, self._area.rect())
