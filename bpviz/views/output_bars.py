"""The answers of a network as bars, the right one and the given one marked."""

from dataclasses import dataclass

import numpy as np
from PyQt6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.nn.arrays import Array
from bpviz.views.number_columns import aligned_number
from bpviz.views.shades import mixed

translate = QCoreApplication.translate

_HIGHEST_ROW = 28
_LONGEST_BAR = 400


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a network should answer to one sample, and what it does answer.

    Attributes
    ----------
    names : tuple of str
        One an output.
    targets : Array
        (outputs,).
    outputs : Array or None
        (outputs,); None while they are not computed.
    """

    names: tuple[str, ...]
    targets: Array
    outputs: Array | None

    @property
    def right(self) -> int:
        """Index of the output that should be the highest."""
        return int(self.targets.argmax())

    @property
    def given(self) -> int | None:
        """Index of the output that is the highest; None while none is known."""
        if self.outputs is None or not np.isfinite(self.outputs).any():
            return None
        return int(np.nanargmax(self.outputs))


class OutputBars(QWidget):
    """Shows one bar an output: full the answer, an outline the target.

    The given answer has a pointer before its name, the right one a tick behind it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: Answers | None = None
        self._places = 3
        self._theme = current_theme()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Every pixel is painted, so Qt need not paint what is behind it first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._refresh_fonts()

    @property
    def answers(self) -> Answers | None:
        """What is shown."""
        return self._answers

    def set_precision(self, digits: int) -> None:
        """Write numbers with so many digits, one of them before the point."""
        self._places = digits - 1
        self.update()

    def show_answers(self, answers: Answers | None) -> None:
        """Show these answers; nothing when None."""
        self._answers = answers
        self.setAccessibleName(translate("Results", "Outputs of the network"))
        self.setAccessibleDescription("" if answers is None else in_words(answers))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        self._theme = theme
        self.update()

    def _refresh_fonts(self) -> None:
        self._font = tabular_font(font_sizes().small)
        self._metrics = QFontMetricsF(self._font)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        if self._answers is None:
            painter.fillRect(self.rect(), QColor(self._theme.window))
            return
        painter.setFont(self._font)
        painter.fillRect(self.rect(), QColor(self._theme.window))
        columns, marked = self._columns(self._answers), _Marked.of(self._answers)
        for index in range(len(self._answers.names)):
            self._paint_row(painter, self._answers, index, columns, marked)

    def _columns(self, answers: Answers) -> "_Columns":
        """Divide the width among pointers, names, ticks, bars and numbers."""
        advance = self._metrics.horizontalAdvance
        sign = self._metrics.height()
        name_end = sign + max(map(advance, answers.names))
        bar = name_end + sign + GRID // 2
        number = advance("−0.0" + self._places * "0") + GRID
        width = min(max(self.width() - bar - number, 0.0), _LONGEST_BAR)
        height = min(self.height() / len(answers.names), _HIGHEST_ROW)
        return _Columns(sign, name_end, bar, width, bar + width + number, height)

    def _paint_row(
        self,
        painter: QPainter,
        answers: Answers,
        index: int,
        columns: "_Columns",
        marked: "_Marked",
    ) -> None:
        top = index * columns.row_height
        row = QRectF(0, top, columns.number_end, columns.row_height)
        theme = self._theme
        is_given, is_right = index == marked.given, index == marked.right
        painter.setPen(QColor(theme.text if is_given or is_right else theme.muted_text))
        row.setRight(columns.name_end)
        painter.drawText(row, _RIGHT, answers.names[index])
        if answers.outputs is not None:
            row.setRight(columns.number_end)
            text = _number(float(answers.outputs[index]), self._places)
            painter.drawText(row, _RIGHT, text)
        middle = row.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_given:
            _paint_pointer(painter, QPointF(columns.sign / 2, middle), theme.text)
        if is_right:
            place = QPointF(columns.name_end + columns.sign / 2 + 2, middle)
            _paint_tick(painter, place, theme.success)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_bar(painter, answers, index, columns, marked)

    def _paint_bar(
        self,
        painter: QPainter,
        answers: Answers,
        index: int,
        columns: "_Columns",
        marked: "_Marked",
    ) -> None:
        low, high = marked.scale
        zero = columns.bar - low / (high - low) * columns.bar_width
        unit = columns.bar_width / (high - low)
        height = round(0.64 * columns.row_height)
        top = round(index * columns.row_height + (columns.row_height - height) / 2)
        if answers.outputs is not None:
            value = float(np.nan_to_num(answers.outputs[index]))
            color = self._theme.series[0]
            if index != marked.given:
                color = mixed(color, self._theme.window, 0.5)
            bar = QRectF(zero, top, value * unit, height).normalized()
            painter.fillRect(bar, QColor(color))
        painter.setPen(QColor(self._theme.border))
        painter.drawLine(QPointF(round(zero), top), QPointF(round(zero), top + height))
        if answers.targets[index]:
            painter.setPen(QPen(QColor(self._theme.text), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            length = float(answers.targets[index]) * unit
            painter.drawRect(QRectF(round(zero), top, round(length), height - 1))

    @override
    def sizeHint(self) -> QSize:
        count = 1 if self._answers is None else len(self._answers.names)
        return QSize(280, round(count * 1.4 * self._metrics.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        count = 1 if self._answers is None else len(self._answers.names)
        return QSize(140, round(count * 0.8 * self._metrics.height()))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.FontChange:
            self._refresh_fonts()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are, in pixels."""

    sign: float
    name_end: float
    bar: float
    bar_width: float
    number_end: float
    row_height: float


@dataclass(frozen=True, slots=True)
class _Marked:
    """What all rows have to know: the highest outputs, and the ends of the axis."""

    given: int | None
    right: int
    scale: tuple[float, float]

    @classmethod
    def of(cls, answers: Answers) -> "_Marked":
        return cls(answers.given, answers.right, _scale(answers))


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def in_words(answers: Answers) -> str:
    """Return what the network says and what would be right, as a sentence."""
    right = answers.names[answers.right]
    if answers.given is None:
        return translate("Results", "Right is {right}. No answer yet.").format(
            right=right
        )
    given = answers.names[answers.given]
    if given == right:
        return translate("Results", "The network says {given}, rightly.").format(
            given=given
        )
    return translate("Results", "The network says {given}; right is {right}.").format(
        given=given, right=right
    )


def _scale(answers: Answers) -> tuple[float, float]:
    """Return the ends of the bars' axis: 0 and 1, or further where answers go."""
    values = answers.targets
    if answers.outputs is not None:
        values = np.concatenate([values, np.nan_to_num(answers.outputs)])
    return min(0.0, float(values.min())), max(1.0, float(values.max()))


def _number(value: float, places: int) -> str:
    """Return an output with so many digits behind the point; less is nothing."""
    return aligned_number(round(value, places), places)


def _paint_pointer(painter: QPainter, middle: QPointF, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    corners = (QPointF(-3, -4), QPointF(4, 0), QPointF(-3, 4))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _paint_tick(painter: QPainter, middle: QPointF, color: str) -> None:
    painter.setPen(QPen(QColor(color), 2.0))
    corners = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -4))
    painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))
