"""Draws a line of text that begins, ends or has its middle at a place."""

from enum import Enum

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QFontMetricsF, QPainter

from bpviz.views.svg_painter import SvgPainter


class Anchor(Enum):
    """What of a text is at its place, and the share of it that lies before."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


def draw_anchored(
    painter: QPainter,
    x: float,
    baseline: float,
    text: str,
    metrics: QFontMetricsF,
    anchor: Anchor,
) -> None:
    """Draw text in the painter's font.

    Parameters
    ----------
    metrics : QFontMetricsF
        The font's.
    """
    if isinstance(painter, SvgPainter):
        painter.add_text(x, baseline, text, anchor.name.lower())
        return
    start = x - anchor.value * metrics.horizontalAdvance(text)
    painter.drawText(QPointF(round(start), baseline), text)
