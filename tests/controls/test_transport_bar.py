"""The transport bar says what is wanted, and where the run stands."""

from math import inf
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
)
from pytestqt.qtbot import QtBot

from bpviz.controls.pace import PACES, Pace
from bpviz.controls.transport_bar import TransportBar
from bpviz.controls.transport_words import pace_words
from bpviz.look.palette import apply_theme
from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.training.steps import Granularity, Moment
from tests.look.conftest import app
from tests.window.reports import report

__all__ = ["app"]

# PyQt's stubs take its functions for methods (6.11).
hands: Any = QTest

SHORTCUTS = {
    "run": "Space, F5",
    "update": "Right",
    "update_back": "Left",
    "epoch": "PgDown",
}


@pytest.fixture
def bar(qtbot: QtBot) -> TransportBar:
    bar = TransportBar(lambda: SHORTCUTS)
    qtbot.addWidget(bar)
    return bar


def button(bar: TransportBar, tooltip: str) -> QAbstractButton:
    (found,) = (
        b for b in bar.findChildren(QAbstractButton) if b.toolTip().startswith(tooltip)
    )
    return found


def choose(bar: TransportBar, text: str) -> None:
    (found,) = (b for b in bar.findChildren(QAbstractButton) if b.text() == text)
    found.click()


@pytest.mark.parametrize(
    ("tooltip", "direction"), [("One update forward", 1), ("One update back", -1)]
)
def test_steps_go_by_updates_at_first(
    qtbot: QtBot, bar: TransportBar, tooltip: str, direction: int
) -> None:
    with qtbot.waitSignal(bar.step_requested) as step:
        button(bar, tooltip).click()
    assert step.args == [Granularity.UPDATE, direction]


@pytest.mark.parametrize("granularity", Granularity)
def test_the_granularity_decides_how_far_steps_go(
    qtbot: QtBot, bar: TransportBar, granularity: Granularity
) -> None:
    choose(bar, granularity.capitalize())
    assert bar.granularity is granularity
    with qtbot.waitSignal(bar.step_requested) as step:
        button(bar, f"One {granularity} forward").click()
    assert step.args == [granularity, 1]


def test_run_and_restart(qtbot: QtBot, bar: TransportBar) -> None:
    with qtbot.waitSignal(bar.run_toggled):
        button(bar, "Run").click()
    with qtbot.waitSignal(bar.restart_requested):
        button(bar, "Restart").click()


def test_the_run_button_says_what_it_does_next(bar: TransportBar) -> None:
    run = button(bar, "Run")
    assert run.toolTip() == "Run (Space, F5)"
    bar.show_state(is_moving=True)
    assert run.toolTip() == "Pause (Space, F5)"
    bar.show_state(is_moving=False)
    assert run.toolTip() == "Run (Space, F5)"


def test_tooltips_carry_the_keys_of_the_granularity(bar: TransportBar) -> None:
    assert button(bar, "One update forward").toolTip() == "One update forward (Right)"
    choose(bar, "Epoch")
    assert button(bar, "One epoch forward").toolTip() == "One epoch forward (PgDown)"


def test_every_button_has_a_name_and_takes_no_focus_from_a_click(
    bar: TransportBar,
) -> None:
    for found in bar.findChildren(QAbstractButton):
        if found.isVisibleTo(bar):
            assert found.accessibleName() or found.text()
            assert not found.focusPolicy() & Qt.FocusPolicy.ClickFocus.value


def test_the_slider_offers_every_pace(qtbot: QtBot, bar: TransportBar) -> None:
    (slider,) = bar.findChildren(QSlider)
    for index, pace in enumerate(PACES):
        slider.setValue(index)
        assert bar.pace == pace
    with qtbot.waitSignal(bar.pace_changed) as changed:
        slider.setValue(0)
    assert changed.args == [PACES[0]]


def test_paces_in_words() -> None:
    assert pace_words(Pace(Granularity.OPERATION, 1)) == "1 operation/s"
    assert pace_words(Pace(Granularity.OPERATION, 4)) == "4 operations/s"
    assert pace_words(Pace(Granularity.UPDATE, 3000)) == "3,000 updates/s"
    assert pace_words(Pace(Granularity.UPDATE, inf)) == "no limit"


def test_paces_run_from_one_operation_a_second_to_no_limit() -> None:
    assert PACES[0] == Pace(Granularity.OPERATION, 1)
    assert PACES[-1].rate == inf
    for granularity in (Granularity.OPERATION, Granularity.UPDATE):
        rates = [pace.rate for pace in PACES if pace.granularity is granularity]
        assert rates == sorted(rates)


@pytest.mark.parametrize("pace", PACES)
def test_motion_ends_before_the_next_step(pace: Pace) -> None:
    assert pace.animate_ms / 1000 <= pace.interval


def test_the_speed_is_shown_only_while_nothing_holds_it_back(
    bar: TransportBar,
) -> None:
    def texts() -> set[str]:
        return {label.text() for label in bar.findChildren(QLabel)}

    bar.set_pace(len(PACES) - 1)
    bar.show_speed(12345.6)
    assert "12,346 samples/s" not in texts()
    bar.show_state(is_moving=True)
    bar.show_speed(12345.6)
    assert "12,346 samples/s" in texts()
    bar.set_pace(0)
    bar.show_speed(12345.6)
    assert "12,346 samples/s" not in texts()
    bar.set_pace(len(PACES) - 1)
    bar.show_speed(12345.6)
    bar.show_state(is_moving=False)
    assert "12,346 samples/s" not in texts()


