"""Draws edges in a process of its own: ``python -m bpviz.scene.edge_service``.

A window that draws thirty times a second takes Python's lock from the training thread
some hundred times in each picture of the edges. This process has a lock of its own.
Requests come through standard input, answers leave through standard output. It ends
when its input does.
"""

import pickle
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from bpviz.nn.blas import use_one_thread
from bpviz.scene.drawn_edges import EdgeOrder, draw_edges
from bpviz.scene.edge_messages import LENGTH, EdgeAnswer, EdgeRequest, message
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.shared_edges import SharedEdges


class EdgeDrawer:
    """Answers requests, one after the other."""

    def __init__(self) -> None:
        self._order: EdgeOrder | None = None
        self._shared: SharedEdges | None = None
        self._raster = EdgeRaster(1, 1)

    def answer(self, request: EdgeRequest) -> EdgeAnswer:
        """Draw what is asked for into the shared memory."""
        if request.order is not None:
            order = self._order = request.order
            if request.path:
                path = Path(request.path)
                self._shared = SharedEdges(path, order.network, order.size)
            if self._raster.size != order.size:
                self._raster = EdgeRaster(*order.size)
        if self._order is None or self._shared is None:
            raise ValueError("the first request has to bring an order")
        matrices = [values.T for values in self._shared.values]
        picture = self._shared.pictures[request.place]
        drawn = draw_edges(self._order, matrices, self._raster, picture)
        gaps = drawn.gaps
        if not request.in_full:
            gaps = tuple(gap.penned_alone() for gap in gaps)
        return EdgeAnswer(gaps, drawn.picture is not None)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Give a sign of life, then answer until nothing comes any more."""
    drawer = EdgeDrawer()
    answers.write(message(None))
    answers.flush()
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        request = pickle.loads(requests.read(*LENGTH.unpack(head)))
        answers.write(message(drawer.answer(request)))
        answers.flush()


def main() -> None:
    """Serve the program that started this process."""
    # Ctrl+C in a terminal reaches every process; whoever started this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_one_thread()
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
