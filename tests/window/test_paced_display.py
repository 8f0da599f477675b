"""A live run shows each part of the window only so often, and nothing is missed."""

from bpviz.training.messages import Report
from bpviz.training.steps import Moment
from bpviz.window.paced_display import PacedDisplay
from tests.window.reports import report


class Part:
    def __init__(self) -> None:
        self.updates: list[int] = []

    def show(self, report: Report, animate_ms: int) -> None:
        assert animate_ms >= 0
        self.updates.append(report.frame.moment.update)


class Clock:
    time = 100.0

    def __call__(self) -> float:
        return self.time


def at(update: int) -> Report:
    return report(update, moment=Moment(update))


def test_each_part_keeps_its_own_rate_in_a_live_run() -> None:
    picture, text, clock = Part(), Part(), Clock()
    display = PacedDisplay((picture.show, 32), (text.show, 4), now=clock)
    for tick in range(1024):
        clock.time = 100 + tick / 1024
        display.show(at(tick), 0, is_live=True)
    # The last one is a little early for the next second.
    assert len(picture.updates) == 32 + 1
    assert len(text.updates) == 4 + 1


def test_reports_that_come_almost_in_time_are_not_shown_half_as_often() -> None:
    part, clock = Part(), Clock()
    display = PacedDisplay((part.show, 32), now=clock)
    for tick in range(0, 1024, 30):  # where every 32nd would be in time
        clock.time = 100 + tick / 1024
        display.show(at(tick), 0, is_live=True)
    assert 28 <= len(part.updates) <= 32 + 1


def test_every_step_is_shown_everywhere_when_nothing_runs() -> None:
    """In the first part at once, and in the others one after another."""
    picture, curves, texts, clock = Part(), Part(), Part(), Clock()
    display = PacedDisplay(
        (picture.show, 5), (curves.show, 5), (texts.show, 5), now=clock
    )
    for update in range(10):
        display.show(at(update), 300, is_live=False)
        assert picture.updates == list(range(update + 1))
        assert curves.updates == texts.updates == list(range(update))
        display.catch_up()
        assert curves.updates == picture.updates
        states = [display.is_up_to_date]
        display.catch_up()
        states.append(display.is_up_to_date)
        assert states == [False, True]
        assert texts.updates == picture.updates


def test_catching_up_shows_the_latest_where_it_was_not_due() -> None:
    fast, slow, clock = Part(), Part(), Clock()
    display = PacedDisplay((fast.show, 1000), (slow.show, 5), now=clock)
    for update in range(10):
        clock.time += 0.01
        display.show(at(update), 0, is_live=True)
    display.catch_up()
    assert fast.updates == list(range(10))
    assert slow.updates == [0, 9]
    display.catch_up()
    assert slow.updates == [0, 9]


def test_catching_up_before_anything_was_shown_does_nothing() -> None:
    part = Part()
    PacedDisplay((part.show, 5)).catch_up()
    assert part.updates == []


def test_of_the_parts_after_the_first_one_is_shown_at_a_time() -> None:
    """So no report of a run keeps the window busy with all of them."""
    picture, curves, texts, clock = Part(), Part(), Part(), Clock()
    display = PacedDisplay(
        (picture.show, 32), (curves.show, 4), (texts.show, 4), now=clock
    )
    for tick in range(0, 1024, 32):
        clock.time = 100 + tick / 1024
        display.show(at(tick), 0, is_live=True)
    assert not set(curves.updates) & set(texts.updates)
    assert len(picture.updates) == 32
    assert 4 <= len(curves.updates) <= 5
    assert 4 <= len(texts.updates) <= 5


def test_what_nobody_can_see_is_shown_when_the_run_ends() -> None:
    picture, hidden, clock = Part(), Part(), Clock()
    display = PacedDisplay(
        (picture.show, 1000), (hidden.show, 1000, lambda: False), now=clock
    )
    for update in range(3):
        clock.time += 1
        display.show(at(update), 0, is_live=True)
    assert hidden.updates == []
    display.catch_up()
    assert hidden.updates == [2]


def test_in_a_live_run_it_says_whether_any_but_the_first_part_shows_a_report() -> None:
    picture, text, clock = Part(), Part(), Clock()
    display = PacedDisplay((picture.show, 16), (text.show, 4), now=clock)
    said: list[bool] = []
    for tick in range(32):
        clock.time = 100 + tick / 32
        before = len(text.updates)
        said.append(display.show(at(tick), 0, is_live=True))
        assert said[-1] == (len(text.updates) > before)
    assert True in said
    assert False in said


def test_a_part_that_shows_a_report_without_the_first_one_counts() -> None:
    picture, text, clock = Part(), Part(), Clock()
    display = PacedDisplay((picture.show, 1), (text.show, 8), now=clock)
    assert display.show(at(0), 0, is_live=True)
    clock.time += 0.25
    assert display.show(at(1), 0, is_live=True)
    assert (picture.updates, text.updates) == ([0], [0, 1])
    assert not display.show(at(2), 0, is_live=True)


def test_a_report_that_only_the_first_part_shows_at_once_is_not_more() -> None:
    picture, text, hidden, clock = Part(), Part(), Part(), Clock()
    paused = PacedDisplay((picture.show, 5), (text.show, 5), now=clock)
    assert not paused.show(at(0), 300, is_live=False)
    paused.catch_up()
    assert not paused.show(at(1), 300, is_live=False)
    live = PacedDisplay((picture.show, 5), (hidden.show, 5, lambda: False), now=clock)
    assert not live.show(at(2), 0, is_live=True)
    assert picture.updates == [0, 1, 2]
    assert hidden.updates == []
