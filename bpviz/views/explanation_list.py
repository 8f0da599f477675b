"""A list of named numbers with the factors that they are made of, to be copied."""

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QRectF, Qt
from PyQt6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.views.explanation_row import Row, RowKind

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Significant digits of the factors, as many of them as there is room for.
_PRECISIONS = (4, 3, 2)

Texts = tuple[str, str, str]


class ExplanationList(QWidget):
    """Shows `Row` under `Row`, as high as all of them together.

    The numbers end at the right edge, their factors before them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._texts: tuple[Texts, ...] = ()
        self._tops: list[float] = [0.0]
        self._value_width = 0.0
        self._fonts = _Fonts()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return self._rows

    @property
    def texts(self) -> tuple[Texts, ...]:
        """What stands in every row: name, factors or note, number."""
        return self._texts

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of the former."""
        self._rows = tuple(rows)
        self._fit()
        tops = [0.0]
        for row in self._rows:
            gap = GRID if row.kind is RowKind.HEADING and tops != [0.0] else 0
            tops.append(tops[-1] + self._fonts.height + gap)
        if tops != self._tops:
            self._tops = tops
            self.setFixedHeight(round(tops[-1]))
        self.update()

    def tab_separated(self) -> str:
        """Return all of it as a spreadsheet reads it."""
        return "\n".join(row.tab_separated() for row in self._rows)

    def fits(self) -> bool:
        """Tell whether no text runs into another."""
        return all(map(self._has_room, self._rows, self._texts))

    def _fit(self) -> None:
        """Write the factors as precisely as the width allows."""
        for precision in _PRECISIONS:
            self._texts = tuple(row.texts(precision) for row in self._rows)
            self._value_width = max(
                (
                    self._fonts.of(row).horizontalAdvance(texts[2])
                    for row, texts in zip(self._rows, self._texts, strict=True)
                ),
                default=0.0,
            )
            if self.fits():
                return

    def _has_room(self, row: Row, texts: Texts) -> bool:
        name, middle, value = texts
        needed = self._fonts.of(row).horizontalAdvance(name)
        if middle:
            needed += GRID + self._fonts.small_metrics.horizontalAdvance(middle)
        if value:
            needed += GRID + self._value_width
        return needed <= self.width()

    def _paint_row(self, painter: QPainter, place: int) -> None:
        row, (name, middle, value) = self._rows[place], self._texts[place]
        # A heading's gap is above it.
        bottom, height = self._tops[place + 1], self._fonts.height
        box = QRectF(0, bottom - height, self.width(), height)
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        is_plain = row.kind is RowKind.NUMBER
        painter.setFont(self._fonts.plain if is_plain else self._fonts.bold)
        painter.setPen(muted if is_plain else text)
        painter.drawText(box, _LEFT, name)
        painter.setPen(text)
        painter.drawText(box, _RIGHT, value)
        painter.setFont(self._fonts.small)
        painter.setPen(muted)
        box.setRight(self.width() - self._value_width - GRID)
        painter.drawText(box, _RIGHT, middle)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        visible = QRectF(self.rect() if a0 is None else a0.rect())
        for place in range(len(self._rows)):
            is_above = self._tops[place + 1] < visible.top()
            if not is_above and self._tops[place] <= visible.bottom():
                self._paint_row(painter, place)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self._fit()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.FontChange:
            self._fonts = _Fonts()
            self.show_rows(self._rows)


class _Fonts:
    """The faces of the list under the application's present font."""

    def __init__(self) -> None:
        sizes = font_sizes()
        self.plain = tabular_font(sizes.body)
        self.small = tabular_font(sizes.small)
        self.bold = QFont(self.plain)
        self.bold.setBold(True)
        self._plain_metrics = QFontMetricsF(self.plain)
        self._bold_metrics = QFontMetricsF(self.bold)
        self.small_metrics = QFontMetricsF(self.small)
        self.height = round(self._plain_metrics.height() * 1.25)

    def of(self, row: Row) -> QFontMetricsF:
        """Return the measures of a row's name and number."""
        is_plain = row.kind is RowKind.NUMBER
        return self._plain_metrics if is_plain else self._bold_metrics
