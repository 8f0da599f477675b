"""Run to: an update, an epoch, a sample, the next wrong answer."""

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from bpviz.controls.run_to import RunTo
from bpviz.training.conditions import SampleComes, WrongAnswer
from bpviz.training.steps import Moment
from tests.controls.opened import opened
from tests.window.keys import press_in
from tests.window.reports import report

# Qt's platform without a screen has no keyboard to give to a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def run_to(qtbot: QtBot) -> RunTo:
    run_to = RunTo()
    qtbot.addWidget(run_to)
    run_to.show_session(opened("xor"))
    run_to.open_at(QPoint(0, 0))
    return run_to


def field(run_to: RunTo, name: str) -> QSpinBox:
    (found,) = (f for f in run_to.findChildren(QSpinBox) if f.accessibleName() == name)
    return found


def button(run_to: RunTo, name: str) -> QPushButton:
    (found,) = (
        b for b in run_to.findChildren(QPushButton) if b.accessibleName() == name
    )
    return found


def test_go_to_an_update(qtbot: QtBot, run_to: RunTo) -> None:
    field(run_to, "update").setValue(1234)
    with qtbot.waitSignal(run_to.seek_requested) as sought:
        button(run_to, "Go to the update").click()
    assert sought.args == [1234]
    assert not run_to.isVisible()


def test_an_epoch_is_where_it_begins(qtbot: QtBot, run_to: RunTo) -> None:
    field(run_to, "epoch").setValue(3)
    with qtbot.waitSignal(run_to.seek_requested) as sought:
        button(run_to, "Go to the epoch").click()
    assert sought.args == [60]


def test_run_to_a_sample(qtbot: QtBot, run_to: RunTo) -> None:
    field(run_to, "sample").setValue(17)
    with qtbot.waitSignal(run_to.run_to_requested) as wanted:
        button(run_to, "Run to the sample").click()
    assert wanted.args == [SampleComes(16)]
    size = len(opened("xor").dataset.train)
    assert field(run_to, "sample").maximum() == size


def test_run_to_a_wrong_answer(qtbot: QtBot, run_to: RunTo) -> None:
    with qtbot.waitSignal(run_to.run_to_requested) as wanted:
        button(run_to, "Run to the next wrong answer").click()
    assert wanted.args == [WrongAnswer()]


def test_a_regression_has_no_wrong_answers(run_to: RunTo) -> None:
    wrong = button(run_to, "Run to the next wrong answer")
    assert wrong.isVisible()
    run_to.show_session(opened("quadratic"))
    assert not wrong.isVisible()


def test_enter_in_a_field_goes(qtbot: QtBot, run_to: RunTo) -> None:
    line = field(run_to, "update").lineEdit()
    assert line is not None
    line.setText("update 77")
    with qtbot.waitSignal(run_to.seek_requested) as sought:
        press_in(line, Qt.Key.Key_Return)
    assert sought.args == [77]


def test_it_begins_with_where_the_run_stands(run_to: RunTo) -> None:
    run_to.close()
    run_to.show_place(report(1, moment=Moment(12)).frame)
    assert field(run_to, "update").value() == 12
    assert field(run_to, "epoch").value() == 3
    run_to.open_at(QPoint(0, 0))
    run_to.show_place(report(1, moment=Moment(40)).frame)
    assert field(run_to, "update").value() == 12
