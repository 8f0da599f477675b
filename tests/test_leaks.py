"""A test that leaves something behind fails, and the message names it."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PyQt6", reason="most of what can be left behind is Qt's")

ROOT = Path(__file__).parent.parent

SLOPPY_TESTS = """
import sys
import threading

import pytest
from PyQt6.QtCore import QProcess, QThread, QTimer
from PyQt6.QtWidgets import QWidget

kept = []

def test_thread(qapp):
    thread = QThread()
    thread.setObjectName("training")
    kept.append(thread)
    thread.start()

def test_process(qapp):
    process = QProcess()
    kept.append(process)
    process.start(sys.executable, ["-c", "input()"])
    assert process.waitForStarted()

def test_timer(qapp):
    class Clock(QTimer):
        def __init__(self):
            super().__init__()
            self.start(77)
    kept.append(Clock())

def test_widget(qapp):
    kept.append(QWidget(windowTitle="forgotten"))

def test_python_thread():
    threading.Thread(target=threading.Event().wait, name="idle", daemon=True).start()

def test_failure(qapp):
    kept.append(QWidget(windowTitle="of a failed test"))
    raise RuntimeError("reported once")

def test_tidy(qtbot):
    window = QWidget()
    window.timer = QTimer(window)
    window.timer.start(10)
    window.itself = window
    qtbot.addWidget(window)
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(5000)
    worker = threading.Thread(target=int)
    worker.start()
    worker.join()

def test_held_by_a_cycle(qapp):
    window = QWidget()
    window.itself = window

def test_ended_before_it_is_deleted(qapp):
    QWidget().deleteLater()

@pytest.fixture(scope="module")
def long_lived(qapp):
    window = QWidget(windowTitle="of the whole module")
    yield window
    window.deleteLater()

def test_of_the_module(long_lived):
    assert long_lived.isWindow()
"""

GUILTY = (
    *("test_thread", "test_process", "test_timer", "test_widget"),
    "test_python_thread",
)
INNOCENT = (
    "test_tidy",
    "test_held_by_a_cycle",
    "test_ended_before_it_is_deleted",
    "test_of_the_module",
)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest prints about SLOPPY_TESTS under our own conftest."""
    file = tmp_path_factory.mktemp("sloppy") / "test_sloppy.py"
    file.write_text(SLOPPY_TESTS, encoding="utf-8")
    options = ["-c", "pyproject.toml", "--rootdir", ".", "-p", "tests.conftest"]
    options += ["-p", "no:cacheprovider", "-v", "--color=no", "-rA"]
    command = [sys.executable, "-m", "pytest", *options, str(file)]
    finished = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert finished.returncode == 1, finished.stdout + finished.stderr
    return finished.stdout


@pytest.mark.parametrize("test", GUILTY)
def test_the_guilty_test_fails(outcome: str, test: str) -> None:
    assert f"ERROR at teardown of {test} " in outcome


@pytest.mark.parametrize("test", INNOCENT)
def test_the_innocent_test_passes(outcome: str, test: str) -> None:
    assert f"::{test} PASSED" in outcome
    assert f"ERROR at teardown of {test} " not in outcome


@pytest.mark.parametrize(
    "message",
    [
        "a running thread (QThread 'training') made at {file}:12",
        f"a running process ({sys.executable}) made at {{file}}:18",
        "an active timer (Clock, 77 ms) made at {file}:28",
        "a top-level widget (QWidget) titled 'forgotten'",
        "a running Python thread ('idle')",
    ],
)
def test_the_message_names_what_was_left(outcome: str, message: str) -> None:
    said = [line for line in outcome.splitlines() if line.startswith("the test left")]
    file = next(line for line in said if "made at" in line).split("made at ")[1]
    expected = message.format(file=file.rpartition(":")[0])
    assert f"the test left behind {expected}" in said


def test_a_failed_test_is_reported_once(outcome: str) -> None:
    assert "of a failed test" not in outcome.partition("short test summary")[2]
    assert "ERROR at teardown of test_failure" not in outcome
    assert "FAILED" in outcome
    assert "RuntimeError: reported once" in outcome
