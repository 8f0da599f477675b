"""Waits for a while, or until the event that is being dealt with is done."""

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, pyqtSignal
from typing_extensions import override


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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.ended)

    def begin(self, seconds: float) -> None:
        """Wait; 0 is until the event that is being dealt with is done.

        Painting comes later still, so that training goes on meanwhile: Qt's requests
        to paint have a lower priority.
        """
        self.stop()
        if seconds > 0:
            self._timer.start(round(1000 * seconds))
        else:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()
        QCoreApplication.removePostedEvents(self, QEvent.Type.User.value)

    @override
    def customEvent(self, a0: QEvent | None) -> None:
        self.ended.emit()
