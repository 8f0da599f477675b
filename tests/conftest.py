"""What holds for every test: no screen, no settings of the person, nothing left over.

Qt is imported only when it is there. Without it, the tests of the mathematics run as

    python -m pytest -p no:pytest-qt tests/nn tests/data tests/training tests/scene
"""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest

from tests.isolation import isolate_session, isolate_test
from tests.leaks import LeakWatch, sentence

FAILED = pytest.StashKey[bool]()
SESSION_FOLDER = pytest.StashKey[Path]()

_test_numbers = count()


def pytest_addoption(
    parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager
) -> None:
    # pyproject.toml carries pytest-qt's settings, which nobody else would know.
    if not pluginmanager.hasplugin("pytest-qt"):
        for setting in ("qt_api", "qt_qapp_name", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "read by pytest-qt, which is not in use")


def pytest_configure(config: pytest.Config) -> None:
    folder = TemporaryDirectory(prefix="bpviz-tests-")
    config.add_cleanup(folder.cleanup)
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    config.stash[SESSION_FOLDER] = Path(folder.name)
    isolate_session(Path(folder.name), patch)
    if "PyQt6.QtCore" in sys.modules:
        from PyQt6.QtCore import QProcess, QThread, QTimer

        from tests.qt_leaks import remember_creation

        for kind in (QThread, QProcess, QTimer):
            remember_creation(kind, patch)
    # A loaded machine is slow, and slowness is no fault of the example drawn.
    hypothesis.settings.register_profile("bpviz", deadline=None)
    hypothesis.settings.load_profile("bpviz")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:
    report = yield
    if call.excinfo is not None:
        item.stash[FAILED] = True
    return report


@pytest.fixture(autouse=True)
def _isolated_settings(pytestconfig: pytest.Config) -> Iterator[None]:
    folder = pytestconfig.stash[SESSION_FOLDER] / f"test-{next(_test_numbers)}"
    with pytest.MonkeyPatch.context() as patch:
        isolate_test(folder, patch)
        yield


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    watch = LeakWatch()
    yield
    leaks = watch.leaks()
    for leak in leaks:
        leak.end()
    # A failed test did not reach its own cleaning up; one report of it is enough.
    if leaks and not request.node.stash.get(FAILED, False):
        pytest.fail(sentence(leaks), pytrace=False)
