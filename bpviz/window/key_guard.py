"""Leaves to whatever has the focus the keys that it uses itself.

The window's shortcuts are plain keys: Space, arrows, Home. Qt asks the focused widget
before it obeys a shortcut, but only text fields answer, and only for some keys: without
this a spin box or a list would lose its arrows and a focused button its Space.
"""

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

_Key = Qt.Key
_ARROWS = {_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down}
_ENDS = {_Key.Key_Home, _Key.Key_End}
_PAGES = {_Key.Key_PageUp, _Key.Key_PageDown}

_USED: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractButton, {_Key.Key_Space}),
    (QAbstractSlider, _ARROWS | _ENDS | _PAGES),
    (QComboBox, {_Key.Key_Space, _Key.Key_Up, _Key.Key_Down} | _ENDS | _PAGES),
    (QAbstractItemView, {_Key.Key_Space} | _ARROWS | _ENDS | _PAGES),
    (QTabBar, _ARROWS | _ENDS),
)
_EDITORS = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeyGuard(QObject):
    """Watches whatever has the focus in the application, and nothing else.

    Parameters
    ----------
    parent : QObject
        Lives as long as this.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if not isinstance(a1, QKeyEvent) or a1.type() != QEvent.Type.ShortcutOverride:
            return False
        if not uses(a0, a1):
            return False
        a1.accept()  # The key is not a shortcut: press it.
        return True


def uses(widget: QObject | None, event: QKeyEvent) -> bool:
    """Whether `widget` does something of its own with a key."""
    if event.modifiers() & _COMMAND:
        return False
    key = event.key()
    if isinstance(widget, _EDITORS):
        # Everything but the function keys, which no field uses.
        return not _Key.Key_F1 <= key <= _Key.Key_F35
    return any(isinstance(widget, kind) and key in keys for kind, keys in _USED)
