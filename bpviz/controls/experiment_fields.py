"""The fields for what an experiment begins with, in their rows of the form."""

from PyQt6.QtWidgets import QFormLayout

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.choices import (
    CONTEXT,
    DTYPES,
    INITIAL_BIASES,
    INITIALISATIONS,
    LOSSES,
    ORDERS,
)
from bpviz.controls.form_rows import FormRows
from bpviz.controls.number_field import NumberField
from bpviz.messages import QT_TRANSLATE_NOOP


class ExperimentFields:
    """Makes a field for all but the layers that needs a restart, in rows of a form.

    Parameters
    ----------
    form : QFormLayout
        Where the rows go.

    Attributes
    ----------
    rows : FormRows
        The rows, to be hidden and translated.
    """

    def __init__(self, form: QFormLayout) -> None:
        self.loss = ChoiceBox(CONTEXT, LOSSES)
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
