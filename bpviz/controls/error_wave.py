"""The wave under what is wrong in a field."""

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QWidget

from bpviz.look.palette import current_theme

_WAVE = 2.0
"""Half a wave's length and its height, in pixels."""


def paint_wave(widget: QWidget, left: float, right: float, bottom: float) -> None:
    """Paint a wave from `left` to `right`, that ends at `bottom`, on a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(current_theme().error), 1.4))
    y = bottom - _WAVE
    count = max(round((right - left) / _WAVE), 1)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(left + step * _WAVE, y + _WAVE * (step % 2))
                for step in range(count + 1)
            ]
        )
    )
