"""Paints what is under the pointer: a ring around it and its numbers beside it."""

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter

from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import format_number
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.readout import Readout
from bpviz.views.network_nodes import outer_radius
from bpviz.views.network_style import NetworkStyle, pen
from bpviz.views.network_words import edge_lines, node_lines

_PADDING = 8
_LINE = 16
_FROM_POINTER = 16
_COLUMN_GAP = 16


def paint_marked_node(
    painter: QPainter, scene: NetworkScene, key: NodeKey, color: QColor, width: float
) -> None:
    """Paint a ring around a node, or a frame around a pixel."""
    layout = scene.layers[key[0]].layout
    center = QPointF(float(layout.x[key[1]]), float(layout.y[key[1]]))
    painter.setPen(pen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if layout.is_picture:
        side = layout.cell + 2
        painter.drawRect(
            QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        )
        return
    radius = outer_radius(layout.radius) + 1 + width / 2
    painter.drawEllipse(center, radius, radius)


def paint_readout(
    painter: QPainter,
    scene: NetworkScene,
    key: NodeKey | EdgeKey,
    pointer: QPointF,
    style: NetworkStyle,
) -> None:
    """Paint the name and the numbers of a node or an edge beside the pointer."""
    title, numbers = edge_lines(scene, key) if len(key) == 3 else node_lines(scene, key)
    rows = _rows(numbers, scene.options.precision)
    metrics = style.small_metrics
    symbols = max(
        (metrics.horizontalAdvance(symbol) for symbol, _ in rows), default=0.0
    )
    values = max((metrics.horizontalAdvance(value) for _, value in rows), default=0.0)
    width = max(metrics.horizontalAdvance(title), symbols + _COLUMN_GAP + values)
    rect = _place(
        pointer,
        width + 2 * _PADDING,
        _LINE * (1 + len(rows)) + 2 * _PADDING,
        QRectF(0, 0, scene.width, scene.height),
    )
    painter.setPen(QColor(style.theme.separator))
    painter.setBrush(QColor(style.theme.tooltip))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(style.small)
    left, right = rect.left() + _PADDING, rect.left() + _PADDING + symbols + _COLUMN_GAP
    right += values
    y = rect.top() + _PADDING + 12
    painter.setPen(style.muted)
    painter.drawText(QPointF(left, y), title)
    for symbol, value in rows:
        y += _LINE
        painter.setPen(style.muted)
        painter.drawText(QPointF(left, y), symbol)
        painter.setPen(style.text)
        painter.drawText(QPointF(right - metrics.horizontalAdvance(value), y), value)


def _rows(numbers: Readout, precision: int) -> list[tuple[str, str]]:
    return [(symbol, format_number(value, precision)) for symbol, value in numbers]


def _place(pointer: QPointF, width: float, height: float, room: QRectF) -> QRectF:
    """Return a rectangle beside the pointer, on the side where there is room."""
    x, y = pointer.x() + _FROM_POINTER, pointer.y() + _FROM_POINTER
    if x + width > room.right():
        x = pointer.x() - _FROM_POINTER - width
    if y + height > room.bottom():
        y = pointer.y() - _FROM_POINTER - height
    return QRectF(round(max(x, 0)), round(max(y, 0)), round(width), round(height))
