"""What nobody caught: logged, shown in the window, and survived.

Without a hook PyQt ends the process at an exception in a slot; with pyqtgraph's hook
it is printed, where nobody looks.
"""

import faulthandler
import logging
import sys
import tempfile
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Self

# It sets `sys.excepthook` while it is imported, so ours must come later.
import pyqtgraph  # noqa: F401
from PyQt6.QtCore import QObject, QStandardPaths, pyqtSignal, pyqtSlot

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.training.messages import Failure
from bpviz.window.main_window import MainWindow

LOG_BYTES = 200_000

_logger = logging.getLogger("bpviz")


class ExceptionKeeper(QObject):
    """Catches the exceptions of every thread for a window, within a ``with``.

    The same fault is told once: a paint event that fails would fail again while the
    message about it is painted. Should the process itself end, as it does at a fault
    in a library, the place is written down too.

    Parameters
    ----------
    window : MainWindow
        Which shows them; its run is stopped.

    Signals
    -------
    caught(str)
        A traceback, from whatever thread.
    """

    caught = pyqtSignal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._seen: set[tuple[object, ...]] = set()
        folder = _log_folder()
        self._log = _log_file(folder)
        self._crashes = (folder / "crash.log").open("ab")
        self.caught.connect(self._show)

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self._log)
        faulthandler.enable(self._crashes)
        self._hooks_before = sys.excepthook, threading.excepthook
        sys.excepthook = self._take
        threading.excepthook = lambda thread: self._take(
            thread.exc_type, thread.exc_value, thread.exc_traceback
        )
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._hooks_before
        faulthandler.disable()
        self._crashes.close()
        logging.getLogger().removeHandler(self._log)
        self._log.close()

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        place = [
            (frame.filename, frame.lineno) for frame in traceback.extract_tb(trace)
        ]
        fault = (kind, *place[-1:])
        if fault in self._seen:
            return
        self._seen.add(fault)
        details = "".join(traceback.format_exception(kind, error, trace))
        _logger.error("an exception that nobody caught:\n%s", details)
        self.caught.emit(details)

    @pyqtSlot(str)
    def _show(self, details: str) -> None:
        self._window.playback.pause()
        template = QT_TRANSLATE_NOOP(
            "Errors",
            "Something went wrong inside bpviz. Your run is still there: save it, and "
            "report what stands in the details. It is also in {path}.",
        )
        failure = Failure(0, template, {"path": self._log.baseFilename}, details)
        self._window.show_failure(failure)


def _log_folder() -> Path:
    """Return where the system wants logs; a full disk is no reason not to start."""
    place = QStandardPaths.StandardLocation.StateLocation
    folder = Path(QStandardPaths.writableLocation(place))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder


def _log_file(folder: Path) -> RotatingFileHandler:
    """Return what writes warnings and worse to a file, once there is one to write."""
    handler = RotatingFileHandler(
        folder / "bpviz.log",
        maxBytes=LOG_BYTES,
        backupCount=1,
        encoding="utf-8",
        delay=True,
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    return handler
