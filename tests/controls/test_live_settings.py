"""Settings that take effect at once, and follow the run without a fight."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpviz.controls.experiment_panel import ExperimentPanel
from bpviz.controls.value_steps import next_round, next_share
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.changes import SettingsChange
from bpviz.training.presets import preset
from tests.controls.opened import opened
from tests.window.keys import press_in

BASE = preset("quadratic").experiment.hyperparameters

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest


@pytest.fixture
def panel(qtbot: QtBot) -> ExperimentPanel:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    panel.resize(272, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_session(opened("quadratic"))
    return panel


def field(panel: ExperimentPanel, name: str) -> QLineEdit:
    (found,) = (f for f in panel.findChildren(QLineEdit) if f.accessibleName() == name)
    return found


def optimizer(panel: ExperimentPanel) -> QComboBox:
    (found,) = (
        b for b in panel.findChildren(QComboBox) if b.accessibleName() == "Optimizer"
    )
    return found


def type_in(found: QLineEdit, text: str) -> None:
    found.setFocus()
    found.selectAll()
    _hands.keyClicks(found, text)


def asked(panel: ExperimentPanel) -> list[Hyperparameters]:
    changes: list[Hyperparameters] = []

    def remember(change: SettingsChange) -> None:
        changes.append(change.hyperparameters)

    panel.change_requested.connect(remember)
    return changes


def test_enter_commits_once(qtbot: QtBot, panel: ExperimentPanel) -> None:
    changes = asked(panel)
    rate = field(panel, "Learning rate")
    with qtbot.assertNotEmitted(panel.experiment_requested):
        type_in(rate, "0.5")
        assert changes == []
        press_in(rate, Qt.Key.Key_Return)
        rate.clearFocus()
    assert changes == [replace(BASE, learning_rate=0.5)]


def test_leaving_the_field_commits(panel: ExperimentPanel) -> None:
    changes = asked(panel)
    type_in(field(panel, "L2 penalty"), "0.01")
    field(panel, "Batch").setFocus()
    assert changes == [replace(BASE, l2=0.01)]


def test_leaving_a_field_unchanged_commits_nothing(panel: ExperimentPanel) -> None:
    changes = asked(panel)
    field(panel, "Learning rate").setFocus()
    field(panel, "Batch").setFocus()
    assert changes == []


def test_arrow_keys_commit_each_step(panel: ExperimentPanel) -> None:
    changes = asked(panel)
    rate = field(panel, "Learning rate")
    rate.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press_in(rate, key)
        # Reports of moments before the change must not write over it.
        panel.show_settings(BASE)
    assert [one.learning_rate for one in changes] == [0.005, 0.01, 0.005]


def test_the_optimizer_commits_when_chosen(panel: ExperimentPanel) -> None:
    changes = asked(panel)
    box = optimizer(panel)
    index = box.findText("Adam")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert changes == [replace(BASE, optimizer="adam")]
    assert field(panel, "Epsilon").isVisible()


@pytest.mark.parametrize("text", ["fast", "-1", ""])
def test_what_makes_no_sense_is_said_and_not_asked_for(
    panel: ExperimentPanel, text: str
) -> None:
    changes = asked(panel)
    rate = field(panel, "Learning rate")
    type_in(rate, text) if text else rate.clear()
    press_in(rate, Qt.Key.Key_Return)
    assert changes == []
    (problem,) = panel.findChildren(QLabel, "problem")
    assert problem.isVisible()
    press_in(rate, Qt.Key.Key_Escape)
    assert rate.text() == "0.002"
    assert not problem.isVisible()


def test_it_follows_the_run_back_in_time(panel: ExperimentPanel) -> None:
    faster = replace(BASE, learning_rate=0.5, optimizer="momentum")
    panel.show_settings(faster)
    assert field(panel, "Learning rate").text() == "0.5"
    assert optimizer(panel).currentText() == "momentum"
    assert field(panel, "Momentum").isVisible()
    panel.show_settings(BASE)
    assert field(panel, "Learning rate").text() == "0.002"
    assert not field(panel, "Momentum").isVisible()


def test_following_asks_for_nothing(qtbot: QtBot, panel: ExperimentPanel) -> None:
    with qtbot.assertNotEmitted(panel.change_requested):
        panel.show_settings(replace(BASE, learning_rate=0.5, optimizer="adam"))


def test_what_is_being_typed_is_not_written_over(panel: ExperimentPanel) -> None:
    rate = field(panel, "Learning rate")
    type_in(rate, "0.7")
    panel.show_settings(replace(BASE, learning_rate=0.1, l2=0.5))
    assert rate.text() == "0.7"
    assert field(panel, "L2 penalty").text() == "0.5"


def test_what_is_on_its_way_stays_until_it_is_in_force(
    panel: ExperimentPanel,
) -> None:
    rate = field(panel, "Learning rate")
    rate.setFocus()
    press_in(rate, Qt.Key.Key_Up)
    press_in(rate, Qt.Key.Key_Up)
    first = replace(BASE, learning_rate=0.005)
    for late in (BASE, BASE, first, first):
        panel.show_settings(late)
        assert rate.text() == "0.01"
    panel.show_settings(replace(BASE, learning_rate=0.01))
    panel.show_settings(BASE)  # Undone.
    assert rate.text() == "0.002"


def test_what_another_hand_does_is_followed(panel: ExperimentPanel) -> None:
    rate = field(panel, "Learning rate")
    press_in(rate, Qt.Key.Key_Up)
    panel.show_settings(replace(BASE, learning_rate=3.0))
    assert rate.text() == "3"


def test_what_cannot_be_done_is_given_up(panel: ExperimentPanel) -> None:
    rate = field(panel, "Learning rate")
    press_in(rate, Qt.Key.Key_Up)
    panel.show_settings(BASE)
    assert rate.text() == "0.005"
    panel.give_up_changes(BASE)
    assert rate.text() == "0.002"


def test_what_needs_a_restart_says_so_before(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    labels = [one.text() for one in panel.findChildren(QLabel)]
    assert "Takes effect at once" in labels
    assert "Takes effect with a restart" in labels
    (button,) = panel.findChildren(QPushButton)
    changes = asked(panel)
    type_in(field(panel, "Batch"), "5")
    field(panel, "Seed").setFocus()
    assert changes == []
    assert button.isDefault()
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        button.click()
    assert requested.args[0].batch_size == 5


def test_a_restart_takes_the_settings_in_force_along(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    panel.show_settings(replace(BASE, learning_rate=0.5))
    (button,) = panel.findChildren(QPushButton)
    assert button.isEnabled()
    assert not button.isDefault()
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        button.click()
    assert requested.args[0].hyperparameters.learning_rate == 0.5


def test_tab_goes_from_row_to_row(panel: ExperimentPanel) -> None:
    names = []
    field(panel, "Learning rate").setFocus()
    for _ in range(6):
        _hands.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        focus = panel.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    assert names == ["L2 penalty", "Layers", "Layer 1", "Layer 2", "Layer 3", "Loss"]


@given(st.floats(1e-9, 1e9))
def test_rounds_go_up_and_down(value: float) -> None:
    above, below = next_round(value, 1), next_round(value, -1)
    assert below < value < above
    assert 2 <= above / below <= 7
    assert f"{above:.0e}"[0] in "125"


def test_the_scales_have_ends() -> None:
    assert [next_round(0.0, 1), next_round(0.0, -1)] == [1e-4, 0.0]
    shares = [0.9]
    while len(shares) < 6:
        shares.append(next_share(shares[-1], 1))
    assert shares == [0.9, 0.95, 0.98, 0.99, 0.995, 0.998]
    down = [0.9]
    while down[-1] > 0:
        down.append(next_share(down[-1], -1))
    assert down == [0.9, 0.8, 0.5, 0.0]
    assert next_share(0.0, -1) == 0.0


def test_enter_says_that_the_person_is_done_here(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    rate = field(panel, "Learning rate")
    type_in(rate, "0.25")
    with qtbot.waitSignal(panel.entered):
        _hands.keyClick(rate, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.entered):  # As much when nothing is new.
        _hands.keyClick(rate, Qt.Key.Key_Enter)
    type_in(rate, "a quarter")
    with qtbot.assertNotEmitted(panel.entered):  # There is something to put right.
        _hands.keyClick(rate, Qt.Key.Key_Return)
    type_in(rate, "0.5")
    with qtbot.assertNotEmitted(panel.entered):
        _hands.keyClick(rate, Qt.Key.Key_Tab)
