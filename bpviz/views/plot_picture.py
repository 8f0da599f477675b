"""A picture in a plot: a colour for every point of a grid."""

from PyQt6.QtGui import QImage, QPainter, QPixmap, QTransform
from PyQt6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from bpviz.nn.arrays import Array
from bpviz.views.plot_items import Picture, PlotItem


class GridPicture(PlotItem):
    """Shows an image whose pixels have their middles at the points of a grid."""

    def __init__(self, area: Picture) -> None:
        super().__init__(area)
        self.pixmap = QPixmap()
        """What is shown; null for nothing."""
        self.from_pixels = QTransform()
        """The way from the picture's pixels to the axes."""

    def clear(self) -> None:
        """Show nothing."""
        self.pixmap = QPixmap()
        self.hide()
        self._area.redraw()

    def show_image(self, image: QImage, x_axis: Array, y_axis: Array) -> None:
        """Show an image; its first row belongs to the first of `y_axis`."""
        self.pixmap = QPixmap.fromImage(image)
        self.from_pixels = _from_pixels(x_axis, y_axis)
        self.show()
        self._area.redraw()

    @override
    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self.from_pixels, combine=True)
        painter.drawPixmap(0, 0, self.pixmap)


def pixel_size(axis: Array) -> float:
    """Return the distance between neighbours on an evenly spaced axis."""
    return float(axis[-1] - axis[0]) / (len(axis) - 1)


def _from_pixels(x_axis: Array, y_axis: Array) -> QTransform:
    width, height = pixel_size(x_axis), pixel_size(y_axis)
    corner = (float(x_axis[0]) - width / 2, float(y_axis[0]) - height / 2)
    return QTransform(width, 0.0, 0.0, height, *corner)
