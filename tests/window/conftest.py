"""A real window with a real session, closed when the test ends."""

from collections.abc import Callable, Iterator

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.look.theme_keeper import ThemeKeeper
from bpviz.training.presets import preset
from bpviz.window.create import open_window
from bpviz.window.main_window import MainWindow
from tests.look.conftest import app

__all__ = ["app"]

LIMIT_MS = 20_000

Open = Callable[..., MainWindow]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that was asked for is shown and nothing goes on."""
    qtbot.waitUntil(lambda: window.is_settled, timeout=LIMIT_MS)


@pytest.fixture
def open_preset(app: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens the window on a preset, shows it, and waits until it is there."""
    windows: list[MainWindow] = []

    def make(key: str = "chain", language: str = "en") -> MainWindow:
        window = open_window(preset(key).experiment, language=language)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
        settle(qtbot, window)
        return window

    yield make
    for window in windows:
        window.close()
    for themes in app.findChildren(ThemeKeeper):
        themes.deleteLater()


@pytest.fixture
def window(open_preset: Open) -> MainWindow:
    return open_preset()
