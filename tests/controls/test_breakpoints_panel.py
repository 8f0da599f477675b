"""Breakpoints are chosen from a form, switched, removed, and kept."""

import pytest
from PyQt6.QtCore import QCoreApplication, Qt
from PyQt6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from bpviz.controls.breakpoints_panel import BreakpointsPanel
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from tests.controls.opened import opened
from tests.window.keys import press_in

LOSS = LossCondition(True, 0.5)
FAR = SignChange(ParameterKey(3, 0, 0))  # xor's network has two layers


@pytest.fixture
def panel(qtbot: QtBot) -> BreakpointsPanel:
    panel = BreakpointsPanel()
    qtbot.addWidget(panel)
    panel.resize(272, 500)
    panel.show()
    panel.show_session(opened("xor"))
    return panel


def listed(panel: BreakpointsPanel) -> QListWidget:
    (found,) = panel.findChildren(QListWidget)
    return found


def texts(panel: BreakpointsPanel) -> list[str]:
    rows = listed(panel)
    items = (rows.item(row) for row in range(rows.count()))
    return [item.text() for item in items if item is not None]


def sentences(panel: BreakpointsPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]


def set_value(panel: BreakpointsPanel, text: str) -> QLineEdit:
    (value,) = (
        f for f in panel.findChildren(QLineEdit) if f.accessibleName() == "Value"
    )
    value.setText(text)
    return value


def box(panel: BreakpointsPanel, name: str) -> QSpinBox:
    (found,) = (
        b
        for b in panel.findChildren(QSpinBox)
        if b.accessibleName() == name and b.isVisible()
    )
    return found


def choose(panel: BreakpointsPanel, text: str) -> None:
    (kind,) = panel.findChildren(QComboBox)
    index = kind.findText(text)
    assert index >= 0
    kind.setCurrentIndex(index)


def add(qtbot: QtBot, panel: BreakpointsPanel) -> tuple[Condition, ...]:
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        panel.findChildren(QPushButton)[0].click()
    conditions: tuple[Condition, ...] = changed.args[0]
    return conditions


@pytest.mark.parametrize(
    ("kind", "fields", "condition"),
    [
        ("loss above", {}, LossCondition(True, 2.5)),
        ("loss below", {}, LossCondition(False, 2.5)),
        ("a wrong answer", {}, WrongAnswer()),
        ("a sample comes", {"sample": 17}, SampleComes(16)),
        (
            "a parameter changes sign",
            {"layer": 2, "node": 1, "from": 3},
            SignChange(ParameterKey(2, 0, 2)),
        ),
        (
            "a parameter changes sign",
            {"layer": 1, "node": 4, "from": 0},
            SignChange(ParameterKey(1, 3)),
        ),
        ("gradient norm above", {"layer": 0}, GradientNorm(True, 2.5)),
        ("gradient norm below", {"layer": 2}, GradientNorm(False, 2.5, 2)),
    ],
)
def test_every_condition_can_be_chosen(
    qtbot: QtBot,
    panel: BreakpointsPanel,
    kind: str,
    fields: dict[str, int],
    condition: Condition,
) -> None:
    choose(panel, kind)
    set_value(panel, "2.5")
    for name, number in fields.items():
        box(panel, name).setValue(number)
    assert add(qtbot, panel) == (condition,)
    assert len(texts(panel)) == 2


def test_enter_in_the_value_adds(qtbot: QtBot, panel: BreakpointsPanel) -> None:
    value = set_value(panel, "0.25")
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        press_in(value, Qt.Key.Key_Return)
    assert changed.args[0] == (LossCondition(True, 0.25),)


@pytest.mark.parametrize("text", ["much", "nan", ""])
def test_what_is_no_number_is_said(
    qtbot: QtBot, panel: BreakpointsPanel, text: str
) -> None:
    set_value(panel, text)
    with qtbot.assertNotEmitted(panel.conditions_changed):
        panel.findChildren(QPushButton)[0].click()
    assert len(panel.findChildren(QLabel, "problem")[0].text()) > 10
    assert len(texts(panel)) == 1


def test_what_is_not_finite_always_pauses(panel: BreakpointsPanel) -> None:
    first = listed(panel).item(0)
    assert first is not None
    assert "not finite" in first.text()
    assert first.checkState() == Qt.CheckState.Checked
    assert not first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    listed(panel).setCurrentRow(0)
    press_in(listed(panel), Qt.Key.Key_Delete)
    assert len(texts(panel)) == 1


