"""A widget that shows a network at one moment and lets its numbers move."""

from dataclasses import replace
from typing import Any

from PyQt6.QtCore import (
    QCoreApplication,
    QEvent,
    QPointF,
    QSize,
    Qt,
    pyqtSignal,
)
from PyQt6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.camera import FITTED
from bpviz.scene.colors import ColorArray
from bpviz.scene.locks import locked
from bpviz.scene.network_scene import (
    HEADING_HEIGHT,
    STAGE_INSET,
    NetworkScene,
    fitting,
)
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions
from bpviz.training.frame import Frame
from bpviz.views.finished_picture import FinishedPicture
from bpviz.views.live_canvas import LiveCanvas
from bpviz.views.network_exchange import NetworkExchange
from bpviz.views.network_motion import NetworkMotion
from bpviz.views.network_words import description
from bpviz.views.picture_style import MEASURED_AGAIN

translate = QCoreApplication.translate


class NetworkWidget(QWidget):
    """Shows a network at one moment and lets numbers, and only numbers, move.

    The picture is worked out when it is painted: of frames that come faster than
    that, the older ones are never drawn.

    Parameters
    ----------
    parent : QWidget, optional
        What it is part of.

    Signals
    -------
    animation_finished()
        What moved has arrived.
    """

    animation_finished = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        """Whether operations are shown at once, without anything moving."""
        self._stays_ready = False
        self._canvas = LiveCanvas(current_theme())
        self._canvas.paint_elsewhere = self._paint_elsewhere
        self._picture = FinishedPicture(self)
        self._exchange = NetworkExchange(self._canvas, self)
        self._exchange.changed.connect(self._show)
        self._exchange.calmed.connect(self._describe)
        self._motion = NetworkMotion(self)
        self._motion.moved.connect(self._show)
        self._motion.arrived.connect(self._on_arrived)
        self.setMinimumSize(320, 240)
        # Every pixel is painted, so Qt need not clear them first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("NetworkView", "Network"))

    @property
    def options(self) -> SceneOptions:
        """How the network is shown."""
        return self._canvas.options

    @property
    def frame(self) -> Frame | None:
        """The moment that is on the screen; a later one may be being painted."""
        return self._canvas.frame

    @property
    def theme(self) -> Theme:
        """In whose colours it is painted."""
        return self._canvas.theme

    def stay_ready(self) -> None:
        """Have what paints the pictures of a run started before there is a run.

        It takes half a second, in which a run that has begun would stutter.
        """
        self._stays_ready = True
        if self.isVisible():
            self._exchange.prepare()

    def expect_many(self) -> None:
        """Get ready for moments that follow each other fast."""
        self._exchange.expect_many()

    def show_frame(self, frame: Frame, animate_ms: int = 0) -> None:
        """Show a moment.

        Parameters
        ----------
        animate_ms : int
            How long the numbers of its last operation take to arrive; 0 for at once.
        """
        self._motion.stop()
        self._exchange.show_frame(frame, is_moving=animate_ms > 0)
        if animate_ms <= 0:
            return
        if self.reduced_motion:
            self.animation_finished.emit()
            return
        self._motion.start(animate_ms)

    def stop_animation(self) -> None:
        """Let everything that moves be where it is going, now."""
        self._motion.stop()
        self._exchange.expect_no_more()
        self._show()

    def set_names(
        self,
        input_names: tuple[str, ...],
        output_names: tuple[str, ...],
        image_shape: tuple[int, int] | None = None,
    ) -> None:
        """Name the inputs and outputs; a shape makes the input a picture."""
        self._canvas.set_names(input_names, output_names, image_shape)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._canvas.measure(theme)
        self._exchange.take_up(theme)
        self._show()

    def set_quantity(self, quantity: EdgeQuantity) -> None:
        """Choose what edges show; locked scales are those of its first numbers."""
        if quantity is not self.options.quantity:
            self._change(quantity=quantity, locked_scales=())

    def set_scale_mode(self, mode: ScaleMode | None) -> None:
        """Choose which numbers share a scale; None for what suits the network.

        Locking keeps the scales as they are now.
        """
        scene = self._scene()
        if mode is ScaleMode.LOCKED and scene is not None:
            self._canvas.change(locked(self.options, scene))
            self._show()
        else:
            self._change(scale_mode=mode)

    def set_peaks(self, input_peak: float | None, output_peak: float | None) -> None:
        """Say how large inputs and targets are in all of the data; None for unknown."""
        self._change(input_peak=input_peak, output_peak=output_peak)

    def set_edge_limit(self, limit: int | None) -> None:
        """Choose how many edges between two layers are drawn; None for all.

        While frames follow each other fast, all are as many as usual.
        """
        self._change(edge_limit=limit)

    def set_row(self, row: int) -> None:
        """Choose which sample of the batch is shown."""
        self._change(row=row)

    def set_precision(self, digits: int) -> None:
        """Choose with how many significant digits numbers are written."""
        self._change(precision=digits)

    def fit(self) -> None:
        """Show the whole network."""
        self._change(camera=FITTED)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Enlarge the network about a point of the widget, or about its middle."""
        place = QPointF(self.rect().center()) if about is None else about
        y = place.y() - HEADING_HEIGHT - STAGE_INSET
        camera = self.options.camera.zoomed(factor, place.x(), y)
        self._change(camera=camera)

    def _scene(self) -> NetworkScene | None:
        return self._canvas.scene(self.size(), self.devicePixelRatioF())

    def _change(self, **changes: Any) -> None:
        self._canvas.change(replace(self.options, **changes))
        self._exchange.hurry()
        self._show()

    def _paint_elsewhere(self) -> bool:
        return self._motion.progress is None and self._exchange.paint_change()

    def _show(self) -> None:
        """Have what is to be seen now painted, unless it is a finished picture."""
        picture = self._finished()
        if picture is not None:
            self._picture.show_image(*picture)
        else:
            self._picture.put_away()
            self.update()

    def _finished(self) -> tuple[ColorArray, QImage] | None:
        """Return what is to be seen, if nothing needs to be painted for it."""
        return self._canvas.finished(self.size(), self.devicePixelRatioF())

    def _describe(self) -> None:
        """Tell those who cannot see it; nobody can listen to thirty sentences a second.

        So this is done when no other moment follows at once.
        """
        frame = self._canvas.frame
        if frame is not None:
            options = fitting(self.options, frame.network)
            self.setAccessibleDescription(description(frame, options))

    def _on_arrived(self) -> None:
        self._show()
        self.animation_finished.emit()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        size, progress = self.size(), self._motion.progress
        painter = QPainter(self)
        self._canvas.paint(painter, size, self.devicePixelRatioF(), progress)
        painter.end()
        if not (self._exchange.is_live and self._canvas.is_from_elsewhere):
            self._describe()

    @override
    def event(self, a0: QEvent | None) -> bool:
        if a0 is not None and a0.type() == QEvent.Type.DevicePixelRatioChange:
            self._show()
        return super().event(a0)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self._show()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in MEASURED_AGAIN:
            self.setAccessibleName(translate("NetworkView", "Network"))
            self.set_theme(current_theme())

    @override
    def showEvent(self, a0: QShowEvent | None) -> None:
        super().showEvent(a0)
        if self._stays_ready:
            self._exchange.prepare()

    @override
    def hideEvent(self, a0: QHideEvent | None) -> None:
        super().hideEvent(a0)
        self._exchange.stop()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 480)
