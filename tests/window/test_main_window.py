"""The window as a whole, offscreen: it opens, steps, runs, restarts, saves, closes."""

import time
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QScrollBar,
)
from pytestqt.qtbot import QtBot

from bpviz.controls.pace import PACES
from bpviz.look.palette import current_theme
from bpviz.look.theme_keeper import ThemeChoice
from bpviz.training.messages import Report, Run, Step
from bpviz.training.presets import PRESETS, preset
from bpviz.training.steps import Granularity, Moment
from bpviz.window import file_dialogs
from bpviz.window.audience import PlaybackState
from bpviz.window.create import open_window
from bpviz.window.export_dialog import ExportDialog
from bpviz.window.main_window import MainWindow
from bpviz.window.panels import NAMES
from bpviz.window.settings import Settings
from tests.window.conftest import LIMIT_MS, Open, settle
from tests.window.keys import press

Key = Qt.Key


def latest(window: MainWindow) -> Report:
    report = window.parts.display.latest
    assert report is not None
    return report


def moment(window: MainWindow) -> Moment:
    """Where the run that is shown stands."""
    return latest(window).frame.moment


def place(window: MainWindow) -> str:
    """Where the transport bar says that the run stands."""
    labels = window.parts.transport.findChildren(QLabel)
    (label,) = (x for x in labels if x.accessibleName() == "Where the run stands")
    return label.text()


def action(window: MainWindow, text: str) -> QAction:
    """The action of the menus with this text."""
    (found,) = (
        a
        for a in window.findChildren(QAction)
        if a.text().replace("&", "") == text and not isinstance(a.parent(), QDockWidget)
    )
    return found


def run_for_a_while(qtbot: QtBot, window: MainWindow) -> None:
    """Start a run, and wait until it has got somewhere."""
    before = moment(window)
    window.playback.play()
    qtbot.waitUntil(lambda: moment(window) > before, timeout=LIMIT_MS)


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_opens_and_is_drawn(
    qtbot: QtBot, open_preset: Open, key: str
) -> None:
    window = open_preset(key)
    assert window.windowTitle() == f"{preset(key).title} — bpviz"
    assert moment(window) == Moment()
    window.playback.command(Step(granularity=Granularity.UPDATE))
    settle(qtbot, window)
    assert moment(window) == Moment(1)
    assert not window.parts.error_bar.sentence
    assert not window.grab().isNull()


def test_the_smallest_window_is_large_enough(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (1280, 720)
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    network = window.parts.network
    assert network.width() * network.height() > 0.3 * 1280 * 720


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Key.Key_Down], Moment(0, 1)),
        ([Key.Key_F11, Key.Key_Down], Moment(0, 2)),
        ([Key.Key_Down, Key.Key_Down, Key.Key_Up], Moment(0, 1)),
        ([Key.Key_Right, Key.Key_F10], Moment(2)),
        ([Key.Key_Right, Key.Key_Right, Key.Key_Left], Moment(1)),
        ([Key.Key_PageDown], Moment(1)),
        ([Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp], Moment(1)),
        ([Key.Key_Right, Key.Key_Down, Key.Key_Home], Moment()),
    ],
)
def test_all_of_stepping_works_without_a_mouse(
    qtbot: QtBot, window: MainWindow, keys: list[Qt.Key], expected: Moment
) -> None:
    press(window, *keys)
    settle(qtbot, window)
    assert moment(window) == expected


