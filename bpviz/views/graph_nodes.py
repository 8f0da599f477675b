"""Paints the nodes of a graph and what stands in and above them."""

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from bpviz.nn.graph.operations import OPERATIONS
from bpviz.scene.graph_parts import GraphPicture, NodeState, PictureNode
from bpviz.scene.graph_stage import Stage
from bpviz.views.graph_style import GraphStyle

translate = QCoreApplication.translate

_TEXT, _SYMBOL, _NAME = 13.0, 20.0, 12.0
"""Pixels of type at the scale 1."""
_FOLD_GAP = 3.0
_LETTER, _NAME_GAP = 8.0, 6.0
"""What the layout keeps for a letter of a name, and what is free beside it."""
_SYMBOLS = {operation.symbol for operation in OPERATIONS.values() if operation.is_infix}


def paint_nodes(
    painter: QPainter, picture: GraphPicture, stage: Stage, style: GraphStyle
) -> None:
    """Paint every node."""
    for node in picture.nodes:
        _paint_body(painter, node, stage, style)
        _paint_text(painter, node, stage, style)


def paint_ring(
    painter: QPainter, node: PictureNode, stage: Stage, color: QColor, width: float
) -> None:
    """Paint a ring around a node."""
    away = (_FOLD_GAP if node.is_folded else 0.0) + 2.0 + width / 2
    rect = node_rect(node, stage).adjusted(-away, -away, away, away)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def node_rect(node: PictureNode, stage: Stage) -> QRectF:
    """Return where a node is seen."""
    x, y = stage.seen(node.x - node.width / 2, node.y - node.height / 2)
    return QRectF(x, y, stage.scale * node.width, stage.scale * node.height)


def _paint_body(
    painter: QPainter, node: PictureNode, stage: Stage, style: GraphStyle
) -> None:
    rect = node_rect(node, stage)
    round_ = rect.height() / 2
    if node.is_constant_leaf:
        return  # A number that stays as it is stands there like print.
    is_now = node.state is NodeState.NOW
    outline = style.muted
    if node.is_variable or node.state is NodeState.WAITING:
        outline = style.waiting
    if is_now:
        outline = style.accent
    fill = style.field if node.is_variable else style.canvas
    painter.setBrush(style.selection if is_now else fill)
    painter.setPen(QPen(outline, 2.0 if is_now else 1.2))
    inset = 1.0 if is_now else 0.6
    painter.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), round_ - inset, round_ - inset
    )
    if node.is_folded:
        _paint_second_outline(painter, rect, outline)


def _paint_second_outline(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Show that there is more in a node."""
    outer = rect.adjusted(-_FOLD_GAP, -_FOLD_GAP, _FOLD_GAP, _FOLD_GAP)
    painter.setPen(QPen(color, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(outer, outer.height() / 2, outer.height() / 2)


def _paint_text(
    painter: QPainter, node: PictureNode, stage: Stage, style: GraphStyle
) -> None:
    rect = node_rect(node, stage)
    # What stands for several nodes is called by a word.
    text = translate("GraphView", node.text) if node.is_folded else node.text
    size = _SYMBOL if text in _SYMBOLS else _TEXT
    pixels = size * stage.scale
    room = rect.width() - 6 * stage.scale
    wide = style.number_metrics(pixels).horizontalAdvance(text)
    if wide > room:
        pixels *= room / wide
    is_waiting = node.state is NodeState.WAITING
    painter.setFont(style.number_font(pixels))
    painter.setPen(style.muted if is_waiting else style.text)
    # Letters do not become smaller than can be read.
    text = _elided(text, room, style.number_metrics(pixels))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    if node.name:
        _paint_name(painter, node, stage, style)


def _paint_name(
    painter: QPainter, node: PictureNode, stage: Stage, style: GraphStyle
) -> None:
    """Write what a node is called above it."""
    x, y = stage.seen(node.x, node.name_y)
    bold = node.state is NodeState.NOW
    metrics = style.number_metrics(_NAME * stage.scale, bold=bold)
    painter.setFont(style.number_font(_NAME * stage.scale, bold=bold))
    painter.setPen(style.text if bold else style.muted)
    # As much room as the layout has given it.
    letters = max(node.width, len(node.name) * _LETTER) * stage.scale
    name = _elided(node.name, letters + 2 * _NAME_GAP * stage.scale, metrics)
    half = metrics.horizontalAdvance(name) / 2
    raised = _FOLD_GAP if node.is_folded else 0.0
    baseline = y - raised + metrics.capHeight() / 2
    painter.drawText(QPointF(x - half, baseline), name)


def _elided(text: str, room: float, metrics: QFontMetricsF) -> str:
    """Return what fits of a text; nothing where not even its first letter does."""
    if metrics.horizontalAdvance(text) <= room + 1:
        return text
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return "" if cut == "…" else cut
