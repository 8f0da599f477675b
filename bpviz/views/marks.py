"""The marks of plots and their keys: lines, filled and hollow shapes, bands.

A legend must show exactly what the plot shows, so both are drawn from the same mark.
"""

from dataclasses import dataclass
from enum import Enum

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPen
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol


class Shape(Enum):
    """Shapes of points, by pyqtgraph's letters for them."""

    NONE = ""
    CIRCLE = "o"
    SQUARE = "s"
    TRIANGLE = "t1"
    DIAMOND = "d"
    PLUS = "+"
    STAR = "star"


@dataclass(frozen=True, slots=True)
class Mark:
    """How something is drawn.

    Attributes
    ----------
    color : str
        Of the line and of the shape, as ``"#rrggbb"``.
    shape : Shape
        Of points.
    size : float
        Of the shape, in pixels.
    filled : bool
        Whether shapes are filled; through hollow ones one sees what is behind.
    outline : float
        The width of hollow shapes' lines, in pixels.
    paper : str
        Around filled shapes, so that neighbours are apart.
    line_width : float
        In pixels; 0 for points without a line.
    band : str
        Colour of the area around the line; none when empty.
    dashes : tuple of float
        Of the line, in its widths: drawn, left out, ...; none where it is solid.
    """

    color: str
    shape: Shape = Shape.NONE
    size: float = 7.0
    filled: bool = True
    outline: float = 1.5
    paper: str = ""
    line_width: float = 0.0
    band: str = ""
    dashes: tuple[float, ...] = ()

    @property
    def pen(self) -> QPen:
        """For the line."""
        if not self.line_width:
            return QPen(Qt.PenStyle.NoPen)
        pen = screen_pen(self.color, self.line_width)
        if self.dashes:
            pen.setDashPattern(self.dashes)
        return pen

    @property
    def shape_pen(self) -> QPen:
        """For the outline of shapes: apart from neighbours, or the hollow shape."""
        if not self.filled:
            return screen_pen(self.color, self.outline)
        return screen_pen(self.paper or self.color, 1.0)

    @property
    def shape_brush(self) -> QBrush:
        """For the inside of shapes."""
        return QBrush(QColor(self.color)) if self.filled else QBrush()

    def paint_key(self, painter: QPainter, place: QRectF) -> None:
        """Paint the mark, as small as a word, into a legend."""
        middle = place.center()
        painter.save()
        if self.band:
            painter.fillRect(place.adjusted(0, 2, 0, -2), QColor(self.band))
        if self.line_width:
            painter.setPen(self.pen)
            painter.drawLine(
                QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y())
            )
        if self.shape is not Shape.NONE:
            painter.setPen(self.shape_pen)
            painter.setBrush(self.shape_brush)
            painter.translate(middle)
            drawSymbol(
                painter, self.shape.value, self.size, self.shape_pen, self.shape_brush
            )
        painter.restore()


def screen_pen(color: str, width: float = 1.0) -> QPen:
    """Return a pen whose width is in pixels, however far a plot is zoomed.

    Qt counts such a pen's width in the device's pixels, of which a sharp screen has
    two or more where a widget has one.
    """
    pen = QPen(QColor(color))
    pen.setCosmetic(True)
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pen.setWidthF(width * ratio)
    return pen
