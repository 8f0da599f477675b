"""Presses keys the way the window system does, so that shortcuts hear of them."""

from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QWidget


def press(window: QWidget, *keys: Qt.Key) -> None:
    """Press keys in a window that is shown, wherever its focus is."""
    handle = window.windowHandle()
    assert handle is not None
    for key in keys:
        # PyQt6's stubs give these static methods a `self`.
        QTest.keyClick(handle, key)  # type: ignore[call-overload]


def press_in(widget: QWidget, key: Qt.Key) -> None:
    """Press a key in a widget, whether or not it has the focus."""
    QTest.keyClick(widget, key)  # type: ignore[call-overload]
