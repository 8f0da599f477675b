"""The key of the graph's picture: which numbers run forward, which run back."""

from PyQt6.QtCore import QCoreApplication, QPointF
from PyQt6.QtGui import QColor, QPainter, QPen

from bpviz.look.type_scale import GRID
from bpviz.views.graph_style import GraphStyle

translate = QCoreApplication.translate

HEIGHT = 4 * GRID
"""Of the strip at the bottom of the picture."""
_LINE = 28.0
_HEAD = 5.0


def legend_texts() -> tuple[str, str]:
    """Return the words for the value and for the derivative."""
    return (
        translate("GraphView", "value, on the way forward"),
        translate("GraphView", "derivative of the output L by it, on the way back"),
    )


def paint_legend(
    painter: QPainter, width: float, height: float, style: GraphStyle
) -> None:
    """Paint both keys side by side in the middle of the bottom."""
    painter.setFont(style.small)
    metrics = style.small_metrics
    texts = legend_texts()
    widths = [_LINE + GRID + metrics.horizontalAdvance(text) for text in texts]
    x = (width - sum(widths) - 3 * GRID) / 2
    y = round(height - HEIGHT / 2) + 0.5
    for text, wide, color, way in zip(
        texts, widths, (style.value, style.derivative), (1, -1), strict=True
    ):
        _paint_arrow(painter, x, y, color, way)
        painter.setPen(color)
        painter.drawText(QPointF(x + _LINE + GRID, y + metrics.capHeight() / 2), text)
        x += wide + 3 * GRID


def _paint_arrow(
    painter: QPainter, x: float, y: float, color: QColor, way: int
) -> None:
    painter.setPen(QPen(color, 1.5))
    start, end = (x, x + _LINE) if way > 0 else (x + _LINE, x)
    painter.drawLine(QPointF(start, y), QPointF(end, y))
    for up in (-1, 1):
        tip = QPointF(end - way * _HEAD, y + up * _HEAD * 0.6)
        painter.drawLine(QPointF(end, y), tip)
