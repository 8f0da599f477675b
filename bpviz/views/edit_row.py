"""The field for a weight or a bias, with a button that proves its derivative."""

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.labels import ProblemLabel, say
from bpviz.look.type_scale import GRID
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import ParameterEdit
from bpviz.training.frame import Frame
from bpviz.views.edit_field import EditField, finite_number
from bpviz.views.explanation_list import ASIDE

translate = QCoreApplication.translate


class EditRow(QWidget):
    """Shows the value of a parameter, and takes another one.

    Signals
    -------
    change_requested(ParameterEdit)
        The person has typed another value.
    proof_requested(ParameterKey)
        The person wants its derivative proved.
    entered()
        A value was typed to its end.
    """

    change_requested = pyqtSignal(object)
    proof_requested = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: ParameterKey | None = None
        self._symbol = QLabel()
        self._field = EditField(finite_number)
        self._button = QPushButton()
        self._problem = ProblemLabel()
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._symbol)
        line.addWidget(self._field, 1)
        line.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(ASIDE, 0, ASIDE, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(line)
        column.addWidget(self._problem)
        self._field.committed.connect(self._on_committed)
        self._field.refused.connect(lambda why: say(self._problem, why))
        self._button.clicked.connect(self._on_check)
        self._retranslate()

    @property
    def key(self) -> ParameterKey | None:
        """Which parameter it is about."""
        return self._key

    def show_parameter(self, frame: Frame, key: ParameterKey) -> None:
        """Show a parameter as it stands in `frame`."""
        if key != self._key:
            self._key = key
            self._field.take_back()
            self._retranslate()
        # What stands in the list is what the update began with.
        self._field.show_value(_value(frame, key))
        # At the very beginning there is no batch to differentiate the loss of.
        self._button.setEnabled(frame.trace is not None)

    def _on_committed(self, value: float) -> None:
        if self._key is not None:
            self.change_requested.emit(ParameterEdit(key=self._key, value=value))
            self.entered.emit()

    def _on_check(self) -> None:
        if self._key is not None:
            self.proof_requested.emit(self._key)

    def _retranslate(self) -> None:
        is_bias = self._key is not None and self._key.start is None
        now = translate("Inspector", "{symbol} now")
        self._symbol.setText(now.format(symbol="b" if is_bias else "w"))
        self._field.setAccessibleName(
            translate("Inspector", "Bias")
            if is_bias
            else translate("Inspector", "Weight")
        )
        self._field.setToolTip(
            translate("Inspector", "Type another value: Enter sets it, Escape keeps it")
        )
        self._button.setText(translate("Inspector", "Check"))
        self._button.setToolTip(
            translate("Inspector", "Find its derivative numerically too, and compare")
        )

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _value(frame: Frame, key: ParameterKey) -> float:
    value = (
        frame.parameters.biases[key.layer - 1][key.end]
        if key.start is None
        else frame.parameters.weights[key.layer - 1][key.start, key.end]
    )
    # The shortest text that means the number in its own precision: 0.1, not
    # 0.10000000149011612, in float32.
    return float(str(value))
