"""The table of actions: every menu, every key, no clash, an icon for each name."""

from collections import Counter

import pytest
from PyQt6.QtCore import QCoreApplication
from PyQt6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bpviz.look.translation import LANGUAGES, install_language
from bpviz.window.action_row import ActionRow, MenuRow
from bpviz.window.action_table import MENUS
from bpviz.window.actions import Actions, action_texts, shortcut_texts

translate = QCoreApplication.translate

DESIGN = {
    "run": {"Space", "F5"},
    "update": {"Right", "F10"},
    "update_back": {"Left"},
    "operation": {"Down", "F11"},
    "operation_back": {"Up"},
    "epoch": {"PgDown", "Shift+F11"},
    "epoch_back": {"PgUp"},
    "restart": {"Home"},
    "open": {"Ctrl+O"},
    "save": {"Ctrl+S"},
    "export": {"Ctrl+E"},
    "shortcuts": {"F1"},
    "quit": {"Ctrl+Q"},
    "undo": {"Ctrl+Z"},
    "redo": {"Ctrl+Shift+Z", "Ctrl+Y"},
    "palette": {"Ctrl+Shift+P"},
}


def rows(menu: MenuRow) -> list[ActionRow | MenuRow]:
    inner = [part for part in menu.actions if isinstance(part, MenuRow)]
    return [*menu.actions, *(row for part in inner for row in rows(part))]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_the_keys_are_those_of_the_design() -> None:
    keys = {name: set(text.split(", ")) for name, text in shortcut_texts().items()}
    assert {name: keys[name] for name in DESIGN} == DESIGN


def test_no_key_is_used_twice() -> None:
    every = [key for text in shortcut_texts().values() for key in text.split(", ")]
    assert [key for key, count in Counter(every).items() if count > 1] == []


def test_every_menu_and_action_is_there_with_a_text(window: QMainWindow) -> None:
    actions = Actions(window)
    for menu in MENUS:
        assert actions.menu(menu.name).title()
        for row in rows(menu):
            if isinstance(row, MenuRow):
                assert actions.menu(row.name).title()
            else:
                assert actions.action(row.name).text()
                assert actions.action(row.name).icon().isNull() == (not row.icon)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_beside_the_keys_have_no_mnemonics(
    app: QApplication, language: str
) -> None:
    install_language(app, language)
    texts = action_texts()
    assert texts["run"] == {"en": "Run or pause", "zh_CN": "运行或暂停"}[language]
    assert not set("&()…") & set("".join(texts.values()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.name)
def test_mnemonics_differ_within_a_menu(
    app: QApplication, menu: MenuRow, language: str
) -> None:
    install_language(app, language)
    texts = [translate("Actions", row.text) for row in menu.actions]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(menu.actions) == len(set(letters))


def test_only_small_steps_repeat_while_their_key_is_held(window: QMainWindow) -> None:
    actions = Actions(window)
    repeating = {
        row.name
        for menu in MENUS
        for row in rows(menu)
        if isinstance(row, ActionRow) and actions.action(row.name).autoRepeat()
    }
    assert repeating == {"update", "update_back", "operation", "operation_back"}
