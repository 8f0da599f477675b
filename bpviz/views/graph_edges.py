"""Paints the lines of a graph: the way forward, and below it the way back."""

from math import atan2, cos, pi, sin

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF

from bpviz.nn.arrays import Array
from bpviz.scene.graph_parts import GraphPicture, PictureEdge
from bpviz.scene.graph_stage import Stage
from bpviz.views.graph_style import GraphStyle

_BACK_BELOW = 4.0
"""How far below the line forward the one back runs, at the scale 1."""
_HEAD = 7.0
_HEAD_ANGLE = pi / 7


def paint_edges(
    painter: QPainter, picture: GraphPicture, stage: Stage, style: GraphStyle
) -> None:
    """Paint every line."""
    for edge in picture.edges:
        _paint_edge(painter, edge, stage, style)


def _paint_edge(
    painter: QPainter, edge: PictureEdge, stage: Stage, style: GraphStyle
) -> None:
    points = _points(edge.route, stage)
    size = min(max(stage.scale, 0.6), 1.5)
    color = style.muted if edge.has_value else style.waiting
    is_forward_now = edge.is_now and not edge.has_derivative
    if is_forward_now:
        color = style.accent
    _paint_line(painter, points, color, size, is_now=is_forward_now)
    if not edge.has_derivative:
        return
    below = max(_BACK_BELOW * stage.scale, 3.0)
    back = [QPointF(p.x(), p.y() + below) for p in reversed(points)]
    _paint_line(painter, back, style.derivative, size, is_now=edge.is_now)


def _points(route: Array, stage: Stage) -> list[QPointF]:
    return [QPointF(*stage.seen(x, y)) for x, y in route.tolist()]


def _paint_line(
    painter: QPainter,
    points: list[QPointF],
    color: QColor,
    size: float,
    *,
    is_now: bool,
) -> None:
    """Paint a line that ends in an arrow."""
    pen = QPen(color, (2.0 if is_now else 1.2) * size)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    end, before = points[-1], points[-2]
    angle = atan2(end.y() - before.y(), end.x() - before.x())
    head = _HEAD * size
    # The line ends inside the head, whose point would else be blunt.
    stop = QPointF(end.x() - head / 2 * cos(angle), end.y() - head / 2 * sin(angle))
    painter.drawPolyline(QPolygonF([*points[:-1], stop]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(_head(end, angle, head))


def _head(end: QPointF, angle: float, size: float) -> QPolygonF:
    sides = [
        QPointF(end.x() - size * cos(angle + way), end.y() - size * sin(angle + way))
        for way in (_HEAD_ANGLE, -_HEAD_ANGLE)
    ]
    return QPolygonF([end, *sides])
