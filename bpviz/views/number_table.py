"""A table of numbers that stands in its panel without a box."""

from PyQt6.QtCore import QAbstractItemModel
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QFrame, QHeaderView, QTableView

from bpviz.look.theme import Theme
from bpviz.look.type_scale import font_sizes, tabular_font

_LINE_HEIGHT = 1.4
"""Of a row, as a share of the font's height."""


class NumberTable(QTableView):
    """Shows a model in tabular figures on the window's own colour.

    Parameters
    ----------
    model : QAbstractItemModel
        What is shown; it may live longer than the table.

    Attributes
    ----------
    rows, columns : QHeaderView
        The headers; that of the rows is hidden.
    """

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        assert rows is not None  # A table view always has
        assert columns is not None  # both.
        self.rows: QHeaderView = rows
        self.columns: QHeaderView = columns
        rows.hide()
        columns.setHighlightSections(False)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.window))
        self.setPalette(palette)

    def refresh_fonts(self) -> None:
        """Take up the application's font."""
        self.setFont(tabular_font(font_sizes().body))
        self.rows.setDefaultSectionSize(
            round(self.fontMetrics().height() * _LINE_HEIGHT)
        )
