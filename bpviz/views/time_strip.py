"""The strip along the axis of time: how far the run has come, where it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.views.plot_area import PlotArea

_KNOB = 5.0
_LINE = 3.0
_CAP = 3.5
_FLAG_WIDTH, _FLAG_HEIGHT = 8.0, 8.0
_ABOVE, _BELOW, _SIDE = 12, 7, 8
"""Pixels of the strip above and below the axis, and beyond its ends."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A change of the run, marked on the axis.

    Attributes
    ----------
    update : int
        When it was made.
    text : str
        What was changed.
    is_warning : bool
        Whether it put a fault on.
    """

    update: int
    text: str
    is_warning: bool = False


class TimeStrip(QWidget):
    """Paints the strip over the x axis of a plot; hands are the `Scrubber`'s affair.

    Parameters
    ----------
    area : PlotArea
        The plot, whose x axis counts updates; also the parent.
    """

    def __init__(self, area: PlotArea) -> None:
        super().__init__(area)
        self._area = area
        self._now: float | None = None
        self._farthest = 0
        self._flags: tuple[Flag, ...] = ()
        self._theme = current_theme()
        self._choose_pens()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.arranged.connect(self._arrange)
        self._arrange()

    @property
    def now(self) -> float | None:
        """Where the knob is; None where there is none."""
        return self._now

    @property
    def farthest(self) -> int:
        """As far as the run has ever come."""
        return self._farthest

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The changes that are marked."""
        return self._flags

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self._choose_pens()
        self.update()

    def show_place(self, now: float | None, farthest: int) -> None:
        """Show where the run stands, and how far it has ever come."""
        if (now, farthest) != (self._now, self._farthest):
            self._now, self._farthest = now, farthest
            self.update()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Mark these changes instead of the present ones."""
        if tuple(flags) != self._flags:
            self._flags = tuple(flags)
            self.update()

    def flags_at(self, x: float) -> tuple[Flag, ...]:
        """Return the flags at a column of the plot's pixels."""
        return tuple(
            flag
            for flag in self._flags
            if abs(self._column(flag.update) - x) <= _FLAG_WIDTH / 2 + 1
        )

    def _choose_pens(self) -> None:
        theme = self._theme
        self._way, self._way_back = (
            QPen(
                QColor(color),
                _LINE,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.FlatCap,
            )
            for color in (theme.accent, theme.border)
        )
        self._end = QPen(QColor(theme.muted_text), 1.5)
        self._rim = QPen(QColor(theme.window), 1.5)
        self._knob = QColor(theme.accent)

    def _column(self, update: float) -> float:
        """Return where an update lies, in pixels of the plot."""
        return self._area.pixel_at(update, self._area.view.bottom).x()

    def _arrange(self) -> None:
        picture = self._area.picture
        self.setGeometry(
            picture.left() - _SIDE,
            picture.bottom() + 1 - _ABOVE,
            picture.width() + 2 * _SIDE,
            _ABOVE + _BELOW,
        )
        self.raise_()

    def _paint_reach(self, painter: QPainter, start: float, now: float) -> None:
        """Paint the way to now, the way back to the farthest, and where that ends."""
        end = self._column(self._farthest) - self.x()
        for first, last, pen in (
            (max(now, start), end, self._way_back),
            (start, now, self._way),
        ):
            if last > first:
                painter.setPen(pen)
                painter.drawLine(
                    QPointF(first, _ABOVE + 0.5), QPointF(last, _ABOVE + 0.5)
                )
        painter.setPen(self._end)
        painter.drawLine(
            QPointF(end, _ABOVE + 0.5 - _CAP), QPointF(end, _ABOVE + 0.5 + _CAP)
        )

    def _paint_flags(self, painter: QPainter) -> None:
        for flag in self._flags:
            x = self._column(flag.update) - self.x()
            color = self._theme.warning if flag.is_warning else self._theme.text
            painter.setPen(QPen(QColor(self._theme.window), 1.0))
            painter.setBrush(QColor(color))
            foot = _ABOVE - 1.0
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, foot),
                        QPointF(x - _FLAG_WIDTH / 2, foot - _FLAG_HEIGHT),
                        QPointF(x + _FLAG_WIDTH / 2, foot - _FLAG_HEIGHT),
                    ]
                )
            )

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        if self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # What is out of view is cut off at the ends of the axis.
        painter.setClipRect(self.rect().adjusted(2, 0, -2, 0))
        start, now = (self._column(x) - self.x() for x in (0, self._now))
        self._paint_reach(painter, start, now)
        self._paint_flags(painter)
        painter.setPen(self._rim)
        painter.setBrush(self._knob)
        painter.drawEllipse(
            QRectF(now - _KNOB, _ABOVE + 0.5 - _KNOB, 2 * _KNOB, 2 * _KNOB)
        )
