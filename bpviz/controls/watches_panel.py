"""The panel of watches: which numbers are drawn against the updates."""

from PyQt6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.controls.entry_list import EntryList
from bpviz.controls.panel_parts import PanelParts
from bpviz.controls.watch_form import WatchForm
from bpviz.look.labels import say
from bpviz.look.palette import current_theme
from bpviz.look.translation import translated
from bpviz.look.watch_words import watch_color, watch_dashes, watch_text
from bpviz.messages import InputError
from bpviz.training.messages import Opened
from bpviz.training.watch_recorder import check_watches
from bpviz.training.watches import Watch

translate = QCoreApplication.translate

_SWATCH = QSize(20, 12)


class WatchesPanel(QWidget):
    """Lists what is watched, each in the colour of its curve, and takes new ones.

    Watches stay when another experiment begins. Those of what its network does not
    have are kept in the list, but not in force.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    watches_changed(tuple)
        What is to be watched now.
    """

    watches_changed = pyqtSignal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._watches: list[Watch] = []
        self._list = EntryList()
        self._list.setIconSize(_SWATCH)
        self._form = WatchForm()
        self._parts = PanelParts(self, self._list, self._form)
        self._connect()
        self._retranslate()

    @property
    def watches(self) -> tuple[Watch, ...]:
        """Those in force: the ones that the open network has."""
        return tuple(one for one in self._watches if not self._problem_of(one))

    def show_session(self, opened: Opened) -> None:
        """Offer what this network has; say what is watched in it."""
        self._opened = opened
        self._form.show_session(opened)
        self._show_entries()
        if self._watches:
            self.watches_changed.emit(self.watches)

    def add_watch(self, watch: Watch) -> None:
        """Watch one more number, unless it is watched already or there are too many."""
        say(self._parts.problem, "")
        if watch not in self._watches:
            problem = self._problem_of(watch, *self.watches)
            if problem:
                say(self._parts.problem, problem)
                return
            self._watches.append(watch)
            self._show_entries()
            self.watches_changed.emit(self.watches)
        self._list.select(watch)

    def _connect(self) -> None:
        self._form.confirmed.connect(self._add)
        self._parts.add.clicked.connect(self._add)
        self._parts.remove.clicked.connect(self._remove)
        self._list.removal_requested.connect(self._remove)
        self._list.currentRowChanged.connect(self._on_selected)

    def _add(self) -> None:
        self.add_watch(self._form.watch())

    def _remove(self) -> None:
        watch = self._list.selected()
        if watch in self._watches:
            self._watches.remove(watch)
            say(self._parts.problem, "")
            self._show_entries()
            self.watches_changed.emit(self.watches)

    def _on_selected(self) -> None:
        self._parts.remove.setEnabled(self._list.selected() is not None)

    def _problem_of(self, *watches: Watch) -> str:
        """Return why these cannot be watched in what is open; empty if they can."""
        if self._opened is None:
            return ""
        try:
            check_watches(watches, self._opened.experiment.network)
        except InputError as error:
            return translated(error)
        return ""

    def _show_entries(self) -> None:
        place = 0
        for row, watch in enumerate(self._watches):
            problem = self._problem_of(watch)
            swatch = QIcon() if problem else _swatch(place)
            self._list.show_entry(
                row, watch, watch_text(watch), problem=problem, icon=swatch
            )
            place += not problem
        self._list.keep(len(self._watches))
        self._on_selected()
        empty = translate("Watches", "Nothing is watched. Choose a number below.")
        say(self._parts.sentence, "" if self._watches else empty)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(translate("Watches", "What is watched"))
        self._form.retranslate()
        self._parts.add.setText(translate("Watches", "Watch"))
        self._parts.add.setToolTip(
            translate("Watches", "Draw this number against the updates")
        )
        remove = translate("Watches", "Stop watching the selected number (Del)")
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


def _swatch(place: int) -> QIcon:
    """Return a bit of the curve of the watch at a place."""
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    pen = QPen(QColor(watch_color(place, current_theme())), 2.0)
    if dashes := watch_dashes(place):
        pen.setDashPattern(dashes)
    painter = QPainter(pixmap)
    painter.setPen(pen)
    middle = QRectF(pixmap.rect()).center().y()
    painter.drawLine(0, round(middle), _SWATCH.width(), round(middle))
    painter.end()
    return QIcon(pixmap)
