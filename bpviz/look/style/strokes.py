"""What the drawing functions share: states, colours of a role, rounded boxes."""

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPalette, QPen
from PyQt6.QtWidgets import QStyle, QStyleOption

RADIUS = 4.0
"""Of the corners of controls, in pixels."""

Role = QPalette.ColorRole
State = QStyle.StateFlag

# What a theme's colours are called in the palette (see `bpviz.look.palette`).
BORDER = Role.Dark
SEPARATOR = Role.Light
HOVER = Role.Midlight
PRESSED = Role.Mid
ON_ACCENT = Role.BrightText


def colour(option: QStyleOption, role: QPalette.ColorRole) -> QColor:
    """Return the colour of a role for the state (disabled or not) of `option`."""
    return option.palette.color(role)


def has(option: QStyleOption, *flags: QStyle.StateFlag) -> bool:
    """Whether all these states hold."""
    return all(option.state & flag for flag in flags)


def draw_box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    line_width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Draw a rounded box whose line lies inside `rect`."""
    half = line_width / 2 if line is not None else 0.0
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, line_width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
