"""What keeps a window from opening is said before Qt ends the process over it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bpviz.app.system_libraries import what_is_missing

DESKTOP = {"DISPLAY": ":0"}


def ask(
    environment: dict[str, str],
    without: tuple[str, ...] = (),
    alive: tuple[str, ...] = ("xcb",),
) -> str | None:
    """Ask on a made-up Linux `without` some libraries and with some displays."""
    return what_is_missing(
        environment,
        "linux",
        can_load=lambda library: library not in without,
        answers=lambda plugin: plugin in alive,
    )


def test_nothing_is_said_when_nothing_is_missing() -> None:
    assert ask(DESKTOP) is None


def test_a_missing_library_is_named_with_the_commands_that_bring_it() -> None:
    text = ask(DESKTOP, without=("libxcb-cursor.so.0", "libxcb-shape.so.0"))
    assert text is not None
    assert "libxcb-cursor.so.0, libxcb-shape.so.0" in text
    assert "apt install libxcb-cursor0 libxcb-shape0`" in text
    assert "dnf install xcb-util-cursor libxcb`" in text
    assert "display" not in text
    assert "\n" not in text


def test_what_qt_itself_is_linked_to_is_asked_for_without_a_screen_too() -> None:
    text = ask({"QT_QPA_PLATFORM": "offscreen"}, without=("libEGL.so.1",), alive=())
    assert text is not None
    assert "libegl1" in text


def test_a_screenless_platform_needs_no_display_and_none_of_its_libraries() -> None:
    for name in (
        "offscreen",
        "offscreen:configfile=a.json",
        "minimal",
        "xcb;offscreen",
    ):
        environment = {"QT_QPA_PLATFORM": name}
        assert ask(environment, without=("libxcb-cursor.so.0",), alive=()) is None


def test_a_display_that_is_not_there_is_told_from_one_that_does_not_answer() -> None:
    assert "DISPLAY is not set" in str(ask({}, alive=()))
    text = str(ask({"DISPLAY": ":99", "WAYLAND_DISPLAY": "w"}, alive=()))
    assert "DISPLAY=:99 and WAYLAND_DISPLAY=w does not answer" in text
    assert "xvfb-run" in text


def test_a_wayland_session_starts_without_the_libraries_of_x() -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert ask(environment, without=("libxcb-cursor.so.0",), alive=("wayland",)) is None


def test_a_wayland_session_that_is_gone_falls_back_to_x() -> None:
    environment = {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}
    assert ask(environment) is None
    text = ask(environment, without=("libxcb-cursor.so.0",))
    assert "libxcb-cursor0" in str(text)


def test_only_the_platforms_that_were_asked_for_count() -> None:
    environment = {"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": "wayland-0"}
    assert ask(environment | DESKTOP) is not None
    assert ask(environment, alive=("wayland",)) is None
    text = ask(environment, without=("libwayland-cursor.so.0",), alive=())
    assert "libwayland-cursor0" in str(text)


def test_libraries_of_a_display_that_nobody_has_are_not_asked_for() -> None:
    text = str(ask({}, without=("libxcb-cursor.so.0",), alive=()))
    assert "libxcb-cursor" not in text
    assert "DISPLAY is not set" in text


def test_a_platform_that_qt_does_not_have() -> None:
    for name in ("nosuch", "nosuch:a=b;other", ";"):
        text = str(ask(DESKTOP | {"QT_QPA_PLATFORM": name}))
        assert f"QT_QPA_PLATFORM={name} is no platform that Qt knows" in text
    assert ask(DESKTOP | {"QT_QPA_PLATFORM": "nosuch;xcb"}) is None
    elsewhere = {"QT_QPA_PLATFORM": "own", "QT_QPA_PLATFORM_PLUGIN_PATH": "/own"}
    assert ask(elsewhere) is None


def test_other_systems_are_not_asked() -> None:
    assert what_is_missing({}, "darwin", answers=lambda _: False) is None


@pytest.fixture
def live_display() -> Iterator[str]:
    """The name of a display that answers."""
    command = shutil.which("Xvfb")
    if command is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [command, "-displayfd", str(writing), "-screen", "0", "640x480x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


# Prints what we say, then lets Qt try.
PROGRAM = """
from bpviz.app.system_libraries import what_is_missing
print(what_is_missing(), flush=True)
from PyQt6.QtWidgets import QApplication
QApplication([])
print("up")
"""


def ours_and_qts(environment: dict[str, str]) -> tuple[bool, bool]:
    """Whether we and whether Qt find everything there."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name
        not in {"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=inherited | environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    return lines[0] == "None", lines[-1] == "up"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux only")
@pytest.mark.parametrize(
    ("environment", "works"),
    [
        ({}, False),
        ({"DISPLAY": ":9999"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb;offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal"}, True),
        ({"QT_QPA_PLATFORM": "wayland"}, False),
    ],
)
def test_it_agrees_with_qt(environment: dict[str, str], works: bool) -> None:
    assert ours_and_qts(environment) == (works, works)


@pytest.mark.parametrize(
    "environment",
    [{}, {"WAYLAND_DISPLAY": "gone"}, {"XDG_SESSION_TYPE": "wayland"}],
)
def test_it_agrees_with_qt_on_a_live_display(
    environment: dict[str, str], live_display: str
) -> None:
    assert ours_and_qts({"DISPLAY": live_display} | environment) == (True, True)
