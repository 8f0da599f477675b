"""For a while a window is painted from Python, and else as ever."""

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PyQt6.QtGui import QPaintEvent
from PyQt6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.window.undivided import Undivided

LIMIT_MS = 5000
PAINTING = QEvent.Type.UpdateRequest
OTHERS = [
    QEvent.Type.LayoutRequest,
    QEvent.Type.StyleChange,
    QEvent.Type.User,
    QEvent.Type.WindowTitleChange,
]


class Watched(Undivided):
    """Writes down what it has seen, and what it has dealt with itself."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.seen: list[QEvent.Type] = []
        self.done: list[QEvent.Type] = []

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        assert a1 is not None
        self.seen.append(a1.type())
        is_done = super().eventFilter(a0, a1)
        if is_done:
            self.done.append(a1.type())
        return is_done


class Painted(QLabel):
    """Counts how often it is painted."""

    count = 0

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        self.count += 1
        super().paintEvent(a0)


class Window(QMainWindow):
    """A label above another one, and what has happened to both."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[QEvent.Type] = []
        self.label, self.above = Painted("below"), QLabel("above")
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.addWidget(self.above)
        layout.addWidget(self.label)
        self.setCentralWidget(centre)
        self.undivided = Watched(self)

    @override
    def event(self, event: QEvent | None) -> bool:
        assert event is not None
        self.got.append(event.type())
        return super().event(event)

    def receive(self, kind: QEvent.Type) -> bool:
        """Get an event as Qt would send it, and return whether the filter saw it."""
        self.got.clear()
        self.undivided.seen.clear()
        QCoreApplication.sendEvent(self, QEvent(kind))
        assert self.got.count(kind) == 1
        return kind in self.undivided.seen


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.label.count > 0)
    return window


def wait_until_over(qtbot: QtBot, window: Window) -> None:
    timer = window.undivided.findChild(QTimer)
    assert timer is not None
    with qtbot.waitSignal(timer.timeout, timeout=LIMIT_MS):
        pass


def test_a_window_is_painted_while_it_lasts(qtbot: QtBot, window: Window) -> None:
    window.undivided.begin(window)
    before = window.label.count
    window.label.update()
    qtbot.waitUntil(lambda: window.label.count > before, timeout=LIMIT_MS)
    assert window.undivided.done == [PAINTING]


def test_a_window_is_laid_out_while_it_lasts(qtbot: QtBot, window: Window) -> None:
    window.undivided.begin(window)
    least = window.minimumSizeHint().width()
    place, before = window.label.y(), window.label.count
    window.above.setFixedSize(least + 200, window.above.height() + 60)
    qtbot.waitUntil(lambda: window.label.y() == place + 60, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: window.label.count > before, timeout=LIMIT_MS)
    assert window.width() >= least + 200


def test_a_wish_to_be_painted_reaches_the_window_once(window: Window) -> None:
    window.undivided.begin(window)
    assert window.receive(PAINTING)
    assert window.undivided.done == [PAINTING]


@pytest.mark.parametrize("kind", OTHERS)
def test_other_events_pass(window: Window, kind: QEvent.Type) -> None:
    window.undivided.begin(window)
    assert window.receive(kind)
    assert window.undivided.done == []


def test_before_it_begins_nothing_is_filtered(window: Window) -> None:
    for kind in (PAINTING, *OTHERS):
        assert not window.receive(kind)


def test_when_it_is_over_nothing_is_filtered(qtbot: QtBot, window: Window) -> None:
    window.undivided.begin(window)
    wait_until_over(qtbot, window)
    for kind in (PAINTING, *OTHERS):
        assert not window.receive(kind)
    before = window.label.count
    window.label.update()
    qtbot.waitUntil(lambda: window.label.count > before, timeout=LIMIT_MS)
    assert window.undivided.seen == []


def test_begun_twice_it_lasts_from_then_on_and_is_over_once(
    qtbot: QtBot, window: Window
) -> None:
    timer = window.undivided.findChild(QTimer)
    assert timer is not None
    window.undivided.begin(window)
    first = timer.timerId()
    window.undivided.begin(window)
    assert timer.isActive()
    assert timer.timerId() != first  # So Qt counts from the beginning again.
    assert window.receive(PAINTING)
    assert window.undivided.done == [PAINTING]
    wait_until_over(qtbot, window)
    assert not timer.isActive()
    assert not window.receive(PAINTING)


def test_it_can_begin_again(qtbot: QtBot, window: Window) -> None:
    for _ in range(2):
        window.undivided.begin(window)
        assert window.receive(PAINTING)
        wait_until_over(qtbot, window)
        assert not window.receive(PAINTING)
