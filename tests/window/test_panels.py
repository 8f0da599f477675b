import pytest
from PyQt6.QtCore import QEvent, QObject, QSize, Qt
from PyQt6.QtWidgets import QDockWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.training.messages import Step
from bpviz.training.steps import Granularity
from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, app, settle

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


class Layouts(QObject):
    """Counts how often a window lays out its panels."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    @override
    def eventFilter(self, a0: QObject | None, a1: QEvent | None) -> bool:
        if a1 is not None and a1.type() == QEvent.Type.LayoutRequest:
            self.count += 1
        return False


@pytest.mark.parametrize("key", ["quadratic", "mnist-relu"])
def test_numbers_that_change_do_not_move_the_panels(
    qtbot: QtBot, open_preset: Open, key: str
) -> None:
    """Laying all of them out and painting them takes longer than the numbers do."""
    window = open_preset(key)
    _go(qtbot, window, 3)
    shown = Layouts(window)
    _go(qtbot, window, 20)
    # As the numbers get longer, the bar above them may need more room once or twice.
    assert shown.count <= 4


def _go(qtbot: QtBot, window: MainWindow, updates: int) -> None:
    for _ in range(updates):
        window.playback.command(Step(granularity=Granularity.UPDATE))
        settle(qtbot, window)
