"""Paints a line at the top of the graph that says whose numbers it shows."""

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter

from bpviz.look.type_scale import GRID
from bpviz.views.graph_style import GraphStyle

HEIGHT = 3 * GRID
"""Of the line, in pixels; there is as much air around a graph that fits."""


def paint_note(painter: QPainter, text: str, width: float, style: GraphStyle) -> None:
    """Paint a text, cut to the width with an ellipsis, on a ground of its own."""
    metrics = style.small_metrics
    room = width - 2 * GRID
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    # A graph that is enlarged runs under it.
    ground = QRectF(0, 0, metrics.horizontalAdvance(shown) + 2 * GRID, HEIGHT)
    painter.fillRect(ground, style.canvas)
    painter.setFont(style.small)
    painter.setPen(style.muted)
    baseline = round(HEIGHT / 2 + metrics.capHeight() / 2)
    painter.drawText(QPointF(GRID, baseline), shown)
