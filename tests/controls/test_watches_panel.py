"""What is watched is chosen from a form, listed in its colour, and kept."""

import pytest
from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from bpviz.controls.watches_panel import WatchesPanel
from bpviz.look.palette import current_theme
from bpviz.look.watch_words import watch_color
from bpviz.training.watches import Watch, WatchQuantity
from tests.controls.opened import opened
from tests.window.keys import press_in

WEIGHT = Watch(WatchQuantity.WEIGHT, 1, 1, 0)
DEEP = Watch(WatchQuantity.BIAS, 3, 0)  # xor's network has two layers


@pytest.fixture
def panel(qtbot: QtBot) -> WatchesPanel:
    panel = WatchesPanel()
    qtbot.addWidget(panel)
    panel.resize(272, 500)
    panel.show()
    panel.show_session(opened("xor"))
    return panel


def listed(panel: WatchesPanel) -> QListWidget:
    (found,) = panel.findChildren(QListWidget)
    return found


@pytest.mark.parametrize(
    ("quantity", "fields", "watch"),
    [
        ("weight", {"layer": 2, "node": 1, "from": 3}, (WatchQuantity.WEIGHT, 2, 0, 2)),
        ("bias", {"layer": 1, "node": 4}, (WatchQuantity.BIAS, 1, 3)),
        ("activation a", {"layer": 0, "node": 2}, (WatchQuantity.ACTIVATION, 0, 1)),
        ("delta δ", {"layer": 1, "node": 2}, (WatchQuantity.DELTA, 1, 1)),
        (
            "gradient of a weight",
            {"layer": 1, "node": 2, "from": 2},
            (WatchQuantity.WEIGHT_GRADIENT, 1, 1, 1),
        ),
        ("gradient of a bias", {"layer": 2}, (WatchQuantity.BIAS_GRADIENT, 2, 0)),
        ("norm of the weights", {"layer": 0}, (WatchQuantity.WEIGHT_NORM, 0)),
        ("norm of the gradient", {"layer": 2}, (WatchQuantity.GRADIENT_NORM, 2)),
    ],
)
def test_everything_can_be_watched(
    qtbot: QtBot,
    panel: WatchesPanel,
    quantity: str,
    fields: dict[str, int],
    watch: tuple[WatchQuantity, int],
) -> None:
    (box,) = panel.findChildren(QComboBox)
    box.setCurrentIndex(box.findText(quantity))
    visible = {b.accessibleName(): b for b in panel.findChildren(QSpinBox)}
    for name, number in fields.items():
        assert visible[name].isVisible()
        visible[name].setValue(number)
    with qtbot.waitSignal(panel.watches_changed) as changed:
        panel.findChildren(QPushButton)[0].click()
    assert changed.args[0] == (Watch(*watch),)


def test_one_click_watches_what_is_selected_elsewhere(
    qtbot: QtBot, panel: WatchesPanel
) -> None:
    with qtbot.waitSignal(panel.watches_changed) as changed:
        panel.add_watch(WEIGHT)
    assert changed.args[0] == (WEIGHT,)
    with qtbot.assertNotEmitted(panel.watches_changed):
        panel.add_watch(WEIGHT)
    assert listed(panel).count() == 1


def test_the_seventeenth_is_refused_with_a_sentence(
    qtbot: QtBot, panel: WatchesPanel
) -> None:
    panel.show_session(opened("quadratic"))
    for node in range(16):
        panel.add_watch(Watch(WatchQuantity.BIAS, 1, node))
    with qtbot.assertNotEmitted(panel.watches_changed):
        panel.add_watch(Watch(WatchQuantity.BIAS, 1, 16))
    (problem,) = panel.findChildren(QLabel, "problem")
    assert "16 can be" in problem.text()
    assert len(panel.watches) == 16


def test_the_selected_one_can_be_removed(qtbot: QtBot, panel: WatchesPanel) -> None:
    other = Watch(WatchQuantity.GRADIENT_NORM, 0)
    panel.add_watch(WEIGHT)
    panel.add_watch(other)
    listed(panel).setCurrentRow(0)
    with qtbot.waitSignal(panel.watches_changed) as changed:
        press_in(listed(panel), Qt.Key.Key_Delete)
    assert changed.args[0] == (other,)


def test_watches_outlast_a_restart(qtbot: QtBot, panel: WatchesPanel) -> None:
    panel.show_session(opened("quadratic"))
    panel.add_watch(DEEP)
    panel.add_watch(WEIGHT)
    with qtbot.waitSignal(panel.watches_changed) as changed:
        panel.show_session(opened("xor"))
    assert changed.args[0] == (WEIGHT,)
    panel.show_session(opened("quadratic"))
    assert panel.watches == (DEEP, WEIGHT)


def test_each_has_the_colour_of_its_curve(panel: WatchesPanel) -> None:
    panel.show_session(opened("quadratic"))
    panel.add_watch(DEEP)
    panel.add_watch(WEIGHT)

    def color(row: int) -> str:
        item = listed(panel).item(row)
        assert item is not None
        image = item.icon().pixmap(QSize(20, 12)).toImage()
        return image.pixelColor(2, 6).name()

    theme = current_theme()
    assert [color(0), color(1)] == [watch_color(0, theme), watch_color(1, theme)]
    # One that is not in force has no curve, and leaves its colour to the next.
    panel.show_session(opened("xor"))
    assert color(1) == watch_color(0, theme)


def test_nothing_watched_says_what_to_do(panel: WatchesPanel) -> None:
    def sentences() -> str:
        return " ".join(one.text() for one in panel.findChildren(QLabel))

    assert "Choose a number" in sentences()
    panel.add_watch(WEIGHT)
    assert "Choose a number" not in sentences()


def test_enter_in_a_number_watches(qtbot: QtBot, panel: WatchesPanel) -> None:
    spin = panel.findChildren(QSpinBox)[0]
    with qtbot.waitSignal(panel.watches_changed):
        line = spin.lineEdit()
        assert line is not None
        press_in(line, Qt.Key.Key_Return)


def test_the_list_has_a_heading_and_is_there_when_it_has_rows(
    panel: WatchesPanel,
) -> None:
    labels = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert labels[0] == "Watches"
    assert not listed(panel).isVisible()
    panel.add_watch(WEIGHT)
    assert listed(panel).isVisible()