def test_one_that_is_switched_off_is_not_in_force(
    qtbot: QtBot, panel: BreakpointsPanel
) -> None:
    panel.add_condition(LOSS)
    panel.add_condition(WrongAnswer())
    item = listed(panel).item(1)
    assert item is not None
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        item.setCheckState(Qt.CheckState.Unchecked)
    assert changed.args[0] == (WrongAnswer(),)
    panel.add_condition(LOSS)  # Asked for again, it is on again.
    assert set(panel.conditions) == {LOSS, WrongAnswer()}
    assert len(texts(panel)) == 3


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_selected_one_can_be_removed(
    qtbot: QtBot, panel: BreakpointsPanel, way: str
) -> None:
    panel.add_condition(LOSS)
    panel.add_condition(WrongAnswer())
    listed(panel).setCurrentRow(1)
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        if way == "key":
            press_in(listed(panel), Qt.Key.Key_Delete)
        else:
            panel.findChildren(QToolButton)[0].click()
    assert changed.args[0] == (WrongAnswer(),)
    assert len(texts(panel)) == 2


def test_space_switches_the_selected_one(qtbot: QtBot, panel: BreakpointsPanel) -> None:
    panel.add_condition(LOSS)
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        press_in(listed(panel), Qt.Key.Key_Space)
    assert changed.args[0] == ()


def test_conditions_outlast_a_restart(qtbot: QtBot, panel: BreakpointsPanel) -> None:
    panel.add_condition(LOSS)
    panel.add_condition(WrongAnswer())
    with qtbot.waitSignal(panel.conditions_changed) as changed:
        panel.show_session(opened("quadratic"))
    # A regression has no wrong answers, but the condition is kept.
    assert changed.args[0] == (LOSS,)
    item = listed(panel).item(2)
    assert item is not None
    assert item.toolTip()
    panel.show_session(opened("xor"))
    assert set(panel.conditions) == {LOSS, WrongAnswer()}


def test_a_regression_is_not_offered_wrong_answers(panel: BreakpointsPanel) -> None:
    (kind,) = panel.findChildren(QComboBox)
    assert kind.findText("a wrong answer") >= 0
    panel.show_session(opened("quadratic"))
    assert kind.findText("a wrong answer") < 0
    panel.show_session(opened("xor"))
    assert kind.findText("a wrong answer") == 2


def test_numbers_are_those_of_the_network(panel: BreakpointsPanel) -> None:
    choose(panel, "a parameter changes sign")
    assert box(panel, "layer").maximum() == 2
    assert (box(panel, "node").maximum(), box(panel, "from").maximum()) == (4, 2)
    box(panel, "layer").setValue(2)
    assert (box(panel, "node").maximum(), box(panel, "from").maximum()) == (1, 4)


def test_the_one_that_fired_is_marked(panel: BreakpointsPanel) -> None:
    panel.add_condition(LOSS)
    panel.add_condition(WrongAnswer())

    def lit() -> list[int]:
        rows = listed(panel)
        items = [rows.item(row) for row in range(rows.count())]
        return [k for k, item in enumerate(items) if item and item.font().bold()]

    panel.show_paused(LOSS)
    assert lit() == [1]
    assert "Paused: loss above 0.5." in sentences(panel)
    panel.show_paused(None, has_diverged=True)
    assert lit() == [0]
    panel.show_paused(None)
    assert lit() == []
    assert not any("Paused" in text for text in sentences(panel))


def test_a_condition_of_a_larger_network_is_kept_for_it(
    panel: BreakpointsPanel,
) -> None:
    panel.add_condition(FAR)
    assert not panel.conditions
    panel.show_session(opened("quadratic"))
    assert panel.conditions == (FAR,)


def test_a_language_change_keeps_everything(panel: BreakpointsPanel) -> None:
    from PyQt6.QtCore import QCoreApplication, QEvent

    panel.add_condition(LOSS)
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.conditions == (LOSS,)
    assert len(texts(panel)) == 2


def test_the_list_is_as_high_as_its_rows(qtbot: QtBot, panel: BreakpointsPanel) -> None:
    panel.resize(272, 600)
    for value in range(6):
        panel.add_condition(LossCondition(True, value))
    bar = listed(panel).verticalScrollBar()
    assert bar is not None
    qtbot.waitUntil(lambda: listed(panel).height() > 7 * 16)
    assert bar.maximum() == 0
    # Where there is no room for all of them it is lower, and scrolls.
    panel.resize(272, 190)
    qtbot.waitUntil(lambda: bar.maximum() > 0)


def test_the_list_has_a_heading_and_no_more_room_than_its_rows(
    panel: BreakpointsPanel,
) -> None:
    assert sentences(panel)[0] == "Breakpoints"
    rows = listed(panel)
    item = rows.item(0)
    assert item is not None
    row = rows.visualItemRect(item).height()
    panel.add_condition(LOSS)
    QCoreApplication.sendPostedEvents()
    assert 2 * row <= rows.height() <= 3 * row


def test_enter_in_the_form_says_that_the_person_is_done(
    qtbot: QtBot, panel: BreakpointsPanel
) -> None:
    value = set_value(panel, "0.5")
    with qtbot.waitSignal(panel.entered):
        press_in(value, Qt.Key.Key_Return)
    set_value(panel, "half")
    with qtbot.assertNotEmitted(panel.entered):
        press_in(value, Qt.Key.Key_Return)
