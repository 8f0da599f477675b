"""What stands where no graph is: a sentence, and a button that does what it says."""

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bpviz.look.type_scale import GRID

_AROUND = 6 * GRID


class GraphPlaceholder(QWidget):
    """Stands in the middle of what it is part of.

    Parameters
    ----------
    parent : QWidget
        What it covers.

    Attributes
    ----------
    button : QPushButton
        Hidden where there is nothing to be done.

    Signals
    -------
    pressed()
        The person has pressed the button.
    """

    pressed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = QPushButton()
        self.button.clicked.connect(lambda: self.pressed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, 0, _AROUND, 0)
        column.setSpacing(2 * GRID)
        column.addStretch()
        column.addWidget(self._label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def show_text(self, text: str, button: str = "") -> None:
        """Say something, and offer a button with another text if there is one."""
        self._label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))
