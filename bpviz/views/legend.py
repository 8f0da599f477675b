"""A row of keys above a plot, which never covers its data."""

from collections.abc import Sequence
from typing import NamedTuple

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.views.marks import Mark

_KEY_WIDTH = 20


class Key(NamedTuple):
    """A mark and what it means."""

    mark: Mark
    text: str


class Legend(QWidget):
    """Says what the marks of a plot mean; goes on in a second row where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._theme = current_theme()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refresh_fonts()
        # Before the first keys it has Qt's height for any widget, 480 pixels.
        self._fit_height()

    @property
    def texts(self) -> list[str]:
        """What the keys say."""
        return [key.text for key in self._keys]

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show these keys instead of the present ones."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        self.setAccessibleName(", ".join(self.texts))
        self._fit_height()
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the keys bring their own."""
        self._theme = theme
        self.update()

    def _refresh_fonts(self) -> None:
        self._font = tabular_font(font_sizes().small)
        self._metrics = QFontMetricsF(self._font)

    def _fit_height(self) -> None:
        places = self._places(self.width())
        last = places[-1].y() if places else 0.0
        self.setFixedHeight(round(last) + self._row_height())

    def _row_height(self) -> int:
        return round(self._metrics.height()) + GRID // 2

    def _key_width(self, key: Key) -> float:
        return _KEY_WIDTH + GRID // 2 + self._metrics.horizontalAdvance(key.text)

    def _places(self, width: int) -> list[QPointF]:
        """Return the top left corner of each key."""
        places: list[QPointF] = []
        x = y = 0.0
        for key in self._keys:
            wide = self._key_width(key)
            if x and x + wide > width:
                x, y = 0.0, y + self._row_height()
            places.append(QPointF(x, y))
            x += wide + 2 * GRID
        return places

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        height = self._row_height()
        for key, corner in zip(self._keys, self._places(self.width()), strict=True):
            place = QRectF(corner.x(), corner.y(), _KEY_WIDTH, height)
            key.mark.paint_key(painter, place)
            painter.setPen(QColor(self._theme.text))
            baseline = corner.y() + (height + self._metrics.capHeight()) / 2
            painter.drawText(
                QPointF(place.right() + GRID // 2, round(baseline)), key.text
            )

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        self._fit_height()

    @override
    def sizeHint(self) -> QSize:
        width = sum(map(self._key_width, self._keys)) + 2 * GRID * len(self._keys)
        return QSize(round(width), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(map(self._key_width, self._keys), default=0.0)
        return QSize(round(widest) + 1, self.height())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.FontChange:
            self._refresh_fonts()
            self._fit_height()
            self.updateGeometry()
