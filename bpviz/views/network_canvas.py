"""Works out the scene when it is needed, keeps it, and paints it with its overlays."""

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QPainter

from bpviz.look.theme import Theme
from bpviz.scene.colors import ColorArray
from bpviz.scene.drawn_edges import DrawnEdges
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.flow import operation_flow
from bpviz.scene.locks import closed, closed_like
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
from bpviz.views.network_hover import (
    paint_marked_node,
    paint_readout,
    paint_selection,
)
from bpviz.views.network_legend_strip import LegendStrip
from bpviz.views.network_margins import elided, margins_for
from bpviz.views.network_painter import FlowMoment, paint_network
from bpviz.views.network_picture import as_image
from bpviz.views.network_style import NetworkStyle
from bpviz.views.picture_messages import PictureAnswer, PictureLook, PictureOrder

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.scene.motion import Flow

translate = QCoreApplication.translate

_ROUGHLY_NOW_S = 0.25
"""How old a scene may be that hands find their way by while pictures come from
elsewhere: where nodes are stays the same, and only a few edges take turns."""


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
    paint_elsewhere : callable
        Has the present moment painted elsewhere, for `show_picture`, and tells whether
        that will be. Until then the last picture stands.
    """

    def __init__(self, theme: Theme) -> None:
        self.hovered: NodeKey | EdgeKey | None = None
        self.pointer = QPointF()
        self.is_hurried = False
        self.paint_elsewhere: Callable[[], bool] = lambda: False
        self._style = NetworkStyle(theme)
        self._legends = LegendStrip(self._style)
        self._frame: Frame | None = None
        self._options = SceneOptions()
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._size = QSize()
        self._scene: NetworkScene | None = None
        self._built_at, self._built_of = 0.0, 0
        self._picture: ColorArray | None = None
        self._is_due = self._is_awaited = False
        self._changes = 0
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
        self._frame, self._is_awaited = frame, False
        self._scene = self._picture = None

    def order(
        self, frame: Frame, look: PictureLook, *, in_full: bool = False
    ) -> PictureOrder | None:
        """Return how a moment is to be painted elsewhere; None before it has a size."""
        if self._size.isEmpty():
            return None
        return PictureOrder(
            frame=frame,
            options=self._options,
            width=self._size.width(),
            height=self._size.height(),
            look=look,
            hovered=self.hovered,
            pointer=(self.pointer.x(), self.pointer.y()),
            is_in_full=in_full,
            changes=self._changes,
        )

    def show_picture(
        self, order: PictureOrder, answer: PictureAnswer, picture: ColorArray
    ) -> None:
        """Show a moment that has been painted elsewhere."""
        self._frame, self._flow, self._picture = order.frame, None, picture
        # What was changed since it was asked for is still to be seen.
        self._is_due = order.changes != self._changes
        self._is_awaited = False
        self.is_hurried = True
        if answer.options is not None:
            self._options = closed_like(self._options, answer.options)

    def show_in_full(
        self, order: PictureOrder, answer: PictureAnswer, bundle: ColorArray | None
    ) -> None:
        """Show a moment all of whose edges have been listed elsewhere."""
        self._frame, self._flow, self._picture = order.frame, None, None
        self.is_hurried = self._is_awaited = False
        self._is_due = order.changes != self._changes
        self._scene = build_network_scene(
            order.frame,
            order.options,
            order.width,
            order.height,
            order.look.is_dark,
            edges=DrawnEdges(answer.gaps, bundle),
        )
        self._built_of = order.changes
        self._options = closed(self._options, self._scene)

    def take_time(self) -> bool:
        """Stop hurrying; return whether there is something to paint better."""
        was_hurried, self.is_hurried = self.is_hurried, False
        if not was_hurried or not self.is_sketchy:
            return False
        self._scene = self._picture = None
        return True

    @property
    def is_sketchy(self) -> bool:
        """Whether edges are left out because there was no time for them."""
        return self._options.edge_limit is None

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether what is shown was painted elsewhere."""
        return self._picture is not None

    def change(self, options: SceneOptions) -> None:
        """Show the moment in another way."""
        if options != self._options:
            self._options = options
            self._note_change()

    def point_at(self, found: NodeKey | EdgeKey | None, pointer: QPointF) -> None:
        """Mark what is under the pointer, and write its numbers beside that."""
        self.hovered, self.pointer = found, pointer
        built_at = self._built_at
        self._note_change()
        self._built_at = built_at  # Nothing is elsewhere now.

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
        """Return the scene for a size, worked out only if something has changed.

        Of moments that are painted elsewhere it may be one shortly before.
        """
        if self._frame is None:
            return None
        self._fit(size, pixel_ratio)
        scene = self._scene
        if scene is None or (self._is_outdated(scene) and not self._is_roughly_now()):
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
        if self._is_due and (self._picture is not None or self._scene is not None):
            self._is_awaited = self.paint_elsewhere()
            self._is_due = not self._is_awaited
        if self._is_due:
            self._picture, self._is_due = None, False
        if self._picture is not None:
            self._paint_picture(painter, self._picture)
            return
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.canvas)
        scene = self._scene if self._is_awaited else self.scene(size, pixel_ratio)
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

    def _paint_picture(self, painter: QPainter, picture: ColorArray) -> None:
        """Paint what has been painted elsewhere; the window may have grown since."""
        image = as_image(picture)
        image.setDevicePixelRatio(self._options.pixel_ratio)
        height, width = picture.shape
        if QSize(width, height) != self._size * self._options.pixel_ratio:
            room = QRectF(0, 0, self._size.width(), self._size.height())
            painter.fillRect(room, self._style.canvas)
        painter.drawImage(QPointF(0, 0), image)

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

    def _fit(self, size: QSize, pixel_ratio: float) -> None:
        """Take up the size of the picture."""
        if size != self._size or pixel_ratio != self._options.pixel_ratio:
            self._options = replace(self._options, pixel_ratio=pixel_ratio)
            self._size = QSize(size)
            self._note_change()

    def _note_change(self) -> None:
        """Have what is shown painted anew."""
        self._changes += 1
        self._is_due = True
        self._built_at = 0.0  # Hands must not find their way by what was before.

    def _is_outdated(self, scene: NetworkScene) -> bool:
        return scene.frame is not self._frame or self._built_of != self._changes

    def _is_roughly_now(self) -> bool:
        """Whether the scene need not be the very one that is painted."""
        is_young = monotonic() - self._built_at < _ROUGHLY_NOW_S
        return self.is_from_elsewhere and is_young

    def _build(self, frame: Frame) -> NetworkScene:
        """Work out the scene."""
        width, height = self._size.width(), self._size.height()
        needed = raster_size(width, height, self._options.pixel_ratio)
        if self._raster is None or self._raster.size != needed:
            self._raster = EdgeRaster(*needed)
        options, dark = self._pressed_options(), self._style.theme.is_dark
        scene = build_network_scene(frame, options, width, height, dark, self._raster)
        self._scene, self._flow = scene, None
        self._built_at, self._built_of = monotonic(), self._changes
        self._options = closed(self._options, scene)
        return scene

    def _pressed_options(self) -> SceneOptions:
        if self.is_hurried and self._options.edge_limit is None:
            return replace(self._options, edge_limit=DEFAULT_EDGE_LIMIT)
        return self._options
