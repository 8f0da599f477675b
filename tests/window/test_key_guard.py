"""Plain keys are the window's shortcuts, unless what has the focus uses them."""

from collections.abc import Callable

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpviz.window.key_guard import KeyGuard
from tests.window.keys import press

Key = Qt.Key
KEYS = (Key.Key_Space, Key.Key_Right, Key.Key_Down, Key.Key_Home, Key.Key_PageDown)


class Window(QMainWindow):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.triggered: list[Qt.Key] = []
        self.guard = KeyGuard(self)
        for key in (*KEYS, Key.Key_F10):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _, key=key: self.triggered.append(key))
            self.addAction(action)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(widget)
        self.setCentralWidget(inside)


Show = Callable[[QWidget], Window]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(widget: QWidget) -> Window:
        window = Window(widget)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        widget.setFocus()
        assert widget.hasFocus()
        return window

    return make


def pressed(window: Window, *keys: Qt.Key) -> list[Qt.Key]:
    """Press keys wherever the focus is; return those that the window took."""
    window.triggered.clear()
    press(window, *keys)
    return window.triggered


def test_a_widget_that_uses_no_keys_gets_none(show: Show) -> None:
    plain = QWidget()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert pressed(show(plain), *KEYS) == list(KEYS)


def test_a_line_edit_keeps_its_keys(show: Show) -> None:
    edit = QLineEdit("ab")
    window = show(edit)
    edit.setCursorPosition(0)
    assert pressed(window, *KEYS) == []
    assert edit.text() == " ab"
    assert pressed(window, Key.Key_F10) == [Key.Key_F10]


def test_a_spin_box_keeps_its_arrows(show: Show) -> None:
    spin = QSpinBox()
    spin.setValue(50)
    window = show(spin)
    assert pressed(window, Key.Key_Down, Key.Key_PageDown) == []
    assert spin.value() == 39


def test_space_presses_a_focused_button(qtbot: QtBot, show: Show) -> None:
    button = QPushButton("press me")
    window = show(button)
    with qtbot.waitSignal(button.clicked):
        assert pressed(window, Key.Key_Space) == []
    assert pressed(window, Key.Key_Right) == [Key.Key_Right]


def test_a_slider_keeps_its_arrows_but_not_space(show: Show) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    window = show(slider)
    assert pressed(window, Key.Key_Right, Key.Key_Space) == [Key.Key_Space]
    assert slider.value() == 1


def test_a_list_of_choices_keeps_its_arrows(show: Show) -> None:
    box = QComboBox()
    box.addItems(["one", "two"])
    window = show(box)
    assert pressed(window, Key.Key_Down, Key.Key_Right) == [Key.Key_Right]
    assert box.currentText() == "two"


def test_a_list_keeps_its_arrows(show: Show) -> None:
    rows = QListWidget()
    rows.addItems(["one", "two", "three"])
    rows.setCurrentRow(0)
    window = show(rows)
    assert pressed(window, Key.Key_Down) == []
    assert rows.currentRow() == 1


def test_the_focus_is_followed(show: Show) -> None:
    edit, plain = QLineEdit(), QWidget()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = show(edit)
    central = window.centralWidget()
    assert central is not None
    column = central.layout()
    assert column is not None
    column.addWidget(plain)
    plain.show()
    plain.setFocus()
    assert pressed(window, Key.Key_Space) == [Key.Key_Space]
    edit.setFocus()
    assert pressed(window, Key.Key_Space) == []
    assert edit.text() == " "
