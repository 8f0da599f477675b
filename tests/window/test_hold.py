"""A wait is none unless a time is given or the window has much to do."""

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PyQt6.QtGui import QPaintEvent
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.window.hold import Hold

LIMIT_MS = 5000


class Ends:
    """A hold, and how often it has ended."""

    def __init__(self, hold: Hold) -> None:
        self.hold = hold
        self.count = 0
        hold.ended.connect(self._on_ended)

    def ms(self) -> int | None:
        """For how long it waits; None if it does not."""
        timer = self.hold.findChild(QTimer)
        assert timer is not None
        return timer.interval() if timer.isActive() else None

    def _on_ended(self) -> None:
        self.count += 1


@pytest.fixture
def ends(qtbot: QtBot) -> Iterator[Ends]:
    ends = Ends(Hold())
    yield ends
    ends.hold.stop()


def test_where_there_is_nothing_to_wait_for_it_ends_at_once(ends: Ends) -> None:
    for count in (1, 2):
        ends.hold.begin(0.0)
        assert (ends.count, ends.ms()) == (count, None)


class Logged(QObject):
    """Writes down when it is dealt with."""

    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self._log = log

    @override
    def customEvent(self, a0: QEvent | None) -> None:
        self._log.append("posted")


class Painted(QWidget):
    """Writes down when it is painted."""

    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self._log = log

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        self._log.append("painted")


def test_giving_way_lets_what_has_been_posted_come_first(
    qtbot: QtBot, ends: Ends
) -> None:
    log: list[str] = []
    widget, receiver = Painted(log), Logged(log)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: bool(log))
    log.clear()
    ends.hold.ended.connect(lambda: log.append("ended"))
    ends.hold.give_way()
    assert ends.count == 0
    ends.hold.begin(0.0)
    QCoreApplication.postEvent(receiver, QEvent(QEvent.Type.User))
    widget.update()
    assert (ends.count, log) == (0, [])
    with qtbot.waitSignal(ends.hold.ended, timeout=LIMIT_MS):
        pass
    assert log == ["posted", "painted", "ended"]


def test_a_way_that_is_given_for_some_time_lasts_so_long(
    qtbot: QtBot, ends: Ends
) -> None:
    ends.hold.give_way(0.04)
    assert ends.ms() is None
    ends.hold.begin(0.0)
    assert (ends.count, ends.ms()) == (0, 40)
    qtbot.waitUntil(lambda: ends.count == 1, timeout=LIMIT_MS)
    assert ends.ms() is None


@pytest.mark.parametrize("ways", [(0.04, 0.0), (0.0, 0.04), (0.01, 0.04, 0.02)])
def test_of_several_ways_the_longest_counts(
    ends: Ends, ways: tuple[float, ...]
) -> None:
    for seconds in ways:
        ends.hold.give_way(seconds)
    ends.hold.begin(0.0)
    assert (ends.count, ends.ms()) == (0, 40)


@pytest.mark.parametrize("seconds", [0.0, 0.04])
def test_the_way_is_given_once(qtbot: QtBot, ends: Ends, seconds: float) -> None:
    ends.hold.give_way(seconds)
    with qtbot.waitSignal(ends.hold.ended, timeout=LIMIT_MS):
        ends.hold.begin(0.0)
    assert ends.count == 1
    ends.hold.begin(0.0)
    assert ends.count == 2


def test_a_wait_for_some_time_gives_way_as_well(qtbot: QtBot, ends: Ends) -> None:
    ends.hold.give_way(0.04)
    ends.hold.begin(0.01)
    assert (ends.count, ends.ms()) == (0, 10)
    qtbot.waitUntil(lambda: ends.count == 1, timeout=LIMIT_MS)
    ends.hold.begin(0.0)
    assert ends.count == 2


def test_it_ends_once_after_the_time_that_is_given(qtbot: QtBot, ends: Ends) -> None:
    ends.hold.begin(0.02)
    assert (ends.count, ends.ms()) == (0, 20)
    qtbot.waitUntil(lambda: ends.count == 1, timeout=LIMIT_MS)
    assert ends.ms() is None


def test_a_new_wait_takes_the_place_of_the_last(ends: Ends) -> None:
    ends.hold.begin(30.0)
    ends.hold.begin(60.0)
    assert (ends.count, ends.ms()) == (0, 60_000)
    ends.hold.begin(0.0)
    assert (ends.count, ends.ms()) == (1, None)


@pytest.mark.parametrize("seconds", [0.0, 30.0])
def test_a_wait_that_is_stopped_does_not_end(
    qtbot: QtBot, ends: Ends, seconds: float
) -> None:
    ends.hold.give_way()
    ends.hold.begin(seconds)
    assert ends.ms() is not None
    ends.hold.stop()
    assert ends.ms() is None
    # By then, one that had not been stopped would have ended.
    other = Ends(Hold())
    other.hold.give_way()
    with qtbot.waitSignal(other.hold.ended, timeout=LIMIT_MS):
        other.hold.begin(0.0)
    assert ends.count == 0
