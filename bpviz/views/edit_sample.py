"""The field that chooses which sample the next update learns from."""

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.labels import ProblemLabel, say
from bpviz.look.type_scale import GRID
from bpviz.scene.numbers import format_count
from bpviz.training.changes import SampleChoice
from bpviz.views.edit_field import EditField, place_below

translate = QCoreApplication.translate


class SampleRow(QWidget):
    """Takes the number of a sample, counted from 1.

    Signals
    -------
    change_requested(SampleChoice)
        The person wants this one to be the next.
    entered()
        A number was typed to its end.
    """

    change_requested = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._label, self._of = QLabel(), QLabel()
        self._of.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._field = EditField(lambda text: place_below(self._count)(text))
        self._field.setMaximumWidth(9 * GRID)
        self._problem = ProblemLabel()
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for widget in (self._label, self._field, self._of):
            line.addWidget(widget)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(line)
        column.addWidget(self._problem)
        self._field.committed.connect(self._on_committed)
        self._field.refused.connect(lambda why: say(self._problem, why))
        self._retranslate()

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one."""
        return self._count > 1

    def show_count(self, count: int) -> None:
        """Let one of so many samples be chosen."""
        self._count = count
        self._field.take_back()
        self._retranslate()

    def _on_committed(self, number: float) -> None:
        self.change_requested.emit(SampleChoice(sample=int(number) - 1))
        self._field.take_back()
        self.entered.emit()

    def _retranslate(self) -> None:
        self._label.setText(translate("Inspector", "Next sample"))
        of = translate("Inspector", "of {count}")
        self._of.setText(of.format(count=format_count(self._count)))
        self._field.setAccessibleName(self._label.text())
        tip = translate(
            "Inspector",
            "Type the number of a sample: with Enter the next update learns from it "
            "alone",
        )
        self._field.setToolTip(tip)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
