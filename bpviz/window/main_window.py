"""The main window: puts the parts together and connects them, nothing else."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QMainWindow
from typing_extensions import override

from bpviz.controls.pace import PACES
from bpviz.look.preset_words import preset_title
from bpviz.look.theme_keeper import ThemeKeeper
from bpviz.training.messages import Failure, Opened, Report
from bpviz.window.audience import PlaybackState
from bpviz.window.commands import Commands
from bpviz.window.hold import Hold
from bpviz.window.key_guard import KeyGuard
from bpviz.window.panels import NAMES, Panels
from bpviz.window.parts import Parts
from bpviz.window.picture_choices import PictureChoices
from bpviz.window.playback import PlaybackController
from bpviz.window.settings import Settings
from bpviz.window.undivided import Undivided
from bpviz.window.wiring import Wiring
from bpviz.window.workspace_tabs import WorkspaceTabs
from bpviz.worker.training_worker import Answering
from bpviz.worker.worker_thread import WorkerThread

translate = QCoreApplication.translate

_FIRST_SIZE = (1280, 720)
_FRAME = 48
"""Pixels that the title bar and the edges of a window take, about."""

_MUCH_WORK = 0.04
"""Seconds in which the window deals with another size, theme or network, mostly."""

_MAKES_WORK = {
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.WindowStateChange,
}

_MOST_WAITED = 0.004
"""Seconds in which training ends an update, mostly; better spent at once than in the
hundreds of times that the window then needs the interpreter's lock."""


