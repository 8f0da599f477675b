"""What a person does with a run in the window: change it, undo, wait, watch, prove."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpviz.nn.faults import Fault
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import FaultSwitch, NodeSwitch, ParameterEdit
from bpviz.training.conditions import SampleComes, SignChange, WrongAnswer
from bpviz.training.frame import Frame
from bpviz.training.messages import Report, Run
from bpviz.training.steps import Moment
from bpviz.training.watches import Watch, WatchQuantity
from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, settle
from tests.window.keys import press

Key = Qt.Key


def latest(window: MainWindow) -> Report:
    report = window.parts.display.latest
    assert report is not None
    return report


def frame(window: MainWindow) -> Frame:
    return latest(window).frame


def action(window: MainWindow, text: str) -> QAction:
    (found,) = (
        a for a in window.findChildren(QAction) if a.text().replace("&", "") == text
    )
    return found


def go_to(qtbot: QtBot, window: MainWindow, update: int) -> None:
    window.parts.run_to.seek_requested.emit(update)
    settle(qtbot, window)
    assert frame(window).moment == Moment(update)


@pytest.fixture
def xor(qtbot: QtBot, open_preset: Open) -> MainWindow:
    window = open_preset("xor")
    window.playback.command(Run(budget=5, until=6))
    settle(qtbot, window)
    return window


def test_a_changed_rate_begins_a_run_that_can_be_undone_and_redone(
    qtbot: QtBot, xor: MainWindow
) -> None:
    first = frame(xor).parameters.flat
    go_to(qtbot, xor, 3)
    undo, redo = action(xor, "Undo the change"), action(xor, "Redo the change")
    assert not undo.isEnabled()
    fields = xor.parts.experiment.findChildren(QLineEdit)
    (rate,) = (f for f in fields if f.accessibleName() == "Learning rate")
    rate.setText("0.9")
    rate.textEdited.emit("0.9")
    rate.editingFinished.emit()
    settle(qtbot, xor)
    assert frame(xor).settings.hyperparameters.learning_rate == 0.9
    assert frame(xor).moment == Moment(3)
    go_to(qtbot, xor, 6)
    other = frame(xor).parameters.flat
    assert not np.array_equal(first, other)
    runs = latest(xor).runs
    assert runs is not None
    assert len(runs.others) == 1
    undo.trigger()
    settle(qtbot, xor)
    assert frame(xor).moment == Moment(3)
    assert rate.text() != "0.9"
    go_to(qtbot, xor, 6)
    np.testing.assert_array_equal(frame(xor).parameters.flat, first)
    redo.trigger()
    settle(qtbot, xor)
    go_to(qtbot, xor, 6)
    np.testing.assert_array_equal(frame(xor).parameters.flat, other)
    assert rate.text() == "0.9"


def test_an_earlier_run_can_be_returned_to(qtbot: QtBot, xor: MainWindow) -> None:
    first = frame(xor).parameters.flat
    go_to(qtbot, xor, 2)
    xor.parts.inspector.change_requested.emit(ParameterEdit(ParameterKey(1, 0, 0), 2.0))
    settle(qtbot, xor)
    assert frame(xor).parameters.weights[0][0, 0] == 2.0
    go_to(qtbot, xor, 6)
    xor.parts.curves.run_selected.emit(0)
    settle(qtbot, xor)
    assert frame(xor).moment.update <= 6
    go_to(qtbot, xor, 6)
    np.testing.assert_array_equal(frame(xor).parameters.flat, first)


def test_a_neuron_is_switched_off_by_its_menu(qtbot: QtBot, xor: MainWindow) -> None:
    menu = xor.parts.node_menu.menu_for((1, 0))
    assert menu is not None
    (switch,) = (a for a in menu.actions() if a.text() == "Switch it off")
    switch.trigger()
    settle(qtbot, xor)
    press(xor, Key.Key_Right)
    settle(qtbot, xor)
    trace = frame(xor).trace
    assert trace is not None
    assert not trace.activations[1][:, 0].any()
    menu = xor.parts.node_menu.menu_for((1, 0))
    assert menu is not None
    assert "Switch it on again" in [a.text() for a in menu.actions()]
    output = xor.parts.node_menu.menu_for((frame(xor).network.depth, 0))
    assert output is not None
    assert not [a for a in output.actions() if "Switch" in a.text()]


def test_a_run_pauses_at_a_breakpoint_and_says_so(
    qtbot: QtBot, xor: MainWindow
) -> None:
    xor.parts.breakpoints.add_condition(SampleComes(7))
    settle(qtbot, xor)
    xor.playback.play()
    settle(qtbot, xor)
    trace = frame(xor).trace
    assert trace is not None
    assert 7 in trace.samples
    assert frame(xor).moment.operation == 1
    assert latest(xor).paused_by == SampleComes(7)
    texts = [label.text() for label in xor.parts.breakpoints.findChildren(QLabel)]
    assert any("sample 8" in text for text in texts)


def test_one_runs_to_the_next_wrong_answer(qtbot: QtBot, xor: MainWindow) -> None:
    xor.parts.run_to.run_to_requested.emit(WrongAnswer())
    settle(qtbot, xor)
    assert latest(xor).paused_by == WrongAnswer()


def test_what_is_watched_by_the_menu_is_recorded(qtbot: QtBot, xor: MainWindow) -> None:
    menu = xor.parts.node_menu.menu_for((1, 2, 3))
    assert menu is None or menu.actions()
    xor.parts.node_menu.watch_requested.emit(Watch(WatchQuantity.WEIGHT, 1, 1, 0))
    settle(qtbot, xor)
    before = frame(xor).parameters.weights[0][0, 1]
    xor.playback.command(Run(budget=5, until=10))
    settle(qtbot, xor)
    (curve,) = latest(xor).watches
    assert curve.mean[6] == before
    assert np.isfinite(curve.mean[6:10]).all()


def test_a_sign_is_waited_for_by_the_menu(qtbot: QtBot, xor: MainWindow) -> None:
    menu = xor.parts.node_menu.menu_for((1, 0, 1))
    assert menu is not None
    (pause,) = (a for a in menu.actions() if "changes sign" in a.text())
    pause.trigger()
    settle(qtbot, xor)
    assert xor.parts.breakpoints.conditions == (SignChange(ParameterKey(1, 1, 0)),)


def test_a_derivative_is_proved_and_all_of_them_are(
    qtbot: QtBot, xor: MainWindow
) -> None:
    xor.parts.network.select_edge(1, 0, 0)
    xor.parts.network.edge_selected.emit(1, 0, 0)
    xor.parts.inspector.proof_requested.emit(ParameterKey(1, 0, 0))
    settle(qtbot, xor)
    proof = latest(xor).proof
    assert proof is not None
    assert proof.is_right
    xor.parts.gradients.check_requested.emit(None)
    settle(qtbot, xor)
    check = latest(xor).check
    assert check is not None
    assert check.done == check.count
    assert check.is_right
    assert check.update_is_right
    labels = xor.parts.gradients.findChildren(QLabel)
    assert "Backpropagation is right" in [label.text() for label in labels]


def test_a_check_gives_way_to_the_next_move(qtbot: QtBot, open_preset: Open) -> None:
    window = open_preset("quadratic")
    press(window, Key.Key_Right)
    settle(qtbot, window)
    window.parts.gradients.check_requested.emit(None)
    qtbot.waitUntil(lambda: latest(window).check is not None)
    press(window, Key.Key_Right)
    settle(qtbot, window)
    assert frame(window).moment == Moment(2)


def test_a_check_that_is_paused_can_be_made_again(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset("quadratic")
    press(window, Key.Key_Right)
    settle(qtbot, window)
    window.parts.gradients.check_requested.emit(None)
    qtbot.waitUntil(lambda: latest(window).check is not None)
    press(window, Key.Key_Escape)
    settle(qtbot, window)
    check = latest(window).check
    assert check is not None
    assert check.done < check.count
    buttons = {b.text(): b for b in window.parts.gradients.findChildren(QPushButton)}
    assert buttons["Cancel"].isHidden()
    assert not buttons["Check all"].isHidden()


def test_the_banner_stands_over_the_graph_too(qtbot: QtBot, xor: MainWindow) -> None:
    xor.parts.bug_lab.change_requested.emit(FaultSwitch(Fault.SUM_FOR_MEAN))
    settle(qtbot, xor)
    action(xor, "Computational graph").trigger()
    assert xor.parts.fault_banner.isVisible()


def test_a_fault_cannot_be_forgotten_and_is_found(
    qtbot: QtBot, xor: MainWindow
) -> None:
    xor.parts.bug_lab.change_requested.emit(
        FaultSwitch(Fault.FORGOTTEN_ACTIVATION_DERIVATIVE)
    )
    settle(qtbot, xor)
    banner = xor.parts.fault_banner
    assert banner.isVisible()
    press(xor, Key.Key_Right)
    settle(qtbot, xor)
    xor.parts.gradients.check_requested.emit(None)
    settle(qtbot, xor)
    check = latest(xor).check
    assert check is not None
    assert not check.is_right
    assert banner.isVisible()
    (off,) = banner.findChildren(QPushButton)
    off.click()
    settle(qtbot, xor)
    assert not banner.isVisible()
    assert frame(xor).settings.fault is None


def test_escape_ends_a_long_way(qtbot: QtBot, open_preset: Open) -> None:
    window = open_preset("quadratic")
    window.parts.run_to.seek_requested.emit(2_000_000)
    qtbot.waitUntil(lambda: frame(window).moment.update > 0)
    press(window, Key.Key_Escape)
    settle(qtbot, window)
    assert 0 < frame(window).moment.update < 2_000_000


def test_the_graph_takes_the_keys_while_it_is_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, Key.Key_Right)
    settle(qtbot, window)
    action(window, "Computational graph").trigger()
    graph = window.parts.workspaces.graph
    assert graph is not None
    assert graph.isVisible()
    assert not window.parts.transport.isVisible()
    before = graph.document.moment
    press(window, Key.Key_Down)
    assert graph.document.moment != before
    assert frame(window).moment == Moment(1)
    assert "oranges" in window.windowTitle()
    action(window, "Network").trigger()
    assert window.parts.transport.isVisible()
    assert window.parts.curves.isVisible()
    press(window, Key.Key_Right)
    settle(qtbot, window)
    assert frame(window).moment == Moment(2)


def test_a_neuron_is_shown_as_its_graph(qtbot: QtBot, xor: MainWindow) -> None:
    xor.parts.node_menu.neuron_requested.emit(2, 0)
    graph = xor.parts.workspaces.graph
    assert graph is not None
    assert graph.key == "neuron"
    assert graph.parts.bar.neuron == (2, 0)


def test_the_layout_with_the_graph_in_front_is_that_of_the_network(
    qtbot: QtBot, open_preset: Open
) -> None:
    first = open_preset()
    action(first, "Computational graph").trigger()
    first.close()
    second = open_preset()
    assert second.parts.curves.isVisible()


def test_a_switched_off_neuron_is_logged(qtbot: QtBot, xor: MainWindow) -> None:
    xor.parts.results.change_requested.emit(NodeSwitch(1, 1, is_on=False))
    settle(qtbot, xor)
    runs = latest(xor).runs
    assert runs is not None
    assert [entry.change for entry in runs.current.log] == [
        NodeSwitch(1, 1, is_on=False)
    ]
    assert replace(runs.current.log[0], update=6) == runs.current.log[0]


def test_another_sample_of_the_batch_is_shown_everywhere(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset("mnist-relu")
    press(window, Key.Key_Right)
    settle(qtbot, window)
    window.parts.network.node_selected.emit(2, 3)
    window.parts.show_row(5)
    trace = frame(window).trace
    assert trace is not None
    texts = "\n".join(x.text() for x in window.parts.inspector.findChildren(QLabel))
    assert "sample 6 of 100" in texts
    shown = "\n".join(x.text() for x in window.parts.results.findChildren(QLabel))
    assert f"Sample {trace.samples[5] + 1:,}, 6 of 100 in the batch" in shown
