"""Paints what is under the pointer: a ring around it and its numbers beside it."""

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter

from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import format_number
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.views.hover_box import HoverRow, paint_hover_box
from bpviz.views.network_nodes import outer_radius
from bpviz.views.network_style import NetworkStyle, pen
from bpviz.views.network_words import edge_lines, node_lines


def paint_marks(
    painter: QPainter,
    scene: NetworkScene,
    hovered: NodeKey | EdgeKey | None,
    pointer: QPointF,
    style: NetworkStyle,
) -> None:
    """Paint what marks the selection, and what is under the pointer."""
    paint_selection(painter, scene, style)
    if hovered is None:
        return
    if len(hovered) == 2 and hovered != scene.options.selected_node:
        paint_marked_node(painter, scene, hovered, style.text, 1.0)
    paint_readout(painter, scene, hovered, pointer, style)


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


def paint_selection(
    painter: QPainter, scene: NetworkScene, style: NetworkStyle
) -> None:
    """Paint what marks the selected node, or the pixel where a selected edge begins."""
    node, edge = scene.options.selected_node, scene.options.selected_edge
    if node is not None:
        paint_marked_node(painter, scene, node, style.accent, 2.0)
    elif edge is not None and edge[0] == 1 and scene.layers[0].layout.is_picture:
        paint_marked_node(painter, scene, (0, edge[1]), style.accent, 2.0)


def paint_readout(
    painter: QPainter,
    scene: NetworkScene,
    key: NodeKey | EdgeKey,
    pointer: QPointF,
    style: NetworkStyle,
) -> None:
    """Paint the name and the numbers of a node or an edge beside the pointer."""
    title, numbers = edge_lines(scene, key) if len(key) == 3 else node_lines(scene, key)
    precision = scene.options.precision
    rows = [
        HoverRow(symbol, format_number(value, precision), style.text)
        for symbol, value in numbers
    ]
    room = QRectF(0, 0, scene.width, scene.height)
    paint_hover_box(painter, title, rows, pointer, room, style)
