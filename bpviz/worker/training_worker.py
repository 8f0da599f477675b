"""Answers requests on the training thread, one at a time."""

import threading
import traceback
from collections.abc import Callable
from typing import Protocol

from PyQt6.QtCore import QObject, pyqtSignal, pyqtSlot

from bpviz.messages import QT_TRANSLATE_NOOP, BpvizError
from bpviz.training.messages import Failure, Report, Request


class Answering(Protocol):
    """What answers requests: the session."""

    def handle(self, request: Request) -> Report:
        """Carry out `request` and say where the run stands then."""

    def hurry(self, number: int) -> None:
        """Have the answer to a request come as soon as it can; from any thread."""


class TrainingWorker(QObject):
    """Hands every request to the session and sends back what comes of it.

    Parameters
    ----------
    make_session : callable
        Makes the session; called on the thread where the first request arrives, so
        that everything which trains is born there and stays there.

    Signals
    -------
    reported(Report)
        One for each request that succeeded.
    failed(Failure)
        One for each request that did not.
    """

    reported = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, make_session: Callable[[], Answering]) -> None:
        super().__init__()
        self._make_session = make_session
        self._session: Answering | None = None
        self._rests = threading.Event()
        self._rests.set()

    def expect(self) -> None:
        """Have `wait` wait for a request that is about to be sent."""
        self._rests.clear()

    def hurry(self, number: int) -> None:
        """Have the answer to a request come as soon as it can; from any thread."""
        session = self._session
        if session is not None:
            session.hurry(number)

    def wait(self, seconds: float) -> bool:
        """Wait on another thread for the last answer; False if time runs out."""
        return self._rests.wait(seconds)

    @pyqtSlot(object)
    def handle(self, request: Request) -> None:
        """Answer `request` with exactly one signal."""
        try:
            if self._session is None:
                self._session = self._make_session()
            report = self._session.handle(request)
        except BpvizError as error:
            self.failed.emit(Failure(request.number, error.template, error.values))
        except Exception:  # noqa: BLE001 - the window must hear of it, and live on
            self.failed.emit(_unexpected(request))
        else:
            self.reported.emit(report)
        finally:
            self._rests.set()


def _unexpected(request: Request) -> Failure:
    return Failure(
        request.number,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Something went wrong inside bpviz ({request}). The run stands as it "
            "did before.",
        ),
        {"request": type(request).__name__},
        traceback.format_exc(),
    )
