"""A monkey at the window: whatever it does, nothing fails and nothing hangs.

What it did is logged with the seed, so that a fault can be played again.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.training.presets import preset
from bpviz.training.steps import Moment
from bpviz.window import file_dialogs
from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, settle
from tests.window.debugging_monkey import DebuggingMonkey
from tests.window.monkey import Monkey

EVENTS = 300


@pytest.fixture
def _dialogs_close_themselves(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    for name in ("ask_what_to_open", "ask_where_to_save"):
        path = str(tmp_path / "a.bpviz")
        monkeypatch.setattr(file_dialogs, name, lambda *_, path=path: path)
    picture = str(tmp_path / "a.png")
    monkeypatch.setattr(file_dialogs, "ask_where_to_export", lambda *_: picture)

    def close() -> None:
        for widget in (
            QApplication.activePopupWidget(),
            QApplication.activeModalWidget(),
        ):
            if widget is not None:
                widget.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(5)
    yield
    timer.stop()


def let_loose(qtbot: QtBot, window: MainWindow, monkey: Monkey, log: list[str]) -> None:
    """Let the monkey do many things; the window still works when it has gone."""
    try:
        for _ in range(EVENTS):
            monkey.act()
        window.playback.pause()
        settle(qtbot, window)
        # It still does what it is told.
        window.parts.experiment.experiment_requested.emit(preset("chain").experiment)
        settle(qtbot, window)
        latest = window.parts.display.latest
        assert latest is not None
        assert latest.frame.moment == Moment()
    except BaseException:
        print(*log, sep="\n  ")  # noqa: T201 - shown on failure
        raise


# Qt's offscreen platform says so when a menu opens.
@pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$")
@pytest.mark.usefixtures("_dialogs_close_themselves")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_monkey(qtbot: QtBot, open_preset: Open, seed: int) -> None:
    window = open_preset("xor")
    log = [f"seed {seed}:"]
    let_loose(qtbot, window, Monkey(window, seed, log), log)


@pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$")
@pytest.mark.usefixtures("_dialogs_close_themselves")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_debugging_monkey(
    qtbot: QtBot, open_preset: Open, tmp_path: Path, seed: int
) -> None:
    window = open_preset("xor")
    log = [f"seed {seed}:"]
    let_loose(qtbot, window, DebuggingMonkey(window, seed, log, tmp_path), log)
