"""The list of a session's runs, to point at one and to return to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QHideEvent, QIcon, QPainter, QPixmap
from PyQt6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from bpviz.views.marks import Mark

translate = QCoreApplication.translate

_SWATCH = 20


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of the list.

    Attributes
    ----------
    number : int
        The run's.
    text : str
        Its name and what it did otherwise.
    mark : Mark
        How its curve is drawn.
    is_current : bool
        Whether it is the one that is on.
    """

    number: int
    text: str
    mark: Mark
    is_current: bool = False


class RunMenu(QMenu):
    """Lists the runs; the one that is on is marked.

    Parameters
    ----------
    parent : QWidget
        The panel of the curves.

    Signals
    -------
    run_pointed_at(int or None)
        The run under the pointer, or under the keyboard's bar.
    run_chosen(int)
        Another run than the one that is on.
    """

    run_pointed_at = pyqtSignal(object)
    run_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()
        self._group = QActionGroup(self)
        self.hovered.connect(lambda action: self.run_pointed_at.emit(action.data()))
        self.triggered.connect(self._on_triggered)
        self.aboutToShow.connect(self._fill)

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """List these runs from the next opening of the menu on."""
        self._rows = tuple(rows)
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self.clear()
        for row in self._rows:
            action = QAction(_swatch(row.mark), row.text.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(row.is_current)
            action.setData(row.number)
            self._group.addAction(action)
            self.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        number: int = action.data()
        if not any(row.is_current and row.number == number for row in self._rows):
            self.run_chosen.emit(number)

    @override
    def hideEvent(self, a0: QHideEvent | None) -> None:
        self.run_pointed_at.emit(None)
        super().hideEvent(a0)


def _swatch(mark: Mark) -> QIcon:
    """Return a bit of a curve as an icon."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark.paint_key(painter, QRectF(0, 0, _SWATCH, _SWATCH))
    painter.end()
    return QIcon(pixmap)
