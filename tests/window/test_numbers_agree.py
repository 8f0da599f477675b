"""What different parts of the window say of one moment is the same."""

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bpviz.controls.pace import PACES
from bpviz.scene.numbers import format_number
from bpviz.training.messages import Run
from bpviz.views.explanation_list import ExplanationList
from bpviz.views.legend import Legend
from bpviz.views.sample_view import SampleView
from bpviz.window.main_window import MainWindow
from tests.window.conftest import LIMIT_MS, Open, settle
from tests.window.keys import press

Key = Qt.Key


@pytest.fixture
def running(qtbot: QtBot, open_preset: Open) -> Iterator[MainWindow]:
    window = open_preset("quadratic")
    window.parts.transport.set_pace(len(PACES) - 1)
    window.playback.set_pace(window.parts.transport.pace)
    yield window
    window.playback.pause()
    settle(qtbot, window)


def run_a_while(qtbot: QtBot, window: MainWindow) -> None:
    def has_come_on() -> bool:
        shown = window.parts.network.frame
        return shown is not None and shown.moment.update > before + 60

    shown = window.parts.network.frame
    before = 0 if shown is None else shown.moment.update
    press(window, Key.Key_Space)
    qtbot.waitUntil(has_come_on, timeout=LIMIT_MS)
    press(window, Key.Key_Space)
    settle(qtbot, window)

    def is_painted() -> bool:
        latest = window.parts.display.latest
        return latest is not None and window.parts.network.frame is latest.frame

    # It may be being painted by the other process.
    qtbot.waitUntil(is_painted, timeout=LIMIT_MS)


def test_at_a_pause_the_picture_and_the_results_show_the_same_sample(
    qtbot: QtBot, running: MainWindow
) -> None:
    for _ in range(4):
        run_a_while(qtbot, running)
        shown = running.parts.network.frame
        assert shown is not None
        assert shown.trace is not None
        answer, target = shown.trace.activations[-1][0, 0], shown.trace.targets[0, 0]
        legend = running.parts.results.regression.findChild(Legend)
        assert legend is not None
        residual = format_number(float(answer - target))
        assert f"a − y was {residual}" in legend.texts
        place = running.parts.transport.findChildren(QLabel)
        update = f"{shown.moment.update:,}"
        assert any(update in label.text() for label in place)


def test_at_a_pause_the_picture_and_the_output_bars_show_the_same_sample(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset("mnist-minibatch")
    window.parts.show_row(3)
    window.parts.network.set_row(3)
    window.playback.command(Run(budget=5, until=3))
    settle(qtbot, window)
    run_a_while(qtbot, window)
    shown = window.parts.network.frame
    assert shown is not None
    assert shown.trace is not None
    number = f"{int(shown.trace.samples[3]) + 1:,}"
    sample = window.parts.results.findChild(SampleView)
    assert sample is not None
    labels = sample.findChildren(QLabel)
    assert any(f"Sample {number}, 4 of 10" in label.text() for label in labels)


def test_the_digits_chosen_for_the_picture_hold_everywhere(
    qtbot: QtBot, running: MainWindow
) -> None:
    window = running
    window.playback.command(Run(budget=5, until=10))
    settle(qtbot, window)
    shown = window.parts.network.frame
    assert shown is not None
    assert shown.trace is not None
    window.parts.inspector.show_selection((1, 3), None)
    numbers = window.parts.inspector.findChildren(ExplanationList)
    a = float(shown.trace.activations[1][0, 3])
    answer, target = shown.trace.activations[-1][0, 0], shown.trace.targets[0, 0]
    legend = window.parts.results.regression.findChild(Legend)
    assert legend is not None
    for digits in (6, 2, 4):
        window._picture.digits_chosen.emit(digits)
        texts = [
            value for one in numbers for name, _, value in one.texts if name == "a"
        ]
        assert texts == [format_number(a, digits)]
        residual = format_number(float(answer - target), digits)
        assert f"a − y was {residual}" in legend.texts


def test_space_runs_after_a_rate_was_typed(qtbot: QtBot, running: MainWindow) -> None:
    window = running
    fields = window.parts.experiment.findChildren(QLineEdit)
    (rate,) = (one for one in fields if one.accessibleName() == "Learning rate")
    rate.setFocus()
    qtbot.waitUntil(rate.hasFocus)
    rate.selectAll()
    press(window, Key.Key_1, Key.Key_Return)
    settle(qtbot, window)
    assert not rate.hasFocus()
    assert window.parts.network.isAncestorOf(window.focusWidget()) or (
        window.parts.network is window.focusWidget()
    )
    press(window, Key.Key_Space)
    assert not window.playback.is_idle
    assert rate.text() == "1"
    press(window, Key.Key_Space)
    settle(qtbot, window)


def test_space_runs_after_a_weight_was_typed(qtbot: QtBot, running: MainWindow) -> None:
    window = running
    window.playback.command(Run(budget=5, until=2))
    settle(qtbot, window)
    window.parts.inspector.show_selection(None, (1, 0, 0))
    fields = window.parts.inspector.findChildren(QLineEdit)
    (field,) = (one for one in fields if one.accessibleName() == "Weight")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    press(window, Key.Key_2, Key.Key_Return)
    settle(qtbot, window)
    shown = window.parts.network.frame
    assert shown is not None
    assert shown.parameters.weights[0][0, 0] == 2.0
    assert field.text() == "2"
    press(window, Key.Key_Space)
    assert not window.playback.is_idle
    press(window, Key.Key_Space)
    settle(qtbot, window)
