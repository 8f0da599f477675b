"""A sample that is a picture, pixel by pixel."""

import numpy as np
import numpy.typing as npt
from PyQt6.QtCore import QPoint, QRect, QSize
from PyQt6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.colors import ink_colors


class PixelPicture(QWidget):
    """Shows a grey picture with crisp pixels, as print on the theme's paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: npt.NDArray[np.float64] | None = None
        self._theme = current_theme()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixels(self, pixels: npt.NDArray[np.float64] | None) -> None:
        """Show a picture of shape (rows, columns), from 0 to 1; none when None."""
        self._pixels = pixels
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._draw()

    @property
    def place(self) -> QRect:
        """Where the picture is: as large as whole pixels allow."""
        if self._image is None:
            return QRect()
        return QRect(QPoint(1, 1), self._image.size() * self._zoom(self.size()))

    def fitting_width(self, room: QSize) -> int:
        """Return how wide this widget is with the largest picture that has room."""
        if self._image is None:
            return room.width()
        return self._image.width() * self._zoom(room) + 2

    def _zoom(self, room: QSize) -> int:
        """Return how many pixels of the screen a pixel of the picture has."""
        if self._image is None:
            return 1
        columns = (room.width() - 2) // self._image.width()
        rows = (room.height() - 2) // self._image.height()
        return max(min(columns, rows), 1)

    def _draw(self) -> None:
        self._image = None if self._pixels is None else self._drawn(self._pixels)
        self.update()

    def _drawn(self, pixels: npt.NDArray[np.float64]) -> QImage:
        colors = np.ascontiguousarray(ink_colors(pixels, 1.0, self._theme.is_dark))
        rows, columns = colors.shape
        image = QImage(colors.tobytes(), columns, rows, QImage.Format.Format_RGB32)
        return image.copy()  # Its own memory: the bytes are Python's.

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        place = self.place
        painter.drawImage(place, self._image)
        painter.setPen(QColor(self._theme.separator))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    @override
    def sizeHint(self) -> QSize:
        return QSize(168, 168)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(58, 58)