def test_hammering_a_key_gives_as_many_steps(qtbot: QtBot, window: MainWindow) -> None:
    press(window, *[Key.Key_Right] * 25)
    settle(qtbot, window)
    assert moment(window) == Moment(25)
    assert place(window).startswith("epoch 25, update 25 ")


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_F5])
def test_a_key_runs_and_pauses(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    press(window, key)
    assert window.playback.state is PlaybackState.RUNNING
    qtbot.waitUntil(lambda: moment(window).update > 10, timeout=LIMIT_MS)
    press(window, key)
    settle(qtbot, window)
    stood = moment(window)
    # What is written somewhere else says the same.
    assert place(window).startswith(f"epoch {stood.update}, update {stood.update} ")


def test_a_run_ends_where_the_experiment_plans_to(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.parts.transport.set_pace(len(PACES) - 1)
    press(window, Key.Key_Space)
    settle(qtbot, window)
    assert moment(window) == Moment(preset("chain").experiment.epochs)


def test_a_click_on_the_curve_goes_there_and_comes_back_the_same(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.playback.command(Run(budget=60, until=40))
    settle(qtbot, window)
    there = latest(window).frame.parameters.flat
    window.parts.curves.update_selected.emit(7)
    settle(qtbot, window)
    assert moment(window) == Moment(7)
    assert not np.array_equal(latest(window).frame.parameters.flat, there)
    window.parts.curves.update_selected.emit(40)
    settle(qtbot, window)
    np.testing.assert_array_equal(latest(window).frame.parameters.flat, there)


def test_playing_shows_one_operation_after_the_other(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.parts.transport.set_pace(3)
    press(window, Key.Key_Space)
    assert window.playback.state is PlaybackState.PLAYING
    qtbot.waitUntil(lambda: moment(window) >= Moment(0, 2), timeout=LIMIT_MS)
    press(window, Key.Key_Space)
    settle(qtbot, window)
    assert moment(window).update == 0


def test_a_preset_can_be_opened_while_another_runs(
    qtbot: QtBot, window: MainWindow
) -> None:
    run_for_a_while(qtbot, window)
    action(window, preset("xor").title).trigger()
    settle(qtbot, window)
    assert window.windowTitle().startswith(preset("xor").title)
    assert moment(window) == Moment()
    run_for_a_while(qtbot, window)


def test_space_runs_what_has_just_been_chosen_from_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    (box,) = (
        b
        for b in window.parts.experiment.findChildren(QComboBox)
        if b.accessibleName() == "Preset"
    )
    box.setFocus()
    index = box.findText(preset("mazur").title)
    box.setCurrentIndex(index)
    box.activated.emit(index)
    settle(qtbot, window)
    press(window, Key.Key_Space)
    assert window.playback.state is PlaybackState.RUNNING


def test_restarting_a_run_begins_with_the_same_parameters(
    qtbot: QtBot, window: MainWindow
) -> None:
    def weights() -> list[float]:
        values: list[float] = latest(window).frame.parameters.flat.tolist()
        return values

    before = weights()
    run_for_a_while(qtbot, window)
    press(window, Key.Key_Home)
    settle(qtbot, window)
    assert moment(window) == Moment()
    assert weights() == before


def test_a_space_typed_into_a_field_is_a_space(
    qtbot: QtBot, window: MainWindow
) -> None:
    (field,) = (
        f
        for f in window.parts.experiment.findChildren(QLineEdit)
        if f.accessibleName() == "Layers"
    )
    field.setFocus()
    field.clear()
    press(window, Key.Key_1, Key.Key_Space, Key.Key_Left, Key.Key_Home, Key.Key_Down)
    assert field.text() == "1 "
    settle(qtbot, window)
    assert moment(window) == Moment()


def test_saving_and_opening_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "a.bpviz")
    monkeypatch.setattr(file_dialogs, "ask_where_to_save", lambda *_: path)
    monkeypatch.setattr(file_dialogs, "ask_what_to_open", lambda *_: path)
    window.playback.command(Run(budget=1, until=7))
    action(window, "Save as…").trigger()
    settle(qtbot, window)
    press(window, Key.Key_Home)
    settle(qtbot, window)
    action(window, "Open…").trigger()
    settle(qtbot, window)
    assert moment(window) == Moment(7)


def test_a_table_can_be_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "houses.csv"
    path.write_text("area,rooms,price\n50,2,1.5\n90,4,2.5\n70,3,2\n")
    monkeypatch.setattr(file_dialogs, "ask_what_to_open", lambda *_: str(path))
    action(window, "Open…").trigger()
    settle(qtbot, window)
    assert window.windowTitle().startswith("houses")
    path.write_text("area,rooms,price\n50,2\n")
    action(window, "Open…").trigger()
    settle(qtbot, window)
    assert window.parts.error_bar.sentence
    assert window.windowTitle().startswith("houses")


def test_what_cannot_be_opened_is_said_and_the_run_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nonsense.bpviz"
    path.write_text("nonsense", encoding="utf-8")
    monkeypatch.setattr(file_dialogs, "ask_what_to_open", lambda *_: str(path))
    window.playback.command(Run(budget=1, until=3))
    action(window, "Open…").trigger()
    settle(qtbot, window)
    assert window.parts.error_bar.sentence
    assert moment(window) == Moment(3)
    press(window, Key.Key_Right)
    settle(qtbot, window)
    assert moment(window) == Moment(4)


def test_a_picture_of_the_network_can_be_exported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "network.png"
    action(window, "Export picture…").trigger()
    (dialog,) = window.findChildren(ExportDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.export(path)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_chosen_node_is_inspected(window: MainWindow) -> None:
    window.parts.network.node_selected.emit(1, 0)
    texts = {label.text() for label in window.parts.inspector.findChildren(QLabel)}
    assert "Node 1 of layer 1" in texts


def test_divergence_is_said_and_ends_the_run(qtbot: QtBot, open_preset: Open) -> None:
    window = open_preset("quadratic")
    fields = window.parts.experiment.findChildren(QLineEdit)
    (rate,) = (f for f in fields if f.accessibleName() == "Learning rate")
    rate.setText("1e10")
    rate.textEdited.emit("1e10")
    rate.editingFinished.emit()
    settle(qtbot, window)
    window.playback.play()
    settle(qtbot, window)
    assert "smaller learning rate" in window.parts.error_bar.sentence
    press(window, Key.Key_Home)
    settle(qtbot, window)
    assert not window.parts.error_bar.sentence


def test_the_theme_changes_at_once_and_is_remembered(window: MainWindow) -> None:
    for choice, name in (("Dark", "dark"), ("Light", "light")):
        action(window, choice).trigger()
        assert current_theme().name == name
    assert Settings().theme is ThemeChoice.LIGHT


def test_the_language_changes_at_once_and_is_remembered(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(window, Key.Key_Right)
    settle(qtbot, window)
    action(window, "简体中文").trigger()
    assert Settings().language == "zh_CN"
    action(window, "English").trigger()
    assert Settings().language == "en"
    assert "parameters updated" in place(window)


def test_everything_that_can_be_used_has_a_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_panels_can_be_closed_moved_and_had_back(window: MainWindow) -> None:
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    assert set(docks) == set(NAMES)
    action(window, "Curves").trigger()
    assert docks["curves"].isAncestorOf(window.focusWidget())
    action(window, "Curves").trigger()
    assert docks["curves"].isHidden()
    assert window.focusWidget() is window.parts.network.focusWidget()
    window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, docks["inspector"])
    action(window, "Reset layout").trigger()
    assert docks["curves"].isVisible()
    area = window.dockWidgetArea(docks["inspector"])
    assert area == Qt.DockWidgetArea.RightDockWidgetArea


def test_the_layout_and_the_pace_are_remembered(
    qtbot: QtBot, open_preset: Open
) -> None:
    first = open_preset()
    for _ in range(2):
        action(first, "Results").trigger()
    first.parts.transport.set_pace(2)
    first.resize(1400, 800)
    first.close()
    second = open_preset()
    docks = {dock.objectName(): dock for dock in second.findChildren(QDockWidget)}
    assert docks["results"].isHidden()
    assert second.parts.transport.pace == PACES[2]
    assert (second.width(), second.height()) == (1400, 800)


def test_closing_in_the_middle_of_a_run(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.transport.set_pace(len(PACES) - 1)
    run_for_a_while(qtbot, window)
    began = time.perf_counter()
    window.close()
    assert time.perf_counter() - began < 1
    stood = moment(window)
    QApplication.processEvents()  # Nothing comes after it: the thread has ended.
    assert moment(window) == stood


def test_a_window_that_was_never_shown_can_be_closed(
    app: QApplication, qtbot: QtBot
) -> None:
    window = open_window(preset("chain").experiment)
    qtbot.addWidget(window)
    assert window.close()


def test_a_window_begins_with_a_session_file(
    app: QApplication, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.playback.command(Run(budget=1, until=5))
    settle(qtbot, window)
    missing = open_window(tmp_path / "missing.bpviz")
    qtbot.addWidget(missing)
    settle(qtbot, missing)
    assert missing.parts.error_bar.sentence
    assert missing.windowTitle() == "bpviz"
    missing.close()
