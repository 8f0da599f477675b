"""What the panels of breakpoints and watches have in common."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.condition_form import ConditionForm
from bpviz.controls.entry_list import EntryList
from bpviz.controls.watch_form import WatchForm
from bpviz.look.icons import icon
from bpviz.look.labels import ProblemLabel
from bpviz.look.translation import translated
from bpviz.look.type_scale import GRID
from bpviz.messages import InputError
from bpviz.training.messages import Opened


@dataclass(frozen=True, slots=True)
class PanelTexts:
    """What a panel says, in the language of the moment.

    Attributes
    ----------
    heading : str
        Above the list.
    add, add_hint : str
        On the button that adds what the form describes, and about it.
    remove : str
        About the button that removes what is selected.
    """

    heading: str
    add: str
    add_hint: str
    remove: str


class EntryPanel(QWidget):
    """A list with a heading, and below it a form to add to it.

    Those who derive from it say what an entry is.

    Parameters
    ----------
    form : ConditionForm or WatchForm
        Describes an entry.
    parent : QWidget, optional
        Qt parent.

    Attributes
    ----------
    entries : EntryList
        The list.
    sentence, problem : QLabel
        Above the list, and below the form; gone while they are empty.

    Signals
    -------
    entered()
        An entry was typed to its end, with Enter.
    """

    entered = pyqtSignal()

    def __init__(
        self, form: ConditionForm | WatchForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entries = EntryList()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.problem = ProblemLabel()
        self._opened: Opened | None = None
        self._form_of_entries = form
        self._heading = QLabel()
        self._heading.setFont(_bold(self._heading.font()))
        self._add_button = QPushButton()
        self._add_button.setIcon(icon("plus"))
        self._add_button.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        # A click leaves the keys where they are, and Space runs.
        self._add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remove_button = QToolButton()
        self._remove_button.setIcon(icon("trash-2"))
        self._remove_button.setIconSize(QSize(16, 16))
        self._remove_button.setAutoRaise(True)
        self._remove_button.setEnabled(False)
        self._remove_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out(form)
        form.confirmed.connect(self._on_confirmed)
        self._add_button.clicked.connect(self._add)
        self._remove_button.clicked.connect(self._remove)
        self.entries.removal_requested.connect(self._remove)
        self.entries.currentRowChanged.connect(self._on_selected)

    @abstractmethod
    def _texts(self) -> PanelTexts:
        """Return what the panel says."""

    @abstractmethod
    def _add(self) -> None:
        """Add what the form describes."""

    @abstractmethod
    def _remove(self) -> None:
        """Remove what is selected."""

    @abstractmethod
    def _show_entries(self) -> None:
        """Bring the list up to date."""

    def _problem_with(self, check: Callable[[Opened], None]) -> str:
        """Return why something means nothing in what is open; empty if it does.

        Parameters
        ----------
        check : callable
            Raises an `InputError` that says why.
        """
        if self._opened is None:
            return ""
        try:
            check(self._opened)
        except InputError as error:
            return translated(error)
        return ""

    def _on_confirmed(self) -> None:
        self._add()
        if not self.problem.text():
            self.entered.emit()

    def _on_selected(self) -> None:
        self._remove_button.setEnabled(self.entries.selected() is not None)

    def _retranslate(self) -> None:
        texts = self._texts()
        self._heading.setText(texts.heading)
        self.entries.setAccessibleName(texts.heading)
        self._form_of_entries.retranslate()
        self._add_button.setText(texts.add)
        self._add_button.setToolTip(texts.add_hint)
        self._remove_button.setToolTip(texts.remove)
        self._remove_button.setAccessibleName(texts.remove)
        self._show_entries()

    def _lay_out(self, form: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self._heading, self.sentence, self.entries, form, self.problem):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._add_button, 1)
        buttons.addWidget(self._remove_button)
        column.addLayout(buttons)
        column.addStretch(1)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.PaletteChange:
            self._show_entries()


def _bold(font: QFont) -> QFont:
    font.setBold(True)
    return font
