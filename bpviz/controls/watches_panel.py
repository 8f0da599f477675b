"""The panel of watches: which numbers are drawn against the updates."""

from PyQt6.QtCore import QCoreApplication, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.controls.entry_panel import EntryPanel, PanelTexts
from bpviz.controls.watch_form import WatchForm
from bpviz.look.labels import say
from bpviz.look.palette import current_theme
from bpviz.look.watch_words import watch_color, watch_dashes, watch_text
from bpviz.training.messages import Opened
from bpviz.training.watch_check import check_watches
from bpviz.training.watches import Watch

translate = QCoreApplication.translate

_SWATCH = QSize(20, 12)


class WatchesPanel(EntryPanel):
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
        self._form = WatchForm()
        super().__init__(self._form, parent)
        self._watches: list[Watch] = []
        self.entries.setIconSize(_SWATCH)
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
        say(self.problem, "")
        if watch not in self._watches:
            problem = self._problem_of(watch, *self.watches)
            if problem:
                say(self.problem, problem)
                return
            self._watches.append(watch)
            self._show_entries()
            self.watches_changed.emit(self.watches)
        self.entries.select(watch)

    @override
    def _add(self) -> None:
        self.add_watch(self._form.watch())

    @override
    def _remove(self) -> None:
        watch = self.entries.selected()
        if watch in self._watches:
            self._watches.remove(watch)
            say(self.problem, "")
            self._show_entries()
            self.watches_changed.emit(self.watches)

    def _problem_of(self, *watches: Watch) -> str:
        """Return why these cannot be watched in what is open; empty if they can."""
        return self._problem_with(
            lambda opened: check_watches(watches, opened.experiment.network)
        )

    @override
    def _show_entries(self) -> None:
        place = 0
        for row, watch in enumerate(self._watches):
            problem = self._problem_of(watch)
            swatch = QIcon() if problem else _swatch(place)
            self.entries.show_entry(
                row, watch, watch_text(watch), problem=problem, icon=swatch
            )
            place += not problem
        self.entries.keep(len(self._watches))
        self._on_selected()
        empty = translate("Watches", "Nothing is watched. Choose a number below.")
        say(self.sentence, "" if self._watches else empty)

    @override
    def _texts(self) -> PanelTexts:
        return PanelTexts(
            heading=translate("Watches", "Watches"),
            add=translate("Watches", "Watch"),
            add_hint=translate("Watches", "Draw this number against the updates"),
            remove=translate("Watches", "Stop watching the selected number (Del)"),
        )


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
