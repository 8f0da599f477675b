"""Lets a window paint itself in one go while training goes on beside it."""

from PyQt6.QtCore import QEvent, QObject, QTimer
from PyQt6.QtWidgets import QMainWindow
from typing_extensions import override

_LASTS_MS = 200
"""By then a window that has been resized or has another theme has been painted."""


class Undivided(QObject):
    """Keeps the interpreter's lock while the window paints itself.

    To paint all of it Qt calls Python some hundred times, for the style and for our
    own widgets. Each call has to get the lock from the training thread, which lets go
    of it for so short a time that whoever waits often wakes up too late: half a
    millisecond a call, and up to ten. Called from Python, Qt has the lock already.

    Parameters
    ----------
    window : MainWindow
        The window; also the parent.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(_LASTS_MS)
        self._over.timeout.connect(lambda: window.removeEventFilter(self))

    def begin(self, window: QMainWindow) -> None:
        """Do so for a while from now on."""
        if not self._over.isActive():
            window.installEventFilter(self)
        self._over.start()

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a0 is None or a1 is None or a1.type() != QEvent.Type.UpdateRequest:
            return False
        a0.event(a1)
        return True
