"""The panel for choosing a preset and for changing the experiment."""

from dataclasses import replace

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.experiment_form import ExperimentForm
from bpviz.look.labels import ProblemLabel, say
from bpviz.look.preset_words import preset_description
from bpviz.look.scrolling import scrolled
from bpviz.look.translation import translated
from bpviz.look.type_scale import GRID
from bpviz.messages import InputError
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.changes import SettingsChange
from bpviz.training.experiment import Experiment
from bpviz.training.fit_check import check_fit
from bpviz.training.messages import Opened
from bpviz.training.presets import PRESETS

translate = QCoreApplication.translate


class ExperimentPanel(QWidget):
    """Offers the presets, shows the experiment that runs, and takes changes to it.

    What can change while a run goes on does so at once. What cannot is gathered until
    the button is pressed, which says that the run begins again.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    experiment_requested(Experiment)
        The person wants this one to begin.
    change_requested(SettingsChange)
        The run is to go on with other settings.
    entered()
        A setting that takes effect at once was typed to its end.
    """

    experiment_requested = pyqtSignal(object)
    change_requested = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._fitting: Experiment | None = None
        titles = {key: preset.title for key, preset in PRESETS.items()}
        self._presets = ChoiceBox("Presets", titles)
        self._presets.setMaxVisibleItems(len(titles))
        self._presets.activated.connect(self._on_preset_chosen)
        self._description = QLabel()
        self._description.setWordWrap(True)
        self._description.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._form = ExperimentForm()
        self._form.edited.connect(self._check)
        self._form.confirmed.connect(self._apply)
        self._form.live.committed.connect(
            lambda settings: self.change_requested.emit(SettingsChange(settings))
        )
        self._form.live.entered.connect(self.entered)
        self._problem = ProblemLabel()
        self._button = QPushButton()
        self._button.clicked.connect(self._apply)
        self._lay_out()
        self._check()
        self._retranslate()

    def show_session(self, opened: Opened) -> None:
        """Show the experiment that runs now; what was typed before is gone."""
        self._opened, self._fitting = opened, None
        self._presets.set_value(opened.experiment.preset)
        self._form.show_experiment(opened.experiment)
        self._describe()
        self._check()

    def show_settings(self, settings: Hyperparameters) -> None:
        """Show the hyperparameters in force where the run stands.

        Nothing that is being typed is written over, nor what has been asked for and
        is still on its way.
        """
        self._form.live.show_settings(settings)
        self._check()

    def give_up_changes(self, settings: Hyperparameters) -> None:
        """Show what is in force, because what was asked for could not be done."""
        self._form.live.give_up(settings)
        self._check()

    def _on_preset_chosen(self) -> None:
        key = self._presets.value()
        if key is not None:
            self.experiment_requested.emit(PRESETS[key].experiment)

    def _apply(self) -> None:
        experiment = self._check()
        if experiment is not None:
            self.experiment_requested.emit(experiment)

    def _check(self) -> Experiment | None:
        """Say what is wrong, and return the experiment if it is sound and new."""
        experiment, problem = None, ""
        if self._opened is not None:
            try:
                experiment = self._form.experiment()
                # While a run goes on this is asked often, and all data are looked at.
                if experiment is not None and experiment != self._fitting:
                    check_fit(experiment, self._opened.dataset)
                    self._fitting = experiment
            except InputError as error:
                experiment, problem = None, translated(error)
            if experiment == self._opened.experiment:
                experiment = None
        say(self._problem, problem)
        self._button.setEnabled(experiment is not None)
        # Draws it in the accent: it is what the Enter key does.
        self._button.setDefault(self._needs_restart(experiment))
        return experiment

    def _needs_restart(self, experiment: Experiment | None) -> bool:
        """Whether there is a change that can take effect only in a new run."""
        if experiment is None or self._opened is None:
            return False
        before = self._opened.experiment
        return replace(experiment, hyperparameters=before.hyperparameters) != before

    def _describe(self) -> None:
        opened = self._opened
        say(
            self._description,
            "" if opened is None else preset_description(opened.experiment),
        )

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self._presets)
        inside.addWidget(self._description)
        inside.addWidget(self._form)
        inside.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._problem)
        foot.addWidget(self._button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(content))
        outside.addLayout(foot)

    def _retranslate(self) -> None:
        self._presets.setAccessibleName(translate("ExperimentPanel", "Preset"))
        self._presets.setToolTip(
            translate("ExperimentPanel", "Begin one of the prepared experiments")
        )
        self._presets.setPlaceholderText(translate("ExperimentPanel", "Your own"))
        self._button.setText(translate("ExperimentPanel", "Apply and restart"))
        self._describe()
        self._check()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
