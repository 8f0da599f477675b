"""Progress is one line on a terminal, and nothing anywhere else."""

import io
import os
from types import SimpleNamespace

import pytest
from typing_extensions import override

from bpviz.app import progress
from bpviz.app.progress import BAR_WIDTH, Progress


class Terminal(io.StringIO):
    @override
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    # Not in `sys` itself, where pytest puts its own between fixture and test.
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    size = os.terminal_size((60, 24))
    shutil = SimpleNamespace(get_terminal_size=lambda: size)
    monkeypatch.setattr(progress, "shutil", shutil)
    times = iter(range(1000))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(times)))
    return terminal


def screen(text: str) -> str:
    """Return what stands in the terminal's line in the end."""
    line: list[str] = []
    for part in text.split("\r"):
        line[: len(part)] = part
    return "".join(line)


def test_a_line_that_is_drawn_over(terminal: Terminal) -> None:
    with Progress() as line:
        line.show(0.25, "update 1,000 with some more words")
        line.show(0.5, "update 2,000")
        shown = screen(terminal.getvalue())
        assert shown.startswith("█" * 10 + "░" * 10 + "  50%  0:02 left  update 2,000")
        assert shown.count("█") + shown.count("░") == BAR_WIDTH
        assert "words" not in shown
    assert screen(terminal.getvalue()).strip() == ""
    assert "\n" not in terminal.getvalue()


def test_it_fits_the_terminal(terminal: Terminal) -> None:
    with Progress() as line:
        line.show(0.5, "x" * 500)
        assert len(screen(terminal.getvalue())) == 59


def test_the_line_is_gone_when_the_work_fails(terminal: Terminal) -> None:
    def work() -> None:
        with Progress() as line:
            line.show(0.5)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert screen(terminal.getvalue()).strip() == ""


def test_it_is_not_drawn_more_often_than_can_be_seen(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Progress() as line:
        monkeypatch.setattr(progress, "monotonic", lambda: 50.0)
        line.show(0.1, "first")
        line.show(0.2, "second")
        assert "first" in screen(terminal.getvalue())


def test_the_time_that_is_left(terminal: Terminal) -> None:
    with Progress() as line:  # begins at 0 s
        line.show(1 / 121)  # at 1 s
        assert screen(terminal.getvalue()) == "░" * 20 + "   1%  2:00 left"


def test_nothing_anywhere_else(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as line:
        line.show(0.5, "words")
    assert capsys.readouterr() == ("", "")


def test_no_standard_error_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a program without a console has none."""
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=None))
    with Progress() as line:
        line.show(0.5, "words")
