"""The bug lab switches faults on and off, and can keep one to itself."""

import pytest
from PyQt6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from bpviz.controls.bug_lab import BugLab
from bpviz.data.catalog import load_dataset
from bpviz.nn.faults import DESCRIPTIONS, Fault
from bpviz.training.changes import FaultSwitch, RunSettings
from bpviz.training.messages import Opened
from bpviz.training.presets import preset


@pytest.fixture
def lab(qtbot: QtBot) -> BugLab:
    lab = BugLab(choose=lambda faults: faults[-1])
    qtbot.addWidget(lab)
    lab.show()
    return lab


def button(lab: BugLab, text: str) -> QPushButton:
    (found,) = [b for b in lab.findChildren(QPushButton) if b.text() == text]
    return found


def choice(lab: BugLab, fault: Fault) -> QRadioButton:
    (found,) = [
        b
        for b in lab.findChildren(QRadioButton)
        if b.text() == DESCRIPTIONS[fault].title
    ]
    return found


def texts(lab: BugLab) -> str:
    return "\n".join(
        label.text() for label in lab.findChildren(QLabel) if label.isVisible()
    )


@pytest.mark.parametrize("fault", Fault)
def test_the_chosen_fault_is_switched_on(
    lab: BugLab, qtbot: QtBot, fault: Fault
) -> None:
    choice(lab, fault).click()
    assert DESCRIPTIONS[fault].mistake in texts(lab)
    with qtbot.waitSignal(lab.change_requested) as asked:
        button(lab, "Switch on").click()
    assert asked.args == [FaultSwitch(fault)]


def test_while_one_is_on_it_can_only_be_switched_off(lab: BugLab, qtbot: QtBot) -> None:
    lab.show_settings(RunSettings(fault=Fault.SUM_FOR_MEAN))
    assert "Sum instead of mean" in texts(lab)
    assert DESCRIPTIONS[Fault.SUM_FOR_MEAN].hint in texts(lab)
    assert not button(lab, "Switch on").isVisible()
    with qtbot.waitSignal(lab.change_requested) as asked:
        button(lab, "Switch off").click()
    assert asked.args == [FaultSwitch(None)]
    lab.show_settings(RunSettings())
    assert button(lab, "Switch on").isVisible()


def test_a_hidden_one_is_told_only_when_asked(lab: BugLab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lab.change_requested) as asked:
        button(lab, "Surprise me").click()
    assert asked.args == [FaultSwitch(tuple(Fault)[-1], is_secret=True)]
    fault = Fault.FORGOTTEN_BIAS_GRADIENT
    lab.show_settings(RunSettings(fault=fault, fault_is_secret=True))
    title = DESCRIPTIONS[fault].title
    assert title not in texts(lab)
    assert "a hidden fault" in texts(lab)
    button(lab, "Tell me").click()
    assert title in texts(lab)
    # The next one is hidden again.
    lab.show_settings(RunSettings())
    lab.show_settings(RunSettings(fault=fault, fault_is_secret=True))
    assert title not in texts(lab)


def test_what_makes_no_difference_is_not_offered(lab: BugLab, qtbot: QtBot) -> None:
    experiment = preset("chain").experiment
    lab.show_session(Opened(experiment, load_dataset("chain", 0), 1))
    assert not choice(lab, Fault.SUM_FOR_MEAN).isEnabled()
    assert not choice(lab, Fault.TRANSPOSED_WEIGHTS).isEnabled()
    assert choice(lab, Fault.FORGOTTEN_ACTIVATION_DERIVATIVE).isEnabled()
    with qtbot.waitSignal(lab.change_requested) as asked:
        button(lab, "Surprise me").click()
    assert asked.args[0].fault is Fault.LEAKING_GRADIENTS
