"""Moves through the passes of a graph: step by step, or played at a speed to read."""

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from bpviz.scene.graph_document import GraphDocument
from bpviz.training.steps import Granularity

_STEP_MS, _FAST_STEP_MS, _MANY_STEPS = 900, 450, 40
"""Milliseconds between two steps, and from how many steps on it hurries."""
_STEP_MOTION_MS, _PLAY_MOTION_MS = 200, 350
"""How long numbers take to come to their places in a step, and in a play."""


class GraphPlayer(QObject):
    """A hand on the passes, with a clock that ticks only while they are played.

    Parameters
    ----------
    document : GraphDocument
        Whose passes.
    parent : QObject
        Lives as long as this.

    Attributes
    ----------
    can_move : bool
        Whether the graph is there and is the one that was asked for.

    Signals
    -------
    moved(int)
        The passes stand elsewhere; the numbers have so many milliseconds to arrive.
    running_changed(bool)
        It has begun to play, or stopped.
    """

    moved = pyqtSignal(int)
    running_changed = pyqtSignal(bool)

    def __init__(self, document: GraphDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.can_move = False
        self._document = document
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_running(self) -> bool:
        """Whether the passes are being played."""
        return self._timer.isActive()

    def step(self, granularity: Granularity, direction: int) -> None:
        """Move by one node of a pass, by a whole pass, or by both passes."""
        self.stop()
        if self.can_move:
            self._document.step(granularity, direction)
            is_one_forward = granularity is Granularity.OPERATION and direction > 0
            self.moved.emit(_STEP_MOTION_MS if is_one_forward else 0)

    def toggle(self) -> None:
        """Play both passes, from the beginning if they are completed, or pause."""
        moment = self._document.moment
        if self.is_running:
            self.stop()
        elif self.can_move and moment is not None:
            if self._document.is_finished:
                self.restart()
            count = len(moment.passes.steps)
            self._timer.start(_FAST_STEP_MS if count > _MANY_STEPS else _STEP_MS)
            self.running_changed.emit(True)

    def restart(self) -> None:
        """Go back to where only what is given is known."""
        self.stop()
        if self.can_move:
            self._document.move_to(0)
            self.moved.emit(0)

    def stop(self) -> None:
        """Play no more."""
        if self._timer.isActive():
            self._timer.stop()
            self.running_changed.emit(False)

    def _on_tick(self) -> None:
        self._document.step(Granularity.OPERATION, 1)
        if self._document.is_finished:
            self.stop()
        self.moved.emit(_PLAY_MOTION_MS)
