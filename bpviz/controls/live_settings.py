"""The settings that change while a run goes on: each takes effect at once."""

from dataclasses import replace

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QFormLayout

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.choices import CONTEXT
from bpviz.controls.form_rows import FormRows
from bpviz.controls.live_field import LiveField
from bpviz.controls.value_steps import next_round, next_share
from bpviz.look.change_words import OPTIMIZERS
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.optimizers import Hyperparameters, OptimizerName
from bpviz.training.experiment import Experiment

SETTINGS: dict[OptimizerName, tuple[str, ...]] = {
    "sgd": (),
    "momentum": ("momentum",),
    "rmsprop": ("decay", "epsilon"),
    "adam": ("beta1", "beta2", "epsilon"),
}
"""What each optimizer has beside the learning rate, as `Hyperparameters` calls it."""


class LiveSettings(QObject):
    """Shows the hyperparameters in force, and says what they are to become.

    What has been asked for stays in the fields while the answer is on its way, so
    that reports of the moments before do not write over it.

    Parameters
    ----------
    form : QFormLayout
        Where the rows go.
    parent : QObject
        Qt's.

    Signals
    -------
    edited()
        Something was typed.
    committed(Hyperparameters)
        These are to be in force from now on.
    entered()
        Enter was pressed, and what is typed makes sense.
    """

    edited = pyqtSignal()
    committed = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, form: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._in_force = Hyperparameters()
        # In force when the first was asked for that has not come into force, and all
        # that were asked for since.
        self._on_the_way: list[Hyperparameters] = []
        self.optimizer = ChoiceBox(CONTEXT, OPTIMIZERS)
        self._fields = {
            "learning_rate": LiveField(next_round),
            "momentum": LiveField(next_share),
            "decay": LiveField(next_share),
            "beta1": LiveField(next_share),
            "beta2": LiveField(next_share),
            "epsilon": LiveField(next_round),
            "l2": LiveField(next_round),
        }
        self.rows = FormRows(form, "ExperimentForm")
        self._add_rows()
        self.optimizer.activated.connect(self._on_optimizer_chosen)
        for field in self._fields.values():
            field.textEdited.connect(self.edited)
            field.committed.connect(self._commit)
            field.entered.connect(self._on_entered)

    def begin(self, experiment: Experiment) -> None:
        """Show what `experiment` begins with; what was typed before is gone."""
        self._experiment = experiment
        self._on_the_way.clear()
        for field in self._fields.values():
            field.setModified(False)
        self._show(experiment.hyperparameters)

    def show_settings(self, settings: Hyperparameters) -> None:
        """Show what is in force now, unless another answer is on its way."""
        if settings in self._on_the_way:
            place = self._on_the_way.index(settings)
            if place < len(self._on_the_way) - 1:
                del self._on_the_way[:place]
                return
        self._on_the_way.clear()
        if settings != self._in_force:
            self._show(settings)

    def give_up(self, settings: Hyperparameters) -> None:
        """Show what is in force, because what was asked for will not come."""
        self._on_the_way.clear()
        self._show(settings)

    def typed(self) -> Hyperparameters:
        """Return what the fields say.

        Raises
        ------
        InputError
            If one of them is not a number.
        """
        numbers = {name: field.number() for name, field in self._fields.items()}
        optimizer = self.optimizer.value() or self._in_force.optimizer
        return replace(self._in_force, optimizer=optimizer, **numbers)

    def _show(self, settings: Hyperparameters) -> None:
        self._in_force = settings
        self.optimizer.set_value(settings.optimizer)
        for name, field in self._fields.items():
            field.show_in_force(getattr(settings, name))
        self._show_what_applies()

    def _on_optimizer_chosen(self) -> None:
        self._show_what_applies()
        self._commit()

    def _on_entered(self) -> None:
        # What is wrong is left to be put right where it stands.
        if self._sound() is not None:
            self.entered.emit()

    def _sound(self) -> Hyperparameters | None:
        """Return what the fields say, if it makes sense."""
        try:
            settings = self.typed()
            if self._experiment is not None:
                replace(self._experiment, hyperparameters=settings)
        except InputError:
            return None  # Whoever heard that it was edited says it.
        return settings

    def _commit(self) -> None:
        """Ask for what is typed, if it makes sense and is not in force already."""
        self.edited.emit()
        settings = self._sound()
        if settings is None or settings == self._in_force:
            return
        if not self._on_the_way:
            self._on_the_way.append(self._in_force)
        self._on_the_way.append(settings)
        self._show(settings)
        self.committed.emit(settings)

    def _show_what_applies(self) -> None:
        """Show only the settings that the chosen optimizer has."""
        chosen = SETTINGS[self.optimizer.value() or "sgd"]
        for name in ("momentum", "decay", "beta1", "beta2", "epsilon"):
            self.rows.set_visible(self._fields[name], name in chosen)

    def _add_rows(self) -> None:
        fields = self._fields
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Optimizer"),
            QT_TRANSLATE_NOOP("ExperimentForm", "How gradients change the parameters"),
            self.optimizer,
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Learning rate"),
            QT_TRANSLATE_NOOP("ExperimentForm", "η: how far a step goes"),
            fields["learning_rate"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Momentum"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Share of the last step that is kept"),
            fields["momentum"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Decay"),
            QT_TRANSLATE_NOOP("ExperimentForm", "Share of past squares that is kept"),
            fields["decay"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "β₁, β₂"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Shares of past gradients and squares kept"
            ),
            fields["beta1"],
            fields["beta2"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "Epsilon"),
            QT_TRANSLATE_NOOP("ExperimentForm", "ε: keeps the divisor away from zero"),
            fields["epsilon"],
        )
        self.rows.add(
            QT_TRANSLATE_NOOP("ExperimentForm", "L2 penalty"),
            QT_TRANSLATE_NOOP(
                "ExperimentForm", "Weight of (sum of w²) / 2 in the loss"
            ),
            fields["l2"],
        )
