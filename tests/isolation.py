"""Keeps the tests and the settings of the person who runs them apart."""

import json
import os
import sys
from pathlib import Path

import pytest

FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

# The screen that Qt's offscreen platform pretends to have; its own, 800 x 800, is
# smaller than the smallest window that bpviz supports.
SCREEN = {
    "name": "offscreen",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def isolate_session(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Point the environment away from the person's desktop, language and settings.

    Subprocesses inherit it. `QT_QPA_PLATFORM` stays as it is when it is set.
    """
    patch.setenv("LC_ALL", "C.UTF-8")
    patch.delenv("LANGUAGE", raising=False)
    patch.setenv("XDG_CONFIG_DIRS", str(folder / "no-system-settings"))
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    patch.setenv("XDG_RUNTIME_DIR", str(runtime))
    isolate_test(folder / "session", patch)
    if "QT_QPA_PLATFORM" not in os.environ:
        patch.setenv("QT_QPA_PLATFORM", _offscreen(folder))


def isolate_test(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Give one test an empty place of its own for settings, data and caches.

    `folder` need not exist: whoever writes there makes it.
    """
    for variable in FOLDERS:
        patch.setenv(variable, str(folder / variable.lower()))
    if "PyQt6.QtCore" in sys.modules:
        from PyQt6.QtCore import QSettings

        # QSettings reads the environment only once in the life of a process.
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            place = str(folder / FOLDERS[0].lower())
            QSettings.setPath(form, QSettings.Scope.UserScope, place)


def _offscreen(folder: Path) -> str:
    if sys.platform != "linux":
        return "offscreen"
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    return f"offscreen:configfile={screens}"
