"""A widget that shows a network at one moment and lets its numbers move."""

from dataclasses import replace
from typing import Any

from PyQt6.QtCore import (
    QCoreApplication,
    QEvent,
    QPointF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    pyqtSignal,
)
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.camera import FITTED
from bpviz.scene.network_scene import HEADING_HEIGHT, STAGE_INSET, NetworkScene
from bpviz.scene.options import EdgeQuantity, ScaleMode, SceneOptions
from bpviz.training.frame import Frame
from bpviz.views.network_canvas import NetworkCanvas
from bpviz.views.network_words import description

translate = QCoreApplication.translate

_MEASURED_AGAIN = {
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.LanguageChange,
}

_CALM_AFTER_MS = 150
"""Without a new frame for so long, there is time to draw every edge."""


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
        self._canvas = NetworkCanvas(current_theme())
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_progress)
        self._animation.finished.connect(self._on_animation_finished)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_AFTER_MS)
        self._calm.timeout.connect(self._on_calm)
        self.setMinimumSize(320, 240)
        # Every pixel is painted, so Qt need not clear them first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("NetworkView", "Network"))

    @property
    def options(self) -> SceneOptions:
        """How the network is shown."""
        return self._canvas.options

    @property
    def theme(self) -> Theme:
        """In whose colours it is painted."""
        return self._canvas.theme

    def show_frame(self, frame: Frame, animate_ms: int = 0) -> None:
        """Show a moment.

        Parameters
        ----------
        animate_ms : int
            How long the numbers of its last operation take to arrive; 0 for at once.
        """
        self._animation.stop()
        self._canvas.show_frame(frame)
        if self.options.edge_limit is None:
            self._calm.start()
        self.update()
        if animate_ms <= 0:
            return
        if self.reduced_motion:
            self.animation_finished.emit()
            return
        self._animation.setDuration(animate_ms)
        self._animation.start()

    def stop_animation(self) -> None:
        """Let everything that moves be where it is going, now."""
        self._animation.stop()
        self.update()

    def set_names(
        self,
        input_names: tuple[str, ...],
        output_names: tuple[str, ...],
        image_shape: tuple[int, int] | None = None,
    ) -> None:
        """Name the inputs and outputs; a shape makes the input a picture."""
        self._canvas.set_names(input_names, output_names, image_shape)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._canvas.measure(theme)
        self.update()

    def set_quantity(self, quantity: EdgeQuantity) -> None:
        """Choose what edges show."""
        self._change(quantity=quantity)

    def set_scale_mode(self, mode: ScaleMode | None) -> None:
        """Choose which numbers share a scale; None for what suits the network.

        Locking keeps the scales as they are now.
        """
        locked = self.options.locked_scales
        scene = self._scene()
        if mode is ScaleMode.LOCKED and scene is not None:
            locked = tuple(gap.scale for gap in scene.gaps)
        self._change(scale_mode=mode, locked_scales=locked)

    def set_edge_limit(self, limit: int | None) -> None:
        """Choose how many edges between two layers are drawn; None for all.

        While frames follow each other fast, all are as many as usual.
        """
        self._canvas.take_time()
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
        self.update()

    def _on_calm(self) -> None:
        if self._canvas.take_time():
            self.update()

    def _on_progress(self, _value: object) -> None:
        self.update()

    def _on_animation_finished(self) -> None:
        self.update()
        self.animation_finished.emit()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        is_moving = self._animation.state() is QVariantAnimation.State.Running
        progress = float(self._animation.currentValue()) if is_moving else None
        painter = QPainter(self)
        self._canvas.paint(painter, self.size(), self.devicePixelRatioF(), progress)
        painter.end()
        scene = self._scene()
        if scene is not None:
            self.setAccessibleDescription(description(scene))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in _MEASURED_AGAIN:
            self.setAccessibleName(translate("NetworkView", "Network"))
            self.set_theme(current_theme())

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 480)
