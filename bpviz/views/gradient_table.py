"""The article's table: every array of parameters and how far the two ways differ."""

from enum import IntEnum
from typing import Any

from PyQt6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)
from PyQt6.QtGui import QColor, QPainter, QPixmap
from typing_extensions import override

from bpviz.look.icons import as_picture, icon
from bpviz.look.palette import current_theme
from bpviz.nn.array_check import ArrayCheck
from bpviz.scene.numbers import format_count, format_number
from bpviz.views.gradient_words import array_name, is_wrong

translate = QCoreApplication.translate

_UNSEEN = "#00000000"
"""Of a mark that only keeps the names below each other."""


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    MEAN = 1
    LARGEST = 2
    CHECKED = 3


class GradientTable(QAbstractTableModel):
    """One row for every array of weights or biases."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._arrays: tuple[ArrayCheck, ...] = ()

    def show_arrays(self, arrays: tuple[ArrayCheck, ...]) -> None:
        """Show other results, in the same rows where they are of the same arrays."""
        if len(arrays) != len(self._arrays):
            self.beginResetModel()
            self._arrays = arrays
            self.endResetModel()
            return
        self._arrays = arrays
        if arrays:
            last = self.index(len(arrays) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _text(self, array: ArrayCheck, column: int) -> str:
        if column == Column.NAME:
            return array_name(array)
        if column == Column.CHECKED:
            return format_count(array.checked)
        if not array.checked:
            return "–"
        is_mean = column == Column.MEAN
        number = array.mean_absolute_difference if is_mean else array.max_relative_error
        return format_number(number, 2)

    def _hint(self, array: ArrayCheck) -> str:
        checked = translate(
            "GradientCheck", "{checked} of {size} entries are checked"
        ).format(checked=format_count(array.checked), size=format_count(array.size))
        if array.worst is None:
            return checked
        if array.kind == "biases":
            words = translate("GradientCheck", "Largest error at the bias of node {n}")
            worst = words.format(n=array.worst[0] + 1)
        else:
            words = translate(
                "GradientCheck",
                "Largest error at the weight from node {start} to node {end}",
            )
            worst = words.format(start=array.worst[0] + 1, end=array.worst[1] + 1)
        return f"{checked}\n{worst}"

    @override
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._arrays)

    @override
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        array = self._arrays[index.row()]
        wrong = is_wrong(array)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(array, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(array)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() != Column.NAME:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if wrong:
                return QColor(current_theme().error)
            case Qt.ItemDataRole.DecorationRole if index.column() == Column.NAME:
                theme = current_theme()
                if wrong:
                    return _tinted("x", theme.error)
                return _tinted("check", theme.success if array.checked else _UNSEEN)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        is_name = section == Column.NAME
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_hint(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match section:
            case Column.NAME:
                return translate("GradientCheck", "array")
            case Column.MEAN:
                return translate("GradientCheck", "mean |Δ|")
            case Column.LARGEST:
                return translate("GradientCheck", "max error")
            case _:
                return translate("GradientCheck", "checked")

    def _header_hint(self, section: int) -> str:
        match section:
            case Column.MEAN:
                return translate(
                    "GradientCheck",
                    "Mean of |numerical − backpropagated| over the entries",
                )
            case Column.LARGEST:
                return translate(
                    "GradientCheck",
                    "Largest |numerical − backpropagated|, relative to the larger of "
                    "the two; more than 1e−5 is wrong",
                )
            case Column.CHECKED:
                return translate(
                    "GradientCheck", "How many entries of the array are checked"
                )
            case _:
                return ""


def _tinted(name: str, color: str) -> QPixmap:
    """Return an icon in one of the theme's colours."""
    drawn = as_picture(icon(name))
    # One of its own: Qt takes two that are painted over the same picture for one, and
    # shows again what it has kept of the first.
    tinted = QPixmap(drawn.size())
    tinted.setDevicePixelRatio(drawn.devicePixelRatio())
    tinted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tinted)
    painter.drawPixmap(0, 0, drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), QColor(color))
    painter.end()
    return tinted
