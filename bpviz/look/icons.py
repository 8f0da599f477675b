"""Icons in the colour of the text around them.

An icon paints itself with the palette of the moment, so a change of theme needs no
new icons, and at the resolution of the screen it is shown on.
"""

from functools import lru_cache

from PyQt6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtWidgets import QApplication
from typing_extensions import override

from bpviz.resources import asset

_ENTRY_SIDE = 16

_GROUP_OF_MODE = {
    QIcon.Mode.Normal: QPalette.ColorGroup.Active,
    QIcon.Mode.Active: QPalette.ColorGroup.Active,
    QIcon.Mode.Selected: QPalette.ColorGroup.Active,
    QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled,
}


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return the icon ``assets/icons/<name>.svg``.

    Parameters
    ----------
    name : str
        The file's name without its ending. Lucide's own names; ``"bpviz"`` is the
        program's.
    role : QPalette.ColorRole
        Which of the palette's colours it is drawn in, such as ``Accent`` for what
        the next key does.

    Raises
    ------
    InputError
        When there is no such icon.
    """
    _source(name)
    return QIcon(_TintedSvg(name, role))


def as_picture(drawn: QIcon) -> QPixmap:
    """Return an icon as a picture, for an entry of a list or a table.

    WORKAROUND PyQt 6.11: an item view that paints an icon of ours now and then crashes
    in `QPainter.drawImage`, on what is no painter any more. A plain picture it paints
    without us; it keeps the colour that the palette has now.
    """
    return drawn.pixmap(_ENTRY_SIDE)


class _TintedSvg(QIconEngine):
    """Paints an SVG with its ``currentColor`` taken from the palette."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _image(self, size: QSize, mode: QIcon.Mode) -> QImage:
        colour = QApplication.palette().color(_GROUP_OF_MODE[mode], self._role)
        return _drawn(self._name, colour.name(), size.width(), size.height())

    @override
    def paint(
        self,
        painter: QPainter | None,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,
    ) -> None:
        if painter is None:
            return
        device = painter.device()
        ratio = 1.0 if device is None else device.devicePixelRatioF()
        size = (QRectF(rect).size() * ratio).toSize()
        painter.drawImage(QRectF(rect), self._image(size, mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        # Here `size` is in device pixels already.
        return QPixmap.fromImage(self._image(size, mode))

    @override
    def clone(self) -> QIconEngine:
        return _TintedSvg(self._name, self._role)


@lru_cache
def _source(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, width: int, height: int) -> QImage:
    """Draw the icon `name` in one colour, `width` by `height` device pixels."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    side = min(width, height)
    painter = QPainter(image)
    renderer.render(
        painter, QRectF((width - side) // 2, (height - side) // 2, side, side)
    )
    painter.end()
    return image
