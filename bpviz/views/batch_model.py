"""The rows of the batch's table: what was answered, and what should have been."""

from enum import IntEnum
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.scene.numbers import format_count
from bpviz.views.current_samples import CurrentSamples
from bpviz.views.number_columns import aligned_number

translate = QCoreApplication.translate

_MOST_ROWS = 1000


class Column(IntEnum):
    """What stands where."""

    SAMPLE = 0
    OUTPUT = 1
    ANSWER = 2
    TARGET = 3
    DIFFERENCE = 4


class BatchModel(QAbstractTableModel):
    """One row for every output of every sample.

    Attributes
    ----------
    current : CurrentSamples or None
        The batch that is shown.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current: CurrentSamples | None = None
        self._names: tuple[str, ...] = ()
        self._places = 4

    def show(self, current: CurrentSamples | None, names: tuple[str, ...]) -> None:
        """Show a batch whose outputs are called `names`."""
        self.beginResetModel()
        self.current, self._names = current, names
        self.endResetModel()

    def set_places(self, places: int) -> None:
        """Write numbers with so many digits behind the point."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def sample_of(self, row: int) -> int | None:
        """Return the index, in the training data, of the sample in a row."""
        if self.current is None or row < 0:
            return None
        return int(self.current.indices[row // len(self._names)])

    def _text(self, row: int, column: int) -> str:
        if self.current is None:
            return ""
        sample, output = divmod(row, len(self._names))
        target = float(self.current.targets[sample, output])
        match column:
            case Column.SAMPLE:
                return format_count(int(self.current.indices[sample]) + 1)
            case Column.OUTPUT:
                return self._names[output]
            case Column.TARGET:
                return aligned_number(target, self._places)
        if self.current.outputs is None:
            return ""
        answer = float(self.current.outputs[sample, output])
        value = answer if column == Column.ANSWER else answer - target
        return aligned_number(value, self._places)

    @override
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        if self.current is None or parent.isValid():
            return 0
        return min(len(self.current.indices) * len(self._names), _MOST_ROWS)

    @override
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

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
            case Column.SAMPLE:
                return translate("Results", "sample")
            case Column.OUTPUT:
                return translate("Results", "output")
            case Column.ANSWER:
                return translate("Results", "answer a")
            case Column.TARGET:
                return translate("Results", "target y")
            case _:
                return translate("Results", "a − y")
