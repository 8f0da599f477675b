"""The titles of panels."""

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import QStyleOption, QStyleOptionDockWidget

from bpviz.look.style.strokes import Role, colour

_INDENT = 8
_BUTTON = 22


def draw_dock_title(option: QStyleOption, painter: QPainter) -> None:
    """Draw a quiet title in line with what stands below it, and no box around it."""
    if not isinstance(option, QStyleOptionDockWidget):
        return
    rect = QRectF(option.rect)
    if option.verticalTitleBar:
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        rect = QRectF(0, 0, rect.height(), rect.width())
    buttons = (option.closable + option.floatable) * _BUTTON
    rect.adjust(_INDENT, 0, -buttons - _INDENT, 0)
    title = option.fontMetrics.elidedText(
        option.title or "", Qt.TextElideMode.ElideRight, round(rect.width())
    )
    painter.setPen(colour(option, Role.PlaceholderText))
    alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, alignment, title)
