"""Waits for a while, or until the window has done what it has to do."""

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal


class Hold(QObject):
    """One wait at a time; a new one takes the place of the last.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    ended()
        It is over.
    """

    ended = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.ended)

    def give_way(self, seconds: float = 0.0) -> None:
        """Let the next wait last until what is to be painted has been painted.

        Training would take the interpreter's lock from the window again and again, and
        one that has been resized needs the lock hundreds of times.

        Parameters
        ----------
        seconds : float
            For so long at least, where the work makes more work.
        """
        self._way = max(self._way or 0.0, seconds)

    def begin(self, seconds: float) -> None:
        """Wait; 0 is not at all, unless the window has much to do."""
        self.stop()
        way, self._way = self._way, None
        if seconds > 0:
            self._timer.start(round(1000 * seconds))
        elif way is not None:
            # Qt deals with all that has been posted first.
            self._timer.start(round(1000 * way))
        else:
            self.ended.emit()

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()
