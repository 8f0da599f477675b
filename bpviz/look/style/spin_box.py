"""Spin boxes: a field with an arrow up and an arrow down."""

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPainterPath, QPolygonF
from PyQt6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOptionComplex,
    QStyleOptionSpinBox,
    QWidget,
)

from bpviz.look.style.frames import draw_field_frame
from bpviz.look.style.strokes import (
    HOVER,
    PRESSED,
    RADIUS,
    Role,
    State,
    colour,
    has,
)

_SpinBox = QStyle.ComplexControl.CC_SpinBox
_Sub = QStyle.SubControl
_Step = QAbstractSpinBox.StepEnabledFlag


def draw_spin_box(
    style: QStyle,
    option: QStyleOptionComplex,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """Draw everything but the text; `style` says where the arrows are."""
    if not isinstance(option, QStyleOptionSpinBox):
        return
    field = QRectF(option.rect)
    if option.frame:
        outline = QPainterPath()
        outline.addRoundedRect(field, RADIUS, RADIUS)
        painter.setClipPath(outline)
    painter.fillRect(field, colour(option, Role.Base))
    for part, step, is_up in (
        (_Sub.SC_SpinBoxUp, _Step.StepUpEnabled, True),
        (_Sub.SC_SpinBoxDown, _Step.StepDownEnabled, False),
    ):
        place = QRectF(style.subControlRect(_SpinBox, option, part, widget))
        can_step = bool(option.stepEnabled & step) and has(option, State.State_Enabled)
        if can_step and option.activeSubControls == part:
            role = PRESSED if has(option, State.State_Sunken) else HOVER
            painter.fillRect(place, colour(option, role))
        if not place.isEmpty():
            text = colour(option, Role.PlaceholderText if can_step else PRESSED)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(text)
            painter.drawPolygon(_arrow(place.center(), is_up=is_up))
    painter.setClipping(False)
    if option.frame:
        draw_field_frame(option, painter)


def _arrow(middle: QPointF, *, is_up: bool) -> QPolygonF:
    rise = 1.75 if is_up else -1.75
    corners = [QPointF(-3.5, rise), QPointF(3.5, rise), QPointF(0, -rise)]
    return QPolygonF([middle + corner for corner in corners])
