"""The crosshair of the curves: a line, a dot on each curve, and the values there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import isfinite

import numpy as np

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.views.marks import Mark, Shape, screen_pen
from bpviz.views.plot_area import MARK_DEPTH, PlotArea
from bpviz.views.plot_items import Upright
from bpviz.views.plot_points import Points
from bpviz.views.readout import Readout, Row

_DOT_SIZE = 8.0


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
        self._line = Upright(area)
        area.add(self._line, MARK_DEPTH)
        self._dots: list[Points] = []  # As many as there ever were spots at once.
        self.readout = Readout(area)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._line.set_pen(screen_pen(theme.border))
        self.readout.set_theme(theme)

    def hide(self) -> None:
        """Show nothing."""
        self._line.stand_at(None)
        self._show_dots(())
        self.readout.hide()

    def show(self, x: float, heading: str, spots: Sequence[Spot]) -> None:
        """Stand at `x` and show these points of curves under a heading."""
        self._line.stand_at(x)
        # What is not finite is said, but has no place.
        self._show_dots([spot for spot in spots if isfinite(spot.y)])
        corner = self._area.pixel_at(x, self._area.view.top).toPoint()
        rows = [spot.row for spot in spots]
        self.readout.show_values(heading, rows, corner, self._area.rect())

    def _show_dots(self, spots: Sequence[Spot]) -> None:
        while len(self._dots) < len(spots):
            self._dots.append(Points(self._area))
            self._area.add(self._dots[-1], MARK_DEPTH)
        for dot, spot in zip_longest(self._dots, spots):
            if spot is None:
                dot.set_data(np.empty(0), np.empty(0))
                continue
            paper = self._theme.window
            dot.wear(Mark(spot.row.color, Shape.CIRCLE, size=_DOT_SIZE, paper=paper))
            dot.set_data(np.array([spot.x]), np.array([spot.y]))
