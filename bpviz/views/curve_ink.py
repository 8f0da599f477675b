"""The graphics items that a curve is drawn with in one look: line, marks and band."""

from PyQt6.QtGui import QBrush, QColor

from bpviz.nn.arrays import Array
from bpviz.views.curve_series import Role
from bpviz.views.marks import Mark
from bpviz.views.plot_area import DATA_DEPTH, PlotArea
from bpviz.views.plot_items import Band, Line
from bpviz.views.plot_points import Points

BAND_DEPTH, BATCH_DEPTH = DATA_DEPTH - 4, DATA_DEPTH - 1


class CurveInk:
    """Draws what it is given, all of it alike.

    Parameters
    ----------
    role : Role
        Of the curve: batches have a band, evaluations have marks.
    area : PlotArea
        Where it is drawn.
    """

    def __init__(self, role: Role, area: PlotArea) -> None:
        self._line = Line(area)
        area.add(self._line, BATCH_DEPTH if role is Role.BATCH else DATA_DEPTH)
        self._band: Band | None = None
        self._marks: Points | None = None
        if role is Role.BATCH:
            self._band = Band(area)
            area.add(self._band, BAND_DEPTH)
        elif role is not Role.WATCH:
            self._marks = Points(area)
            area.add(self._marks, DATA_DEPTH + 1)

    def wear(self, mark: Mark) -> None:
        """Look like this."""
        self._line.set_pen(mark.pen)
        if self._band is not None:
            self._band.set_brush(QBrush(QColor(mark.band)))
        if self._marks is not None:
            self._marks.wear(mark)

    def draw_line(self, updates: Array, places: Array) -> None:
        """Draw the line; NaN is a gap."""
        self._line.set_data(updates, places)

    def draw_marks(self, updates: Array, places: Array) -> None:
        """Draw a mark at every point."""
        if self._marks is not None:
            self._marks.set_data(updates, places)

    def draw_band(self, updates: Array, low: Array, high: Array) -> None:
        """Draw the band from `low` to `high`."""
        if self._band is not None:
            self._band.set_data(updates, low, high)
