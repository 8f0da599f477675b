"""An experiment as a form: every value that determines a run, to be changed."""

from dataclasses import replace

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from bpviz.controls.experiment_fields import SETTINGS, ExperimentFields
from bpviz.controls.layers_editor import LayersEditor
from bpviz.data.catalog import DATASETS
from bpviz.look.type_scale import GRID
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
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
        Enter was pressed in a field.
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
        settings = experiment.hyperparameters
        fields.optimizer.set_value(settings.optimizer)
        fields.learning_rate.set_value(settings.learning_rate)
        for name, field in fields.settings.items():
            field.set_value(getattr(settings, name))
        fields.l2.set_value(settings.l2)
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
            hyperparameters=self._hyperparameters(base.hyperparameters),
            batch_size=fields.batch_size.whole_number(),
            batch_order=fields.order.value() or base.batch_order,
            initialisation=self._beginning(base.initialisation),
            seed=fields.seed.whole_number(),
            data=replace(base.data, seed=fields.data_seed.whole_number()),
            dtype=fields.dtype.value() or base.dtype,
        )

    def _hyperparameters(self, base: Hyperparameters) -> Hyperparameters:
        fields = self._fields
        return replace(
            base,
            optimizer=fields.optimizer.value() or base.optimizer,
            learning_rate=fields.learning_rate.number(),
            l2=fields.l2.number(),
            **{name: field.number() for name, field in fields.settings.items()},
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
        self._layers.edited.connect(self.edited)
        for field in self.findChildren(QLineEdit):
            field.returnPressed.connect(self.confirmed)
            if field is not self._layers.sizes_field:
                field.textEdited.connect(self.edited)
        for box in self.findChildren(QComboBox):
            box.activated.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        self._show_what_applies()
        self.edited.emit()

    def _show_what_applies(self) -> None:
        """Show only the settings that the chosen optimizer and beginning have."""
        fields = self._fields
        chosen = SETTINGS[fields.optimizer.value() or "sgd"]
        for name, field in fields.settings.items():
            fields.rows.set_visible(field, name in chosen)
        beginning = fields.initialisation.value()
        fields.scale.setVisible(beginning not in _WITHOUT_SCALE)
        # Whoever gives the weights gives the biases too.
        fields.rows.set_visible(fields.biases, beginning != "given")
        if self._base is not None:
            fields.rows.set_visible(fields.data_seed, _is_drawn(self._base.data))

    def _retranslate(self) -> None:
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
