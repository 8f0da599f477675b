"""Tabs and the headers of tables."""

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import (
    QStyleOption,
    QStyleOptionTab,
    QTabBar,
)

from bpviz.look.style.strokes import HOVER, SEPARATOR, Role, State, colour, has

_Shape = QTabBar.Shape
_EDGE_WIDTH = 2


def draw_tab(option: QStyleOption, painter: QPainter) -> None:
    """Underline the tab that is shown and shade the one that is pointed at."""
    if not isinstance(option, QStyleOptionTab):
        return
    rect = QRectF(option.rect)
    selected = has(option, State.State_Selected)
    if has(option, State.State_MouseOver, State.State_Enabled) and not selected:
        painter.fillRect(rect, colour(option, HOVER))
    if selected:
        painter.fillRect(_inner_edge(rect, option.shape), colour(option, Role.Accent))
    if has(option, State.State_HasFocus, State.State_KeyboardFocusChange):
        painter.setPen(colour(option, Role.Accent))
        painter.drawRect(rect.adjusted(2.5, 2.5, -4.5, -4.5))


def draw_tab_page(option: QStyleOption, painter: QPainter) -> None:
    """Draw the line between the tabs and their page, and no box around the page."""
    rect = QRectF(option.rect)
    painter.fillRect(
        QRectF(rect.topLeft(), rect.topRight()).adjusted(0, 0, 0, 1),
        colour(option, SEPARATOR),
    )


def draw_header_section(option: QStyleOption, painter: QPainter) -> None:
    """Draw a flat header with a line towards the table and one to the next section."""
    rect = QRectF(option.rect)
    painter.fillRect(rect, colour(option, Role.Window))
    line = colour(option, SEPARATOR)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
    painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), line)


def _inner_edge(rect: QRectF, shape: QTabBar.Shape) -> QRectF:
    """Cut off the strip of a tab that lies towards its page."""
    if shape in (_Shape.RoundedSouth, _Shape.TriangularSouth):
        return QRectF(rect.left(), rect.top(), rect.width(), _EDGE_WIDTH)
    if shape in (_Shape.RoundedWest, _Shape.TriangularWest):
        return QRectF(
            rect.right() - _EDGE_WIDTH, rect.top(), _EDGE_WIDTH, rect.height()
        )
    if shape in (_Shape.RoundedEast, _Shape.TriangularEast):
        return QRectF(rect.left(), rect.top(), _EDGE_WIDTH, rect.height())
    return QRectF(rect.left(), rect.bottom() - _EDGE_WIDTH, rect.width(), _EDGE_WIDTH)
