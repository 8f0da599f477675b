"""The small table beside the crosshair with the values under it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PyQt6.QtCore import QPoint, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font


class Row(NamedTuple):
    """One value: the colour of its curve, its name and the number."""

    color: str
    name: str
    value: str


class Readout(QLabel):
    """Shows a heading and values beside a point without covering that point."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(GRID // 2)
        self._theme = current_theme()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_values(
        self, heading: str, rows: Sequence[Row], beside: QPoint, within: QRect
    ) -> None:
        """Show the values to the right of `beside`, or to the left where room ends.

        Where there is little room names are left out: the colours are the legend's.
        """
        self.setFont(tabular_font(font_sizes().small))
        self._write(heading, rows, with_names=True)
        if self.width() > within.width() / 2:
            self._write(heading.replace(" · ", "\n"), rows, with_names=False)
        left = beside.x() + GRID
        if left + self.width() > within.right():
            left = beside.x() - GRID - self.width()
        top = min(beside.y(), within.bottom() - self.height())
        self.move(max(left, 0), max(top, 0))
        self.show()
        self.raise_()

    def _write(self, heading: str, rows: Sequence[Row], *, with_names: bool) -> None:
        lines = "".join(
            f"<tr><td><font color='{row.color}'>■</font>&nbsp;"
            f"{escape(row.name) + '&nbsp;&nbsp;' if with_names else ''}</td>"
            f"<td>{escape(row.value)}</td></tr>"
            for row in rows
        )
        heading = escape(heading).replace("\n", "<br>")
        self.setText(
            f"<div style='color: {self._theme.text}'>{heading}"
            f"<table cellspacing='0'>{lines}</table></div>"
        )
        self.adjustSize()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.tooltip))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, GRID // 2, GRID // 2)
        painter.end()
        super().paintEvent(a0)
