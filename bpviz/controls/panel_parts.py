"""What the panels of breakpoints and watches have in common."""

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.controls.entry_list import EntryList
from bpviz.look.icons import icon
from bpviz.look.labels import ProblemLabel
from bpviz.look.type_scale import GRID


class PanelParts:
    """Lays out a sentence, a list, and a form to add to it, in a panel.

    Parameters
    ----------
    panel : QWidget
        What is laid out.
    entries : EntryList
        The list.
    form : QWidget
        The form.

    Attributes
    ----------
    sentence, problem : QLabel
        Above the list, and below the form; gone while they are empty.
    add : QPushButton
        Adds what the form describes.
    remove : QToolButton
        Removes what is selected.
    """

    def __init__(self, panel: QWidget, entries: EntryList, form: QWidget) -> None:
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        self.problem = ProblemLabel()
        self.add = QPushButton()
        self.add.setIcon(icon("plus"))
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.remove = QToolButton()
        self.remove.setIcon(icon("trash-2"))
        self.remove.setIconSize(QSize(16, 16))
        self.remove.setAutoRaise(True)
        self.remove.setEnabled(False)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(panel)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.sentence)
        column.addWidget(entries)
        column.addWidget(form)
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.add, 1)
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
        column.addStretch(1)
