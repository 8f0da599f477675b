"""``bpviz render`` draws the real window where there is no screen.

Each picture is made by a process of its own, as Qt is loaded once in the life of one.
"""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.app.command_line import CommandLine

ROOT = Path(__file__).parent.parent.parent

# A system where no variable says where settings lie, such as Windows.
ELSEWHERE = """
import sys
from PyQt6.QtCore import QStandardPaths
folder = sys.argv[1]
QStandardPaths.writableLocation = staticmethod(lambda _: folder)
from bpviz.app.main import main
sys.exit(main(sys.argv[2:]))
"""

LOOK = """
import sys
from PyQt6.QtGui import QImage
for path in sys.argv[1:]:
    image = QImage(path)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3)
               for y in range(0, image.height(), 3)}
    corner = image.pixelColor(image.width() // 2, image.height() - 1)
    print(image.width(), image.height(), len(colours), corner.lightness())
"""


def rendered(path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [sys.executable, "-m", "bpviz", "render", *arguments, "-o", str(path)],
        cwd=ROOT,
        env={**environment, "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def seen(*paths: Path) -> list[tuple[int, ...]]:
    """Return width, height, how many colours, and how light it is, of each picture."""
    finished = subprocess.run(
        [sys.executable, "-c", LOOK, *map(str, paths)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [tuple(map(int, line.split())) for line in finished.stdout.splitlines()]


def test_pictures(tmp_path: Path) -> None:
    plain, again, later = (tmp_path / f"{name}.png" for name in ("a", "b", "c"))
    for path in (plain, again):
        finished = rendered(path, "xor")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    options = ("--updates", "30", "--operation", "7", "--size", "1600x900")
    finished = rendered(later, "xor", *options, "--theme", "dark", "--lang", "zh_CN")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert plain.read_bytes() == again.read_bytes()
    (width, height, colours, lightness), _, late = seen(plain, again, later)
    assert (width, height) == (1280, 720)
    assert colours > 20
    assert lightness > 200
    assert late[:2] == (1600, 900)
    assert late[2] > colours
    assert late[3] < 60
    assert sorted(tmp_path.iterdir()) == [plain, again, later]


def test_each_operation_looks_different(tmp_path: Path) -> None:
    paths = [tmp_path / f"{operation}.png" for operation in (5, 6)]
    for operation, path in zip(("5", "6"), paths, strict=True):
        assert rendered(path, "mazur", "--operation", operation).returncode == 0
    assert paths[0].read_bytes() != paths[1].read_bytes()


def test_the_network_as_svg(tmp_path: Path) -> None:
    weights, gradients, chinese = (tmp_path / f"{name}.svg" for name in ("w", "g", "c"))
    assert rendered(weights, "mazur", "--operation", "11").returncode == 0
    options = ("--operation", "11", "--edges", "gradient", "--size", "800x450")
    assert rendered(gradients, "mazur", *options).returncode == 0
    look = ("--theme", "dark", "--lang", "zh_CN")
    assert rendered(chinese, "mazur", *look).returncode == 0
    text = weights.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert (root.get("width"), root.get("height")) == ("1280", "720")
    # Mazur's published weights, after his first update.
    for number in ("0.1498", "0.3589", "0.5113", "0.5614"):
        assert f">{number}<" in text
    assert "gradient" in gradients.read_text(encoding="utf-8")
    assert ElementTree.fromstring(gradients.read_bytes()).get("width") == "800"
    assert "输入" in chinese.read_text(encoding="utf-8")
    assert "#1c1d20" in chinese.read_text(encoding="utf-8")


def test_the_settings_of_the_person_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "bpviz"
    folder.mkdir(parents=True)
    settings = folder / "bpviz.ini"
    settings.write_text("[General]\ntheme=dark\nlanguage=zh_CN\npace=0\n")
    plain, path = tmp_path / "plain.png", tmp_path / "picture.png"
    assert rendered(plain, "mazur").returncode == 0
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert rendered(path, "mazur").returncode == 0
    assert path.read_bytes() == plain.read_bytes()
    assert "pace=0" in settings.read_text()


def test_settings_make_no_difference_wherever_they_lie(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "bpviz"
    folder.mkdir(parents=True)
    settings = folder / "bpviz.ini"
    settings.write_text("[General]\ntheme=dark\nlanguage=zh_CN\npace=0\n")
    plain, path = tmp_path / "plain.png", tmp_path / "picture.png"
    assert rendered(plain, "mazur").returncode == 0
    command = [sys.executable, "-c", ELSEWHERE, str(folder.parent)]
    command += ["render", "mazur", "-o", str(path)]
    subprocess.run(command, cwd=ROOT, timeout=100, check=True)
    assert path.read_bytes() == plain.read_bytes()
    assert settings.read_text() == "[General]\ntheme=dark\nlanguage=zh_CN\npace=0\n"
    assert list(folder.iterdir()) == [settings]


def test_nothing_stays_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    assert rendered(tmp_path / "picture.png", "xor").returncode == 0
    assert list(temporary.iterdir()) == []


def test_a_window_cannot_be_too_small(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    finished = rendered(path, "xor", "--size", "200x100")
    assert finished.returncode == 2
    assert finished.stderr.startswith("bpviz: error: the window needs at least ")
    assert finished.stderr.count("\n") == 1
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "picture.gif"), "call the file picture.png or picture.svg"),
        (("-o", "picture"), "written as PNG or SVG"),
        (("-o", "picture.svg", "--edges", "hopes"), "--edges"),
        (("-o", "nowhere/picture.png"), "there is no folder nowhere"),
        ((), "-o"),
        (("-o", "p.png", "--size", "1280"), "must be like 1280x720"),
        (("-o", "p.png", "--size", "0x720"), "must be like 1280x720"),
        (("-o", "p.png", "--size", "9000x720"), "no more than 8192"),
        (("-o", "p.png", "--theme", "pink"), "--theme"),
        (("-o", "p.png", "--lang", "de"), "--lang"),
        (("-o", "p.png", "--operation", "12"), "11 operations"),
        (("-o", "p.png", "--operation", "-1"), "whole number of 0 or more"),
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
    called = bpviz("render", "xor", *arguments)
    assert called.status == 2
    assert words in called.complaint()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("operation", ["0", "5"])
def test_a_run_that_diverges(
    bpviz: CommandLine, tmp_path: Path, operation: str
) -> None:
    path = tmp_path / "picture.png"
    how = ("--learning-rate", "1e6", "--updates", "90")
    if operation != "0":
        how = ("--init-scale", "1e200", "--operation", operation)
    called = bpviz("render", "quadratic", *how, "-o", path)
    assert called.status == 1
    assert "the run diverged" in called.complaint()
    assert not path.exists()
