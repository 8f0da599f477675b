"""The small table beside the crosshair with the values under it."""

from collections.abc import Sequence
from typing import NamedTuple

from PyQt6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font

_SWATCH = 9.0
_GAP = 5.0


class Row(NamedTuple):
    """One value: the colour of its curve, its name and the number."""

    color: str
    name: str
    value: str


class Readout(QWidget):
    """Shows a heading and values beside a point without covering that point.

    It is painted: laying out rich text takes milliseconds, at every move of the mouse.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = current_theme()
        self._heading: list[str] = []
        self._rows: tuple[Row, ...] = ()
        self._has_names = True
        self._name_width = 0.0
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.update()

    def text(self) -> str:
        """Return all that is written."""
        rows = (f"{row.name}  {row.value}" for row in self._rows)
        return "\n".join([*self._heading, *rows])

    def show_values(
        self, heading: str, rows: Sequence[Row], beside: QPoint, within: QRect
    ) -> None:
        """Show the values to the right of `beside`, or to the left where room ends.

        Where there is little room names are left out: the colours are the legend's.
        """
        self.setFont(tabular_font(font_sizes().small))
        self._rows = tuple(rows)
        self._heading = [heading]
        self._fit(has_names=True)
        if self.width() > within.width() / 2:
            self._heading = heading.split(" · ")
            self._fit(has_names=False)
        left = beside.x() + GRID
        if left + self.width() > within.right():
            left = beside.x() - GRID - self.width()
        top = min(beside.y(), within.bottom() - self.height())
        self.move(max(left, 0), max(top, 0))
        self.show()
        self.raise_()
        self.update()

    def _fit(self, *, has_names: bool) -> None:
        """Become as large as what is written."""
        width = QFontMetricsF(self.font()).horizontalAdvance
        names = (width(row.name) + 2 * _GAP for row in self._rows)
        self._has_names = has_names
        self._name_width = max(names, default=0.0) if has_names else 0.0
        values = max((width(row.value) for row in self._rows), default=0.0)
        table = _SWATCH + _GAP + self._name_width + values
        widest = max(table, *(width(line) for line in self._heading))
        lines = len(self._heading) + len(self._rows)
        self.resize(round(widest) + GRID, round(lines * self._line_height()) + GRID)

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.tooltip))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, GRID // 2, GRID // 2)
        painter.setPen(QColor(self._theme.text))
        metrics = QFontMetricsF(self.font())
        left, baseline = GRID / 2, GRID / 2 + metrics.ascent()
        for line in self._heading:
            painter.drawText(QPointF(left, baseline), line)
            baseline += self._line_height()
        after = left + _SWATCH + _GAP
        for row in self._rows:
            top = baseline - metrics.capHeight() / 2 - _SWATCH / 2
            swatch = QRectF(left, top, _SWATCH, _SWATCH)
            painter.fillRect(swatch, QColor(row.color))
            if self._has_names:
                painter.drawText(QPointF(after, baseline), row.name)
            painter.drawText(QPointF(after + self._name_width, baseline), row.value)
            baseline += self._line_height()
