"""The process that draws edges beside the window's own: starts it, asks it, ends it."""

import logging
import os
import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from PyQt6 import sip
from PyQt6.QtCore import (
    QCoreApplication,
    QObject,
    QProcess,
    QProcessEnvironment,
    pyqtSignal,
)

import bpviz
from bpviz.nn.arrays import Array
from bpviz.scene.drawn_edges import DrawnEdges, EdgeOrder
from bpviz.scene.edge_messages import LENGTH, EdgeAnswer, EdgeRequest, message
from bpviz.scene.shared_edges import PICTURES, SharedEdges, create_file

_MODULE = "bpviz.scene.edge_service"
_END_LIMIT_MS = 1000

_logger = logging.getLogger(__name__)


class EdgeProcess(QObject):
    """Has edges drawn in a process with an interpreter lock of its own.

    It draws one picture at a time; the last one stays as it is while the next is drawn.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    became_ready()
        It has started and waits for its first request.
    drawn(EdgeOrder, DrawnEdges)
        What was asked for.
    failed()
        It cannot be started or has ended by itself; it will not be started again.
    """

    became_ready = pyqtSignal()
    drawn = pyqtSignal(object, object)
    failed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._is_ready = False
        # A program packed into one file has no interpreter to start with a module.
        self._is_broken = bool(getattr(sys, "frozen", False)) or not sys.executable
        self._received = b""
        self._order: EdgeOrder | None = None
        self._asked: EdgeOrder | None = None
        self._shared: SharedEdges | None = None
        self._path: Path | None = None
        self._place = 0
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def is_broken(self) -> bool:
        """Whether it can never be used."""
        return self._is_broken

    @property
    def is_idle(self) -> bool:
        """Whether it has started and draws nothing."""
        return self._is_ready and self._asked is None

    def start(self) -> None:
        """Start it unless it has been; it is ready some time later."""
        if self._process is not None or self._is_broken:
            return
        process = self._process = QProcess(QCoreApplication.instance())
        process.setProcessEnvironment(_environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_received)
        process.errorOccurred.connect(self._on_ended)
        process.finished.connect(self._on_ended)
        # -P: the folder that the program was started in is no place for modules.
        process.start(sys.executable, ["-P", "-m", _MODULE])
        # Nobody stops a widget that is deleted without having been shown and hidden.
        # From Qt to Qt, and for this the process is no child of ours: a function of
        # Python's would be freed while it runs, with what it is connected to.
        self.destroyed.connect(process.kill)
        process.finished.connect(process.deleteLater)

    def draw(
        self, order: EdgeOrder, matrices: Sequence[Array], *, in_full: bool
    ) -> None:
        """Ask for the edges that show some matrices; it has to be idle.

        Parameters
        ----------
        matrices : sequence of Array
            One a layer, (fan_in, fan_out).
        in_full : bool
            Whether every edge is listed, or only those that a pen draws.
        """
        sent, path = None, ""
        if not order.is_same_as(self._order):
            self._share(order)
            sent, path = order, "" if self._path is None else str(self._path)
        assert self._shared is not None
        with np.errstate(over="ignore"):
            for shared, matrix in zip(self._shared.values, matrices, strict=True):
                np.copyto(shared, matrix.T, casting="same_kind")
        self._place = (self._place + 1) % PICTURES
        self._asked = self._order = order
        self._write(EdgeRequest(self._place, sent, path, in_full))

    def stop(self) -> None:
        """End it; it may be started again."""
        process, self._process = self._process, None
        self._is_ready, self._received = False, b""
        self._asked = self._order = None
        self._forget()
        if process is not None:
            _end(process)
            process.deleteLater()

    def _share(self, order: EdgeOrder) -> None:
        """Have memory of the size that `order` needs."""
        before = self._order
        if (
            self._shared is not None
            and before is not None
            and before.size == order.size
            and before.network.layer_sizes == order.network.layer_sizes
        ):
            return
        self._forget()
        self._path = create_file(order.network, order.size)
        self._shared = SharedEdges(self._path, order.network, order.size)

    def _forget(self) -> None:
        """Let go of the shared memory; what is on the screen stays until it is not."""
        self._shared = None
        self._remove_file()

    def _remove_file(self) -> None:
        if self._path is not None:
            # Windows lets nobody remove what is open; then it is removed later.
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
                self._path = None

    def _write(self, request: EdgeRequest) -> None:
        assert self._process is not None
        self._process.write(message(request))

    def _on_received(self) -> None:
        if self._process is None:
            return
        self._received += self._process.readAllStandardOutput().data()
        while len(self._received) >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self._received)
            end = LENGTH.size + length
            if len(self._received) < end:
                return
            content = pickle.loads(self._received[LENGTH.size : end])
            self._received = self._received[end:]
            self._take(content)

    def _take(self, answer: EdgeAnswer | None) -> None:
        """Take what has come: the first sign of life, or an answer."""
        if answer is None:
            self._is_ready = True
            self.became_ready.emit()
            return
        order, self._asked = self._asked, None
        if order is None or self._shared is None:
            return
        self._remove_file()  # Both have it open by now, and need its name no more.
        picture = self._shared.pictures[self._place] if answer.has_picture else None
        self.drawn.emit(order, DrawnEdges(answer.gaps, picture))

    def _on_ended(self) -> None:
        if self._process is None:
            return
        _logger.warning(
            "edges are drawn by the window: %s", self._process.errorString()
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
    return environment
