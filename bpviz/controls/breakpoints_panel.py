"""The panel of breakpoints: under which conditions a run pauses."""

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.controls.condition_form import ConditionForm
from bpviz.controls.entry_list import EntryList
from bpviz.controls.panel_parts import PanelParts
from bpviz.look.condition_words import condition_text, paused_text
from bpviz.look.labels import say
from bpviz.look.translation import translated
from bpviz.messages import InputError
from bpviz.training.breakpoints import check_condition
from bpviz.training.conditions import Condition
from bpviz.training.messages import Opened

translate = QCoreApplication.translate


class BreakpointsPanel(QWidget):
    """Lists the conditions under which a run pauses, and takes new ones.

    They stay when another experiment begins. Those that mean nothing there are kept
    in the list, but not in force until they mean something again.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    conditions_changed(tuple)
        The conditions that are in force now.
    """

    conditions_changed = pyqtSignal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        # Whether each is switched on, in the order of the list.
        self._switches: dict[Condition, bool] = {}
        self._fired: Condition | None = None
        self._has_diverged = False
        self._list = EntryList()
        self._form = ConditionForm()
        self._parts = PanelParts(self, self._list, self._form)
        self._connect()
        self._retranslate()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Those in force: switched on, and with a meaning for what is open."""
        return tuple(
            condition
            for condition, is_on in self._switches.items()
            if is_on and not self._problem_of(condition)
        )

    def show_session(self, opened: Opened) -> None:
        """Offer what this network and these data have; say what is in force there."""
        self._opened = opened
        self._fired, self._has_diverged = None, False
        self._form.show_session(opened)
        self._show_entries()
        if self._switches:
            self.conditions_changed.emit(self.conditions)

    def show_paused(
        self, condition: Condition | None, *, has_diverged: bool = False
    ) -> None:
        """Show which condition has paused the run; None when none has.

        Parameters
        ----------
        has_diverged : bool
            Whether it was the one that is always on.
        """
        if (condition, has_diverged) != (self._fired, self._has_diverged):
            self._fired, self._has_diverged = condition, has_diverged
            self._show_entries()
            if condition is not None:
                self._list.select(condition)

    def add_condition(self, condition: Condition) -> None:
        """Put a condition into the list, switched on, unless it is there already."""
        if not self._switches.get(condition, False):
            self._switches[condition] = True
            self._show_entries()
            self.conditions_changed.emit(self.conditions)
        self._list.select(condition)

    def _connect(self) -> None:
        self._form.confirmed.connect(self._add)
        self._parts.add.clicked.connect(self._add)
        self._parts.remove.clicked.connect(self._remove)
        self._list.removal_requested.connect(self._remove)
        self._list.switched.connect(self._on_switched)
        self._list.currentRowChanged.connect(self._on_selected)

    def _add(self) -> None:
        say(self._parts.problem, "")
        try:
            condition = self._form.condition()
            if self._opened is not None:
                network = self._opened.experiment.network
                check_condition(condition, network, self._opened.dataset)
        except InputError as error:
            say(self._parts.problem, translated(error))
            return
        self.add_condition(condition)

    def _remove(self) -> None:
        condition = self._list.selected()
        if condition in self._switches:
            del self._switches[condition]
            self._show_entries()
            self.conditions_changed.emit(self.conditions)

    def _on_switched(self) -> None:
        for condition in self._switches:
            self._switches[condition] = self._list.is_on(condition)
        self.conditions_changed.emit(self.conditions)

    def _on_selected(self) -> None:
        self._parts.remove.setEnabled(self._list.selected() is not None)

    def _problem_of(self, condition: Condition) -> str:
        """Return why a condition means nothing for what is open; empty if it does."""
        if self._opened is None:
            return ""
        try:
            network = self._opened.experiment.network
            check_condition(condition, network, self._opened.dataset)
        except InputError as error:
            return translated(error)
        return ""

    def _show_entries(self) -> None:
        always = translate("Breakpoints", "numbers that are not finite")
        self._list.show_entry(
            0, None, always, is_on=True, is_fixed=True, is_lit=self._has_diverged
        )
        for row, (condition, is_on) in enumerate(self._switches.items(), start=1):
            self._list.show_entry(
                row,
                condition,
                condition_text(condition),
                is_on=is_on,
                problem=self._problem_of(condition),
                is_lit=condition == self._fired,
            )
        self._list.keep(1 + len(self._switches))
        self._on_selected()
        if self._has_diverged:
            text = translate("Breakpoints", "Paused: a number is not finite any more.")
        else:
            text = "" if self._fired is None else paused_text(self._fired)
        say(self._parts.sentence, text)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(translate("Breakpoints", "Conditions"))
        self._form.retranslate()
        self._parts.add.setText(translate("Breakpoints", "Add breakpoint"))
        self._parts.add.setToolTip(
            translate("Breakpoints", "Add this condition to the list")
        )
        remove = translate("Breakpoints", "Remove the selected condition (Del)")
        self._parts.remove.setToolTip(remove)
        self._parts.remove.setAccessibleName(remove)
        self._show_entries()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.PaletteChange:
            self._show_entries()
