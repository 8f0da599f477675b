"""A window can be closed in the middle of anything, and leaves nothing running."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QCoreApplication, QProcess
from pytestqt.qtbot import QtBot

from bpviz.training.conditions import GradientNorm
from bpviz.training.debug_requests import CheckGradients, RunTo
from bpviz.training.messages import OpenFile, Request, Run, SaveFile, Seek, Step
from bpviz.training.presets import preset
from bpviz.training.steps import Granularity
from bpviz.window.export_choice import Background, ExportChoice, Subject
from bpviz.window.export_dialog import ExportDialog
from bpviz.window.main_window import MainWindow
from tests.window.conftest import Open, settle

FAR = 10**9
NEVER = GradientNorm(is_above=False, value=-1.0)
LARGE = ExportChoice(Subject.NETWORK, ".png", 4000, 3000, 2, Background.LIGHT)

Begin = Callable[[QtBot, MainWindow, Path], object]


def many_edges(qtbot: QtBot, window: MainWindow, _folder: Path) -> None:
    """Run a network whose edges another process draws."""
    experiment = preset("xor").experiment
    experiment = replace(
        experiment, layer_sizes=(2, 90, 90, 1), activations=("tanh", "tanh", "sigmoid")
    )
    window.parts.experiment.experiment_requested.emit(experiment)
    settle(qtbot, window)
    window.playback.play()
    qtbot.waitUntil(edges_are_drawn_elsewhere, timeout=10_000)


def edges_are_drawn_elsewhere() -> bool:
    app = QCoreApplication.instance()
    assert app is not None
    processes = app.findChildren(QProcess)
    return any(p.state() == QProcess.ProcessState.Running for p in processes)


def an_export(_qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    dialog = ExportDialog(window, window.parts.network, "x")
    dialog.open()
    dialog.form.choose(LARGE)
    dialog.export(folder / "x.png")


def a_graph_played(_qtbot: QtBot, window: MainWindow, _folder: Path) -> None:
    window.parts.workspaces.show_graph()
    graph = window.parts.workspaces.graph
    assert graph is not None
    graph.toggle_run()
    assert graph.is_running


def a_file_opened(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    path = str(folder / "a.bpviz")
    window.playback.command(Run(budget=5, until=500))
    window.playback.command(SaveFile(path=path))
    settle(qtbot, window)
    window.playback.command(OpenFile(path=path))


def ask(*requests: Request) -> Begin:
    def begin(qtbot: QtBot, window: MainWindow, _folder: Path) -> None:
        for request in requests:
            window.playback.command(request)
        with qtbot.waitSignal(window._worker.reported, timeout=10_000):
            pass

    return begin


BEGINNINGS: dict[str, Begin] = {
    "a run": lambda _qtbot, window, _folder: window.playback.play(),
    "a long way": ask(Seek(update=FAR)),
    "a search": ask(RunTo(condition=NEVER)),
    "a check": ask(Run(budget=1, until=3), CheckGradients(entries=None, budget=1e-4)),
    "a step that moves": ask(Step(granularity=Granularity.OPERATION)),
    "a file opened": a_file_opened,
    "an export": an_export,
    "a graph played": a_graph_played,
    "many edges": many_edges,
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_closing_in_the_middle_of(
    qtbot: QtBot, open_preset: Open, tmp_path: Path, name: str
) -> None:
    window = open_preset("xor")
    BEGINNINGS[name](qtbot, window, tmp_path)
    assert window.close()
    assert not window._worker.is_running
    assert not edges_are_drawn_elsewhere()
