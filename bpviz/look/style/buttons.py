"""Buttons, check boxes and radio buttons."""

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyleOption, QStyleOptionButton

from bpviz.look.style.strokes import (
    BORDER,
    HOVER,
    ON_ACCENT,
    PRESSED,
    Role,
    State,
    colour,
    draw_box,
    has,
)

# An empty box is nothing but its outline, which therefore has to stand out like text.
_OUTLINE = Role.PlaceholderText


def draw_push_button(option: QStyleOption, painter: QPainter) -> None:
    """Draw the panel of a push button or of a closed list of choices.

    The focus ring is there after a click too: it tells what Space will press.
    """
    focused = has(option, State.State_HasFocus)
    accented = focused or _is_default(option)
    draw_box(
        painter,
        QRectF(option.rect),
        fill=_fill(option) or colour(option, Role.Button),
        line=colour(option, Role.Accent if accented else BORDER),
        line_width=2.0 if focused else 1.0,
    )


def draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Draw the panel of a tool button: none until it is pointed at or held down."""
    fill, line = _fill(option), None
    if has(option, State.State_On):
        fill = colour(option, Role.Highlight)
    elif not has(option, State.State_AutoRaise):
        fill, line = fill or colour(option, Role.Button), colour(option, BORDER)
    draw_box(painter, QRectF(option.rect), fill=fill, line=line)


def draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    """Draw the box of a check box, with a tick, a dash (partly), or nothing."""
    box = _indicator(option)
    if not has(option, State.State_On) and not has(option, State.State_NoChange):
        fill = _fill(option) or colour(option, Role.Base)
        draw_box(painter, box, fill=fill, line=colour(option, _OUTLINE), radius=3)
        return
    draw_box(painter, box, fill=colour(option, Role.Accent), radius=3)
    side, corner = box.width(), box.topLeft()
    tick = (
        [(0.24, 0.52), (0.43, 0.71), (0.77, 0.31)]
        if has(option, State.State_On)
        else [(0.26, 0.5), (0.74, 0.5)]
    )
    pen = QPen(colour(option, ON_ACCENT), side / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [corner + QPointF(x * side, y * side) for x, y in tick]
    painter.drawPolyline(QPolygonF(points))


def draw_radio_button(option: QStyleOption, painter: QPainter) -> None:
    """Draw the circle of a radio button, with a dot when it is chosen."""
    box = _indicator(option)
    radius = box.width() / 2
    if has(option, State.State_On):
        draw_box(painter, box, fill=colour(option, Role.Accent), radius=radius)
        dot = box.adjusted(*[radius * 0.6] * 2, *[-radius * 0.6] * 2)
        draw_box(painter, dot, fill=colour(option, ON_ACCENT), radius=radius)
    else:
        fill = _fill(option) or colour(option, Role.Base)
        draw_box(painter, box, fill=fill, line=colour(option, _OUTLINE), radius=radius)


def _fill(option: QStyleOption) -> QColor | None:
    """Choose the colour that answers the pointer; None where nothing points."""
    if not has(option, State.State_Enabled):
        return None
    if has(option, State.State_Sunken):
        return colour(option, PRESSED)
    return colour(option, HOVER) if has(option, State.State_MouseOver) else None


def _is_default(option: QStyleOption) -> bool:
    return isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )


def _indicator(option: QStyleOption) -> QRectF:
    """Fit the largest square into the middle of the place that is given."""
    rect = QRectF(option.rect)
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return square
