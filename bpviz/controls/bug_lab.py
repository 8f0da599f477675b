"""The bug lab: classic mistakes, made on purpose, to be found by checking."""

from collections.abc import Callable
from random import choice

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.scrolling import scrolled
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.look.words import fault_mistake, fault_title, fault_words
from bpviz.nn.faults import DESCRIPTIONS, Fault, applicable
from bpviz.training.changes import FaultSwitch, RunSettings
from bpviz.training.messages import Opened

translate = QCoreApplication.translate


class BugLab(QWidget):
    """Switches one fault on, one that is named or one to be found out, and off again.

    Parameters
    ----------
    choose : callable
        Picks the fault that is not named from a tuple of them.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    change_requested(object)
        A `FaultSwitch`.
    """

    change_requested = pyqtSignal(object)

    def __init__(
        self,
        choose: Callable[[tuple[Fault, ...]], Fault] = choice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._settings = RunSettings()
        self._applicable = tuple(Fault)
        self._is_revealed = False
        self._intro = QLabel()
        self._state = QLabel()
        self._mistake = QLabel()
        for label in (self._intro, self._state, self._mistake):
            label.setWordWrap(True)
        self._group = QButtonGroup(self)
        self._faults: dict[Fault, QRadioButton] = {}
        for number, fault in enumerate(Fault):
            button = self._faults[fault] = QRadioButton()
            self._group.addButton(button, number)
        self._faults[next(iter(Fault))].setChecked(True)
        self._switch_on, self._surprise = QPushButton(), QPushButton()
        self._reveal, self._switch_off = QPushButton(), QPushButton()
        self._group.idClicked.connect(lambda _: self._show())
        self._switch_on.clicked.connect(self._on_switch_on)
        self._surprise.clicked.connect(self._on_surprise)
        self._reveal.clicked.connect(self._on_reveal)
        self._switch_off.clicked.connect(
            lambda: self.change_requested.emit(FaultSwitch(None))
        )
        self._lay_out()
        self.set_theme(current_theme())
        self._show()

    def show_session(self, opened: Opened) -> None:
        """Offer the faults that make a difference to another network."""
        experiment = opened.experiment
        rows = experiment.batch_size or len(opened.dataset.train)
        self._applicable = applicable(experiment.network, rows)
        if self._chosen not in self._applicable:
            self._faults[self._applicable[0]].setChecked(True)
        self._show()

    def show_settings(self, settings: RunSettings) -> None:
        """Learn what is on where the run stands."""
        if settings != self._settings:
            if settings.fault != self._settings.fault:
                self._is_revealed = False
            self._settings = settings
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        for label, color in (
            (self._intro, theme.muted_text),
            (self._mistake, theme.muted_text),
            (self._state, theme.error),
        ):
            color_text(label, color)

    @property
    def _chosen(self) -> Fault:
        return tuple(Fault)[self._group.checkedId()]

    def _on_switch_on(self) -> None:
        self.change_requested.emit(FaultSwitch(self._chosen))

    def _on_surprise(self) -> None:
        self.change_requested.emit(
            FaultSwitch(self._choose(self._applicable), is_secret=True)
        )

    def _on_reveal(self) -> None:
        self._is_revealed = True
        self._show()

    def _show(self) -> None:
        fault = self._settings.fault
        is_on = fault is not None
        is_hidden = self._settings.fault_is_secret and not self._is_revealed
        self._intro.setText(
            translate(
                "BugLab",
                "Switch on one classic mistake. It is made in a new run from here on; "
                "the run that you have stays beside it. Watch the curves, then find it "
                "with the gradient check.",
            )
        )
        for each, button in self._faults.items():
            button.setText(fault_title(each))
            button.setVisible(not is_on)
            button.setEnabled(each in self._applicable)
            button.setToolTip(
                ""
                if each in self._applicable
                else translate("BugLab", "It makes no difference in this network")
            )
        self._intro.setVisible(not is_on)
        self._state.setVisible(is_on)
        self._state.setText(self._state_text(is_hidden=is_hidden))
        self._mistake.setText(self._mistake_text(is_hidden=is_hidden))
        self._switch_on.setText(translate("BugLab", "Switch on"))
        self._surprise.setText(translate("BugLab", "Surprise me"))
        self._surprise.setToolTip(
            translate("BugLab", "Switch on one of them without saying which")
        )
        self._reveal.setText(translate("BugLab", "Tell me"))
        self._switch_off.setText(translate("BugLab", "Switch off"))
        self._switch_off.setToolTip(
            translate("BugLab", "Go on from here without a mistake, in another new run")
        )
        self._show_buttons(is_on=is_on, is_hidden=is_hidden)

    def _show_buttons(self, *, is_on: bool, is_hidden: bool) -> None:
        """Show what can be done now.

        A button that goes leaves its focus to the panel, where Space lets the run go
        on. Qt would give it to another button, and the next Space would press that.
        """
        offered = {
            self._switch_on: not is_on,
            self._surprise: not is_on,
            self._reveal: is_on and is_hidden,
            self._switch_off: is_on,
        }
        for button, is_offered in offered.items():
            if button.hasFocus() and not is_offered:
                self.setFocus()
            button.setVisible(is_offered)

    def _state_text(self, *, is_hidden: bool) -> str:
        fault = self._settings.fault
        if fault is None:
            return ""
        name = fault_words(self._settings) if is_hidden else fault_title(fault)
        return translate("BugLab", "On in this run: {fault}").format(fault=name)

    def _mistake_text(self, *, is_hidden: bool) -> str:
        fault = self._settings.fault
        if fault is None:
            return fault_mistake(self._chosen)
        if is_hidden:
            return translate(
                "BugLab",
                "Check the gradients of a few updates: which arrays are wrong, and by "
                "what factor?",
            )
        hint = translate("Faults", DESCRIPTIONS[fault].hint)
        return f"{fault_mistake(fault)}\n\n{hint}"

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for action in (
            self._switch_on,
            self._surprise,
            self._reveal,
            self._switch_off,
        ):
            buttons.addWidget(action)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self._state)
        for button in self._faults.values():
            column.addWidget(button)
        column.addWidget(self._mistake)
        column.addWidget(self._intro)
        column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))
        self._refresh_fonts()

    def _refresh_fonts(self) -> None:
        heading = self.font()
        heading.setPointSizeF(font_sizes().heading)
        self._state.setFont(heading)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._show()
        elif a0.type() == QEvent.Type.FontChange:
            self._refresh_fonts()
