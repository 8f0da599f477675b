"""A list of things that a person has chosen: some of them on, any of them removable."""

from typing import Any

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QBrush, QIcon, QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
)
from typing_extensions import override

_Flag = Qt.ItemFlag
_ENTRY = Qt.ItemDataRole.UserRole
_FEW_ROWS = 64
"""Pixels."""


class EntryList(QListWidget):
    """Shows entries with a text, and a box to check where they can be switched.

    Signals
    -------
    switched()
        An entry was checked or unchecked by hand.
    removal_requested()
        The selected entry is to go.
    """

    switched = pyqtSignal()
    removal_requested = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # As high as its rows, less where there is no room for all of them.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setSpacing(2)
        viewport = self.viewport()
        if viewport is not None:
            viewport.setAutoFillBackground(False)
        self.itemChanged.connect(lambda _item: self.switched.emit())

    def show_entry(
        self,
        row: int,
        entry: Any,
        text: str,
        *,
        is_on: bool | None = None,
        is_fixed: bool = False,
        problem: str = "",
        icon: QIcon | None = None,
        is_lit: bool = False,
    ) -> None:
        """Show an entry in a row, which is added where there is none yet.

        Parameters
        ----------
        entry : object
            What `selected` returns.
        is_on : bool or None
            Whether it is checked; None for no box.
        is_fixed : bool
            Whether it can be neither switched nor removed.
        problem : str
            Why it means nothing at the moment, in a sentence.
        icon : QIcon, optional
            Before the text.
        is_lit : bool
            Whether it is what one should look at.
        """
        self.blockSignals(True)
        item = self.item(row)
        if item is None:
            item = QListWidgetItem()
            self.addItem(item)
        # What means nothing can still be selected, to be removed.
        flags = _Flag.ItemIsSelectable | _Flag.ItemIsEnabled
        if is_on is not None:
            if not is_fixed:
                flags |= _Flag.ItemIsUserCheckable
            state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            item.setCheckState(state)
        item.setFlags(flags)
        item.setData(_ENTRY, entry)
        item.setText(text)
        item.setToolTip(problem)
        item.setIcon(icon or QIcon())
        font = item.font()
        font.setBold(is_lit)
        font.setItalic(bool(problem))
        item.setFont(font)
        group = self.palette().currentColorGroup()
        role = (
            self.palette().ColorRole.PlaceholderText
            if problem or is_fixed
            else self.palette().ColorRole.Text
        )
        item.setForeground(self.palette().brush(group, role))
        lit = self.palette().brush(group, self.palette().ColorRole.Highlight)
        item.setBackground(lit if is_lit else QBrush())
        self.blockSignals(False)

    def keep(self, count: int) -> None:
        """Take out every row from the `count`th on."""
        while self.count() > count:
            self.takeItem(self.count() - 1)
        self.setVisible(count > 0)
        self._take_height()

    def _take_height(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.updateGeometry()

    def selected(self) -> Any:
        """Return the entry of the row that is selected; None where there is none."""
        item = self.currentItem()
        return None if item is None else item.data(_ENTRY)

    def select(self, entry: Any) -> None:
        """Select the row of an entry and bring it into view."""
        for row in range(self.count()):
            item = self.item(row)
            if item is not None and item.data(_ENTRY) == entry:
                self.setCurrentRow(row)
                self.scrollToItem(item)

    def is_on(self, entry: Any) -> bool:
        """Whether the box of an entry is checked."""
        for row in range(self.count()):
            item = self.item(row)
            if item is not None and item.data(_ENTRY) == entry:
                return item.checkState() == Qt.CheckState.Checked
        return False

    @override
    def keyPressEvent(self, e: QKeyEvent | None) -> None:
        if e is not None and e.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
            return
        super().keyPressEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent | None) -> None:
        super().resizeEvent(e)
        if e is not None and e.size().width() != e.oldSize().width():
            self._take_height()  # Rows that are wrapped may be higher.

    @override
    def sizeHint(self) -> QSize:
        first, last = self.item(0), self.item(self.count() - 1)
        if first is None or last is None:
            return super().minimumSizeHint()
        top, bottom = (
            self.visualItemRect(first).top(),
            self.visualItemRect(last).bottom(),
        )
        around = 2 * self.spacing() + 2 * self.frameWidth() + 1
        return QSize(super().sizeHint().width(), bottom - top + around)

    @override
    def minimumSizeHint(self) -> QSize:
        # Where there is little room a few rows are still there, to be scrolled.
        width = super().minimumSizeHint().width()
        return QSize(width, min(self.sizeHint().height(), _FEW_ROWS))
