"""Frames, separators, tooltips and the focus ring."""

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import QStyleOption

from bpviz.look.style.strokes import (
    BORDER,
    SEPARATOR,
    Role,
    State,
    colour,
    draw_box,
    has,
)


def draw_nothing(option: QStyleOption, painter: QPainter) -> None:
    """Leave away what only makes the window busy."""


def draw_frame(option: QStyleOption, painter: QPainter) -> None:
    """Draw a hairline around a list or a text, whose own corners are square."""
    draw_box(painter, QRectF(option.rect), line=colour(option, SEPARATOR), radius=0)


def draw_group_box(option: QStyleOption, painter: QPainter) -> None:
    """Draw a hairline around what belongs together."""
    draw_box(painter, QRectF(option.rect), line=colour(option, SEPARATOR))


def draw_menu(option: QStyleOption, painter: QPainter) -> None:
    """Draw the panel of a menu, which is a window with square corners."""
    draw_box(
        painter,
        QRectF(option.rect),
        fill=colour(option, Role.Base),
        line=colour(option, BORDER),
        radius=0,
    )


def draw_field_frame(option: QStyleOption, painter: QPainter) -> None:
    """Draw the frame of something to type in, and the focus ring while it is used."""
    if has(option, State.State_HasFocus, State.State_Enabled):
        draw_focus_ring(option, painter)
    else:
        draw_box(painter, QRectF(option.rect), line=colour(option, BORDER))


def draw_focus_ring(option: QStyleOption, painter: QPainter) -> None:
    """Draw where the next key goes."""
    rect = QRectF(option.rect)
    draw_box(painter, rect, line=colour(option, Role.Accent), line_width=2.0)


def draw_separator(option: QStyleOption, painter: QPainter) -> None:
    """Draw a hairline along the middle; in the accent while it can be dragged."""
    rect = QRectF(option.rect)
    held = has(option, State.State_MouseOver, State.State_Enabled)
    line = colour(option, Role.Accent if held else SEPARATOR)
    if rect.width() < rect.height():
        rect = QRectF(rect.left() + rect.width() // 2, rect.top(), 1, rect.height())
    else:
        rect = QRectF(rect.left(), rect.top() + rect.height() // 2, rect.width(), 1)
    painter.fillRect(rect, line)


def draw_tooltip(option: QStyleOption, painter: QPainter) -> None:
    """Draw the panel of a tooltip."""
    # A tooltip is a window of its own without transparency: its corners are square.
    draw_box(
        painter,
        QRectF(option.rect),
        fill=colour(option, Role.ToolTipBase),
        line=colour(option, BORDER),
        radius=0,
    )