class MainWindow(QMainWindow):
    """Shows a session, and asks it for what the person wants.

    It is the audience of the playback, and owns the training thread from its
    beginning until it is closed.

    Parameters
    ----------
    make_session : callable
        Makes the session, on the training thread.
    themes : ThemeKeeper
        Keeps the theme on the application.
    settings : Settings
        What is remembered.

    Signals
    -------
    settled()
        What was asked for is shown, and nothing goes on.
    """

    settled = pyqtSignal()

    def __init__(
        self,
        make_session: Callable[[], Answering],
        themes: ThemeKeeper,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._opened: Opened | None = None
        self._has_layout = False
        self._is_live = False
        self._worker = WorkerThread(make_session, self)
        self._hold = Hold(self)
        self._undivided = Undivided(self)
        self._catching_up = QTimer(self)
        self.playback = PlaybackController(
            self._worker.send, self._hold.begin, self, self._worker.hurry
        )
        self.parts = Parts()
        self._panels = self._laid_out()
        self._wiring = Wiring(self.parts, self.playback)
        self._picture = PictureChoices(self.parts.network, settings)
        self._commands = Commands(
            self,
            self.playback,
            self.parts,
            wiring=self._wiring,
            panels=self._panels,
            themes=themes,
            settings=settings,
        )
        bar = self.menuBar()
        assert bar is not None  # Qt makes one when there is none.
        bar.setCornerWidget(WorkspaceTabs(self.parts.workspaces))
        self._guard = KeyGuard(self)
        self._connect(themes)
        self._restore()
        self._retranslate()
        self._worker.start()

    def show_report(self, report: Report, animate_ms: int, is_live: bool) -> None:
        """Show what the session has answered."""
        if report.opened is not None:
            self._show_session(report.opened)
        if report.divergence is not None:
            self.parts.error_bar.show_divergence(report.divergence)
        if self.parts.show_report(report, animate_ms, is_live):
            self._hold.give_way()
        self._wiring.show_progress(report)
        self._commands.show_runs(report.runs)
        self._is_live = is_live
        self._settle()

    def show_failure(self, failure: Failure) -> None:
        """Say what could not be done."""
        self.parts.show_failure(failure)
        self._settle()

    def show_state(self, state: PlaybackState) -> None:
        """Show whether the run goes on."""
        is_moving = state is not PlaybackState.PAUSED
        self.parts.transport.show_state(
            is_moving=is_moving, is_checking=state is PlaybackState.CHECKING
        )
        if not is_moving:
            self._is_live = False
            self.parts.network.stop_animation()
            self.parts.gradients.end_check()
            self._settle()
        elif state is PlaybackState.RUNNING:
            self.parts.network.expect_many()

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for is shown and nothing goes on."""
        return self.playback.is_idle and self.parts.display.is_up_to_date

    def _settle(self) -> None:
        """Let the parts catch up, if no other report is about to come."""
        if not self._is_live and not self.parts.display.is_up_to_date:
            self._catching_up.start()
        elif self.is_settled:
            self.settled.emit()

    def _catch_up(self) -> None:
        """Bring one part up to date; keys and clicks may come before the next."""
        self.parts.display.catch_up()
        self._settle()

    def _show_session(self, opened: Opened) -> None:
        self._opened = opened
        self._give_way()
        self.parts.show_session(opened)
        self._retranslate()
        # So that Space runs what has just been chosen from a list.
        self.parts.network.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_way(self) -> None:
        """Let the window do at once what it has to do; training goes on after that."""
        self._hold.give_way(_MUCH_WORK)
        if self.playback.end_slice():
            self._worker.wait(_MOST_WAITED)
        self._undivided.begin(self)

    def _laid_out(self) -> Panels:
        parts = self.parts
        self.setCentralWidget(parts.centre)
        self.addToolBar(parts.transport)
        self.resize(*_FIRST_SIZE)
        return Panels(self, {name: getattr(parts, name) for name in NAMES})

    def _connect(self, themes: ThemeKeeper) -> None:
        self._worker.reported.connect(self.playback.on_report)
        self._worker.failed.connect(self.playback.on_failure)
        self._hold.ended.connect(self.playback.on_hold_ended)
        self._catching_up.setSingleShot(True)
        self._catching_up.timeout.connect(self._catch_up)
        self.parts.workspaces.changed.connect(self._on_workspace_changed)
        self._picture.row_chosen.connect(self.parts.show_row)
        self._picture.digits_chosen.connect(self.parts.set_precision)
        self._picture.quantity_chosen.connect(self._commands.mark_edges)
        workspaces = self.parts.workspaces
        workspaces.reduce_motion(self._settings.reduced_motion)
        self._picture.motion_reduced.connect(workspaces.reduce_motion)
        self.parts.inspector.notation_changed.connect(self._settings.set_notation)
        themes.theme_about_to_change.connect(self._give_way)
        themes.theme_changed.connect(self.parts.set_theme)

    def _on_workspace_changed(self) -> None:
        """Give the graph the whole window, without the panels of the network."""
        is_graph = self.parts.workspaces.graph is not None
        if is_graph:
            self.playback.pause()
            self._panels.put_away()
        else:
            self._panels.bring_back()
        self.parts.transport.setVisible(not is_graph)
        self._retranslate()

    def _restore(self) -> None:
        settings = self._settings
        self.parts.inspector.set_notation(settings.notation)
        self.parts.set_precision(settings.digits)
        self.parts.transport.set_pace(settings.pace)
        self.playback.set_pace(self.parts.transport.pace)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)
        elif not self._has_room():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if settings.layout is not None:
            self._has_layout = self._panels.restore(settings.layout)

    def _has_room(self) -> bool:
        """Whether the screen holds the window with its frame."""
        screen = self.screen()
        if screen is None:
            return True
        room = screen.availableSize() - self.size()
        return room.width() >= 0 and room.height() >= _FRAME

    def _remember(self) -> None:
        self._settings.pace = PACES.index(self.parts.transport.pace)
        self._settings.geometry = self.saveGeometry()
        self._settings.layout = self._panels.layout()

    def _retranslate(self) -> None:
        title, opened = "", self._opened
        if opened is not None:
            title = preset_title(opened.experiment)
            title = title or translate("Datasets", opened.dataset.title)
        graph = self.parts.workspaces.graph
        if graph is not None:
            title = graph.title
        self.setWindowTitle(f"{title} — bpviz" if title else "bpviz")
        self._commands.retranslate()
        self._panels.retranslate()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in _MAKES_WORK:
            self._give_way()
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.parts.display.show_again()

    @override
    def showEvent(self, a0: QShowEvent | None) -> None:
        super().showEvent(a0)
        if not self._has_layout:
            self._has_layout = True
            self._panels.arrange()

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self._give_way()
        if a0 is not None:
            self._panels.follow(a0.oldSize())

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        # Whatever has the focus has had no use for it.
        if a0 is not None and a0.key() == Qt.Key.Key_Escape:
            self.playback.pause()
        super().keyPressEvent(a0)

    @override
    def closeEvent(self, a0: QCloseEvent | None) -> None:
        self.playback.close()
        self._hold.stop()
        self._catching_up.stop()
        self._worker.stop()
        self._remember()
        super().closeEvent(a0)
