"""Real windows: skipped unless BPVIZ_REAL_WINDOW is set, and then nothing is excused.

They start an X server of their own, so no screen is needed and none is disturbed:

    BPVIZ_REAL_WINDOW=1 python -m pytest tests/real_window
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from tests.real_window.display import Display, missing_packages
from tests.real_window.program import RealProgram

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("BPVIZ_REAL_WINDOW"):
        return
    skip = pytest.mark.skip(reason="opens real windows: set BPVIZ_REAL_WINDOW=1")
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(skip)


class Launch(Protocol):
    """Starts a program on the real screen; it is stopped when the test ends."""

    def __call__(self, command: Sequence[str]) -> RealProgram: ...


class LaunchBpviz(Protocol):
    """Starts bpviz with these arguments and waits for its window."""

    def __call__(self, *arguments: str) -> RealProgram: ...


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    if missing := missing_packages():
        pytest.fail(f"real windows need: apt-get install {' '.join(missing)}")
    with Display() as started:
        yield started


@pytest.fixture
def launch(display: Display, tmp_path: Path) -> Iterator[Launch]:
    programs: list[RealProgram] = []

    def start(command: Sequence[str]) -> RealProgram:
        folder = tmp_path / f"program-{len(programs)}"
        folder.mkdir()
        settings = {
            name: value for name, value in os.environ.items() if name[:4] == "XDG_"
        }
        environment = {**settings, "HOME": str(tmp_path)}
        programs.append(RealProgram(command, display, environment, folder))
        return programs[-1]

    yield start
    for program in programs:
        program.stop()


@pytest.fixture
def bpviz(launch: Launch) -> LaunchBpviz:
    def start(*arguments: str) -> RealProgram:
        program = launch([sys.executable, "-m", "bpviz", *arguments])
        program.wait_for_window("bpviz")
        return program

    return start
