"""Tests neither read nor write what belongs to the person who runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

WRITE_A_SETTING = """
import os
from PyQt6.QtCore import QSettings
settings = QSettings("bpviz")
settings.setValue("theme", "dark")
settings.sync()
assert settings.fileName().startswith(os.environ["XDG_CONFIG_HOME"])
"""

WITHOUT_QT = """
import sys
sys.modules["PyQt6"] = None
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def test_folders_are_new_and_empty() -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        folder = Path(os.environ[variable])
        assert not folder.exists()
        assert "bpviz-tests-" in str(folder)


@pytest.mark.parametrize("visit", [1, 2])
def test_settings_live_no_longer_than_the_test(visit: int) -> None:
    core = pytest.importorskip("PyQt6.QtCore")
    for form in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
        settings = core.QSettings(
            form, core.QSettings.Scope.UserScope, "bpviz", "isolation"
        )
        assert settings.fileName().startswith(os.environ["XDG_CONFIG_HOME"])
        assert settings.value("visit") is None
        settings.setValue("visit", visit)
        settings.sync()
        assert Path(settings.fileName()).is_file()


def test_subprocesses_are_isolated_too() -> None:
    pytest.importorskip("PyQt6")
    subprocess.run([sys.executable, "-c", WRITE_A_SETTING], check=True, timeout=60)


@pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] != "offscreen"
    or sys.platform != "linux",
    reason="the size is that of the screen that Qt's offscreen platform pretends",
)
def test_smallest_supported_window_fits_the_screen(
    request: pytest.FixtureRequest,
) -> None:
    pytest.importorskip("PyQt6")
    size = request.getfixturevalue("qapp").primaryScreen().size()
    assert (size.width(), size.height()) == (1920, 1080)


def test_tests_without_qt_run_where_qt_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "test_sum.py"
    file.write_text("def test_sum():\n    assert 1 + 1 == 2\n", encoding="utf-8")
    options = ["-c", "pyproject.toml", "--rootdir", ".", "-p", "tests.conftest"]
    options += ["-p", "no:pytest-qt", "-p", "no:cacheprovider"]
    finished = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *options, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "1 passed" in finished.stdout
