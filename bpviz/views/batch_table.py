"""The batch's answers and targets as a table of numbers, for data without a picture."""

from enum import IntEnum
from typing import Any

from PyQt6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    Qt,
)
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.data.dataset import Dataset
from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.numbers import format_count
from bpviz.training.frame import Frame
from bpviz.views.current_samples import CurrentSamples, current_samples
from bpviz.views.number_columns import aligned_number

translate = QCoreApplication.translate

_MOST_ROWS = 1000
_PLACES = 4


class _Column(IntEnum):
    """What stands where."""

    SAMPLE = 0
    OUTPUT = 1
    ANSWER = 2
    TARGET = 3
    DIFFERENCE = 4


class BatchTable(QWidget):
    """Shows what the network answers to the batch, and what it should."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _BatchModel(self)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setShowGrid(False)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows, columns = self._table.verticalHeader(), self._table.horizontalHeader()
        assert rows is not None  # A table view always has
        assert columns is not None  # both.
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.addWidget(self._message)
        layout.addWidget(self._table, 1)
        self._rows_header, self._columns_header = rows, columns
        self._refresh_fonts()
        self.set_theme(current_theme())
        self._retranslate()

    def show_frame(self, frame: Frame, dataset: Dataset) -> None:
        """Show the batch of `frame`'s update."""
        current = current_samples(frame)
        self._model.show(current, dataset.output_names)
        has_samples = current is not None and len(current.indices) > 1
        has_outputs = len(dataset.output_names) > 1
        # All five have no room side by side: what says the same in every row goes,
        # and if nothing does, they can be scrolled.
        self._table.setColumnHidden(_Column.SAMPLE, has_outputs and not has_samples)
        self._table.setColumnHidden(_Column.OUTPUT, not has_outputs)
        self._columns_header.setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
            if has_samples and has_outputs
            else QHeaderView.ResizeMode.Stretch
        )
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`; the rest is the application's."""
        palette = self._message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted_text))
        self._message.setPalette(palette)
        # On the window's own colour: no box within the panel.
        palette = self._table.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.window))
        self._table.setPalette(palette)

    def _retranslate(self) -> None:
        current = self._model.current
        self._table.setVisible(current is not None)
        self._table.setAccessibleName(translate("Results", "Answers to the batch"))
        self._message.setVisible(current is None or current.outputs is None)
        self._message.setAlignment(
            Qt.AlignmentFlag.AlignCenter
            if current is None
            else Qt.AlignmentFlag.AlignLeft
        )
        self._message.setText(
            translate(
                "Results", "Press Down for the first operation: it loads a sample"
            )
            if current is None
            else translate("Results", "No answer yet: the forward pass is under way")
        )

    def _refresh_fonts(self) -> None:
        self._table.setFont(tabular_font(font_sizes().body))
        height = round(self._table.fontMetrics().height() * 1.4)
        self._rows_header.setDefaultSectionSize(height)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif a0.type() == QEvent.Type.FontChange:
            self._refresh_fonts()


class _BatchModel(QAbstractTableModel):
    """One row for every output of every sample."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current: CurrentSamples | None = None
        self._names: tuple[str, ...] = ()

    def show(self, current: CurrentSamples | None, names: tuple[str, ...]) -> None:
        self.beginResetModel()
        self.current, self._names = current, names
        self.endResetModel()

    def _text(self, row: int, column: int) -> str:
        if self.current is None:
            return ""
        sample, output = divmod(row, len(self._names))
        target = float(self.current.targets[sample, output])
        match column:
            case _Column.SAMPLE:
                return format_count(int(self.current.indices[sample]))
            case _Column.OUTPUT:
                return self._names[output]
            case _Column.TARGET:
                return aligned_number(target, _PLACES)
        if self.current.outputs is None:
            return ""
        answer = float(self.current.outputs[sample, output])
        value = answer if column == _Column.ANSWER else answer - target
        return aligned_number(value, _PLACES)

    @override
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        if self.current is None or parent.isValid():
            return 0
        return min(len(self.current.indices) * len(self._names), _MOST_ROWS)

    @override
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_Column)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match section:
            case _Column.SAMPLE:
                return translate("Results", "sample")
            case _Column.OUTPUT:
                return translate("Results", "output")
            case _Column.ANSWER:
                return translate("Results", "answer a")
            case _Column.TARGET:
                return translate("Results", "target y")
            case _:
                return translate("Results", "a − y")
