"""The export dialog writes what is on the screen, at any size, and says what fails."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import pytest
from PyQt6 import sip
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT
from bpviz.views.network_view import NetworkView
from bpviz.window import file_dialogs, picture_file
from bpviz.window.export_choice import Background, ExportChoice, Subject
from bpviz.window.export_dialog import ExportDialog
from tests.scene.frames import UPDATED, frame_of

PNG = ExportChoice(Subject.NETWORK, ".png", 1200, 700, 2, Background.LIGHT)

MakeDialog = Callable[[], ExportDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = NetworkView()
    view.set_theme(LIGHT)
    window.setCentralWidget(view)
    window.resize(640, 400)
    view.show_frame(frame_of(2, 3, 1, done=UPDATED))
    window.show()
    return window


@pytest.fixture
def make(window: QMainWindow) -> MakeDialog:
    def opened() -> ExportDialog:
        view = window.centralWidget()
        assert isinstance(view, NetworkView)
        dialog = ExportDialog(window, view, "network")
        dialog.open()
        return dialog

    return opened


def export(qtbot: QtBot, dialog: ExportDialog, path: Path) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        dialog.export(path)


def test_a_png_of_any_size(qtbot: QtBot, make: MakeDialog, tmp_path: Path) -> None:
    dialog = make()
    dialog.form.choose(PNG)
    assert dialog.form.choice == PNG
    path = tmp_path / "network.png"
    export(qtbot, dialog, path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1200, 700)
    assert image.pixelColor(2, 2).name() == LIGHT.window
    assert list(tmp_path.iterdir()) == [path]


def test_the_offered_size_is_that_of_the_screen_enlarged(make: MakeDialog) -> None:
    dialog = make()
    choice = dialog.form.choice
    assert (choice.width, choice.height) == (1280, 800)
    dialog.form.choose(replace(choice, scale=3, width=1920, height=1200))
    assert dialog.form.choice.width == 1920


def test_an_svg(qtbot: QtBot, make: MakeDialog, tmp_path: Path) -> None:
    dialog = make()
    dialog.form.choose(replace(PNG, ending=".svg"))
    export(qtbot, dialog, tmp_path / "network.svg")
    text = (tmp_path / "network.svg").read_text(encoding="utf-8")
    assert text.startswith("<svg ")
    assert 'width="1200"' in text


def test_the_background(qtbot: QtBot, make: MakeDialog, tmp_path: Path) -> None:
    for background, expected in (
        (Background.DARK, (DARK.window, 255)),
        (Background.TRANSPARENT, ("#000000", 0)),
    ):
        dialog = make()
        dialog.form.choose(replace(PNG, background=background))
        path = tmp_path / f"{background}.png"
        export(qtbot, dialog, path)
        color = QImage(str(path)).pixelColor(2, 2)
        assert color.alpha() == expected[1]
        assert not color.alpha() or color.name() == expected[0]


def test_the_whole_window(qtbot: QtBot, make: MakeDialog, tmp_path: Path) -> None:
    dialog = make()
    dialog.form.choose(replace(PNG, subject=Subject.WINDOW, ending=".svg"))
    # Only what there is for a window is left to be chosen.
    assert dialog.form.choice.ending == ".png"
    path = tmp_path / "window.png"
    export(qtbot, dialog, path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1280, 800)
    colors = {image.pixel(x, 350) for x in range(0, 1280, 3)}
    assert len(colors) > 20


def test_the_moment_is_that_of_opening(
    qtbot: QtBot, window: QMainWindow, make: MakeDialog, tmp_path: Path
) -> None:
    view = window.centralWidget()
    assert isinstance(view, NetworkView)
    dialog = make()
    first = dialog.picture(PNG)
    view.show_frame(frame_of(2, 3, 1, done=UPDATED, seed=5))
    view.select_node(1, 1)
    assert dialog.picture(PNG) == first
    assert make().picture(PNG) != first


def test_a_place_that_cannot_be_written_to(
    qtbot: QtBot, make: MakeDialog, tmp_path: Path
) -> None:
    dialog = make()
    dialog.form.choose(PNG)
    dialog.export(tmp_path / "nowhere" / "x.png")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=10_000)
    assert "could not be written" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.form.isEnabled()
    # Another place will do.
    export(qtbot, dialog, tmp_path / "x.png")
    assert (tmp_path / "x.png").exists()


def test_whatever_fails_is_said(
    qtbot: QtBot, make: MakeDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_picture: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(picture_file, "file_of", fail)
    dialog = make()
    dialog.export(tmp_path / "x.png")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=10_000)
    assert "could not be written: MemoryError" in dialog.problem.text()
    assert dialog.isVisible()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Keep the next picture from being written until this is called."""
    begun, may_go_on = Event(), Event()
    write = picture_file.file_of

    def file_of(picture: QImage | str) -> bytes:
        begun.set()
        assert may_go_on.wait(10)
        return write(picture)

    def go_on() -> None:
        assert begun.wait(10)
        Timer(0.05, may_go_on.set).start()

    monkeypatch.setattr(picture_file, "file_of", file_of)
    return go_on


def test_closing_waits_for_the_file_and_closes(
    qtbot: QtBot, make: MakeDialog, tmp_path: Path, slow: Callable[[], None]
) -> None:
    dialog = make()
    dialog.form.choose(PNG)
    dialog.export(tmp_path / "x.png")
    dialog.reject()
    assert dialog.isVisible()
    slow()
    assert dialog.close()  # So a program that quits is not held up.
    assert QImage(str(tmp_path / "x.png")).width() == 1200


def test_closing_shows_first_what_could_not_be_written(
    make: MakeDialog, tmp_path: Path, slow: Callable[[], None]
) -> None:
    dialog = make()
    dialog.export(tmp_path / "nowhere" / "x.png")
    slow()
    assert not dialog.close()
    assert "could not be written" in dialog.problem.text()
    assert dialog.close()


def test_a_window_that_goes_waits_for_the_file(
    window: QMainWindow, make: MakeDialog, tmp_path: Path, slow: Callable[[], None]
) -> None:
    dialog = make()
    dialog.form.choose(PNG)
    dialog.export(tmp_path / "x.png")
    slow()
    sip.delete(dialog)
    assert QImage(str(tmp_path / "x.png")).width() == 1200


def test_the_file_is_asked_for_by_its_format(
    qtbot: QtBot, make: MakeDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(_parent: object, name: str, ending: str) -> str:
        asked.append((name, ending))
        return str(tmp_path / f"{name}{ending}")

    monkeypatch.setattr(file_dialogs, "ask_where_to_export", ask)
    dialog = make()
    dialog.form.choose(replace(PNG, ending=".svg"))
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        assert dialog.export_button is not None
        dialog.export_button.click()
    assert asked == [("network", ".svg")]
    assert (tmp_path / "network.svg").exists()


def test_without_a_network_there_is_still_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, view = QMainWindow(), NetworkView()
    qtbot.addWidget(window)
    window.setCentralWidget(view)
    dialog = ExportDialog(window, view, "x")
    assert dialog.form.choice.subject is Subject.WINDOW
    dialog.open()
    export(qtbot, dialog, tmp_path / "x.png")
    assert not QImage(str(tmp_path / "x.png")).isNull()
