"""Sliders, scroll bars and progress bars: where something stands in its range."""

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter
from PyQt6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QWidget,
)

from bpviz.look.style.strokes import (
    BORDER,
    PRESSED,
    RADIUS,
    SEPARATOR,
    Role,
    State,
    colour,
    draw_box,
    has,
)

_Complex = QStyle.ComplexControl
_Sub = QStyle.SubControl
_GROOVE = 4.0
_HANDLE = 14.0


def draw_slider(
    style: QStyle,
    option: QStyleOptionComplex,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """Draw a thin groove, the part that is behind the handle, and the handle.

    `style` says where they are. Tick marks are not drawn.
    """
    if not isinstance(option, QStyleOptionSlider):
        return
    slider = _Complex.CC_Slider
    groove = QRectF(style.subControlRect(slider, option, _Sub.SC_SliderGroove, widget))
    handle = QRectF(style.subControlRect(slider, option, _Sub.SC_SliderHandle, widget))
    middle, knob_at = groove.center(), handle.center()
    end = _HANDLE / 2 - _GROOVE / 2
    along = option.orientation is Qt.Orientation.Horizontal
    if along:
        groove = QRectF(
            groove.left(), middle.y() - _GROOVE / 2, groove.width(), _GROOVE
        )
        groove.adjust(end, 0, -end, 0)
    else:
        groove = QRectF(
            middle.x() - _GROOVE / 2, groove.top(), _GROOVE, groove.height()
        )
        groove.adjust(0, end, 0, -end)
    done = QRectF(groove)
    if along and option.upsideDown:
        done.setLeft(knob_at.x())
    elif along:
        done.setRight(knob_at.x())
    elif option.upsideDown:
        done.setTop(knob_at.y())
    else:
        done.setBottom(knob_at.y())
    draw_box(painter, groove, fill=colour(option, PRESSED), radius=_GROOVE / 2)
    draw_box(painter, done, fill=colour(option, Role.Accent), radius=_GROOVE / 2)

    held = has(option, State.State_MouseOver) or has(option, State.State_Sunken)
    focused = has(option, State.State_HasFocus)
    knob = QRectF(0, 0, _HANDLE, _HANDLE)
    knob.moveCenter(knob_at)
    draw_box(
        painter,
        knob,
        fill=colour(option, Role.Button),
        line=colour(option, Role.Accent if held or focused else BORDER),
        line_width=2.0 if focused else 1.0,
        radius=_HANDLE / 2,
    )


def draw_scroll_bar(
    style: QStyle,
    option: QStyleOptionComplex,
    painter: QPainter,
    widget: QWidget | None,
) -> None:
    """Draw a slim handle on nothing; `style` says where it is."""
    painter.fillRect(option.rect, colour(option, Role.Base))
    if not isinstance(option, QStyleOptionSlider) or option.maximum == option.minimum:
        return
    handle = QRectF(
        style.subControlRect(
            _Complex.CC_ScrollBar, option, _Sub.SC_ScrollBarSlider, widget
        )
    )
    held = has(option, State.State_MouseOver) or has(option, State.State_Sunken)
    inset = 3.0 if held else 4.0
    if option.orientation is Qt.Orientation.Horizontal:
        handle.adjust(1, inset, -1, -inset)
    else:
        handle.adjust(inset, 1, -inset, -1)
    role = Role.PlaceholderText if held else BORDER
    draw_box(painter, handle, fill=colour(option, role), radius=RADIUS)


def draw_progress_groove(option: QStyleOption, painter: QPainter) -> None:
    """Draw the whole way of a progress bar."""
    rect, line = QRectF(option.rect), colour(option, SEPARATOR)
    draw_box(painter, rect, fill=colour(option, Role.Base), line=line)


def draw_progress(option: QStyleOption, painter: QPainter) -> None:
    """Draw how far a progress bar is, from left to right; all of it when unknown."""
    if not isinstance(option, QStyleOptionProgressBar):
        return
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 1.0
    rect = QRectF(option.rect)
    rect.setWidth(rect.width() * max(0.0, share))
    draw_box(painter, rect, fill=colour(option, Role.Highlight))
