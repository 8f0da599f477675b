"""How the numbers of a step come from their node to their places."""

from PyQt6.QtCore import QEasingCurve, QVariantAnimation
from PyQt6.QtWidgets import QWidget


class GraphArrival(QVariantAnimation):
    """Runs from 0 to 1 and has its widget painted on the way.

    Parameters
    ----------
    widget : QWidget
        What the numbers are painted in; also the parent.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(lambda: widget.update())

    @property
    def is_running(self) -> bool:
        """Whether numbers are on their way."""
        return self.state() is QVariantAnimation.State.Running

    @property
    def progress(self) -> float:
        """How far they have come; 1 where nothing moves."""
        return float(self.currentValue()) if self.is_running else 1.0

    def begin(self, milliseconds: int) -> None:
        """Let them set out; 0 has them in their places at once."""
        self.stop()
        if milliseconds > 0:
            self.setDuration(milliseconds)
            self.start()
