"""How far the numbers that move have come."""

from PyQt6.QtCore import QObject, QVariantAnimation, pyqtSignal


class NetworkMotion(QObject):
    """Lets numbers move for a while.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    moved()
        They are somewhere else now.
    arrived()
        They are where they were going, without having been stopped.
    """

    moved = pyqtSignal()
    arrived = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self.moved)
        self._animation.finished.connect(self.arrived)

    @property
    def progress(self) -> float | None:
        """How far they have come, from 0 to 1; None where nothing moves."""
        if self._animation.state() is not QVariantAnimation.State.Running:
            return None
        return float(self._animation.currentValue())

    def start(self, milliseconds: int) -> None:
        """Let them begin to move."""
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Let them be where they are going, now."""
        self._animation.stop()
