"""A box around a widget whose numbers change."""

from collections.abc import Callable

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QObject
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.look.steady_box import SteadyBox


class Layouts(QObject):
    """Counts how often a widget's layout is asked for."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is not None and a1.type() == QEvent.Type.LayoutRequest:
            self.count += 1
        return False


Shown = tuple[QLabel, SteadyBox, Layouts]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[], Shown]:
    """Return a label in a box in a window, and how often that is laid out."""

    windows: list[QWidget] = []

    def show() -> Shown:
        window = QWidget()
        windows.append(window)
        label = QLabel("update 1")
        row = QHBoxLayout(window)
        box = SteadyBox(label)
        row.addWidget(box)
        row.addStretch(1)
        qtbot.addWidget(window)
        window.resize(600, 60)
        window.show()
        qtbot.waitExposed(window)
        qtbot.wait_until(lambda: box.width() == box.sizeHint().width())
        return label, box, Layouts(window)

    return show


def settle(label: QLabel, text: str) -> None:
    label.setText(text)
    for widget in (label.parentWidget(), label.window()):
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)


def test_another_text_of_the_same_size_moves_nothing(
    shown: Callable[[], Shown],
) -> None:
    label, _, layouts = shown()
    settle(label, "update 2")
    layouts.count = 0
    settle(label, "2 update")
    settle(label, "update 2")
    assert layouts.count == 0


def test_what_needs_more_room_gets_it_and_gives_it_back(
    shown: Callable[[], Shown],
) -> None:
    label, box, layouts = shown()
    before = box.width()
    settle(label, "update 1,234,567 of epoch 1,000, at the end of which it pauses")
    assert layouts.count
    assert box.width() == label.sizeHint().width() > before
    assert label.size() == box.size()
    settle(label, "update 1")
    assert box.width() == before


def test_somebody_who_asks_for_its_size_first_takes_nothing_away(
    shown: Callable[[], Shown],
) -> None:
    label, box, _ = shown()
    label.setText("update 1,234,567 of epoch 1,000, at the end of which it pauses")
    assert box.sizeHint() == label.sizeHint()
    settle(label, label.text())
    assert box.width() == label.sizeHint().width()


def test_a_box_is_as_its_content_wants_it(shown: Callable[[], Shown]) -> None:
    label, box, _ = shown()
    assert box.sizeHint() == label.sizeHint()
    assert box.minimumSizeHint() == label.minimumSizeHint()
    assert box.sizePolicy() == label.sizePolicy()


def test_a_least_size_that_is_set_counts(shown: Callable[[], Shown]) -> None:
    label, box, _ = shown()
    label.setMinimumSize(300, 50)
    assert box.minimumSizeHint().width() >= 300
    assert box.minimumSizeHint().height() >= 50
