"""The buttons that step through a graph, and the words that say where it stands."""

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from bpviz.controls.elided_label import ElidedLabel
from bpviz.look.icons import icon
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.training.steps import Granularity

translate = QCoreApplication.translate

_ICON = QSize(20, 20)


class GraphTransport(QWidget):
    """Restart, back, play, forward; then the place in words.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    restart_requested()
        Back to the beginning.
    step_requested(Granularity, int)
        An operation, or an update, which is a whole pass; forward (1) or back (-1).
    run_toggled()
        Play, or pause.
    """

    restart_requested = pyqtSignal()
    step_requested = pyqtSignal(object, int)
    run_toggled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_running = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self._restart = self._button("skip-back")
        self._pass_back = self._button("rewind")
        self._back = self._button("step-back")
        self._run = self._button("play")
        self._forward = self._button("step-forward")
        self._pass = self._button("fast-forward")
        self._back.setAutoRepeat(True)
        self._forward.setAutoRepeat(True)
        self._place = ElidedLabel()
        self._place.setFont(tabular_font(font_sizes().body))
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._row.addSpacing(GRID)
        self._row.addWidget(self._place, 1)
        self._restart.clicked.connect(lambda: self.restart_requested.emit())
        self._run.clicked.connect(lambda: self.run_toggled.emit())
        for button, granularity, direction in (
            (self._pass_back, Granularity.UPDATE, -1),
            (self._back, Granularity.OPERATION, -1),
            (self._forward, Granularity.OPERATION, 1),
            (self._pass, Granularity.UPDATE, 1),
        ):
            button.clicked.connect(
                lambda _, step=(granularity, direction): self.step_requested.emit(*step)
            )
        self.show_running(is_running=False)

    @property
    def place(self) -> str:
        """What it says about the place."""
        return self._place.whole

    def show_place(self, words: str) -> None:
        """Say where the passes stand."""
        self._place.show_text(words)

    def show_running(self, *, is_running: bool) -> None:
        """Show whether the run button pauses or plays."""
        self._is_running = is_running
        # The accent: it is what the next press of Space does.
        name = "pause" if is_running else "play"
        self._run.setIcon(icon(name, QPalette.ColorRole.Accent))
        self._retranslate()

    def set_enabled(self, *, has_graph: bool) -> None:
        """Let the buttons be pressed only where there is something to step through."""
        for button in self.findChildren(QToolButton):
            button.setEnabled(has_graph)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(_ICON)
        button.setIcon(icon(name))
        # A click leaves the keys to stepping.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def _retranslate(self) -> None:
        run = (
            translate("GraphControls", "Pause")
            if self._is_running
            else translate("GraphControls", "Play both passes")
        )
        for button, text in (
            (self._restart, translate("GraphControls", "Back to the beginning")),
            (self._pass_back, translate("GraphControls", "One pass back")),
            (self._back, translate("GraphControls", "One operation back")),
            (self._run, run),
            (self._forward, translate("GraphControls", "One operation forward")),
            (self._pass, translate("GraphControls", "One pass forward")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)
        self._place.setAccessibleName(
            translate("GraphControls", "Where the passes stand")
        )

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
