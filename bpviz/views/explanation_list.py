"""A list of named numbers with the factors that they are made of, to be copied."""

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.views.explanation_fonts import RowFonts
from bpviz.views.explanation_row import Row, RowKind

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FEWEST_DIGITS = 2
ASIDE = GRID // 2
"""Pixels by which what marks a row stands out on both sides of its texts."""

Texts = tuple[str, str, str]


class ExplanationList(QWidget):
    """Shows `Row` under `Row`, as high as all of them together.

    The numbers end at the right edge, their factors before them. A click marks a row,
    Shift with Up or Down another: plain arrows step through the training.

    Signals
    -------
    marked(int)
        Which row is marked now; -1 for none.
    """

    marked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._texts: tuple[Texts, ...] = ()
        self._tops: list[float] = [0.0]
        self._value_width = 0.0
        self._precision = 4
        # Of the factors: as many as there is room for. While a run goes on there may
        # be less room, never more, or else they would come and go.
        self._factor_precision = self._precision
        self._marked = -1
        self._fonts = RowFonts()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def marked_row(self) -> Row | None:
        """The row that is marked, if one is."""
        return self._rows[self._marked] if self._marked >= 0 else None

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
        before, self._rows = self._rows, tuple(rows)
        if [row.name for row in self._rows] != [row.name for row in before]:
            self.mark(-1)
        is_same = [row.kind for row in self._rows] == [row.kind for row in before]
        if not is_same:
            self._factor_precision = self._precision
        self._fit()
        if not is_same:
            self._stack()
        self.update()

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many significant digits."""
        if digits != self._precision:
            self._precision = self._factor_precision = digits
            self._fit()
            self.update()

    def _stack(self) -> None:
        """Put the rows under each other."""
        tops = [0.0]
        for row in self._rows:
            gap = GRID if row.kind is RowKind.HEADING and tops != [0.0] else 0
            tops.append(tops[-1] + self._fonts.height + gap)
        self._tops = tops
        self.setFixedHeight(round(tops[-1]))

    def mark(self, place: int) -> None:
        """Mark a row, to be copied; -1 for none."""
        if not 0 <= place < len(self._rows):
            place = -1
        if place == self._marked:
            return
        self._marked = place
        row = self.marked_row
        said = "" if row is None else f"{row.name} {row.value_text(self._precision)}"
        self.setAccessibleDescription(said)
        self.marked.emit(place)
        self.update()

    def tab_separated(self) -> str:
        """Return all of it as a spreadsheet reads it."""
        return "\n".join(row.tab_separated() for row in self._rows)

    def fits(self) -> bool:
        """Tell whether no text runs into another."""
        return all(map(self._has_room, self._rows, self._texts))

    def _fit(self) -> None:
        """Write the factors as precisely as the width allows."""
        rows, fonts = self._rows, self._fonts
        values = [row.value_text(self._precision) for row in rows]
        measures = map(fonts.of, rows)
        widths = (one.of(text) for one, text in zip(measures, values, strict=True))
        self._value_width = max(widths, default=0.0)
        while True:
            self._texts = tuple(
                (row.name, row.middle(self._factor_precision), value)
                for row, value in zip(rows, values, strict=True)
            )
            if self.fits():
                return
            if self._factor_precision <= _FEWEST_DIGITS:
                break
            self._factor_precision -= 1
        # A number whose factors have no room stands alone; they are copied with it.
        self._texts = tuple(
            texts if self._has_room(row, texts) else (texts[0], "", texts[2])
            for row, texts in zip(self._rows, self._texts, strict=True)
        )

    def _has_room(self, row: Row, texts: Texts) -> bool:
        name, middle, value = texts
        needed = self._fonts.of(row).of(name)
        if middle:
            needed += GRID + self._fonts.small_widths.of(middle)
        if value:
            needed += GRID + self._value_width
        return needed <= self._room()

    def _room(self) -> float:
        """Return the width of the rows: what marks one stands out on both sides."""
        return self.width() - 2 * ASIDE

    def _row_at(self, y: float) -> int:
        for place in range(len(self._rows)):
            is_number = self._rows[place].kind is not RowKind.HEADING
            if is_number and self._tops[place] <= y < self._tops[place + 1]:
                return place
        return -1

    def _paint_row(
        self, painter: QPainter, place: int, text: QColor, muted: QColor
    ) -> None:
        row, (name, middle, value) = self._rows[place], self._texts[place]
        # A heading's gap is above it.
        bottom, height = self._tops[place + 1], self._fonts.height
        box = QRectF(0, bottom - height, self._room(), height)
        is_plain = row.kind is RowKind.NUMBER
        if place == self._marked:
            lit = self.palette().color(QPalette.ColorRole.Highlight)
            painter.fillRect(box.adjusted(-ASIDE, 0, ASIDE, 0), lit)
            muted = text
        painter.setFont(self._fonts.plain if is_plain else self._fonts.bold)
        painter.setPen(muted if is_plain else text)
        if row.kind is RowKind.HEADING:
            metrics, end = painter.fontMetrics(), Qt.TextElideMode.ElideRight
            name = metrics.elidedText(name, end, round(self._room()))
        painter.drawText(box, _LEFT, name)
        if value:
            painter.setPen(text)
            painter.drawText(box, _RIGHT, value)
        if middle:
            painter.setFont(self._fonts.small)
            painter.setPen(muted)
            box.setRight(self._room() - self._value_width - GRID)
            painter.drawText(box, _RIGHT, middle)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.translate(ASIDE, 0)
        visible = QRectF(self.rect() if a0 is None else a0.rect())
        text = self.palette().color(QPalette.ColorRole.WindowText)
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for place in range(len(self._rows)):
            is_above = self._tops[place + 1] < visible.top()
            if not is_above and self._tops[place] <= visible.bottom():
                self._paint_row(painter, place, text, muted)

    @override
    def mousePressEvent(self, a0: QMouseEvent | None) -> None:
        if a0 is not None:
            self.mark(self._row_at(a0.position().y()))

    @override
    def keyPressEvent(self, a0: QKeyEvent | None) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if a0 is None:
            return
        if a0.modifiers() & Qt.KeyboardModifier.ShiftModifier and a0.key() in ways:
            way = ways[Qt.Key(a0.key())]
            place = self._marked + way
            while 0 <= place < len(self._rows):
                if self._rows[place].kind is not RowKind.HEADING:
                    self.mark(place)
                    return
                place += way
        elif a0.key() == Qt.Key.Key_Escape and self._marked >= 0:
            self.mark(-1)
        else:
            super().keyPressEvent(a0)

    @override
    def focusOutEvent(self, a0: QFocusEvent | None) -> None:
        super().focusOutEvent(a0)
        if a0 is not None and a0.reason() is not Qt.FocusReason.PopupFocusReason:
            self.mark(-1)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        if a0 is not None and a0.size().width() != a0.oldSize().width():
            self._factor_precision = self._precision
            self._fit()

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.FontChange:
            self._fonts = RowFonts()
            self._factor_precision = self._precision
            self._fit()
            self._stack()
