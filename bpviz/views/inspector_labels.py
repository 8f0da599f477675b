"""The texts of the inspector, each set in its own way."""

from PyQt6.QtGui import QFont, QPalette
from PyQt6.QtWidgets import QLabel

from bpviz.look.type_scale import font_sizes


def text_label(*, is_muted: bool = False, is_small: bool = False) -> QLabel:
    """Make a label for a sentence."""
    label = QLabel()
    label.setWordWrap(True)
    if is_small:
        label.setFont(_sized(font_sizes().small))
    if is_muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def title_label(*, is_large: bool) -> QLabel:
    """Make a label for a title."""
    label = text_label()
    sizes = font_sizes()
    font = _sized(sizes.heading if is_large else sizes.body)
    font.setBold(True)
    label.setFont(font)
    return label


def _sized(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font
