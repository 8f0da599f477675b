"""The fields of the form for an experiment, in its rows."""

from PyQt6.QtWidgets import QFormLayout

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.choices import (
    CONTEXT,
    DTYPES,
    INITIAL_BIASES,
    INITIALISATIONS,
    LOSSES,
    OPTIMIZERS,
    ORDERS,
)
from bpviz.controls.form_rows import FormRows
from bpviz.controls.number_field import NumberField
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.optimizers import OptimizerName

SETTINGS: dict[OptimizerName, tuple[str, ...]] = {
    "sgd": (),
    "momentum": ("momentum",),
    "rmsprop": ("decay",),
    "adam": ("beta1", "beta2"),
}
"""What each optimizer has beside the learning rate, as `Hyperparameters` calls it."""


class ExperimentFields:
    """Makes a field for every value but the layers, and puts them into a form.

    Parameters
    ----------
    form : QFormLayout
        Where the rows go.

    Attributes
    ----------
    settings : dict of NumberField
        By the names in `SETTINGS`.
    rows : FormRows
        The rows, to be hidden and translated.
    """

    def __init__(self, form: QFormLayout) -> None:
        self.loss = ChoiceBox(CONTEXT, LOSSES)
        self.optimizer = ChoiceBox(CONTEXT, OPTIMIZERS)
        self.learning_rate = NumberField()
        self.settings = {
            name: NumberField() for names in SETTINGS.values() for name in names
        }
        self.l2 = NumberField()
        self.batch_size = NumberField()
        self.order = ChoiceBox(CONTEXT, ORDERS)
        self.initialisation = ChoiceBox(CONTEXT, INITIALISATIONS)
        self.scale = NumberField()
        self.biases = ChoiceBox(CONTEXT, INITIAL_BIASES)
        self.seed = NumberField()
        self.data_seed = NumberField()
        self.dtype = ChoiceBox(CONTEXT, DTYPES)
        self.rows = FormRows(form, "ExperimentForm")
        self._add_rows()

    def _add_rows(self) -> None:
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Loss"),
            QT_TRANSLATE_NOOP("ExperimentForm", "What a wrong answer costs"),
            self.loss,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Optimizer"),
            QT_TRANSLATE_NOOP("ExperimentForm", "How gradients change the parameters"),
            self.optimizer,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Learning rate"),
            QT_TRANSLATE_NOOP("ExperimentForm", "η: how far a step goes"),
            self.learning_rate,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Momentum"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Share of the last step that is kept"),
            self.settings["momentum"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Decay"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Share of past squares that is kept"),
            self.settings["decay"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "β₁, β₂"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Shares of past gradients and squares kept"
            ),
            self.settings["beta1"],
            self.settings["beta2"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "L2 penalty"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Weight of (sum of w²) / 2 in the loss"
            ),
            self.l2,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Batch"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Samples an update (0: all), and their order"
            ),
            self.batch_size,
            self.order,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Weights"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "How the first weights are drawn, and scale"
            ),
            self.initialisation,
            self.scale,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Biases"),
            QT_TRANSLATE_NOOP("ExperimentForm", "How the first biases are drawn"),
            self.biases,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Seed"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Of the first parameters and the order"
            ),
            self.seed,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Data seed"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Of data that are drawn"),
            self.data_seed,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Precision"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Of every number"),
            self.dtype,
        )
