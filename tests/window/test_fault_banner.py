"""While a fault is on, the banner is there and cannot be closed."""

from PyQt6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bpviz.nn.faults import Fault
from bpviz.training.changes import RunSettings
from bpviz.window.fault_banner import FaultBanner


def test_it_is_there_while_a_fault_is_on(qtbot: QtBot) -> None:
    banner = FaultBanner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_settings(RunSettings(fault=Fault.SUM_FOR_MEAN))
    assert not banner.isHidden()
    text = "".join(label.text() for label in banner.findChildren(QLabel))
    assert "Sum instead of mean" in text
    (button,) = banner.findChildren(QAbstractButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(banner.switch_off_requested):
        button.click()
    assert not banner.isHidden()  # until the run says that it is off
    banner.show_settings(RunSettings())
    assert banner.isHidden()


def test_a_hidden_fault_is_not_named(qtbot: QtBot) -> None:
    banner = FaultBanner()
    qtbot.addWidget(banner)
    banner.show_settings(RunSettings(fault=Fault.SUM_FOR_MEAN, fault_is_secret=True))
    text = "".join(label.text() for label in banner.findChildren(QLabel))
    assert "a hidden fault" in text
    assert "Sum" not in text
