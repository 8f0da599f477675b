"""Finds QThreads, QProcesses, QTimers and top-level widgets that a test left going.

Qt cannot list its threads, processes and timers, so their constructors are wrapped to
remember every one that Python makes, and where. (Wrapping `start` instead would change
what `signal.connect(timer.start)` does.) A pending `QTimer.singleShot` is not seen.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakKeyDictionary, WeakSet

import pytest
from PyQt6 import sip
from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QProcess, QThread, QTimer
from PyQt6.QtWidgets import QApplication, QWidget

from tests.leaks import Leak

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

Q = TypeVar("Q", bound=QObject)

_created_at: WeakKeyDictionary[QObject, str] = WeakKeyDictionary()

# How long a leaked thread may take to end, so that the next test starts clean.
END_LIMIT_MS = 5000


def remember_creation(kind: type[QObject], patch: pytest.MonkeyPatch) -> None:
    """Note the file and line that make each object of `kind`, until `patch` ends."""
    construct = kind.__init__

    def __init__(self: QObject, *args: Any, **keywords: Any) -> None:  # noqa: N807
        construct(self, *args, **keywords)
        _created_at[self] = _place_of_construction(self)

    patch.setattr(kind, "__init__", __init__)


class QtLeakWatch:
    """Remembers what of Qt is alive now, to tell later what is new."""

    def __init__(self) -> None:
        self._threads = WeakSet(_running_threads())
        self._processes = WeakSet(_running_processes())
        self._timers = WeakSet(_active_timers())
        self._widgets = {_address(widget) for widget in _top_levels()}

    def leaks(self) -> list[Leak]:
        """Return what is new and still alive, in the order in which it can be ended."""
        if QCoreApplication.instance() is not None:
            # Outside an event loop nobody else carries out a deleteLater().
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        threads = (t for t in _running_threads() if t not in self._threads)
        processes = (p for p in _running_processes() if p not in self._processes)
        timers = (t for t in _active_timers() if t not in self._timers)
        widgets = (w for w in _top_levels() if _address(w) not in self._widgets)
        return [
            *(_thread_leak(thread) for thread in threads),
            *(_process_leak(process) for process in processes),
            *(_timer_leak(timer) for timer in timers),
            *(_widget_leak(widget) for widget in widgets),
        ]


def _thread_leak(thread: QThread) -> Leak:
    def end() -> None:
        thread.requestInterruption()
        thread.quit()
        thread.wait(END_LIMIT_MS)

    return Leak(
        f"a running thread ({_label(thread)}) made at {_created_at[thread]}", end
    )


def _process_leak(process: QProcess) -> Leak:
    def end() -> None:
        process.kill()
        process.waitForFinished(END_LIMIT_MS)

    return Leak(
        f"a running process ({process.program()}) made at {_created_at[process]}", end
    )


def _timer_leak(timer: QTimer) -> Leak:
    def end() -> None:
        # Only the timer's own thread may stop it; another thread's ends with it.
        if not sip.isdeleted(timer) and timer.thread() is QThread.currentThread():
            timer.stop()

    return Leak(
        f"an active timer ({_label(timer)}, {timer.interval()} ms) "
        f"made at {_created_at[timer]}",
        end,
    )


def _widget_leak(widget: QWidget) -> Leak:
    title = f" titled {widget.windowTitle()!r}" if widget.windowTitle() else ""

    def end() -> None:
        # Not close(): a window may refuse it, or ask what to do with its changes.
        if not sip.isdeleted(widget):
            widget.hide()
            sip.delete(widget)

    return Leak(f"a top-level widget ({_label(widget)}){title}", end)


def _running_threads() -> Iterator[QThread]:
    return (thread for thread in _remembered(QThread) if thread.isRunning())


def _running_processes() -> Iterator[QProcess]:
    ended = QProcess.ProcessState.NotRunning
    return (process for process in _remembered(QProcess) if process.state() != ended)


def _active_timers() -> Iterator[QTimer]:
    return (timer for timer in _remembered(QTimer) if timer.isActive())


def _top_levels() -> list[QWidget]:
    if QApplication.instance() is None:
        return []
    # Qt keeps one tool tip for the whole program and hides it in its own time.
    return [w for w in QApplication.topLevelWidgets() if _class_name(w) != "QTipLabel"]


def _remembered(kind: type[Q]) -> list[Q]:
    return [
        thing
        for thing in list(_created_at)
        if isinstance(thing, kind) and not sip.isdeleted(thing)
    ]


def _address(widget: QWidget) -> int:
    # WORKAROUND PyQt6 6.11: the stub of unwrapinstance says that it returns None.
    unwrap = cast("Callable[[QWidget], int]", sip.unwrapinstance)
    return unwrap(widget)


def _label(thing: QObject) -> str:
    name = f" {thing.objectName()!r}" if thing.objectName() else ""
    return f"{_class_name(thing)}{name}"


def _class_name(thing: QObject) -> str:
    meta = thing.metaObject()
    return type(thing).__name__ if meta is None else meta.className()


def _place_of_construction(thing: QObject) -> str:
    """Return file:line of the call that made `thing`, past its own constructors."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_locals.get("self") is thing:
        frame = frame.f_back
    return "?" if frame is None else f"{frame.f_code.co_filename}:{frame.f_lineno}"
