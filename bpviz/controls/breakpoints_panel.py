"""The panel of breakpoints: under which conditions a run pauses."""

from PyQt6.QtCore import QCoreApplication, pyqtSignal
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.controls.condition_form import ConditionForm
from bpviz.controls.entry_panel import EntryPanel, PanelTexts
from bpviz.look.condition_words import condition_text, paused_text
from bpviz.look.labels import say
from bpviz.look.translation import translated
from bpviz.messages import InputError
from bpviz.training.breakpoints import check_condition
from bpviz.training.conditions import Condition
from bpviz.training.messages import Opened

translate = QCoreApplication.translate


class BreakpointsPanel(EntryPanel):
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
        self._form = ConditionForm()
        super().__init__(self._form, parent)
        # Whether each is switched on, in the order of the list.
        self._switches: dict[Condition, bool] = {}
        self._fired: Condition | None = None
        self._has_diverged = False
        self.entries.switched.connect(self._on_switched)
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
                self.entries.select(condition)

    def add_condition(self, condition: Condition) -> None:
        """Put a condition into the list, switched on, unless it is there already."""
        if not self._switches.get(condition, False):
            self._switches[condition] = True
            self._show_entries()
            self.conditions_changed.emit(self.conditions)
        self.entries.select(condition)

    @override
    def _add(self) -> None:
        say(self.problem, "")
        try:
            condition = self._form.condition()
            if self._opened is not None:
                network = self._opened.experiment.network
                check_condition(condition, network, self._opened.dataset)
        except InputError as error:
            say(self.problem, translated(error))
            return
        self.add_condition(condition)

    @override
    def _remove(self) -> None:
        condition = self.entries.selected()
        if condition in self._switches:
            del self._switches[condition]
            self._show_entries()
            self.conditions_changed.emit(self.conditions)

    def _on_switched(self) -> None:
        for condition in self._switches:
            self._switches[condition] = self.entries.is_on(condition)
        self.conditions_changed.emit(self.conditions)

    def _problem_of(self, condition: Condition) -> str:
        """Return why a condition means nothing for what is open; empty if it does."""
        return self._problem_with(
            lambda opened: check_condition(
                condition, opened.experiment.network, opened.dataset
            )
        )

    @override
    def _show_entries(self) -> None:
        always = translate("Breakpoints", "numbers that are not finite")
        self.entries.show_entry(
            0, None, always, is_on=True, is_fixed=True, is_lit=self._has_diverged
        )
        for row, (condition, is_on) in enumerate(self._switches.items(), start=1):
            self.entries.show_entry(
                row,
                condition,
                condition_text(condition),
                is_on=is_on,
                problem=self._problem_of(condition),
                is_lit=condition == self._fired,
            )
        self.entries.keep(1 + len(self._switches))
        self._on_selected()
        if self._has_diverged:
            text = translate("Breakpoints", "Paused: a number is not finite any more.")
        else:
            text = "" if self._fired is None else paused_text(self._fired)
        say(self.sentence, text)

    @override
    def _texts(self) -> PanelTexts:
        return PanelTexts(
            heading=translate("Breakpoints", "Breakpoints"),
            add=translate("Breakpoints", "Add breakpoint"),
            add_hint=translate("Breakpoints", "Add this condition to the list"),
            remove=translate("Breakpoints", "Remove the selected condition (Del)"),
        )
