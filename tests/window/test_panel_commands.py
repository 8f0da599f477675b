"""Panels and gradient checks are reached by their keys, from wherever one is."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QKeySequence
from PyQt6.QtWidgets import QApplication, QDockWidget, QLabel
from pytestqt.qtbot import QtBot

from bpviz.controls.transport_bar import TransportBar
from bpviz.training.messages import Report
from bpviz.window.main_window import MainWindow
from bpviz.window.panels import NAMES
from tests.window.conftest import LIMIT_MS, Open, settle
from tests.window.keys import press


def with_keys(window: MainWindow, keys: str) -> QAction:
    """The one action that has these keys."""
    (found,) = (
        action
        for action in window.actions()
        if QKeySequence(keys) in action.shortcuts()
    )
    return found


def latest(window: MainWindow) -> Report:
    report = window.parts.display.latest
    assert report is not None
    return report


def said(bar: TransportBar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel))


@pytest.mark.parametrize(("number", "name"), list(enumerate(NAMES, 3)))
def test_a_key_leads_to_a_panel_and_again_closes_it(
    window: MainWindow, number: int, name: str
) -> None:
    dock = window.findChild(QDockWidget, name)
    assert dock is not None
    window.parts.workspaces.show_graph()
    with_keys(window, f"Ctrl+{number}").trigger()
    assert not dock.visibleRegion().isEmpty()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert dock.isAncestorOf(focused)
    with_keys(window, f"Ctrl+{number}").trigger()
    assert dock.isHidden()
    assert window.parts.network.isAncestorOf(QApplication.focusWidget())
    with_keys(window, f"Ctrl+{number}").trigger()
    assert not dock.visibleRegion().isEmpty()


def test_a_check_begins_by_its_key_even_before_the_first_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.parts.workspaces.show_graph()
    with_keys(window, "Ctrl+K").trigger()
    assert window.parts.gradients.isVisible()
    settle(qtbot, window)
    check = latest(window).check
    assert check is not None
    assert check.is_right
    assert check.done == check.count


def test_escape_ends_a_long_check_which_the_transport_bar_says(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset("mnist-minibatch")
    bar = window.parts.transport
    with_keys(window, "Ctrl+Shift+K").trigger()
    qtbot.waitUntil(lambda: "Esc ends it" in said(bar), timeout=LIMIT_MS)
    press(window, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert "Esc ends it" not in said(bar)
    check = latest(window).check
    assert check is not None
    assert 0 < check.done < check.count
    # Drawn from all arrays, so what was found so far tells of each.
    assert sum(array.checked > 0 for array in check.arrays) > 1
