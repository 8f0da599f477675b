"""Works out the scene when it is needed, keeps it, and paints it with its overlays."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QPainter

from bpviz.look.theme import Theme
from bpviz.scene.drawn_edges import DrawnEdges, EdgeOrder
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.flow import operation_flow
from bpviz.scene.locks import closed
from bpviz.scene.network_scene import (
    NetworkScene,
    build_network_scene,
    edge_order,
    raster_size,
)
from bpviz.scene.options import (
    DEFAULT_EDGE_LIMIT,
    EdgeKey,
    NodeKey,
    SceneOptions,
)
from bpviz.training.frame import Frame
from bpviz.views.network_hover import (
    paint_marked_node,
    paint_readout,
    paint_selection,
)
from bpviz.views.network_legend_strip import LegendStrip
from bpviz.views.network_margins import elided, margins_for
from bpviz.views.network_painter import FlowMoment, paint_network
from bpviz.views.network_style import NetworkStyle

if TYPE_CHECKING:
    from collections.abc import Callable

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
    draw_elsewhere : callable
        Has the edges of the present frame drawn elsewhere, for `show_drawn`, and tells
        whether that will be. Until then the last picture stands.
    """

    def __init__(self, theme: Theme) -> None:
        self.hovered: NodeKey | EdgeKey | None = None
        self.pointer = QPointF()
        self.is_hurried = False
        self.draw_elsewhere: Callable[[], bool] = lambda: False
        self._style = NetworkStyle(theme)
        self._legends = LegendStrip(self._style)
        self._frame: Frame | None = None
        self._options = SceneOptions()
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._size = QSize()
        self._scene: NetworkScene | None = None
        self._last_scene: NetworkScene | None = None
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
        self._frame = frame
        self._scene = self._last_scene = None

    def edge_order(self, frame: Frame) -> EdgeOrder | None:
        """Return how the edges of a frame are to be drawn; None before it has a size.

        If more frames are about to come, no more edges are than usual.
        """
        if self._size.isEmpty():
            return None
        width, height = self._size.width(), self._size.height()
        dark = self._style.theme.is_dark
        return edge_order(frame, self._pressed_options(), width, height, dark)

    def show_drawn(self, frame: Frame, order: EdgeOrder, edges: DrawnEdges) -> None:
        """Show a moment whose edges have been drawn elsewhere."""
        width, height = self._size.width(), self._size.height()
        options, dark = order.options, order.dark
        scene = build_network_scene(frame, options, width, height, dark, edges=edges)
        self._frame, self._flow = frame, None
        self._scene = self._last_scene = scene
        # What it lacks is made good when no other frame follows.
        self.is_hurried = any(gap.unlisted for gap in scene.gaps)
        self._options = closed(self._options, scene)

    def take_time(self) -> bool:
        """Stop hurrying; return whether there is something to draw better."""
        was_hurried, self.is_hurried = self.is_hurried, False
        if not was_hurried or not self.is_sketchy:
            return False
        self._scene = self._last_scene = None
        return True

    @property
    def is_sketchy(self) -> bool:
        """Whether edges are left out, or not listed, because there was no time."""
        scene = self._last_scene
        is_short = scene is not None and any(gap.unlisted for gap in scene.gaps)
        return is_short or self._options.edge_limit is None

    def change(self, options: SceneOptions) -> None:
        """Show the moment in another way."""
        if options != self._options:
            self._options = options
            self._scene = None

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
        self._scene = None

    def scene(self, size: QSize, pixel_ratio: float) -> NetworkScene | None:
        """Return the scene for a size, worked out only if something has changed."""
        if self._frame is None:
            return None
        if size != self._size or pixel_ratio != self._options.pixel_ratio:
            self._options = replace(self._options, pixel_ratio=pixel_ratio)
            self._size, self._scene = QSize(size), None
        if self._scene is None and self._last_scene and self.draw_elsewhere():
            self._scene = self._last_scene
        if self._scene is None:
            self._scene = self._last_scene = self._built(self._frame, size)
            self._options = closed(self._options, self._scene)
            self._flow = None
        return self._scene

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
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.canvas)
        scene = self.scene(size, pixel_ratio)
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
        self._paint_marks(painter, scene)

    def _paint_marks(self, painter: QPainter, scene: NetworkScene) -> None:
        style, hovered = self._style, self.hovered
        selected = scene.options.selected_node
        paint_selection(painter, scene, style)
        if hovered is None:
            return
        if len(hovered) == 2 and hovered != selected:
            paint_marked_node(painter, scene, hovered, style.text, 1.0)
        paint_readout(painter, scene, hovered, self.pointer, style)

    def _paint_nothing(self, painter: QPainter, size: QSize) -> None:
        painter.setFont(self._style.body)
        painter.setPen(self._style.muted)
        painter.drawText(
            QRectF(0, 0, size.width(), size.height()),
            Qt.AlignmentFlag.AlignCenter,
            translate("NetworkView", "No network yet. Choose a preset or open data."),
        )

    def _built(self, frame: Frame, size: QSize) -> NetworkScene:
        width, height = size.width(), size.height()
        needed = raster_size(width, height, self._options.pixel_ratio)
        if self._raster is None or self._raster.size != needed:
            self._raster = EdgeRaster(*needed)
        options, dark = self._pressed_options(), self._style.theme.is_dark
        return build_network_scene(frame, options, width, height, dark, self._raster)

    def _pressed_options(self) -> SceneOptions:
        if self.is_hurried and self._options.edge_limit is None:
            return replace(self._options, edge_limit=DEFAULT_EDGE_LIMIT)
        return self._options
