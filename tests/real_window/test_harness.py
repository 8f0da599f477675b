"""The hands and eyes of the real-window tests do what they say."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.real_window.conftest import Launch
from tests.real_window.display import Display

# Blue until the left half is clicked or dragged over; the title says what happened.
PROGRAM = """
import sys
from PyQt6.QtCore import QSettings, Qt
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paint(self, name):
        self.setPalette(QPalette(QColor(name)))
    def keyPressEvent(self, event):
        self.setWindowTitle(f"{event.text() or event.key()} — harness")
    def mousePressEvent(self, event):
        self.paint("red")
        position = event.position().toPoint()
        self.setWindowTitle(f"{position.x()},{position.y()} — harness")
    def mouseReleaseEvent(self, event):
        position = event.position().toPoint()
        self.setWindowTitle(self.windowTitle() + f" {position.x()},{position.y()}")

app = QApplication(sys.argv)
window = Window(windowTitle="ready — harness")
window.paint("blue")
window.resize(400, 300)
window.show()
print(QSettings("bpviz").fileName())
sys.exit(app.exec())
"""

STUBBORN = PROGRAM.replace(
    "app = ", "Window.closeEvent = lambda self, event: event.ignore()\napp = "
)


def python(code: str) -> Sequence[str]:
    return [sys.executable, "-u", "-c", code]


def test_keys_clicks_and_drags_arrive(launch: Launch) -> None:
    program = launch(python(PROGRAM))
    program.wait_for_window("ready")
    program.press("a")
    program.wait_for_title("a — harness")
    program.press("F10")
    program.wait_for_title("16777273 — harness")
    program.type_text("xyz")
    program.wait_for_title("z — harness")
    program.click(30, 40)
    program.wait_for_title("30,40 — harness 30,40")
    program.drag((10, 20), (210, 120))
    program.wait_for_title("10,20 — harness 210,120")


def test_pictures_show_the_window(launch: Launch, tmp_path: Path) -> None:
    program = launch(python(PROGRAM))
    program.wait_for_window("ready")
    program.resize(640, 360)
    program.click(320, 180)
    program.wait_for_title("320,180")
    program.point_at(0, 0)
    picture = program.pixels()
    assert picture.shape == (360, 640, 3)
    assert (picture[100:300, 100:600] == (255, 0, 0)).all()
    program.save_screenshot(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").read_bytes().startswith(b"\x89PNG")


def test_closing_the_window_ends_the_program(launch: Launch, tmp_path: Path) -> None:
    program = launch(python(PROGRAM))
    program.wait_for_window("ready")
    program.press("alt+F4")
    assert program.wait_for_exit() == 0
    assert program.errors() == ""


def test_settings_are_those_of_the_test(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    program = launch(python(PROGRAM))
    program.wait_for_window("ready")
    assert program.output().startswith(str(tmp_path / "config"))


def test_a_program_that_dies_is_reported_with_its_words(launch: Launch) -> None:
    program = launch(python("raise SystemExit('no window today')"))
    with pytest.raises(RuntimeError, match=r"(?s)status 1.*no window today"):
        program.wait_for_window("ready")


def test_a_program_that_will_not_close_is_stopped(launch: Launch) -> None:
    program = launch(python(STUBBORN))
    program.wait_for_window("ready")
    program.press("alt+F4")
    program.press("b")
    program.wait_for_title("b — harness")
    program.stop()
    assert program.process.returncode != 0


def test_a_failing_tool_says_why(display: Display) -> None:
    with pytest.raises(RuntimeError, match="xdotool getwindowname 1 failed"):
        display.run("xdotool", "getwindowname", "1")
