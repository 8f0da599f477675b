"""The axes around a plot: where their ticks stand, and how they are painted.

pyqtgraph's own axis items write hyphens for minus signs and change their width while
numbers run through them, so the plots of this program have their axes painted around
the picture instead.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter

from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.views.ticks import Tick, linear_ticks
from bpviz.views.view_range import ViewRange

TickMaker = Callable[[float, float, int], list[Tick]]
"""Ticks from the two ends of an axis and how many have room."""

_GAP = GRID // 2
_TICK_LENGTH = 4
_RIGHT_MARGIN = 12
_LEAST_X_GAP = 2 * GRID
_MOST_WIDTHS = 256
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass
class Axis:
    """One axis: its title and the ticks that it has at the moment."""

    title: str = ""
    make_ticks: TickMaker = linear_ticks
    ticks: tuple[Tick, ...] = ()


class Axes:
    """Both axes of a plot.

    Call `arrange` when the view or the size has changed, then `paint`.

    Attributes
    ----------
    visible : bool
        Whether there are ticks and a base line.
    equal_units : bool
        Whether a unit is as long in y as in x; the picture is then no larger than
        the view needs.
    needed_left_margin : int
        Pixels that the labels of the y axis need.
    least_left_margin : int
        Pixels that they get at least, to be in line with other plots.
    """

    def __init__(self) -> None:
        self.x = Axis()
        self.y = Axis()
        self.visible = True
        self.equal_units = False
        self.needed_left_margin = 0
        self.least_left_margin = 0
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take up the application's present font."""
        self._font = tabular_font(font_sizes().small)
        self._metrics = QFontMetricsF(self._font)
        # Asking Qt for them takes longer than writing the labels.
        self._widths: dict[str, float] = {}

    @property
    def left_margin(self) -> int:
        """Room for the labels of the y axis, or more to be in line with others."""
        return max(self.needed_left_margin, self.least_left_margin)

    def arrange(self, view: ViewRange, size: QRect) -> QRect:
        """Choose the ticks for `view` and return where the picture has its place."""
        height = self._metrics.height()
        top = round(height + _GAP) if self.y.title else round(height / 2) + 1
        bottom = round(height + _TICK_LENGTH + 2)
        rows = max(1, size.height() - top - bottom)
        self.y.ticks = tuple(
            self.y.make_ticks(view.bottom, view.top, _tick_count(rows, height))
            if self.visible
            else ()
        )
        self._widen()
        columns = max(1, size.width() - self.left_margin - _RIGHT_MARGIN)
        self.x.ticks = tuple(self._x_ticks(view, columns) if self.visible else ())
        if self.equal_units:
            unit = max(view.width / columns, view.height / rows)
            columns, rows = round(view.width / unit), round(view.height / unit)
        return QRect(self.left_margin, top, columns, rows)

    def _widen(self) -> None:
        """Make room for the widest label, and keep it while labels come and go."""
        widest = max((self._width(tick.text) for tick in self.y.ticks), default=0.0)
        needed = GRID * -(-round(widest + _GAP + 2) // GRID)
        if not self.needed_left_margin - 2 * GRID <= needed <= self.needed_left_margin:
            self.needed_left_margin = needed

    def _x_ticks(self, view: ViewRange, columns: int) -> list[Tick]:
        ticks: list[Tick] = []
        most = _tick_count(columns, 2 * self._metrics.height())
        while most >= 1:
            ticks = self.x.make_ticks(view.left, view.right, most)
            widest = max((self._width(tick.text) for tick in ticks), default=0.0)
            if len(ticks) * (widest + _LEAST_X_GAP) <= columns or most == 1:
                break
            most -= 1
        return ticks

    def paint(
        self, painter: QPainter, theme: Theme, view: ViewRange, picture: QRect
    ) -> None:
        """Paint labels, titles and the base line around `picture`."""
        painter.setFont(self._font)
        base = picture.bottom() + 1
        if self.visible:
            painter.setPen(QColor(theme.border))
            painter.drawLine(picture.left(), base, picture.right(), base)
        painter.setPen(QColor(theme.muted_text))
        self._paint_y(painter, view, picture)
        self._paint_x(painter, theme, view, picture)

    def _paint_y(self, painter: QPainter, view: ViewRange, picture: QRect) -> None:
        height, width = self._metrics.height(), picture.left() - _GAP
        top, length = picture.top(), picture.height()
        for tick in self.y.ticks:
            y = to_pixel(tick.position, view.top, view.bottom, top, length)
            place = QRectF(0, y - height / 2, width, height)
            painter.drawText(place, _BESIDE, tick.text)
        if self.y.title:
            painter.drawText(
                QPointF(picture.left(), self._metrics.ascent()), self.y.title
            )

    def _paint_x(
        self, painter: QPainter, theme: Theme, view: ViewRange, picture: QRect
    ) -> None:
        base = picture.bottom() + 1
        baseline = base + _TICK_LENGTH + 1 + self._metrics.ascent()
        right_end = picture.right() + _RIGHT_MARGIN
        title_start = right_end - self._width(self.x.title)
        if self.visible and self.x.title:
            painter.drawText(QPointF(title_start, baseline), self.x.title)
        left, length = picture.left(), picture.width()
        places = [
            to_pixel(tick.position, view.left, view.right, left, length)
            for tick in self.x.ticks
        ]
        for tick, x in zip(self.x.ticks, places, strict=True):
            width = self._width(tick.text)
            if x + width / 2 + GRID < title_start or not self.x.title:
                painter.drawText(QPointF(x - width / 2, baseline), tick.text)
        painter.setPen(QColor(theme.border))
        for x in places:
            painter.drawLine(QPointF(x, base), QPointF(x, base + _TICK_LENGTH - 1))

    def _width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width


def to_pixel(value: float, first: float, last: float, start: int, length: int) -> float:
    """Return where `value` lies on an axis that runs from `first` to `last`."""
    return start + (value - first) / (last - first) * length


def _tick_count(pixels: int, size: float) -> int:
    """Return how many ticks to have: few, but some even where there is little room.

    Parameters
    ----------
    size : float
        Of a label, in pixels.
    """
    return max(int(pixels / (2.7 * size)), min(5, int(pixels / (1.6 * size))), 2)
