"""What hands can do to a plot: hover, click, zoom, pan, show everything again."""

from PyQt6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from typing_extensions import override

from bpviz.views.plot_area import PlotArea

ZOOM_A_NOTCH = 0.8
_NOTCH = 120  # Qt's unit of a wheel's angle
CLICK_SLACK = 4
"""Pixels that a hand may move in a click."""


class Gestures(QObject):
    """Lets the mouse and the keyboard move through a plot.

    The wheel zooms about the pointer, over an axis along that axis alone; dragging
    pans; a double click shows everything again. So do ``+``, ``-`` and ``0``.

    Parameters
    ----------
    area : PlotArea
        The plot; also the parent.
    zooms_y : bool
        Whether the wheel in the picture zooms along y, too.
    one_axis : bool
        Whether an axis can be zoomed without the other.

    Signals
    -------
    hovered(QPointF or None)
        Where the pointer is, in the units of the axes; None when it has left.
    clicked(QPointF)
        Where a click was, in the units of the axes.
    """

    hovered = pyqtSignal(object)
    clicked = pyqtSignal(QPointF)

    def __init__(
        self, area: PlotArea, *, zooms_y: bool = True, one_axis: bool = True
    ) -> None:
        super().__init__(area)
        self._area = area
        self._zooms_y = zooms_y
        self._one_axis = one_axis
        self._pressed_at: QPointF | None = None
        self._drags = False
        self._clicked_at = QPointF()
        self._click_timer = QTimer(self)
        self._click_timer.setSingleShot(True)
        self._click_timer.timeout.connect(self._report_click)
        area.setMouseTracking(True)
        area.installEventFilter(self)

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed_at = event.position()
        self._drags = False
        return True

    def _move(self, event: QMouseEvent) -> bool:
        pixel = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed_at = None  # Somebody else has taken the release.
        if self._pressed_at is None:
            is_inside = self._area.picture.contains(pixel.toPoint())
            self.hovered.emit(self._area.point_at(pixel) if is_inside else None)
            return True
        if (pixel - self._pressed_at).manhattanLength() > CLICK_SLACK:
            self._drags = True
        if self._drags:
            self._area.setCursor(Qt.CursorShape.ClosedHandCursor)
            before = self._area.point_at(self._pressed_at)
            now = self._area.point_at(pixel)
            way = before - now
            self._area.go_to(self._area.view.moved(way.x(), way.y()))
            self._pressed_at = pixel
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        pixel, self._pressed_at = event.position(), None
        self._area.unsetCursor()
        if not self._drags and self._area.picture.contains(pixel.toPoint()):
            self._clicked_at = self._area.point_at(pixel)
            # Where a double click means something, a click must not be its first half.
            hints = QGuiApplication.styleHints()
            wait = (
                0
                if self._area.is_home or hints is None
                else (hints.mouseDoubleClickInterval())
            )
            if wait:
                self._click_timer.start(wait)
            else:
                self._report_click()
        return True

    def _report_click(self) -> None:
        self.clicked.emit(self._clicked_at)

    def _show_all(self) -> bool:
        self._click_timer.stop()
        self._area.go_home()
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        notches = event.angleDelta().y() / _NOTCH
        if not notches:
            return False
        pixel, picture = event.position(), self._area.picture
        factor = ZOOM_A_NOTCH**notches
        over_y_axis = self._one_axis and pixel.x() < picture.left()
        over_x_axis = (
            self._one_axis and pixel.y() > picture.bottom() and not over_y_axis
        )
        zooms_y = over_y_axis or (self._zooms_y and not over_x_axis)
        self._area.zoom(
            1.0 if over_y_axis else factor,
            factor if zooms_y else 1.0,
            self._area.point_at(pixel),
        )
        return True

    def _key(self, event: QKeyEvent) -> bool:
        match event.text():
            case "+" | "=":
                factor = ZOOM_A_NOTCH
            case "-":
                factor = 1 / ZOOM_A_NOTCH
            case "0":
                return self._show_all()
            case _:
                return False
        self._area.zoom(factor, factor if self._zooms_y else 1.0)
        return True

    def _leave(self) -> bool:
        self.hovered.emit(None)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(event)
            case QEvent.Type.MouseMove:
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._release(event)
            case QEvent.Type.MouseButtonDblClick:
                return self._show_all()
        return False

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is None:
            return False
        if isinstance(a1, QMouseEvent):
            return self._mouse(a1)
        if isinstance(a1, QWheelEvent):
            return self._wheel(a1)
        if isinstance(a1, QKeyEvent) and a1.type() == QEvent.Type.KeyPress:
            return self._key(a1)
        if a1.type() == QEvent.Type.Leave:
            return self._leave()
        if a1.type() == QEvent.Type.Hide:
            self._click_timer.stop()
        return False
