"""Labels as they are all over the window: their colours, words that come and go."""

from PyQt6.QtCore import QEvent
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme


def say(label: QLabel, text: str) -> None:
    """Show a sentence; without words the label is gone."""
    label.setText(text)
    label.setVisible(bool(text))


def color_text(label: QWidget, color: str) -> None:
    """Write a label in one of the colours of the theme."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(color))
    label.setPalette(palette)


class ProblemLabel(QLabel):
    """Says in the colour of errors what is wrong, and is gone while nothing is.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self.setWordWrap(True)
        self.hide()
        color_text(self, current_theme().error)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.PaletteChange:
            color_text(self, current_theme().error)
