"""Typing a part of a command's name and Enter does it."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QLineEdit, QMainWindow, QTreeWidget
from pytestqt.qtbot import QtBot

from bpviz.window.actions import Actions
from bpviz.window.command_palette import CommandPalette
from tests.window.keys import press_in


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    window = QMainWindow()
    qtbot.addWidget(window)
    return Actions(window)


def opened(qtbot: QtBot, actions: Actions) -> tuple[CommandPalette, QLineEdit]:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.show()
    (field,) = palette.findChildren(QLineEdit)
    return palette, field


def shown(palette: CommandPalette) -> list[str]:
    (tree,) = palette.findChildren(QTreeWidget)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None and not item.isHidden()]


def test_every_action_that_can_be_done_is_offered(
    qtbot: QtBot, actions: Actions
) -> None:
    actions.action("undo").setEnabled(False)
    palette, _ = opened(qtbot, actions)
    names = shown(palette)
    assert "Run: One update forward" in names
    assert "Edit: Redo the change" in names
    assert "Edit: Undo the change" not in names


def test_parts_of_words_in_any_order_find_it(qtbot: QtBot, actions: Actions) -> None:
    palette, field = opened(qtbot, actions)
    field.setText("back epo")
    assert shown(palette) == ["Run: One epoch back"]
    press_in(field, Qt.Key.Key_Return)
    assert palette.chosen is actions.action("epoch_back")


def test_the_arrows_move_the_mark(qtbot: QtBot, actions: Actions) -> None:
    palette, field = opened(qtbot, actions)
    field.setText("one update")
    assert shown(palette) == ["Run: One update forward", "Run: One update back"]
    press_in(field, Qt.Key.Key_Down)
    press_in(field, Qt.Key.Key_Return)
    assert palette.chosen is actions.action("update_back")


def test_nothing_found_is_nothing_done(qtbot: QtBot, actions: Actions) -> None:
    palette, field = opened(qtbot, actions)
    field.setText("quixotic")
    assert shown(palette) == []
    press_in(field, Qt.Key.Key_Return)
    assert palette.chosen is None
    assert palette.isVisible()


def test_escape_does_nothing(qtbot: QtBot, actions: Actions) -> None:
    palette, field = opened(qtbot, actions)
    press_in(field, Qt.Key.Key_Escape)
    assert palette.chosen is None
    assert not palette.isVisible()


def test_it_says_that_nothing_is_found(qtbot: QtBot, actions: Actions) -> None:
    palette, field = opened(qtbot, actions)
    (label,) = palette.findChildren(QLabel)
    assert not label.isVisible()
    field.setText("make <b>coffee</b> ")
    assert label.isVisible()
    assert label.text() == "No command matches “make <b>coffee</b>”."
    press_in(field, Qt.Key.Key_Return)
    assert palette.isVisible()
    field.setText("epoch")
    assert not label.isVisible()
    assert shown(palette)
