from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import QDockWidget
from pytestqt.qtbot import QtBot

from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, app

__all__ = ["app"]

SMALL, LARGE = QSize(1280, 720), QSize(1920, 1080)


def dock(window: MainWindow, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name)
    assert found is not None
    return found


def shares(window: MainWindow) -> tuple[float, float]:
    """Return the width of the right column and the height of the curves, as shares."""
    return (
        dock(window, "inspector").width() / window.width(),
        dock(window, "curves").height() / window.height(),
    )


def test_panels_grow_and_shrink_with_the_window(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset()
    window.resize(SMALL)
    qtbot.waitUntil(lambda: dock(window, "inspector").width() < 300)
    window.resize(LARGE)
    qtbot.waitUntil(lambda: all(0.2 < share < 0.27 for share in shares(window)))
    window.resize(SMALL)
    qtbot.waitUntil(lambda: dock(window, "inspector").width() < 300)


def test_a_panel_that_somebody_has_widened_keeps_its_width(
    qtbot: QtBot, open_preset: Open
) -> None:
    window = open_preset()
    window.resize(SMALL)
    qtbot.waitUntil(lambda: dock(window, "inspector").width() < 300)
    window.resizeDocks([dock(window, "inspector")], [360], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: dock(window, "inspector").width() == 360)
    window.resize(LARGE)
    # The curves, which nobody has touched, tell when the panels have followed.
    qtbot.waitUntil(lambda: shares(window)[1] > 0.24)
    assert dock(window, "inspector").width() == 360
