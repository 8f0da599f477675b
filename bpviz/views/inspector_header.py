"""The name of the operation, and the switch between the two notations."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from bpviz.scene.notation import Notation

translate = QCoreApplication.translate


class InspectorHeader(QWidget):
    """Shows a title beside two small buttons, of which one is down.

    Parameters
    ----------
    title : QLabel
        What stands before them.

    Signals
    -------
    notation_changed(Notation)
        The person has chosen the other one.
    """

    notation_changed = pyqtSignal(object)

    def __init__(self, title: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Notation, QToolButton] = {}
        group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(title, 1)
        for notation in Notation:
            button = QToolButton()
            button.setText(notation.product)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.clicked.connect(self._on_clicked)
            group.addButton(button)
            # Beside the first line, however many the title takes.
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons[notation] = button
        self.set_notation(Notation.ROWS)
        self._retranslate()

    @property
    def notation(self) -> Notation:
        """Which one is chosen."""
        return next(n for n, button in self._buttons.items() if button.isChecked())

    def set_notation(self, notation: Notation) -> None:
        """Choose a notation, without a signal."""
        self._buttons[notation].setChecked(True)

    def _on_clicked(self) -> None:
        self.notation_changed.emit(self.notation)

    def _retranslate(self) -> None:
        tips = {
            Notation.ROWS: translate(
                "Inspector", "Rows are samples: z = a W + b, W is (inputs, nodes)"
            ),
            Notation.COLUMNS: translate(
                "Inspector", "Columns are samples: z = W a + b, W is (nodes, inputs)"
            ),
        }
        for notation, button in self._buttons.items():
            button.setToolTip(tips[notation])
            button.setAccessibleName(tips[notation])

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
