"""The form for a condition under which a run pauses."""

from enum import StrEnum

from PyQt6.QtCore import QCoreApplication, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.number_field import NumberField
from bpviz.controls.place_fields import CountBox, PlaceFields
from bpviz.data.dataset import Task
from bpviz.look.type_scale import GRID
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.messages import Opened

translate = QCoreApplication.translate


class Kind(StrEnum):
    """What the form offers."""

    LOSS_ABOVE = "loss_above"
    LOSS_BELOW = "loss_below"
    WRONG = "wrong"
    SAMPLE = "sample"
    SIGN = "sign"
    NORM_ABOVE = "norm_above"
    NORM_BELOW = "norm_below"


KINDS: dict[Kind, str] = {
    Kind.LOSS_ABOVE: QT_TRANSLATE_NOOP("ConditionForm", "loss above"),
    Kind.LOSS_BELOW: QT_TRANSLATE_NOOP("ConditionForm", "loss below"),
    Kind.WRONG: QT_TRANSLATE_NOOP("ConditionForm", "a wrong answer"),
    Kind.SAMPLE: QT_TRANSLATE_NOOP("ConditionForm", "a sample comes"),
    Kind.SIGN: QT_TRANSLATE_NOOP("ConditionForm", "a parameter changes sign"),
    Kind.NORM_ABOVE: QT_TRANSLATE_NOOP("ConditionForm", "gradient norm above"),
    Kind.NORM_BELOW: QT_TRANSLATE_NOOP("ConditionForm", "gradient norm below"),
}

_WITH_VALUE = (Kind.LOSS_ABOVE, Kind.LOSS_BELOW, Kind.NORM_ABOVE, Kind.NORM_BELOW)
_NORMS = (Kind.NORM_ABOVE, Kind.NORM_BELOW)


class ConditionForm(QWidget):
    """Asks for a condition; only the fields that it needs are there.

    Signals
    -------
    confirmed()
        Enter was pressed in a field.
    """

    confirmed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ChoiceBox("ConditionForm", KINDS)
        self._value = NumberField()
        self._value.set_value(1.0)
        self._sample = CountBox()
        self._place = PlaceFields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._kind)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for widget in (self._value, self._sample, self._place):
            row.addWidget(widget, 1)
        column.addLayout(row)
        self._kind.currentIndexChanged.connect(self._show_what_applies)
        self._value.returnPressed.connect(self.confirmed)
        self._sample.confirmed.connect(self.confirmed)
        self._place.confirmed.connect(self.confirmed)
        self.retranslate()

    def show_session(self, opened: Opened) -> None:
        """Offer what this network and these data have."""
        is_classified = opened.dataset.task is Task.CLASSIFICATION
        row = self._kind.findData(Kind.WRONG)
        if is_classified and row < 0:
            name = translate("ConditionForm", KINDS[Kind.WRONG])
            self._kind.insertItem(list(KINDS).index(Kind.WRONG), name, Kind.WRONG)
        elif not is_classified and row >= 0:
            self._kind.removeItem(row)
        self._sample.setRange(1, len(opened.dataset.train))
        self._place.show_network(opened.experiment.layer_sizes)

    def condition(self) -> Condition:
        """Return what is described.

        Raises
        ------
        InputError
            If the value is not a number.
        """
        kind = self._kind.value() or Kind.LOSS_ABOVE
        match kind:
            case Kind.WRONG:
                return WrongAnswer()
            case Kind.SAMPLE:
                return SampleComes(self._sample.value() - 1)
            case Kind.SIGN:
                place = self._place
                return SignChange(ParameterKey(place.layer, place.node, place.start))
            case Kind.LOSS_ABOVE | Kind.LOSS_BELOW:
                return LossCondition(kind is Kind.LOSS_ABOVE, self._value.number())
            case Kind.NORM_ABOVE | Kind.NORM_BELOW:
                is_above = kind is Kind.NORM_ABOVE
                return GradientNorm(is_above, self._value.number(), self._place.layer)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._kind.setAccessibleName(translate("ConditionForm", "Pause when"))
        self._kind.setToolTip(translate("ConditionForm", "Pause when this happens"))
        self._value.setAccessibleName(translate("ConditionForm", "Value"))
        self._value.setToolTip(
            translate("ConditionForm", "What the number is compared with")
        )
        self._sample.set_name(
            translate("ConditionForm", "sample"),
            translate("ConditionForm", "Number of the sample in the training data"),
        )
        self._place.retranslate()
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        kind = self._kind.value()
        self._value.setVisible(kind in _WITH_VALUE)
        self._sample.setVisible(kind is Kind.SAMPLE)
        self._place.setVisible(kind is Kind.SIGN or kind in _NORMS)
        if kind is Kind.SIGN:
            bias = translate("ConditionForm", "bias")
            self._place.ask(node=True, start=True, start_zero=bias)
        else:
            every = translate("ConditionForm", "all layers")
            self._place.ask(node=False, start=False, zero=every)
