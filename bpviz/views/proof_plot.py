"""A small plot of the loss along one parameter, with the tangent through it."""

import numpy as np
from PyQt6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.training.proof import ParameterProof
from bpviz.views.explanation_list import ASIDE
from bpviz.views.ticks import Tick, linear_ticks

_HEIGHT = 132
_MARGIN = 0.08  # of the losses' range, above and below


class ProofPlot(QWidget):
    """Draws the losses of a proof over the parameter's values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof: ParameterProof | None = None
        self._is_quiet = False
        self.setFixedHeight(_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_proof(self, proof: ParameterProof | None, *, is_quiet: bool) -> None:
        """Show a proof; in grey where it is of an earlier moment."""
        self._proof, self._is_quiet = proof, is_quiet
        self.update()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        if self._proof is None:
            return
        finite = np.isfinite(self._proof.slice_losses)
        if finite.sum() < 2:
            return
        painter = QPainter(self)
        painter.setFont(tabular_font(font_sizes().small))
        room = QRectF(self.rect()).adjusted(ASIDE, 0, -ASIDE, 0)
        _Drawing(painter, room, self._proof, self._is_quiet).draw()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)


class _Drawing:
    """One painting of the plot: where its axes are, and what is on them."""

    def __init__(
        self, painter: QPainter, room: QRectF, proof: ParameterProof, is_quiet: bool
    ) -> None:
        self._painter, self._proof = painter, proof
        self._theme = current_theme()
        self._is_quiet = is_quiet
        self._metrics = QFontMetricsF(painter.font())
        finite = np.isfinite(proof.slice_losses)
        self._x, self._y = proof.slice_values[finite], proof.slice_losses[finite]
        self._at = float(np.interp(proof.value, self._x, self._y))
        low, high = float(self._y.min()), float(self._y.max())
        spread = (high - low) or abs(high) or 1.0
        self._low, self._high = low - _MARGIN * spread, high + _MARGIN * spread
        self._left_value, self._right_value = float(self._x[0]), float(self._x[-1])
        self._losses = linear_ticks(self._low, self._high, 4)
        widest = max(
            (self._metrics.horizontalAdvance(t.text) for t in self._losses), default=0.0
        )
        line = self._metrics.height()
        self._area = QRectF(
            room.left() + widest + GRID,
            room.top() + line + 2,
            room.width() - widest - GRID - ASIDE,
            room.height() - 2 * line - GRID,
        )

    def draw(self) -> None:
        """Paint axes, curve, tangent and the place where the parameter is."""
        self._draw_axes()
        painter, theme = self._painter, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._area)
        curve = QPolygonF(
            [self._place(x, y) for x, y in zip(self._x, self._y, strict=True)]
        )
        painter.setPen(QPen(self._color(theme.series[0]), 1.6))
        painter.drawPolyline(curve)
        slope = self._proof.backprop
        ends = [
            self._place(x, self._at + slope * (x - self._proof.value))
            for x in (self._left_value, self._right_value)
        ]
        if all(np.isfinite((p.x(), p.y())).all() for p in ends):
            painter.setPen(QPen(self._color(theme.accent), 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(*ends))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.window), 1.0))
        painter.setBrush(self._color(theme.accent))
        painter.drawEllipse(self._place(self._proof.value, self._at), 4, 4)

    def _draw_axes(self) -> None:
        painter, theme, area = self._painter, self._theme, self._area
        muted = QColor(theme.muted_text)
        line = self._metrics.height()
        for tick in self._losses:
            y = round(self._place(self._left_value, tick.position).y()) + 0.5
            painter.setPen(QColor(theme.grid_line))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - line / 2, area.left() - ASIDE, line)
            painter.drawText(box, _RIGHT, tick.text)
        painter.drawText(QRectF(ASIDE, 0, area.left(), line), _LEFT, "L")
        symbol = "b" if self._proof.key.start is None else "w"
        below = QRectF(area.left(), area.bottom() + 2, area.width() + ASIDE, line)
        painter.drawText(below, _RIGHT, symbol)
        end = area.right() - self._metrics.horizontalAdvance(symbol)
        for tick in self._value_ticks():
            middle = self._place(tick.position, self._low).x()
            width = self._metrics.horizontalAdvance(tick.text)
            if middle + width / 2 < end and middle - width / 2 >= 0:
                box = QRectF(middle - width, below.top(), 2 * width, line)
                painter.drawText(box, _MIDDLE, tick.text)

    def _value_ticks(self) -> list[Tick]:
        width = self._metrics.horizontalAdvance("−0.0000") + 2 * GRID
        most = max(int(self._area.width() / width), 2)
        return linear_ticks(self._left_value, self._right_value, most)

    def _place(self, x: float, y: float) -> QPointF:
        across = (x - self._left_value) / (self._right_value - self._left_value)
        up = (y - self._low) / (self._high - self._low)
        area = self._area
        return QPointF(
            area.left() + across * area.width(), area.bottom() - up * area.height()
        )

    def _color(self, color: str) -> QColor:
        return QColor(self._theme.disabled_text if self._is_quiet else color)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
