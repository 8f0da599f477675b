"""Hands on the axis of time: drag the moment of the run, or move it by keys."""

from PyQt6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QToolTip
from typing_extensions import override

from bpviz.views.gestures import CLICK_SLACK
from bpviz.views.plot_area import PlotArea
from bpviz.views.time_strip import TimeStrip

_NEAR = 5
"""Pixels beside the place of now that belong to it."""

_ABOVE_AXIS = 4
_Key = Qt.Key


class Scrubber(QObject):
    """Lets the mouse and the keyboard move through time.

    Pressed on the axis, or on the line where the run stands, the mouse moves that
    place as long as it is dragged; so it does anywhere in a plot that shows everything,
    where there is nowhere to pan to. ``Home`` and ``End`` go to the beginning and as
    far as the run has come, ``Ctrl`` with an arrow a hundredth of the axis. It takes
    its events before the other gestures of a plot, and so must be made after them.

    Parameters
    ----------
    area : PlotArea
        The plot; also the parent.
    strip : TimeStrip
        What is dragged.

    Signals
    -------
    scrubbed(float)
        On the axis of updates, where the run is to stand.
    released()
        The mouse no longer holds it.
    """

    scrubbed = pyqtSignal(float)
    released = pyqtSignal()

    def __init__(self, area: PlotArea, strip: TimeStrip) -> None:
        super().__init__(area)
        self._area = area
        self._strip = strip
        self._is_held = False
        self._pressed_at: QPointF | None = None
        area.installEventFilter(self)

    def _is_over(self, pixel: QPoint) -> bool:
        """Whether a pixel of the plot belongs to time."""
        picture = self._area.picture
        if self._strip.now is None:
            return False
        if not picture.left() - _NEAR <= pixel.x() <= picture.right() + _NEAR:
            return False
        if pixel.y() > picture.bottom() - _ABOVE_AXIS:
            return True
        if not picture.contains(pixel):
            return False
        now = self._area.pixel_at(self._strip.now, self._area.view.top).x()
        return abs(pixel.x() - now) <= _NEAR

    def _press(self, event: QMouseEvent) -> bool:
        self._pressed_at = None
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        pixel = event.position()
        if not self._is_over(pixel.toPoint()):
            is_inside = self._area.picture.contains(pixel.toPoint())
            if is_inside and self._area.is_home and self._strip.now is not None:
                self._pressed_at = pixel  # A click, or the beginning of a drag.
            return False
        self._is_held = True
        self._scrub(event)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._begins_to_drag(event):
            self._is_held = True
            self._area.setCursor(Qt.CursorShape.SizeHorCursor)
        if self._is_held:
            self._scrub(event)
            return True
        if not event.buttons():
            self._hover(event)
        return False

    def _begins_to_drag(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None:
            return False
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed_at = None
            return False
        way = event.position() - self._pressed_at
        return way.manhattanLength() > CLICK_SLACK

    def _hover(self, event: QMouseEvent) -> None:
        pixel = event.position().toPoint()
        if not self._is_over(pixel):
            if self._area.cursor().shape() == Qt.CursorShape.SizeHorCursor:
                self._area.unsetCursor()
            return
        self._area.setCursor(Qt.CursorShape.SizeHorCursor)
        is_low = pixel.y() > self._area.picture.bottom() - 3 * _ABOVE_AXIS
        texts = [flag.text for flag in self._strip.flags_at(pixel.x()) if is_low]
        if texts:
            at = event.globalPosition().toPoint()
            QToolTip.showText(at, "\n".join(texts), self._area)
        else:
            QToolTip.hideText()

    def _release(self, event: QMouseEvent) -> bool:
        if not self._is_held or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._is_held = False
        self._pressed_at = None
        self.released.emit()
        return True

    def _scrub(self, event: QMouseEvent) -> None:
        self.scrubbed.emit(self._area.point_at(event.position()).x())

    def _goal(self, event: QKeyEvent) -> float | None:
        """Return where a key leads; None where it is not one of ours."""
        now = self._strip.now
        if now is None:
            return None
        match event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            case _Key.Key_Home, Qt.KeyboardModifier.NoModifier:
                return 0.0
            case _Key.Key_End, Qt.KeyboardModifier.NoModifier:
                return float(self._strip.farthest)
            case _Key.Key_Left, Qt.KeyboardModifier.ControlModifier:
                return now - self._hundredth()
            case _Key.Key_Right, Qt.KeyboardModifier.ControlModifier:
                return now + self._hundredth()
        return None

    def _hundredth(self) -> float:
        return max(self._area.view.width / 100, 1.0)

    def _key(self, event: QKeyEvent) -> bool:
        goal = self._goal(event)
        if goal is None:
            return False
        self.scrubbed.emit(goal)
        self.released.emit()
        return True

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if isinstance(a1, QKeyEvent):
            if a1.type() == QEvent.Type.KeyPress:
                return self._key(a1)
            if a1.type() == QEvent.Type.ShortcutOverride and self._goal(a1) is not None:
                # Home is a shortcut of the window's, too.
                a1.accept()
                return True
            return False
        if not isinstance(a1, QMouseEvent):
            return False
        match a1.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(a1)
            case QEvent.Type.MouseMove:
                return self._move(a1)
            case QEvent.Type.MouseButtonRelease:
                return self._release(a1)
        return False
