"""Paints a name and numbers beside the pointer, in a box of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor, QPainter

from bpviz.views.picture_style import PictureStyle

_PADDING = 8
_LINE = 16
_FROM_POINTER = 16
_COLUMN_GAP = 16
_RADIUS = 4


class HoverRow(NamedTuple):
    """One number: what it is called, how it is written, in which colour."""

    name: str
    number: str
    color: QColor


def paint_hover_box(
    painter: QPainter,
    title: str,
    rows: Sequence[HoverRow],
    pointer: QPointF,
    room: QRectF,
    style: PictureStyle,
) -> None:
    """Paint a small table beside the pointer, on the side where there is room."""
    advance = style.small_metrics.horizontalAdvance
    names = max((advance(row.name) for row in rows), default=0.0)
    numbers = max((advance(row.number) for row in rows), default=0.0)
    width = max(advance(title), names + _COLUMN_GAP + numbers) + 2 * _PADDING
    height = _LINE * (1 + len(rows)) + 2 * _PADDING
    rect = _place(pointer, width, height, room)
    painter.setPen(QColor(style.theme.separator))
    painter.setBrush(QColor(style.theme.tooltip))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setFont(style.small)
    left = rect.left() + _PADDING
    right = left + names + _COLUMN_GAP + numbers
    y = rect.top() + _PADDING + 12
    painter.setPen(style.muted)
    painter.drawText(QPointF(left, y), title)
    for row in rows:
        y += _LINE
        painter.setPen(style.muted)
        painter.drawText(QPointF(left, y), row.name)
        painter.setPen(row.color)
        painter.drawText(QPointF(right - advance(row.number), y), row.number)


def _place(pointer: QPointF, width: float, height: float, room: QRectF) -> QRectF:
    """Return a rectangle beside the pointer, on the side where there is room."""
    x, y = pointer.x() + _FROM_POINTER, pointer.y() + _FROM_POINTER
    if x + width > room.right():
        x = pointer.x() - _FROM_POINTER - width
    if y + height > room.bottom():
        y = pointer.y() - _FROM_POINTER - height
    return QRectF(round(max(x, 0)), round(max(y, 0)), round(width), round(height))
