"""Keeps the pictures of text that a network's picture shows again and again."""

from collections.abc import Callable, Hashable

from PyQt6.QtGui import QColor, QPainter, QPixmap

_MOST = 12


class KeptPictures:
    """Paints what it has not painted before, and keeps it.

    Text takes longer to paint than it looks, and from one frame to the next it rarely
    changes. Pixmaps may not outlive the application, so no module keeps them: this
    belongs to a style, which is made anew with every theme, font and language.
    """

    def __init__(self) -> None:
        self._pixmaps: dict[Hashable, QPixmap] = {}

    def pixmap(
        self,
        facts: Hashable,
        size: tuple[float, float],
        ratio: float,
        canvas: QColor,
        paint: Callable[[QPainter], None],
    ) -> QPixmap:
        """Return a picture, painted only if there is none of these facts yet.

        Parameters
        ----------
        facts : hashable
            All that the picture depends on, but for its size and ratio.
        size : tuple of float
            Width and height.
        ratio : float
            The screen's pixels for one of the picture's.
        canvas : QColor
            What is behind it.
        paint : callable
            Paints the rest; its painter draws smooth lines.
        """
        key = facts, size, ratio
        kept = self._pixmaps.pop(key, None)
        if kept is None:
            kept = _painted(size, ratio, canvas, paint)
            if len(self._pixmaps) >= _MOST:
                del self._pixmaps[next(iter(self._pixmaps))]
        self._pixmaps[key] = kept  # The last one now: the first is the next to go.
        return kept


def _painted(
    size: tuple[float, float],
    ratio: float,
    canvas: QColor,
    paint: Callable[[QPainter], None],
) -> QPixmap:
    width, height = size
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(canvas)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return pixmap
