"""Decides which frames' edges another process draws, and when it is asked for them."""

from dataclasses import dataclass

from PyQt6.QtCore import QObject, pyqtSignal

from bpviz.nn.arrays import Array
from bpviz.scene.drawn_edges import DrawnEdges, EdgeOrder
from bpviz.scene.gap_scene import edge_matrices
from bpviz.training.frame import Frame
from bpviz.views.edge_process import EdgeProcess

FEW_EDGES = 3000
"""Up to so many the window draws as fast as it asks."""


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    frame: Frame
    order: EdgeOrder
    matrices: tuple[Array, ...]
    in_full: bool


class LiveEdges(QObject):
    """Has edges drawn elsewhere; of frames that come faster than that, the latest.

    Parameters
    ----------
    parent : QObject, optional
        Qt parent.

    Signals
    -------
    drawn(Frame, EdgeOrder, DrawnEdges)
        The edges of a frame that was taken.
    failed()
        What was taken will not be drawn.
    """

    drawn = pyqtSignal(object, object, object)
    failed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = EdgeProcess(self)
        self._process.became_ready.connect(self._go_on)
        self._process.drawn.connect(self._on_drawn)
        self._process.failed.connect(self._on_failed)
        self._next: _Wanted | None = None
        self._asked: _Wanted | None = None
        self._has_started = False

    def take(self, frame: Frame, order: EdgeOrder) -> bool:
        """Have the edges of one of many frames drawn, if that can begin at once.

        Returns
        -------
        bool
            Whether `drawn` will tell of it, or of a later one.
        """
        wanted = _wanted(frame, order, in_full=False)
        if wanted is None or self._process.is_broken:
            return False
        if not self._has_started:
            self._process.start()
            return False
        self._next = wanted
        self._go_on()
        return True

    def take_in_full(self, frame: Frame, order: EdgeOrder) -> bool:
        """Have all edges of a frame drawn, however long that takes."""
        wanted = _wanted(frame, order, in_full=True)
        if wanted is None or self._process.is_broken:
            return False
        self._process.start()
        self._next = wanted
        self._go_on()
        return True

    def forget(self) -> None:
        """Let what was taken be drawn for nobody."""
        self._next = self._asked = None

    def stop(self) -> None:
        """End the other process until it is needed again."""
        self.forget()
        self._has_started = False
        self._process.stop()

    def _go_on(self) -> None:
        if self._process.is_idle:
            self._has_started = True
            wanted, self._next = self._next, None
            if wanted is not None:
                self._asked = wanted
                self._process.draw(
                    wanted.order, wanted.matrices, in_full=wanted.in_full
                )

    def _on_drawn(self, order: EdgeOrder, edges: DrawnEdges) -> None:
        asked, self._asked = self._asked, None
        if asked is not None and asked.order is order:
            self.drawn.emit(asked.frame, order, edges)
        self._go_on()

    def _on_failed(self) -> None:
        self.stop()
        self.failed.emit()


def _wanted(frame: Frame, order: EdgeOrder, *, in_full: bool) -> _Wanted | None:
    """Return what to ask for; None where it is soon drawn or not known as a whole."""
    options, edges = order.options, sum(i * o for i, o in order.network.fans())
    if options.selected_node is not None or edges <= FEW_EDGES:
        return None
    matrices = edge_matrices(frame, options)
    known = tuple(matrix for matrix in matrices if matrix is not None)
    if len(known) < len(matrices):
        return None
    return _Wanted(frame, order, known, in_full)
