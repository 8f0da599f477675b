"""A canvas that also shows pictures and scenes which another process has made."""

from time import monotonic
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPointF, QRectF, QSize
from PyQt6.QtGui import QImage, QPainter
from typing_extensions import override

from bpviz.look.theme import Theme
from bpviz.scene.colors import ColorArray
from bpviz.scene.drawn_edges import DrawnEdges
from bpviz.scene.locks import closed, closed_like
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.frame import Frame
from bpviz.views.network_canvas import NetworkCanvas
from bpviz.views.network_picture import as_image
from bpviz.views.picture_messages import PictureAnswer, PictureLook, PictureOrder

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUGHLY_NOW_S = 0.25
"""How old a scene may be that hands find their way by while pictures come from
elsewhere: where nodes are stays the same, and only a few edges take turns."""


class LiveCanvas(NetworkCanvas):
    """What is shown, be it painted here or elsewhere.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.

    Attributes
    ----------
    paint_elsewhere : callable
        Has the present moment painted elsewhere, for `show_picture`, and tells whether
        that will be. Until then the last picture stands.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.paint_elsewhere: Callable[[], bool] = lambda: False
        self._picture: ColorArray | None = None
        self._images: list[tuple[ColorArray, QImage]] = []
        self._is_due = self._is_awaited = False
        self._built_at = 0.0

    @property
    def is_sketchy(self) -> bool:
        """Whether edges are left out because there was no time for them."""
        return self._options.edge_limit is None

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether what is shown was painted elsewhere."""
        return self._picture is not None

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
        # What is wanted may be another quantity by now, with scales of its own.
        self._options = closed_like(self._options, closed(order.options, self._scene))

    def finished(
        self, size: QSize, pixel_ratio: float
    ) -> tuple[ColorArray, QImage] | None:
        """Return what `paint` would paint, if that is a picture from elsewhere.

        Returns
        -------
        tuple of ndarray of uint32 and QImage, or None
            Its pixels, which have to live as long as the image is used.
        """
        picture = self._picture
        # WORKAROUND: of other ratios a label keeps a copy of its own, and shows that
        # though the pixels have changed since (Qt 6.11, https://doc.qt.io/qt-6/qpixmapcache.html).
        is_one_to_one = pixel_ratio == self._options.pixel_ratio == 1
        if picture is None or self._is_due or not is_one_to_one:
            return None
        image = self._wrapped(picture)
        return (picture, image) if image.size() == size == self._size else None

    def take_time(self) -> bool:
        """Stop hurrying; return whether there is something to paint better."""
        was_hurried, self.is_hurried = self.is_hurried, False
        if not was_hurried or not self.is_sketchy:
            return False
        self._scene = self._picture = None
        return True

    def _paint_picture(self, painter: QPainter, picture: ColorArray) -> None:
        """Paint what has been painted elsewhere; the window may have grown since."""
        image = self._wrapped(picture)
        if image.size() != self._size * self._options.pixel_ratio:
            room = QRectF(0, 0, self._size.width(), self._size.height())
            painter.fillRect(room, self._style.canvas)
        painter.drawImage(QPointF(0, 0), image)

    def _wrapped(self, picture: ColorArray) -> QImage:
        """Return a picture as an image; the two that take turns are wrapped once."""
        ratio = self._options.pixel_ratio
        for kept, image in self._images:
            if kept is picture and image.devicePixelRatio() == ratio:
                return image
        image = as_image(picture)
        image.setDevicePixelRatio(ratio)
        self._images = [*self._images[-1:], (picture, image)]
        return image

    def _is_roughly_now(self) -> bool:
        """Whether the scene need not be the very one that is painted."""
        is_young = monotonic() - self._built_at < _ROUGHLY_NOW_S
        return self.is_from_elsewhere and is_young

    @override
    def show_frame(self, frame: Frame) -> None:
        super().show_frame(frame)
        self._picture, self._is_awaited = None, False
        self._images = []

    @override
    def point_at(self, found: NodeKey | EdgeKey | None, pointer: QPointF) -> None:
        built_at = self._built_at
        super().point_at(found, pointer)
        self._built_at = built_at  # Nothing is elsewhere now.

    @override
    def paint(
        self, painter: QPainter, size: QSize, pixel_ratio: float, progress: float | None
    ) -> None:
        self._fit(size, pixel_ratio)
        if self._is_due and (self._picture is not None or self._scene is not None):
            self._is_awaited = self.paint_elsewhere()
            self._is_due = not self._is_awaited
        if self._is_due:
            self._picture, self._is_due = None, False
        if self._picture is not None:
            self._paint_picture(painter, self._picture)
            return
        super().paint(painter, size, pixel_ratio, progress)

    @override
    def _scene_to_paint(self, size: QSize, pixel_ratio: float) -> NetworkScene | None:
        # What is awaited is not built here as well.
        return self._scene if self._is_awaited else self.scene(size, pixel_ratio)

    @override
    def _note_change(self) -> None:
        super()._note_change()
        self._is_due = True
        self._built_at = 0.0  # Hands must not find their way by what was before.

    @override
    def _is_outdated(self, scene: NetworkScene) -> bool:
        # Of moments that are painted elsewhere it may be one shortly before.
        return super()._is_outdated(scene) and not self._is_roughly_now()

    @override
    def _build(self, frame: Frame) -> NetworkScene:
        scene = super()._build(frame)
        self._built_at = monotonic()
        return scene
