"""The panel for choosing a preset and for changing the experiment."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.experiment_form import ExperimentForm
from bpviz.look.palette import current_theme
from bpviz.look.translation import translated
from bpviz.look.type_scale import GRID
from bpviz.messages import InputError
from bpviz.training.engine import check_fit
from bpviz.training.experiment import Experiment
from bpviz.training.messages import Opened
from bpviz.training.presets import PRESETS

translate = QCoreApplication.translate


class ExperimentPanel(QWidget):
    """Offers the presets, shows the experiment that runs, and takes changes to it.

    Every change so far needs the run to begin again, and the button says so.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    experiment_requested(Experiment)
        The person wants this one to begin.
    """

    experiment_requested = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
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
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self._apply)
        self._lay_out()
        self._dress_problem()
        self._check()
        self._retranslate()

    def show_session(self, opened: Opened) -> None:
        """Show the experiment that runs now; what was typed before is gone."""
        self._opened = opened
        self._presets.set_value(opened.experiment.preset)
        self._form.show_experiment(opened.experiment)
        self._describe()
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
                if experiment is not None:
                    check_fit(experiment, self._opened.dataset)
            except InputError as error:
                experiment, problem = None, translated(error)
            if experiment == self._opened.experiment:
                experiment = None
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._button.setEnabled(experiment is not None)
        # Draws it in the accent: it is what the Enter key does.
        self._button.setDefault(experiment is not None)
        return experiment

    def _describe(self) -> None:
        preset = self._opened and PRESETS.get(self._opened.experiment.preset)
        text = translate("Presets", preset.description) if preset else ""
        self._description.setText(text)
        self._description.setVisible(bool(text))

    def _dress_problem(self) -> None:
        palette = self._problem.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(current_theme().error))
        self._problem.setPalette(palette)

    def _lay_out(self) -> None:
        scrolled = QWidget()
        inside = QVBoxLayout(scrolled)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self._presets)
        inside.addWidget(self._description)
        inside.addWidget(self._form)
        inside.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(scrolled)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._problem)
        foot.addWidget(self._button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(area)
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
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.PaletteChange:
            self._dress_problem()
