"""The process that paints beside the window's own: starts it, asks it, ends it."""

import logging
import os
import pickle
import sys
from pathlib import Path

from PyQt6 import sip
from PyQt6.QtCore import (
    QCoreApplication,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    pyqtSignal,
)
from PyQt6.QtGui import QGuiApplication

import bpviz
from bpviz.views.picture_messages import LENGTH, NO_NEWS, PictureOrder
from bpviz.views.picture_requests import PictureRequests

_MODULE = "bpviz.views.picture_service"
_END_LIMIT_MS = 1000

_logger = logging.getLogger(__name__)


class PictureProcess(QObject):
    """Has pictures painted in a process with an interpreter lock of its own.

    It paints one picture at a time; the last one stays as it is while the next is
    painted.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    became_ready()
        It has started and waits for its first request.
    painted(PictureOrder, PictureAnswer, ndarray of uint32 or None)
        What was asked for; the pixels stay as they are until the one after the next.
    failed()
        It cannot be started or has ended by itself; it will not be started again.
    """

    became_ready = pyqtSignal()
    painted = pyqtSignal(object, object, object)
    failed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._is_ready = False
        # A program packed into one file has no interpreter to start with a module.
        self._is_broken = bool(getattr(sys, "frozen", False)) or not sys.executable
        self._received = b""
        self._asked: PictureOrder | None = None
        self._requests = PictureRequests()
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self.read)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def is_broken(self) -> bool:
        """Whether it can never be used."""
        return self._is_broken

    @property
    def is_idle(self) -> bool:
        """Whether it has started and paints nothing."""
        return self._is_ready and self._asked is None

    def start(self) -> None:
        """Start it unless it has been; it is ready some time later."""
        if self._process is not None or self._is_broken:
            return
        process = self._process = QProcess(QCoreApplication.instance())
        process.setProcessEnvironment(_environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        # From Qt to Qt: that there is something can be learnt without Python.
        process.readyReadStandardOutput.connect(self._reading.start)
        process.errorOccurred.connect(self._on_ended)
        process.finished.connect(self._on_ended)
        # -P: the folder that the program was started in is no place for modules.
        process.start(sys.executable, ["-P", "-m", _MODULE])
        # Nobody stops a widget that is deleted without having been shown and hidden.
        # From Qt to Qt, and for this the process is no child of ours: a function of
        # Python's would be freed while it runs, with what it is connected to.
        self.destroyed.connect(process.kill)
        process.finished.connect(process.deleteLater)

    def paint(self, order: PictureOrder, patience_ms: int = 0) -> None:
        """Ask for a picture; it has to be idle.

        If there is no room for it, `failed` tells so a little later.

        Parameters
        ----------
        patience_ms : int
            How long it may lie there, painted, until somebody calls `read`.
        """
        assert self._process is not None
        try:
            request = self._requests.request(order)
        except OSError as error:
            _logger.warning("pictures are painted by the window: %s", error)
            self._is_broken = True
            self.stop()
            # Later, because the window asks while it paints.
            QTimer.singleShot(0, self.failed.emit)
            return
        self._asked = order
        self._reading.setInterval(patience_ms)
        self._process.write(request)

    def hurry(self) -> None:
        """Have no patience with what has been asked for."""
        self._reading.setInterval(0)

    def stop(self) -> None:
        """End it; it may be started again."""
        process, self._process = self._process, None
        self._reading.stop()
        self._reading.setInterval(0)
        self._is_ready, self._received = False, b""
        self._asked = None
        self._requests.forget()
        if process is not None:
            _end(process)
            process.deleteLater()

    def read(self) -> None:
        """Take what has been painted, if anything has."""
        if self._process is None:
            return
        self._reading.stop()
        self._received += self._process.readAllStandardOutput().data()
        while len(self._received) >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self._received)
            end = LENGTH.size + length
            if len(self._received) < end:
                return
            content = self._received[LENGTH.size : end]
            self._received = self._received[end:]
            self._take(content)

    def _take(self, content: bytes) -> None:
        """Take what has come: the first sign of life, or an answer."""
        if not self._is_ready:
            self._is_ready = True
            self.became_ready.emit()
            return
        order, self._asked = self._asked, None
        if order is not None:
            answer = pickle.loads(content) if content else NO_NEWS
            pixels = self._requests.painted(order, answer)
            self.painted.emit(order, answer, pixels)

    def _on_ended(self) -> None:
        if self._process is None:
            return
        _logger.warning(
            "pictures are painted by the window: %s", self._process.errorString()
        )
        self._is_broken = True
        self.stop()
        self.failed.emit()


def _end(process: QProcess) -> None:
    """End a process at once: all that it has is ours."""
    if not sip.isdeleted(process):
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(_END_LIMIT_MS)


def _environment() -> QProcessEnvironment:
    """Return this program's environment, with this very bpviz to be imported."""
    environment = QProcessEnvironment.systemEnvironment()
    root = str(Path(bpviz.__file__).parent.parent)
    before = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (root, before))))
    environment.insert("OPENBLAS_NUM_THREADS", "1")
    # Letters have to look as the window's own, wherever it is shown.
    if not environment.contains("QT_QPA_PLATFORM"):
        environment.insert("QT_QPA_PLATFORM", QGuiApplication.platformName())
    # On macOS no second program is to appear beside the first.
    environment.insert("QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM", "1")
    return environment
