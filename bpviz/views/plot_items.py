"""Lines and areas in a plot that cost little when they change several times a second.

pyqtgraph's own items work out how large they are and what of them is in view in
Python, each several times for every picture (0.14): ten empty ones cost more than all
that a plot of curves draws. These are plain items of Qt's in pyqtgraph's view.
"""

from typing import Protocol

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from pyqtgraph.functions import arrayToQPolygonF
from typing_extensions import override

from bpviz.nn.arrays import Array, BoolArray

_PIECE = 16
"""Segments of a wide smooth line that are drawn at once.

Qt's time for such a line grows with the square of the pixels it has in one row of the
picture: in pieces a noisy curve takes less than half. Of thin lines it does not.
"""


class Picture(Protocol):
    """The picture that an item is in."""

    @property
    def bounds(self) -> QRectF:
        """The part of the data that it shows."""

    def redraw(self) -> None:
        """Draw it anew before long."""


class PlotItem(QGraphicsItem):
    """An item as large as what is seen, so that Qt need not be told where it is.

    Parameters
    ----------
    area : Picture
        The plot that it is in. It is hidden while it has no points.
    """

    def __init__(self, area: Picture) -> None:
        super().__init__()
        self._area = area
        self._x: Array = np.empty(0)
        self._y: Array = np.empty(0)
        self.hide()

    @property
    def points(self) -> tuple[Array, Array]:
        """The points that are drawn, in the units of the axes."""
        return self._x, self._y

    def _take(self, x: Array, y: Array) -> None:
        self._x, self._y = x, y
        self.setVisible(bool(len(x)))
        self._area.redraw()

    @override
    def boundingRect(self) -> QRectF:
        return self._area.bounds


class Line(PlotItem):
    """A line through points, with a gap where one is not finite.

    Parameters
    ----------
    area : Picture
        The plot that it is in.
    is_smooth : bool
        Whether its edges are smoothed.
    in_pairs : bool
        Whether every two points are a line of their own.
    """

    def __init__(
        self, area: Picture, *, is_smooth: bool = True, in_pairs: bool = False
    ) -> None:
        super().__init__(area)
        self._is_smooth = is_smooth
        self._in_pairs = in_pairs
        self._pieces: list[QPolygonF] = []
        self._is_divided = False
        self.pen = QPen()

    def set_pen(self, pen: QPen) -> None:
        """Draw with this pen, whose width is in pixels."""
        self.pen = QPen(pen)
        # Dashes would begin anew with each piece.
        is_solid = pen.style() == Qt.PenStyle.SolidLine
        self._is_divided = self._is_smooth and pen.widthF() > 1.0 and is_solid
        if self._is_divided:
            self.pen.setCapStyle(Qt.PenCapStyle.RoundCap)  # No seams.
        self._divide()
        self._area.redraw()

    def set_data(self, x: Array, y: Array) -> None:
        """Draw these points instead of the present ones."""
        self._take(x, y)
        self._divide()

    def _divide(self) -> None:
        x, y = self._x, self._y
        polygon: QPolygonF = arrayToQPolygonF(x, y)
        if self._in_pairs:
            self._pieces = [polygon[k : k + 2] for k in range(0, len(x), 2)]
            return
        step = _PIECE if self._is_divided else max(len(x), 1)
        self._pieces = [
            polygon[start : min(start + step + 1, last)]
            for first, last in _stretches(np.isfinite(x) & np.isfinite(y))
            for start in range(first, last - 1, step)
        ]

    @override
    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._is_smooth)
        painter.setPen(self.pen)
        for piece in self._pieces:
            painter.drawPolyline(piece)


class Band(PlotItem):
    """The area between two lines."""

    def __init__(self, area: Picture) -> None:
        super().__init__(area)
        self._polygon = QPolygonF()
        self.brush = QBrush()

    def set_brush(self, brush: QBrush) -> None:
        """Fill it with this."""
        self.brush = brush
        self._area.redraw()

    def set_data(self, x: Array, low: Array, high: Array) -> None:
        """Fill what is from `low` to `high`, which are finite."""
        self._take(np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]]))
        self._polygon = arrayToQPolygonF(self._x, self._y)

    @override
    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.brush)
        painter.drawPolygon(self._polygon)


class Upright(PlotItem):
    """A line from the bottom to the top of the picture; hidden until it has a place."""

    def __init__(self, area: Picture) -> None:
        super().__init__(area)
        self._place: float | None = None
        self.pen = QPen()

    def set_pen(self, pen: QPen) -> None:
        """Draw with this pen, whose width is in pixels."""
        self.pen = pen
        self._area.redraw()

    def stand_at(self, place: float | None) -> None:
        """Stand at a place on the x axis; nowhere when None."""
        if place != self._place:
            self._place = place
            self.setVisible(place is not None)
            self._area.redraw()

    @override
    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None or self._place is None:
            return
        bounds = self._area.bounds
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.pen)
        painter.drawLine(
            QPointF(self._place, bounds.top()), QPointF(self._place, bounds.bottom())
        )


def _stretches(known: BoolArray) -> list[list[int]]:
    """Return the first and the end of every stretch of True."""
    if known.all():
        return [[0, len(known)]]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]])))
    found: list[list[int]] = edges.reshape(-1, 2).tolist()
    return found
