"""A choice of theme is kept, and the system is followed when that is the choice."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.look.palette import current_theme
from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.look.theme_keeper import ThemeChoice, ThemeKeeper, theme_for

Scheme = Qt.ColorScheme


@pytest.mark.parametrize(
    ("choice", "system", "theme"),
    [
        (ThemeChoice.SYSTEM, Scheme.Dark, DARK),
        (ThemeChoice.SYSTEM, Scheme.Light, LIGHT),
        (ThemeChoice.SYSTEM, Scheme.Unknown, LIGHT),
        (ThemeChoice.LIGHT, Scheme.Dark, LIGHT),
        (ThemeChoice.DARK, Scheme.Light, DARK),
    ],
)
def test_which_theme_a_choice_means(
    choice: ThemeChoice, system: Scheme, theme: Theme
) -> None:
    assert theme_for(choice, system) is theme


def test_choosing_puts_the_theme_on_and_says_so(
    app: QApplication, qtbot: QtBot
) -> None:
    keeper = ThemeKeeper(app)
    keeper.choose(ThemeChoice.LIGHT)
    with qtbot.waitSignal(keeper.theme_changed) as changed:
        assert keeper.choose(ThemeChoice.DARK) is DARK
    assert changed.args == [DARK]
    assert keeper.choice is ThemeChoice.DARK
    assert current_theme() is DARK
    keeper.deleteLater()


def test_choosing_what_is_worn_already_changes_nothing(
    app: QApplication, qtbot: QtBot
) -> None:
    keeper = ThemeKeeper(app)
    keeper.choose(ThemeChoice.DARK)
    with qtbot.assertNotEmitted(keeper.theme_changed):
        keeper.choose(ThemeChoice.DARK)
    keeper.deleteLater()


def test_the_system_changes_only_who_follows_it(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = ThemeKeeper(app)
    hints = app.styleHints()
    assert hints is not None
    keeper.choose(ThemeChoice.LIGHT)
    hints.colorSchemeChanged.emit(Scheme.Dark)
    assert current_theme() is LIGHT

    keeper.choose(ThemeChoice.SYSTEM)
    monkeypatch.setattr(
        "bpviz.look.theme_keeper.theme_for",
        lambda choice, system: DARK if choice is ThemeChoice.SYSTEM else LIGHT,
    )
    hints.colorSchemeChanged.emit(Scheme.Dark)
    assert current_theme() is DARK
    keeper.deleteLater()
