"""An experiment as a form: every value that determines a run, to be changed."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from bpviz.controls.experiment_fields import ExperimentFields
from bpviz.controls.layers_editor import LayersEditor
from bpviz.controls.live_field import LiveField
from bpviz.controls.live_settings import LiveSettings
from bpviz.data.catalog import DATASETS
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.nn.initialisation import Initialisation
from bpviz.training.experiment import DataChoice, Experiment

translate = QCoreApplication.translate

# Initialisations that nothing is multiplied with.
_WITHOUT_SCALE = ("zeros", "given")


class ExperimentForm(QWidget):
    """Shows an experiment, lets it be edited, and puts together what came of it.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    edited()
        The person changed something.
    confirmed()
        Enter was pressed in a field that needs a restart.

    Attributes
    ----------
    live : LiveSettings
        What changes while a run goes on.
    """

    edited = pyqtSignal()
    confirmed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: Experiment | None = None
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(GRID)
        self._form.setVerticalSpacing(GRID // 2)
        self._live_heading, self._restart_heading = _heading(), _heading()
        self._form.addRow(self._live_heading)
        self.live = LiveSettings(self._form, self)
        self._form.addRow(self._restart_heading)
        self._layers = LayersEditor(self._form, self)
        self._fields = ExperimentFields(self._form)
        self._connect()
        self._retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show every value of `experiment`; what was typed before is gone."""
        self._base = experiment
        fields = self._fields
        self._layers.show_layers(experiment.layer_sizes, experiment.activations)
        fields.loss.set_value(experiment.loss)
        self.live.begin(experiment)
        fields.batch_size.set_value(experiment.batch_size)
        fields.order.set_value(experiment.batch_order)
        beginning = experiment.initialisation
        fields.initialisation.set_value(beginning.name)
        fields.scale.set_value(beginning.scale)
        fields.biases.set_value(beginning.biases)
        fields.seed.set_value(experiment.seed)
        fields.data_seed.set_value(experiment.data.seed)
        fields.dtype.set_value(experiment.dtype)
        self._show_what_applies()
        self._order_tabs()

    def experiment(self) -> Experiment | None:
        """Return the experiment that the form describes; None before one was shown.

        Raises
        ------
        InputError
            If the values do not make an experiment.
        """
        base, fields = self._base, self._fields
        if base is None:
            return None
        return replace(
            base,
            layer_sizes=self._layers.sizes(),
            activations=self._layers.activations(),
            loss=fields.loss.value() or base.loss,
            hyperparameters=self.live.typed(),
            batch_size=fields.batch_size.whole_number(),
            batch_order=fields.order.value() or base.batch_order,
            initialisation=self._beginning(base.initialisation),
            seed=fields.seed.whole_number(),
            data=replace(base.data, seed=fields.data_seed.whole_number()),
            dtype=fields.dtype.value() or base.dtype,
        )

    def _beginning(self, base: Initialisation) -> Initialisation:
        fields = self._fields
        return replace(
            base,
            name=fields.initialisation.value() or base.name,
            scale=fields.scale.number(),
            biases=fields.biases.value() or base.biases,
        )

    def _connect(self) -> None:
        self.live.edited.connect(self.edited)
        self._layers.edited.connect(self._on_layers_edited)
        for field in self.findChildren(QLineEdit):
            if isinstance(field, LiveField):
                continue
            field.returnPressed.connect(self.confirmed)
            if field is not self._layers.sizes_field:
                field.textEdited.connect(self.edited)
        for box in self.findChildren(QComboBox):
            if box is not self.live.optimizer:
                box.activated.connect(self._on_chosen)

    def _on_layers_edited(self) -> None:
        self._order_tabs()
        self.edited.emit()

    def _order_tabs(self) -> None:
        """Let Tab go from row to row, also where rows have been put in later."""
        for first, second in pairwise(self._fields_in_order()):
            QWidget.setTabOrder(first, second)

    def _fields_in_order(self) -> Iterator[QWidget]:
        for row in range(self._form.rowCount()):
            item = self._form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if item is None:
                continue
            inner = item.layout()
            count = 0 if inner is None else inner.count()
            inside = [inner.itemAt(k) for k in range(count)] if inner else [item]
            for one in inside:
                if one is not None and (field := one.widget()) is not None:
                    yield field

    def _on_chosen(self) -> None:
        self._show_what_applies()
        self.edited.emit()

    def _show_what_applies(self) -> None:
        """Show only what the chosen beginning and the data have."""
        fields = self._fields
        beginning = fields.initialisation.value()
        fields.scale.setVisible(beginning not in _WITHOUT_SCALE)
        # Whoever gives the weights gives the biases too.
        fields.rows.set_visible(fields.biases, beginning != "given")
        if self._base is not None:
            fields.rows.set_visible(fields.data_seed, _is_drawn(self._base.data))

    def _retranslate(self) -> None:
        self._live_heading.setText(translate("ExperimentForm", "Takes effect at once"))
        self._restart_heading.setText(
            translate("ExperimentForm", "Takes effect with a restart")
        )
        self.live.rows.retranslate()
        self._layers.retranslate()
        self._fields.rows.retranslate()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _is_drawn(data: DataChoice) -> bool:
    """Whether a seed makes a difference to the data."""
    entry = DATASETS.get(data.key)
    return data.path is not None or entry is None or entry.default_seed is not None


def _heading() -> QLabel:
    label = QLabel()
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    font = label.font()
    font.setPointSizeF(font_sizes().small)
    label.setFont(font)
    label.setContentsMargins(0, GRID // 2, 0, 0)
    return label
