"""A picture of an array of parameters in which wrong derivatives burn."""

import numpy as np
from PyQt6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize
from PyQt6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.nn.arrays import Array
from bpviz.scene.error_colors import (
    HIGHEST,
    LOWEST,
    ErrorPicture,
    error_colors,
)
from bpviz.scene.numbers import format_number

translate = QCoreApplication.translate

_LARGEST_CELL = 3 * GRID
_HEIGHT = 12 * GRID
_MOST_ROWS, _MOST_COLUMNS = _HEIGHT // 2, 16 * GRID
_BAR = GRID
_BAR_STEPS = 64


class ErrorMap(QWidget):
    """Shows the relative error of every entry of one array, with a legend.

    Under the pointer it says which entry it is and what its error is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: ErrorPicture | None = None
        self._image = QImage()
        self.setMouseTracking(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._retranslate()

    def show_errors(self, errors: Array | None) -> None:
        """Show another array's errors, nan where nothing is compared; None for none."""
        self._picture = (
            None
            if errors is None
            else ErrorPicture.of(errors, _MOST_ROWS, _MOST_COLUMNS)
        )
        self._draw_image()
        self.updateGeometry()
        self.update()

    def _draw_image(self) -> None:
        if self._picture is None:
            self._image = QImage()
            return
        colors = error_colors(self._picture.cells, current_theme().is_dark)
        rows, columns = colors.shape
        image = QImage(
            colors.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32
        )
        self._image = image.copy()  # Qt does not own the bytes.

    def _place(self, width: float) -> QRectF:
        """Return where the picture lies: as large as there is room, not too coarse."""
        if self._image.isNull():
            return QRectF()
        columns, rows = self._image.width(), self._image.height()
        cell = min(width / columns, _HEIGHT / rows, _LARGEST_CELL)
        return QRectF(0, 0, columns * cell, max(rows * cell, 2 * GRID))

    def _entry(self, place: QPointF) -> tuple[int, ...] | None:
        inside = self._place(self.width())
        if self._picture is None or not inside.contains(place):
            return None
        column = int(place.x() / inside.width() * self._image.width())
        row = int(place.y() / inside.height() * self._image.height())
        return self._picture.entry_at(
            min(row, self._image.height() - 1), min(column, self._image.width() - 1)
        )

    def _words(self, entry: tuple[int, ...]) -> str:
        assert self._picture is not None
        error = float(self._picture.errors[entry])
        number = (
            translate("GradientCheck", "not compared")
            if np.isnan(error)
            else format_number(error, 3)
        )
        if len(entry) == 1:
            words = translate("GradientCheck", "bias of node {node}: {number}")
            return words.format(node=entry[0] + 1, number=number)
        words = translate(
            "GradientCheck", "weight from node {start} to node {node}: {number}"
        )
        return words.format(start=entry[0] + 1, node=entry[1] + 1, number=number)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("GradientCheck", "Relative error by entry"))

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        theme = current_theme()
        painter.setFont(tabular_font(font_sizes().small))
        metrics = painter.fontMetrics()
        low, high = f"≤ {format_number(LOWEST)}", f"≥ {format_number(HIGHEST)}"
        painter.setPen(QColor(theme.muted_text))
        base = top + metrics.ascent()
        painter.drawText(QPointF(0, base), low)
        start = metrics.horizontalAdvance(low) + GRID
        errors = np.geomspace(LOWEST, HIGHEST, _BAR_STEPS)[np.newaxis]
        colors = error_colors(errors, theme.is_dark)
        bar = QImage(
            colors.tobytes(), _BAR_STEPS, 1, 4 * _BAR_STEPS, QImage.Format.Format_RGB32
        )
        width = min(12 * GRID, self.width() - start - metrics.horizontalAdvance(high))
        middle = base - metrics.ascent() / 2
        painter.drawImage(QRectF(start, middle - _BAR / 2, width, _BAR), bar)
        painter.drawText(QPointF(start + width + GRID, base), high)

    @override
    def sizeHint(self) -> QSize:
        width = 32 * GRID
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, a0: int) -> int:
        legend = 4 * GRID
        return round(self._place(a0).height()) + legend

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        place = self._place(self.width())
        painter.drawImage(place, self._image)
        painter.setPen(QColor(current_theme().separator))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        self._paint_legend(painter, place.bottom() + GRID)

    @override
    def mouseMoveEvent(self, a0: QMouseEvent | None) -> None:
        if a0 is None:
            return
        entry = self._entry(a0.position())
        if entry is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(a0.globalPosition().toPoint(), self._words(entry), self)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.PaletteChange:
            self._draw_image()
            self.update()
