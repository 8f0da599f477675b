"""What hands can do to a graph: all that they can do to a network, and drag numbers."""

from collections.abc import Callable

from PyQt6.QtCore import QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.views.network_hands import NetworkHands

_TEN_TIMES = Qt.KeyboardModifier.ShiftModifier
_A_TENTH = Qt.KeyboardModifier.ControlModifier


class GraphHands(NetworkHands):
    """Reads mouse and keyboard of the widget that shows a graph.

    Dragging a number that can be dragged does not pan: it changes the number, with
    Shift ten times as fast, with Ctrl a tenth as fast.

    Parameters
    ----------
    widget : QWidget
        The widget; also the parent.
    can_scrub : callable
        Tells whether there is such a number at a point, and gets ready to drag it.

    Signals
    -------
    scrubbed(float, int)
        How many pixels to the right since the press, and the power of ten.
    """

    scrubbed = pyqtSignal(float, int)

    def __init__(self, widget: QWidget, can_scrub: Callable[[QPointF], bool]) -> None:
        super().__init__(widget)
        self._can_scrub = can_scrub
        self._scrub_from: QPointF | None = None
        self._has_scrubbed = False

    @override
    def _press(self, event: QMouseEvent) -> bool:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._can_scrub(event.position()):
            self._scrub_from = event.position()
            self._has_scrubbed = False
            return True
        return super()._press(event)

    @override
    def _move(self, event: QMouseEvent) -> bool:
        if self._scrub_from is None:
            return super()._move(event)
        pixels = event.position().x() - self._scrub_from.x()
        if not self._has_scrubbed and abs(pixels) < 2:
            return True
        self._has_scrubbed = True
        self.scrubbed.emit(pixels, power_of(event.modifiers()))
        return True

    @override
    def _release(self, event: QMouseEvent) -> bool:
        if self._scrub_from is None:
            return super()._release(event)
        self._scrub_from = None
        if not self._has_scrubbed:
            self.clicked.emit(event.position())
        self.hovered.emit(event.position())
        return True


def power_of(modifiers: Qt.KeyboardModifier) -> int:
    """Return how many times ten faster a drag goes: 1, 0 or -1."""
    return int(bool(modifiers & _TEN_TIMES)) - int(bool(modifiers & _A_TENTH))
