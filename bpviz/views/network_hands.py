"""What hands can do to the picture of the network: point, click, pan, zoom, fit."""

from typing import cast

from PyQt6.QtCore import QEvent, QObject, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

ZOOM_STEP = 1.25
_NOTCH = 120  # Qt's unit of a wheel's angle
_CLICK_SLACK = 4  # pixels that a hand may move in a click

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkHands(QObject):
    """Reads mouse and keyboard of the widget that shows the network.

    The wheel zooms at the pointer, dragging pans, a double click fits; so do ``+``,
    ``-`` and ``0``. Shift and the arrows walk from node to node, Escape lets go.
    Plain arrows and Space are left alone: they step through the training.

    Parameters
    ----------
    widget : QWidget
        The widget; also the parent.

    Signals
    -------
    hovered(QPointF or None)
        Where the pointer is; None when it has left.
    clicked(QPointF)
        Where a click was.
    double_clicked(QPointF)
        Where a double click was.
    dragged(QPointF)
        By how much.
    zoomed(float, QPointF)
        By which factor, about which point.
    fit_wanted()
        Show the whole network.
    walked(int, int)
        One layer to the right or left, one node down or up.
    let_go()
        Select nothing.
    """

    hovered = pyqtSignal(object)
    clicked = pyqtSignal(QPointF)
    double_clicked = pyqtSignal(QPointF)
    dragged = pyqtSignal(QPointF)
    zoomed = pyqtSignal(float, QPointF)
    fit_wanted = pyqtSignal()
    walked = pyqtSignal(int, int)
    let_go = pyqtSignal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pressed_at: QPointF | None = None
        self._is_drag = False
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._pressed_at = event.position()
        self._is_drag = False
        return True

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position()
        if self._pressed_at is None:
            self.hovered.emit(place)
            return True
        way = place - self._pressed_at
        if not self._is_drag and way.manhattanLength() <= _CLICK_SLACK:
            return True
        if not self._is_drag:
            self._is_drag = True
            self.hovered.emit(None)
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pressed_at = place
        self.dragged.emit(way)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._pressed_at = None
        if self._is_drag:
            self._widget.unsetCursor()
        else:
            self.clicked.emit(event.position())
        self.hovered.emit(event.position())
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        self.double_clicked.emit(event.position())
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.zoomed.emit(ZOOM_STEP**notches, event.position())
        return bool(notches)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        middle = QPointF(self._widget.rect().center())
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoomed.emit(ZOOM_STEP, middle)
            case Qt.Key.Key_Minus:
                self.zoomed.emit(1 / ZOOM_STEP, middle)
            case Qt.Key.Key_0:
                self.fit_wanted.emit()
            case Qt.Key.Key_Escape:
                self.let_go.emit()
                return False  # Whatever is under way in the window ends with it, too.
            case _ if shifted and key in _WAYS:
                self.walked.emit(*_WAYS[key])
            case _:
                return False
        return True

    def _leave(self) -> bool:
        self.hovered.emit(None)
        return False

    @override
    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if event is None:
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(cast("QMouseEvent", event))
            case QEvent.Type.MouseMove:
                return self._move(cast("QMouseEvent", event))
            case QEvent.Type.MouseButtonRelease:
                return self._release(cast("QMouseEvent", event))
            case QEvent.Type.MouseButtonDblClick:
                return self._double_click(cast("QMouseEvent", event))
            case QEvent.Type.Wheel:
                return self._wheel(cast("QWheelEvent", event))
            case QEvent.Type.KeyPress:
                return self._key(cast("QKeyEvent", event))
            case QEvent.Type.Leave:
                return self._leave()
            case _:
                return False
