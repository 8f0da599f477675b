"""A monkey at the window: whatever it does, nothing fails and nothing hangs.

What it did is logged with the seed, so that a fault can be played again.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PyQt6.QtCore import QPoint, Qt, QTimer
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
from pytestqt.qtbot import QtBot

from bpviz.training.presets import preset
from bpviz.training.steps import Moment
from bpviz.window import file_dialogs
from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, settle
from tests.window.keys import press

W = TypeVar("W", bound=QWidget)

EVENTS = 300

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
    def __init__(self, window: MainWindow, seed: int, log: list[str]) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._log = log

    def act(self) -> None:
        doings: list[Callable[[], object]] = [
            *[self._press_key] * 8,
            *[self._click] * 3,
            self._trigger,
            self._choose,
            self._type,
            self._slide,
            self._resize,
        ]
        self._random.choice(doings)()
        if self._random.random() < 0.3:
            QApplication.processEvents()

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
            # Its whole point is that nothing comes after it.
            if "Quit" not in action.text().replace("&", "")
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


@pytest.fixture
def _dialogs_close_themselves(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    for name in ("ask_what_to_open", "ask_where_to_save"):
        path = str(tmp_path / "a.bpviz")
        monkeypatch.setattr(file_dialogs, name, lambda *_, path=path: path)
    picture = str(tmp_path / "a.png")
    monkeypatch.setattr(file_dialogs, "ask_where_to_export", lambda *_: picture)

    def close() -> None:
        for widget in (
            QApplication.activePopupWidget(),
            QApplication.activeModalWidget(),
        ):
            if widget is not None:
                widget.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(5)
    yield
    timer.stop()


# Qt's offscreen platform says so when a menu opens.
@pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$")
@pytest.mark.usefixtures("_dialogs_close_themselves")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_monkey(qtbot: QtBot, open_preset: Open, seed: int) -> None:
    window = open_preset("xor")
    log: list[str] = []
    monkey = Monkey(window, seed, log)
    try:
        for _ in range(EVENTS):
            monkey.act()
        window.playback.pause()
        settle(qtbot, window)
        # It still does what it is told.
        window.begin(preset("chain").experiment)
        settle(qtbot, window)
        latest = window.parts.display.latest
        assert latest is not None
        assert latest.frame.moment == Moment()
    except BaseException:
        print(f"seed {seed}:", *log, sep="\n  ")  # noqa: T201 - shown on failure
        raise
