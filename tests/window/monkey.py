"""A monkey that uses a window at random, and logs what it does."""

import random
from collections.abc import Callable
from typing import TypeVar

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsScene,
    QLineEdit,
    QSlider,
    QWidget,
)

from bpviz.window.main_window import MainWindow
from tests.window.keys import press

W = TypeVar("W", bound=QWidget)
Doing = Callable[[], object]

KEYS = [
    *[Qt.Key.Key_Space] * 4,
    *[Qt.Key.Key_Right, Qt.Key.Key_Down] * 3,
    *[Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp],
    *[Qt.Key.Key_Home, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_F11],
    *[Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Backspace],
    *[Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_Comma, Qt.Key.Key_Plus, Qt.Key.Key_X],
]
TYPED = ["0.5", "abc", "", "1e9", "2, 3, 1", "784, 10", "-1", "7"]


class Monkey:
    """Presses keys, clicks, chooses, types, drags and resizes.

    Parameters
    ----------
    window : MainWindow
        What it is let loose on.
    seed : int
        The same seed gives the same doings, as far as the window is the same.
    log : list of str
        Takes what it has done.
    """

    def __init__(self, window: MainWindow, seed: int, log: list[str]) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._log = log

    def act(self) -> None:
        """Do one thing."""
        self._random.choice(self._doings())()
        if self._random.random() < 0.3:
            QApplication.processEvents()

    def _doings(self) -> list[Doing]:
        return [
            *[self._press_key] * 8,
            *[self._click] * 3,
            self._trigger,
            self._choose,
            self._type,
            self._slide,
            self._resize,
        ]

    def _press_key(self) -> None:
        key = self._random.choice(KEYS)
        self._log.append(f"key {key.name}")
        press(self._window, key)

    def _click(self) -> None:
        widget = self._one_of(QWidget) or self._window
        place = QPoint(
            self._random.randrange(max(widget.width(), 1)),
            self._random.randrange(max(widget.height(), 1)),
        )
        self._log.append(f"click {type(widget).__name__} {place}")
        left = Qt.MouseButton.LeftButton
        # PyQt6's stubs give these static methods a `self`.
        QTest.mouseClick(widget, left, pos=place)  # type: ignore[call-overload]

    def _trigger(self) -> None:
        actions = [
            action
            for action in self._window.findChildren(QAction)
            if action.isEnabled() and action.text() and action.menu() is None
            # Its whole point is that nothing comes after it, in any language.
            if "Ctrl+Q" not in action.shortcut().toString()
            # pyqtgraph's own, which no menu of ours has, fails without a click.
            if not isinstance(action.parent(), QGraphicsScene)
        ]
        action = self._random.choice(actions)
        self._log.append(f"action {action.text()}")
        action.trigger()

    def _choose(self) -> None:
        box = self._one_of(QComboBox)
        if box is None:
            return
        index = self._random.randrange(box.count())
        self._log.append(f"choose {box.itemText(index)}")
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def _type(self) -> None:
        field, text = self._one_of(QLineEdit), self._random.choice(TYPED)
        if field is None:
            return
        self._log.append(f"type {text!r} into {field.accessibleName()}")
        field.setText(text)
        field.textEdited.emit(text)

    def _slide(self) -> None:
        slider = self._one_of(QSlider)
        if slider is None:
            return
        slider.setValue(self._random.randint(slider.minimum(), slider.maximum()))
        self._log.append(f"slide to {slider.value()}")

    def _resize(self) -> None:
        size = self._random.randint(800, 1900), self._random.randint(500, 1000)
        self._log.append(f"resize {size}")
        self._window.resize(*size)

    def _one_of(self, kind: type[W]) -> W | None:
        """Choose a widget of this kind; None where the panels with them are closed."""
        found = [w for w in self._window.findChildren(kind) if w.isVisible()]
        # A click on a button is worth more than one on nothing.
        buttons = [w for w in found if isinstance(w, QAbstractButton)]
        usable = buttons if buttons and self._random.random() < 0.5 else found
        return self._random.choice(usable) if usable else None
