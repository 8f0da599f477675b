"""What can be chosen about the curves: their scale, their smoothing, a copy of them."""

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication, QObject, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QWidget

from bpviz.look.icons import icon
from bpviz.scene.numbers import format_count
from bpviz.views.run_menu import RunMenu, RunRow

translate = QCoreApplication.translate

ONE_EPOCH = 0
"""Stands for the updates of an epoch in `AVERAGES`."""

AVERAGES = (1, 10, 100, 1000, ONE_EPOCH)
"""Over how many updates the loss of the batches can be averaged."""


class CurveMenu(QObject):
    """The actions of the curves, for the buttons and for the context menu.

    Parameters
    ----------
    parent : QWidget
        The panel that they are about.

    Signals
    -------
    average_chosen(int)
        One of `AVERAGES`.
    """

    average_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.log = QAction(self)
        self.log.setCheckable(True)
        self.whole_view = QAction(icon("maximize"), "", self)
        self.whole_view.setEnabled(False)
        self.copy = QAction(icon("copy"), "", self)
        self.run_menu = RunMenu(parent)
        self.runs = QAction(self)
        self.runs.setMenu(self.run_menu)
        self.runs.setVisible(False)
        self.average_menu = QMenu(parent)
        self.average = QAction(self)
        self.average.setMenu(self.average_menu)
        self._group = QActionGroup(self)
        for average in AVERAGES:
            self._add_average(average)
        self.retranslate()

    def actions(self) -> list[QAction]:
        """Return what stands in the context menu."""
        return [self.log, self.average, self.runs, self.whole_view, self.copy]

    def show_runs(self, rows: Sequence[RunRow]) -> None:
        """List these runs; where there is only one there is nothing to choose."""
        self.run_menu.show_rows(rows)
        self.runs.setText(
            translate("Curves", "Runs ({count})").format(count=format_count(len(rows)))
        )
        self.runs.setVisible(len(rows) > 1)

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.log.setText(translate("Curves", "Logarithmic loss"))
        self.log.setIconText(translate("Curves", "Log"))
        self.log.setToolTip(
            translate(
                "Curves", "Show the loss, and positive watches, on a logarithmic scale"
            )
        )
        self.runs.setToolTip(
            translate("Curves", "All runs of this session, to return to one")
        )
        self.whole_view.setText(translate("Curves", "Show everything"))
        self.whole_view.setToolTip(
            translate("Curves", "Show the whole run (double click)")
        )
        self.copy.setText(translate("Curves", "Copy values"))
        self.average.setText(translate("Curves", "Smooth"))
        for action in self._group.actions():
            action.setText(_words(action.data()))

    def _add_average(self, average: int) -> None:
        action = QAction(self)
        action.setCheckable(True)
        action.setChecked(average == 1)
        action.setData(average)
        action.triggered.connect(lambda: self.average_chosen.emit(average))
        self._group.addAction(action)
        self.average_menu.addAction(action)


def _words(average: int) -> str:
    if average == 1:
        return translate("Curves", "Every update")
    if average == ONE_EPOCH:
        return translate("Curves", "Mean over an epoch")
    return translate("Curves", "Mean of {count} updates").format(
        count=format_count(average)
    )
