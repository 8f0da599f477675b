"""Finds what a test leaves running: Python threads and, once Qt is loaded, Qt's own.

Nothing here imports Qt, so that the tests of the mathematics run without it.
"""

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leak:
    """Something still alive: what to call it, and how to end it if that can be done."""

    description: str
    end: Callable[[], object]


class LeakWatch:
    """Compares what is alive after a test with what was alive before it."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._find_in_qt: Callable[[], list[Leak]] = list
        if "PyQt6.QtCore" in sys.modules:
            from tests.qt_leaks import QtLeakWatch

            self._find_in_qt = QtLeakWatch().leaks

    def leaks(self) -> list[Leak]:
        """Return what was left behind; what only a reference cycle holds is not."""
        if not self._find():  # keeps no hold on what it found
            return []
        gc.collect()
        return self._find()

    def _find(self) -> list[Leak]:
        return [*self._find_in_qt(), *self._python_threads()]

    def _python_threads(self) -> list[Leak]:
        # Python makes a dummy for every foreign thread that runs Python code, a
        # QThread for one, and before 3.13 keeps it when that thread has long ended.
        return [
            Leak(f"a running Python thread ({thread.name!r})", end=lambda: None)
            for thread in threading.enumerate()
            if thread not in self._threads
            and not isinstance(thread, threading._DummyThread)
        ]


def sentence(leaks: list[Leak]) -> str:
    """Return one sentence that names every leak."""
    return "the test left behind " + ", and ".join(leak.description for leak in leaks)
