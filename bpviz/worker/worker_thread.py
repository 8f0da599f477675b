"""Owns the training thread: starts it, sends it requests, ends it."""

import logging
from collections.abc import Callable

from PyQt6.QtCore import QObject, QThread, pyqtSignal

from bpviz.training.hurry import NOBODY
from bpviz.training.messages import Request
from bpviz.worker.training_worker import Answering, TrainingWorker

JOIN_LIMIT_MS = 2000
"""How long closing waits for the request under way; a slice takes some 30 ms."""

_logger = logging.getLogger(__name__)

# A QThread that is destroyed while it runs takes the whole process down, so one
# that would not end is kept until the process does.
_unended: list[QObject] = []


class WorkerThread(QObject):
    """A `TrainingWorker` on a thread of its own; lives on the window's thread.

    Parameters
    ----------
    make_session : callable
        Makes the session, on the training thread.
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    reported(Report)
        A request was answered.
    failed(Failure)
        A request failed.
    """

    reported = pyqtSignal(object)
    failed = pyqtSignal(object)
    _requested = pyqtSignal(object)

    def __init__(
        self, make_session: Callable[[], Answering], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("training")
        self._worker = TrainingWorker(make_session)
        self._worker.moveToThread(self._thread)
        self._number = NOBODY
        # Queued, all three: sender and receiver live on different threads.
        self._requested.connect(self._worker.handle)
        self._worker.reported.connect(self.reported)
        self._worker.failed.connect(self.failed)

    @property
    def is_running(self) -> bool:
        """Whether the thread has been started and has not ended."""
        return self._thread.isRunning()

    def start(self) -> None:
        """Start the thread; requests sent before are answered then."""
        self._thread.start()

    def send(self, request: Request) -> None:
        """Queue `request` for the training thread and return at once."""
        self._number = request.number
        self._worker.expect()
        self._requested.emit(request)

    def hurry(self) -> None:
        """Have the answer to the last request come as soon as it can."""
        self._worker.hurry(self._number)

    def wait(self, seconds: float) -> bool:
        """Wait here for the answer to the last request; False if time runs out."""
        return self._worker.wait(seconds)

    def stop(self, limit_ms: int = JOIN_LIMIT_MS) -> bool:
        """End the thread after the request under way and wait for that.

        Nothing is reported from here on. The thread is never killed: it may hold
        the interpreter lock or be in the middle of writing a file.

        Parameters
        ----------
        limit_ms : int
            How long to wait.

        Returns
        -------
        bool
            Whether it ended in time; it is logged as an error if not.
        """
        self.blockSignals(True)
        self.hurry()
        self._thread.quit()
        has_ended = self._thread.wait(limit_ms)
        if not has_ended:
            _unended.extend((self._thread, self._worker))
            _logger.error("the training thread did not end within %d ms", limit_ms)
        return has_ended
