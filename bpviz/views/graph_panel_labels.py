"""The labels that the explanation of a node is written in."""

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFont, QPalette
from PyQt6.QtWidgets import QLabel

from bpviz.look.type_scale import font_sizes, tabular_font


def text_label(font: QFont | None = None, *, muted: bool = False) -> QLabel:
    """Return a label for words that go on in the next line."""
    label = QLabel()
    label.setWordWrap(True)
    if font is not None:
        label.setFont(font)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def number_label() -> QLabel:
    """Return a label for rich text with numbers, which can be selected."""
    label = text_label(tabular_font(font_sizes().body))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def sized_font(points: float) -> QFont:
    """Return the program's font in a size."""
    font = QFont()
    font.setPointSizeF(points)
    return font


def bold_font(points: float) -> QFont:
    """Return the program's font in a size, bold."""
    font = sized_font(points)
    font.setBold(True)
    return font
