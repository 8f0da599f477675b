"""The menu bar: the table of actions made into what Qt can show."""

import re
from collections.abc import Iterator

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QMainWindow, QMenu

from bpviz.look.icons import icon
from bpviz.window.action_row import ActionRow, MenuRow
from bpviz.window.action_table import MENUS, all_rows

translate = QCoreApplication.translate

# "&File" in English, "文件(&F)" in Chinese.
_MNEMONIC = re.compile(r"\(&.\)|&")


class Actions:
    """The menu bar of a window, and its actions by name.

    Parameters
    ----------
    window : QMainWindow
        Whose menu bar is filled.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        bar = window.menuBar()
        assert bar is not None  # Qt makes one when there is none.
        for row in MENUS:
            menu = bar.addMenu("")
            assert menu is not None
            self._fill(menu, row)
        self.retranslate()

    def action(self, name: str) -> QAction:
        """Return the action called `name`."""
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        """Return the menu called `name`."""
        return self._menus[name]

    def with_paths(self) -> Iterator[tuple[str, QAction]]:
        """Yield every action with its place in the menus: "View: Theme: Dark"."""
        for row in MENUS:
            yield from _with_paths(self._menus[row.name], "")

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        for row in all_rows():
            text = translate("Actions", row.text)
            if isinstance(row, MenuRow):
                self._menus[row.name].setTitle(text)
            else:
                self._actions[row.name].setText(text)

    def _fill(self, menu: QMenu, row: MenuRow) -> None:
        self._menus[row.name] = menu
        for part in row.actions:
            if part.begins_group:
                menu.addSeparator()
            if isinstance(part, MenuRow):
                inner = menu.addMenu("")
                assert inner is not None
                self._fill(inner, part)
            else:
                action = self._made(part)
                menu.addAction(action)
                # The keys work without the menu bar, too.
                self._window.addAction(action)

    def _made(self, row: ActionRow) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
        action.setAutoRepeat(row.repeats)
        if row.icon:
            action.setIcon(icon(row.icon))
        self._actions[row.name] = action
        return action


def _with_paths(menu: QMenu, above: str) -> Iterator[tuple[str, QAction]]:
    path = f"{above}{_plain(menu.title())}: "
    for action in menu.actions():
        inner = action.menu()
        if inner is not None:
            yield from _with_paths(inner, path)
        elif not action.isSeparator():
            yield f"{path}{_plain(action.text())}", action


def _plain(text: str) -> str:
    """Return a menu's text without its mnemonic."""
    return _MNEMONIC.sub("", text).removesuffix("…")


def shortcut_texts() -> dict[str, str]:
    """Return the keys of every action that has any, as menus write them."""
    return {
        row.name: ", ".join(
            QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            for keys in row.shortcuts
        )
        for row in all_rows()
        if isinstance(row, ActionRow) and row.shortcuts
    }


def action_texts() -> dict[str, str]:
    """Return the words of every action that has keys, without its mnemonic."""
    return {
        row.name: _plain(translate("Actions", row.text))
        for row in all_rows()
        if isinstance(row, ActionRow) and row.shortcuts
    }
