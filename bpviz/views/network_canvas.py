"""Works out the scene when it is needed, keeps it, and paints it with its overlays."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QPainter

from bpviz.look.theme import Theme
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.flow import operation_flow
from bpviz.scene.locks import closed
from bpviz.scene.network_scene import (
    NetworkScene,
    build_network_scene,
    raster_size,
)
from bpviz.scene.options import (
    DEFAULT_EDGE_LIMIT,
    EdgeKey,
    NodeKey,
    SceneOptions,
)
from bpviz.training.frame import Frame
from bpviz.views.network_hover import paint_marks
from bpviz.views.network_legend_strip import LegendStrip
from bpviz.views.network_margins import elided, margins_for
from bpviz.views.network_painter import FlowMoment, paint_network
from bpviz.views.network_style import NetworkStyle

if TYPE_CHECKING:
    from bpviz.scene.motion import Flow

translate = QCoreApplication.translate


class NetworkCanvas:
    """What is shown and how; everything about the picture but the hands on it.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.

    Attributes
    ----------
    hovered : NodeKey, EdgeKey or None
        What is under the pointer.
    pointer : QPointF
        Where the pointer is.
    is_hurried : bool
        Whether more frames are about to come. Then no more edges than usual are
        drawn, even if all are asked for: that may take a tenth of a second.
    """

    def __init__(self, theme: Theme) -> None:
        self.hovered: NodeKey | EdgeKey | None = None
        self.pointer = QPointF()
        self.is_hurried = False
        self._style = NetworkStyle(theme)
        self._legends = LegendStrip(self._style)
        self._frame: Frame | None = None
        self._options = SceneOptions()
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._size = QSize()
        self._scene: NetworkScene | None = None
        self._changes = self._built_of = 0
        self._flow: Flow | None = None
        self._raster: EdgeRaster | None = None

    @property
    def frame(self) -> Frame | None:
        """The moment shown."""
        return self._frame

    @property
    def theme(self) -> Theme:
        """In whose colours it is painted."""
        return self._style.theme

    @property
    def options(self) -> SceneOptions:
        """How it is shown."""
        return self._options

    def show_frame(self, frame: Frame) -> None:
        """Show a moment."""
        self.is_hurried = self._frame is not None
        self._frame, self._scene = frame, None

    def change(self, options: SceneOptions) -> None:
        """Show the moment in another way."""
        if options != self._options:
            self._options = options
            self._note_change()

    def point_at(self, found: NodeKey | EdgeKey | None, pointer: QPointF) -> None:
        """Mark what is under the pointer, and write its numbers beside that."""
        self.hovered, self.pointer = found, pointer
        self._note_change()

    def set_names(
        self,
        input_names: tuple[str, ...],
        output_names: tuple[str, ...],
        image_shape: tuple[int, int] | None,
    ) -> None:
        """Name the inputs and outputs and make room for the names."""
        self._names = (input_names, output_names)
        self._options = replace(self._options, image_shape=image_shape)
        self.measure(self._style.theme)

    def measure(self, theme: Theme) -> None:
        """Take up a theme, the application's font and its language."""
        style = self._style = NetworkStyle(theme)
        self._legends = LegendStrip(style)
        inputs, outputs = (elided(names, style) for names in self._names)
        left, right = margins_for(inputs, outputs, style)
        self._options = replace(
            self._options,
            input_names=inputs,
            output_names=outputs,
            left_margin=left,
            right_margin=right,
        )
        self._note_change()

    def scene(self, size: QSize, pixel_ratio: float) -> NetworkScene | None:
        """Return the scene for a size, worked out only if something has changed."""
        if self._frame is None:
            return None
        self._fit(size, pixel_ratio)
        scene = self._scene
        if scene is None or self._is_outdated(scene):
            return self._build(self._frame)
        return scene

    def paint(
        self, painter: QPainter, size: QSize, pixel_ratio: float, progress: float | None
    ) -> None:
        """Paint everything.

        Parameters
        ----------
        progress : float or None
            How far what moves has come, from 0 to 1; None where nothing moves.
        """
        style = self._style
        self._fit(size, pixel_ratio)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.canvas)
        scene = self._scene_to_paint(size, pixel_ratio)
        if scene is None:
            self._paint_nothing(painter, size)
            return
        moving = None
        if progress is not None:
            if self._flow is None:
                self._flow = operation_flow(scene)
            moving = None if self._flow is None else FlowMoment(self._flow, progress)
        paint_network(painter, scene, style, moving, self.hovered)
        self._legends.paint(painter, scene)
        paint_marks(painter, scene, self.hovered, self.pointer, style)

    def _scene_to_paint(self, size: QSize, pixel_ratio: float) -> NetworkScene | None:
        """Return the scene that `paint` paints."""
        return self.scene(size, pixel_ratio)

    def _paint_nothing(self, painter: QPainter, size: QSize) -> None:
        painter.setFont(self._style.body)
        painter.setPen(self._style.muted)
        painter.drawText(
            QRectF(0, 0, size.width(), size.height()),
            Qt.AlignmentFlag.AlignCenter,
            translate("NetworkView", "No network yet. Choose a preset or open data."),
        )

    def _fit(self, size: QSize, pixel_ratio: float) -> None:
        """Take up the size of the picture."""
        if size != self._size or pixel_ratio != self._options.pixel_ratio:
            self._options = replace(self._options, pixel_ratio=pixel_ratio)
            self._size = QSize(size)
            self._note_change()

    def _note_change(self) -> None:
        """Have what is shown painted anew."""
        self._changes += 1

    def _is_outdated(self, scene: NetworkScene) -> bool:
        return scene.frame is not self._frame or self._built_of != self._changes

    def _build(self, frame: Frame) -> NetworkScene:
        """Work out the scene."""
        width, height = self._size.width(), self._size.height()
        needed = raster_size(width, height, self._options.pixel_ratio)
        if self._raster is None or self._raster.size != needed:
            self._raster = EdgeRaster(*needed)
        options, dark = self._pressed_options(), self._style.theme.is_dark
        scene = build_network_scene(frame, options, width, height, dark, self._raster)
        self._scene, self._flow = scene, None
        self._built_of = self._changes
        self._options = closed(self._options, scene)
        return scene

    def _pressed_options(self) -> SceneOptions:
        if self.is_hurried and self._options.edge_limit is None:
            return replace(self._options, edge_limit=DEFAULT_EDGE_LIMIT)
        return self._options
