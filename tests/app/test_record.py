"""``bpviz record`` films the real window where there is no screen.

Each film is made by a process of its own, as Qt is loaded once in the life of one.
"""

import importlib.util
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from bpviz.app.film.films import check_film
from bpviz.app.film.mp4 import ffmpeg
from bpviz.app.parser import UsageError
from bpviz.messages import RunError
from tests.app.command_line import CommandLine

ROOT = Path(__file__).parent.parent.parent

needs_pillow = pytest.mark.skipif(
    importlib.util.find_spec("PIL") is None,
    reason="Pillow is not installed; it comes with the extra 'record'",
)
needs_ffmpeg = pytest.mark.skipif(
    ffmpeg() is None, reason="ffmpeg is not installed; it comes with the extra 'record'"
)


def recorded(path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [sys.executable, "-m", "bpviz", "record", *arguments, "-o", str(path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def seen(path: Path) -> tuple[list[npt.NDArray[np.uint8]], list[int]]:
    """Return the pictures of a GIF, and for how many ms each is shown."""
    from PIL import Image

    pictures, durations = [], []
    with Image.open(path) as film:
        for number in range(getattr(film, "n_frames", 1)):
            film.seek(number)
            pictures.append(np.asarray(film.convert("RGB")))
            durations.append(film.info["duration"])
    return pictures, durations


@needs_pillow
def test_a_gif(tmp_path: Path) -> None:
    path, again = tmp_path / "film.gif", tmp_path / "again.gif"
    options = ("xor", "--updates", "7", "--every", "3", "--size", "1280x720")
    for file in (path, again):
        finished = recorded(file, *options)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert path.read_bytes() == again.read_bytes()
    assert sorted(tmp_path.iterdir()) == [again, path]
    pictures, durations = seen(path)
    assert len(pictures) == 4  # updates 0, 3, 6 and 7
    assert pictures[0].shape == (720, 1280, 3)
    assert durations == [50, 50, 50, 1550]
    for before, after in itertools.pairwise(pictures):
        assert (before != after).any(axis=2).mean() > 0.005
    assert pictures[0][700, 640].min() > 200  # light


@needs_pillow
def test_the_last_picture_is_what_render_draws(tmp_path: Path) -> None:
    from PIL import Image

    film, picture = tmp_path / "film.gif", tmp_path / "picture.png"
    options = ("mazur", "--updates", "3", "--theme", "dark")
    assert recorded(film, *options, "--every", "3").returncode == 0
    rendering = [sys.executable, "-m", "bpviz", "render", *options, "-o", str(picture)]
    subprocess.run(rendering, cwd=ROOT, timeout=100, check=True)
    last = seen(film)[0][-1].astype(int)
    with Image.open(picture) as image:
        rendered = np.asarray(image.convert("RGB"))
    assert np.abs(last - rendered).mean() < 1
    assert last[700, 640].max() < 80  # dark


@needs_pillow
def test_operations_move(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    options = ("mazur", "--updates", "1", "--operations", "3", "--fps", "10")
    assert recorded(path, *options).returncode == 0
    pictures, durations = seen(path)
    # The beginning and 3 pictures of each of 11 operations; those in which nothing
    # is seen to move are one picture that lasts.
    assert sum(durations) == 100 * 34 + 1500
    assert len(pictures) > 20
    # z of layer 1: the numbers are on their way in two pictures, and then there.
    starts = np.cumsum([0, *durations[:-1]]) // 100
    first, second, there = (
        pictures[int(np.searchsorted(starts, at, side="right")) - 1] for at in (4, 5, 6)
    )
    network = slice(60, 420), slice(290, 990)
    assert (first[network] != second[network]).any()
    assert (second[network] != there[network]).any()


@needs_pillow
def test_a_run_that_diverges_keeps_its_film(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    how = ("--learning-rate", "1e6", "--updates", "90", "--every", "15")
    finished = recorded(path, "quadratic", *how)
    assert finished.returncode == 1
    assert finished.stderr.startswith("bpviz: error: the run diverged: in update ")
    assert finished.stderr.endswith(f"the film {path} ends there\n")
    assert finished.stderr.count("\n") == 1
    assert 2 <= len(seen(path)[0]) < 7


@needs_pillow
def test_a_run_that_diverges_inside_its_first_update(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    how = ("--init-scale", "1e200", "--updates", "1", "--operations", "1")
    finished = recorded(path, "quadratic", *how)
    assert finished.returncode == 1
    assert "in update 1" in finished.stderr
    assert len(seen(path)[0]) == 2


@needs_ffmpeg
def test_an_mp4(tmp_path: Path) -> None:
    path, again = tmp_path / "film.mp4", tmp_path / "again.mp4"
    for file in (path, again):
        finished = recorded(file, "xor", "--updates", "5", "--fps", "25")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert path.read_bytes() == again.read_bytes()
    assert sorted(tmp_path.iterdir()) == [again, path]
    program = ffmpeg()
    assert program is not None
    told = subprocess.run(
        [program, "-i", str(path), "-f", "null", "-"], capture_output=True, check=True
    ).stderr.decode()
    assert re.search(r"Video: h264 .*yuv420p\(tv, bt709.*1280x720", told)
    assert "25 fps" in told
    assert re.findall(r"frame=\s*(\d+)", told)[-1] == "6"
    command = [program, "-v", "error", "-i", str(path), "-f", "rawvideo"]
    raw = subprocess.run(
        [*command, "-pix_fmt", "rgb24", "-"], capture_output=True, check=True
    ).stdout
    pictures = np.frombuffer(raw, np.uint8).reshape(6, 720, 1280, 3).astype(int)
    for before, after in itertools.pairwise(pictures):
        assert (np.abs(before - after).max(axis=2) > 20).mean() > 0.001


@needs_ffmpeg
def test_what_ffmpeg_refuses_is_said(tmp_path: Path) -> None:
    from bpviz.app.film.mp4 import Mp4Writer

    path = tmp_path / "film.mp4"

    def film() -> None:
        with path.open("wb") as file, Mp4Writer(file, (0, 0), 20) as writer:
            for _ in range(1000):
                writer.add(np.zeros((40, 40, 3), np.uint8))

    with pytest.raises(RunError, match="ffmpeg could not make the film: "):
        film()


@pytest.mark.parametrize(("suffix", "what"), [(".gif", "Pillow"), (".mp4", "ffmpeg")])
def test_what_is_not_installed_is_said_before_the_work(
    suffix: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.app.film.films.find_spec", lambda name: None)
    monkeypatch.setattr("bpviz.app.film.mp4.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RunError, match=f"films need {what}, which is not") as raised:
        check_film(suffix, (1280, 720), 20)
    assert '`pip install "bpviz[record]"` brings it' in str(raised.value)


def test_a_gif_has_its_limits() -> None:
    with pytest.raises(UsageError, match="no more than 50 pictures a second"):
        check_film(".gif", (1280, 720), 60)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--updates", "3", "-o", "film.avi"), "call the file film.gif or film.mp4"),
        (("--updates", "3", "-o", "film"), "written as GIF or MP4"),
        (("--updates", "3", "-o", "nowhere/film.gif"), "there is no folder nowhere"),
        (("-o", "film.gif"), "--updates"),
        (("--updates", "3"), "-o"),
        (("--updates", "0", "-o", "film.gif"), "whole number of 1 or more"),
        (("--updates", "3", "-o", "f.mp4", "--size", "1281x720"), "even numbers"),
        (("--updates", "3", "-o", "f.gif", "--fps", "61"), "no more than 60"),
        (("--updates", "3", "-o", "f.gif", "--fps", "0"), "whole number of 1"),
        (
            ("--updates", "3", "-o", "f.gif", "--every", "2", "--operations", "2"),
            "not allowed with argument",
        ),
    ],
)
def test_wrong_calls(
    bpviz: CommandLine,
    arguments: tuple[str, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    called = bpviz("record", "xor", *arguments)
    assert called.status == 2
    assert words in called.complaint()
    assert list(tmp_path.iterdir()) == []


@needs_pillow
def test_a_window_cannot_be_too_small(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    finished = recorded(path, "xor", "--updates", "2", "--size", "200x100")
    assert finished.returncode == 2
    assert finished.stderr.startswith("bpviz: error: the window needs at least ")
    assert not path.exists()
