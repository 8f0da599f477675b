"""The arrays that a gradient check compares: their table, and a picture of one."""

from PyQt6.QtCore import QItemSelection, Qt
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.training.gradient_report import GradientReport
from bpviz.views.error_map import ErrorMap
from bpviz.views.gradient_table import Column, GradientTable
from bpviz.views.number_table import NumberTable


class GradientArrays(QWidget):
    """Shows every array in a row, and the errors of the chosen one entry by entry.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: GradientReport | None = None
        self._chosen = 0
        self._model = GradientTable(self)
        self._table = self._made_table()
        self._map = ErrorMap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._table)
        column.addWidget(self._map)
        self.refresh_fonts()

    def show_report(self, report: GradientReport | None) -> None:
        """Show the arrays of `report`; where they are the same the choice stays."""
        before, self._report = self._report, report
        self.setVisible(report is not None)
        arrays = () if report is None else report.arrays
        self._model.show_arrays(arrays)
        if arrays and (before is None or len(before.arrays) != len(arrays)):
            self._table.selectRow(0)
        self._fit_table()
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        self._table.set_theme(theme)

    def refresh_fonts(self) -> None:
        """Take up the application's font."""
        self._table.refresh_fonts()
        self._fit_table()

    def retranslate(self) -> None:
        """Put the headers into the language of the moment."""
        columns = self._model.columnCount() - 1
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns)

    def _show_chosen(self) -> None:
        report = self._report
        if report is not None and self._chosen < len(report.errors):
            self._map.show_errors(report.errors[self._chosen])

    def _made_table(self) -> NumberTable:
        table = NumberTable(self._model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.columns.setSectionResizeMode(
            Column.NAME, QHeaderView.ResizeMode.ResizeToContents
        )
        # No wider than the words and numbers in it; Qt's own margin is for a grid.
        table.columns.setMinimumSectionSize(GRID)
        selection = table.selectionModel()
        assert selection is not None  # A view with a model has one.
        selection.selectionChanged.connect(self._on_selected)
        return table

    def _fit_table(self) -> None:
        """Make the table as high as its rows: the panel scrolls, the table does not."""
        table = self._table
        heading = table.columns.sizeHint().height()
        table.setFixedHeight(table.rows.length() + heading + 2)

    def _on_selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        rows = [index.row() for index in selected.indexes()]
        if rows:
            self._chosen = rows[0]
            self._show_chosen()