def test_the_place_is_said_in_words(bar: TransportBar) -> None:
    bar.show_place(report(1, moment=Moment()).frame, 30)
    assert "the beginning" in {label.text() for label in bar.findChildren(QLabel)}


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def speeds(bar: TransportBar) -> list[str]:
    texts = (label.text() for label in bar.findChildren(QLabel))
    return [text for text in texts if "reached" in text]


def run_at(bar: TransportBar, clock: Clock, updates_per_second: float) -> None:
    for _ in range(12):
        clock.time += 0.2
        place = Moment(round(clock.time * updates_per_second))
        bar.show_place(report(1, moment=place).frame, 30)
        bar.show_speed(None)


def test_a_speed_that_is_not_reached_is_said(qtbot: QtBot) -> None:
    clock = Clock()
    bar = TransportBar(lambda: SHORTCUTS, now=clock)
    qtbot.addWidget(bar)
    bar.set_pace(PACES.index(Pace(Granularity.UPDATE, 1000)))
    bar.show_state(is_moving=True)
    run_at(bar, clock, 250)
    assert speeds(bar) == ["250/s reached"]
    bar.show_state(is_moving=False)
    assert speeds(bar) == []


def test_a_speed_that_is_reached_is_not_said_again(qtbot: QtBot) -> None:
    clock = Clock()
    bar = TransportBar(lambda: SHORTCUTS, now=clock)
    qtbot.addWidget(bar)
    bar.set_pace(PACES.index(Pace(Granularity.UPDATE, 1000)))
    bar.show_state(is_moving=True)
    run_at(bar, clock, 950)
    assert speeds(bar) == []


def test_another_pace_is_measured_anew(qtbot: QtBot) -> None:
    clock = Clock()
    bar = TransportBar(lambda: SHORTCUTS, now=clock)
    qtbot.addWidget(bar)
    bar.set_pace(PACES.index(Pace(Granularity.UPDATE, 100)))
    bar.show_state(is_moving=True)
    run_at(bar, clock, 100)
    bar.set_pace(PACES.index(Pace(Granularity.UPDATE, 3000)))
    bar.show_speed(None)
    assert speeds(bar) == []


def test_the_planned_end_is_said_where_it_is(bar: TransportBar) -> None:
    def place(moment: Moment) -> str:
        bar.show_place(report(1, moment=moment).frame, 30, planned_end=90)
        (label,) = (
            one
            for one in bar.findChildren(QLabel)
            if one.accessibleName() == "Where the run stands"
        )
        return label.text()

    assert place(Moment(90)).endswith("planned end")
    for elsewhere in (Moment(89), Moment(90, 1), Moment(91)):
        assert "planned end" not in place(elsewhere)


def test_while_gradients_are_checked_it_says_so(bar: TransportBar) -> None:
    def said() -> str:
        return " ".join(label.text() for label in bar.findChildren(QLabel))

    bar.show_state(is_moving=True, is_checking=True)
    assert "Checking gradients · Esc ends it" in said()
    assert button(bar, "End the gradient check (Space, F5)")
    bar.set_pace(0)
    bar.show_speed(None)
    assert "Checking gradients" in said()
    bar.show_state(is_moving=False)
    assert "Checking" not in said()
    assert button(bar, "Run")


def handle_of(slider: QSlider, value: int) -> QPoint:
    """Move a slider to a value and return where its handle is then."""
    slider.setValue(value)
    style, option = slider.style(), QStyleOptionSlider()
    assert style is not None
    slider.initStyleOption(option)
    handle = QStyle.SubControl.SC_SliderHandle
    return style.subControlRect(
        QStyle.ComplexControl.CC_Slider, option, handle, slider
    ).center()


@pytest.mark.parametrize("theme", [None, LIGHT], ids=["plain", "ours"])
def test_a_click_beside_the_handle_means_the_pace_there(
    app: QApplication, qtbot: QtBot, bar: TransportBar, theme: Theme | None
) -> None:
    if theme is None:
        app.setStyle("Fusion")
    else:
        apply_theme(app, theme)
    with qtbot.waitExposed(bar):
        bar.show()
    (slider,) = bar.findChildren(QSlider)
    last = len(PACES) - 1
    places = [handle_of(slider, value) for value in range(last + 1)]
    for start, value in ((0, last), (0, last // 2), (last, 1), (last // 2, 0)):
        slider.setValue(start)
        hands.mouseClick(slider, Qt.MouseButton.LeftButton, pos=places[value])
        assert slider.value() == value
        assert bar.pace == PACES[value]


def test_the_slider_looks_as_those_of_the_application(
    app: QApplication, qtbot: QtBot, bar: TransportBar
) -> None:
    (slider,) = bar.findChildren(QSlider)
    other = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(other)
    other.setRange(slider.minimum(), slider.maximum())
    other.setPageStep(slider.pageStep())
    apply_theme(app, LIGHT)
    with qtbot.waitExposed(bar):
        bar.show()
    assert slider.sizeHint() == other.sizeHint()
    other.resize(slider.size())
    pictures: list[QImage] = []
    for theme in (LIGHT, DARK):
        apply_theme(app, theme)
        qtbot.waitUntil(lambda: slider.palette() == app.palette())
        for value in (0, len(PACES) // 2, len(PACES) - 1):
            slider.setValue(value)
            other.setValue(value)
            one, same = (
                found.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
                for found in (slider, other)
            )
            assert one == same
            pictures.append(one)
    assert all(one not in pictures[:place] for place, one in enumerate(pictures))
