"""Plays the passes of a graph at a speed at which every step can be read."""

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

_STEP_MS, _FAST_STEP_MS, _MANY_STEPS = 900, 450, 40
"""Milliseconds between two steps, and from how many steps on it hurries."""


class GraphPlayer(QObject):
    """A clock that ticks only while the passes are played.

    Parameters
    ----------
    parent : QObject
        Lives as long as this.

    Signals
    -------
    ticked()
        The time for the next step has come.
    running_changed(bool)
        It has begun, or stopped.
    """

    ticked = pyqtSignal()
    running_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)

    @property
    def is_running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def start(self, step_count: int) -> None:
        """Begin to tick, faster for many steps."""
        self._timer.start(_FAST_STEP_MS if step_count > _MANY_STEPS else _STEP_MS)
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Tick no more."""
        if self._timer.isActive():
            self._timer.stop()
            self.running_changed.emit(False)
