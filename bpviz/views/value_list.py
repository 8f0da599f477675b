"""Names with numbers, the numbers in a column."""

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QGridLayout, QLabel, QWidget

from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.numbers import format_number

NOT_YET = "–"
"""Stands for a number that the moment has not computed."""


class ValueList(QWidget):
    """Shows numbers under each other, right-aligned, beside their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)

    def show_values(self, values: Sequence[tuple[str, float | None]]) -> None:
        """Show these in place of the former; None is a number not computed yet."""
        while len(self._rows) < len(values):
            self._add_row()
        for index, (name, number) in enumerate(self._rows):
            is_used = index < len(values)
            name.setVisible(is_used)
            number.setVisible(is_used)
            if is_used:
                symbol, value = values[index]
                name.setText(symbol)
                number.setText(NOT_YET if value is None else format_number(value))

    def _add_row(self) -> None:
        name, number = QLabel(), QLabel()
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        number.setFont(tabular_font(font_sizes().body))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, len(self._rows), 0)
        self._grid.addWidget(number, len(self._rows), 1)
        self._rows.append((name, number))
