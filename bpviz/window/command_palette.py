"""The command palette: every action of the menus, found by typing a part of it."""

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PyQt6.QtGui import QAction, QIcon, QKeyEvent, QPalette
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.look.icons import as_picture
from bpviz.look.labels import say
from bpviz.look.type_scale import GRID
from bpviz.window.actions import Actions

translate = QCoreApplication.translate

_WIDTH, _HEIGHT = 64 * GRID, 45 * GRID
_TO_THE_LIST = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class CommandPalette(QDialog):
    """Offers the actions that can be done now; Enter does the one that is marked.

    Parameters
    ----------
    actions : Actions
        What there is to do.
    parent : QWidget, optional
        Over what it opens.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("CommandPalette", "Find a command"))
        self.finished.connect(self.deleteLater)
        self._chosen: QAction | None = None
        self._field = QLineEdit()
        self._field.setPlaceholderText(
            translate("CommandPalette", "Type a part of its name")
        )
        self._field.setClearButtonEnabled(True)
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )
        self._nothing.setContentsMargins(GRID, 4 * GRID, GRID, GRID)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._actions: list[QAction] = []
        for path, action in actions.with_paths():
            if action.isEnabled():
                keys = action.shortcut().toString(
                    action.shortcut().SequenceFormat.NativeText
                )
                item = QTreeWidgetItem([path, keys])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
                item.setForeground(1, self.palette().placeholderText())
                item.setIcon(0, QIcon(as_picture(action.icon())))
                self._list.addTopLevelItem(item)
                self._actions.append(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        self.resize(_WIDTH, _HEIGHT)
        header = self._list.header()
        assert header is not None  # A tree view always has one.
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self.accept)
        self._list.itemClicked.connect(lambda *_: self.accept())
        self._narrow("")

    @property
    def chosen(self) -> QAction | None:
        """What the person has decided on; None if nothing."""
        return self._chosen

    def _narrow(self, text: str) -> None:
        """Leave what has every word of `text` in its name, and mark the first."""
        words = text.casefold().split()
        first = None
        for item in self._items():
            name = item.text(0).casefold()
            item.setHidden(not all(word in name for word in words))
            if first is None and not item.isHidden():
                first = item
        self._list.setCurrentItem(first)
        self._list.setVisible(first is not None)
        nothing = translate("CommandPalette", "No command matches “{text}”.")
        say(self._nothing, "" if first else nothing.format(text=text.strip()))

    def _items(self) -> list[QTreeWidgetItem]:
        items = map(self._list.topLevelItem, range(self._list.topLevelItemCount()))
        return [item for item in items if item is not None]

    @override
    def accept(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isHidden():
            return
        self._chosen = self._actions[self._list.indexOfTopLevelItem(item)]
        super().accept()

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        # The field has the focus, and these keys move the mark in the list.
        is_press = a1 is not None and a1.type() == QEvent.Type.KeyPress
        if is_press and isinstance(a1, QKeyEvent) and a1.key() in _TO_THE_LIST:
            self._list.keyPressEvent(a1)
            return True
        return super().eventFilter(a0, a1)
