"""The window starts, survives what nobody caught, and leaves when it is told to.

Each test runs the program in a process of its own, as its hooks are for a whole one.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# The program, and what to do with its window, which the environment says.
DRIVER = """
import os, signal, sys, threading
import bpviz.window.create as create
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication

def once_settled(act):
    connection = window.settled.connect(
        lambda: (window.settled.disconnect(connection), act())
    )

def as_soon_as(is_so, act):
    timer = QTimer(window)
    timer.timeout.connect(lambda: is_so() and (timer.stop(), act()))
    timer.start(5)

original = create.open_window
def open_window(*arguments, **options):
    global window
    window = original(*arguments, **options)
    exec(compile(os.environ["BPVIZ_TEST"], "the test", "exec"), globals())
    return window
create.open_window = open_window

from bpviz.app.main import main
sys.exit(main(sys.argv[1:]))
"""

# Says what the window says of a fault, and closes it.
TELL = """
def tell():
    bar = window.parts.error_bar
    print(bar.sentence, bar.isVisible(), window.playback.state)
    window.close()
as_soon_as(lambda: window.parts.error_bar.sentence, tell)
"""


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def launched(what_to_do: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    finished = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", DRIVER, *arguments],
        cwd=ROOT,
        env={**os.environ, "BPVIZ_TEST": what_to_do},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    noise = "This plugin does not support"
    errors = [line for line in finished.stderr.splitlines() if noise not in line]
    finished.stderr = "\n".join(errors)
    return finished


def test_it_starts_and_is_closed() -> None:
    finished = launched(
        "once_settled(lambda: (print(window.windowTitle()), window.close()))"
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "Quadratic regression — bpviz\n"


def test_no_garbage_is_looked_for_among_what_lives_as_long_as_the_window() -> None:
    finished = launched(
        "import gc\n"
        "print(gc.get_freeze_count())\n"
        "def tell():\n"
        "    print(gc.get_freeze_count() > 10_000, gc.isenabled())\n"
        "    everything = gc.get_objects()\n"
        "    print(any(one is window.__dict__ for one in everything))\n"
        "    window.close()\n"
        "once_settled(tell)"
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "0\nTrue True\nFalse\n"


def test_a_session_file(tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    command = [sys.executable, "-m", "bpviz", "train", "xor", "--updates", "33"]
    subprocess.run([*command, "--save", path], cwd=ROOT, check=True, timeout=60)
    finished = launched(
        "def show(report, *rest, show=window.show_report):\n"
        "    print(report.frame.moment.update)\n"
        "    show(report, *rest)\n"
        "window.show_report = show\n"
        "once_settled(window.close)",
        str(path),
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "33\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "moment"),
    [
        *(("SIGINT", "asleep"), ("SIGINT", "running"), ("SIGINT", "before")),
        ("SIGTERM", "asleep"),
    ],
)
def test_signals_close_it(name: str, moment: str) -> None:
    send = f"os.kill(os.getpid(), signal.{name})"
    # Sent by another thread they find the main one asleep in Qt, where no Python runs.
    from_outside = f"threading.Thread(target=lambda: {send}).start"
    code = {
        "asleep": f"once_settled({from_outside})",
        "running": f"once_settled(window.playback.play)\n"
        f"as_soon_as(lambda: window.playback.state == 'running', lambda: {send})",
        "before": f"window.showEvent = lambda _: {send}",
    }[moment]
    finished = launched(code, "xor")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


def test_an_exception_in_a_slot_is_logged_shown_and_survived(tmp_path: Path) -> None:
    finished = launched(
        "once_settled(lambda: (window.playback.play(), 1 / 0))" + TELL, "xor"
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert "Something went wrong inside bpviz" in finished.stdout
    assert finished.stdout.endswith("True paused\n")
    log = tmp_path / "state" / "bpviz" / "bpviz.log"
    assert "ZeroDivisionError" in log.read_text()
    assert str(log) in finished.stdout


def test_an_exception_in_another_thread_is_shown_too(tmp_path: Path) -> None:
    finished = launched(
        "def fail():\n"
        "    raise OSError('far away')\n"
        "once_settled(threading.Thread(target=fail).start)" + TELL,
        "xor",
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert "Something went wrong inside bpviz" in finished.stdout
    log = tmp_path / "state" / "bpviz" / "bpviz.log"
    assert "far away" in log.read_text()


def test_the_same_fault_again_and_again_is_told_once(tmp_path: Path) -> None:
    finished = launched(
        "count = [0]\n"
        "def fail():\n"
        "    count[0] += 1\n"
        "    if count[0] == 50:\n"
        "        window.close()\n"
        "    raise RuntimeError(f'number {count[0]}')\n"
        "timer = QTimer(window)\n"
        "timer.timeout.connect(fail)\n"
        "timer.start(1)",
        "xor",
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    log = (tmp_path / "state" / "bpviz" / "bpviz.log").read_text()
    assert log.count("RuntimeError: number") == 1


def test_a_log_that_cannot_be_written_is_no_reason_not_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    finished = launched("once_settled(window.close)")
    assert (finished.returncode, finished.stderr) == (0, "")


def test_theme_and_language() -> None:
    finished = launched(
        "def look():\n"
        "    from bpviz.look.palette import current_theme\n"
        "    from PyQt6.QtCore import QLocale\n"
        "    print(current_theme().name, QLocale().name())\n"
        "    window.close()\n"
        "once_settled(look)",
        *("xor", "--theme", "dark", "--lang", "zh_CN"),
    )
    assert (finished.returncode, finished.stdout) == (0, "dark zh_CN\n")


def test_names_for_the_desktop() -> None:
    finished = launched(
        "app = QApplication.instance()\n"
        "print(app.applicationName(), repr(app.organizationName()),\n"
        "      app.desktopFileName(), app.windowIcon().isNull())\n"
        "once_settled(window.close)"
    )
    assert finished.stdout == "bpviz '' bpviz False\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks a display")
def test_no_display_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    finished = subprocess.run(
        [sys.executable, "-m", "bpviz", "xor"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.startswith("bpviz: error: There is no graphical display")
    assert finished.stderr.count("\n") == 1


def test_without_qt_it_says_so() -> None:
    code = "import sys; sys.modules['PyQt6'] = None\n"
    code += "from bpviz.app.main import main; sys.exit(main(['xor']))"
    finished = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.startswith("bpviz: error: Qt cannot be loaded: ")
    assert finished.stderr.count("\n") == 1
