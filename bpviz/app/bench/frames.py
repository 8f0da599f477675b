"""How long a picture of a network takes, here and with pyqtgraph's GraphItem.

Imports Qt; only for a program that has an application already.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from time import perf_counter, thread_time

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QEventLoop
from PyQt6.QtGui import QImage

from bpviz.app.bench.paint_count import PaintCount
from bpviz.app.bench.window_results import FrameResult
from bpviz.nn.parameters import Parameters
from bpviz.scene.colors import signed_colors
from bpviz.scene.layout import network_layout
from bpviz.training.frame import Frame
from bpviz.training.messages import OpenExperiment, Run
from bpviz.training.presets import PRESETS
from bpviz.training.session import Session
from bpviz.views.network_view import NetworkView

SIZE = 1000, 700

NETWORKS = ((784, 100, 10), (784, 256, 128, 10))
"""Both see MNIST; drawing may grow no faster than their edges do."""

_PICTURE = 28, 28
_STATES = 5
_TURNS = 6
_PEN_WIDTH = 1.0
_START_SECONDS = 1.0


def measure_frames(
    networks: Sequence[tuple[int, ...]], rounds: int, *, with_graph_item: bool
) -> tuple[FrameResult, ...]:
    """Draw networks again and again, every time with other parameters.

    They take turns, so that a machine that is not always equally fast slows all alike.

    Parameters
    ----------
    networks : sequence of tuple of int
        The sizes of each one's layers.
    rounds : int
        Frames to be drawn of each.
    with_graph_item : bool
        Whether pyqtgraph's GraphItem draws one of the first network. It needs seconds.
    """
    drawings = [_Drawing(frames_of(sizes)) for sizes in networks]
    turns = min(_TURNS, rounds)
    peer: float | None = None
    for turn in range(turns):
        for drawing in drawings:
            drawing.draw(-(-rounds // turns))
        if with_graph_item and turn == turns // 2:
            peer = _graph_item(drawings[0].frames)
    results = [drawing.result(rounds) for drawing in drawings]
    if peer is not None:
        results[0] = replace(
            results[0],
            graph_item_milliseconds=1000 * peer,
            graph_item_times=1000 * peer / results[0].milliseconds,
        )
    return tuple(results)


def frames_of(sizes: tuple[int, ...]) -> list[Frame]:
    """Return a moment of a run of some network, with several states of parameters."""
    experiment = replace(
        PRESETS["mnist-relu"].experiment,
        layer_sizes=sizes,
        activations=(*["relu"] * (len(sizes) - 2), "softmax"),
    )
    session = Session()
    session.handle(OpenExperiment(experiment=experiment))
    frame = session.handle(Run(budget=10.0, until=1)).frame
    random = np.random.default_rng(0)
    network, count = frame.network, frame.network.parameter_count
    return [
        replace(
            frame,
            parameters=Parameters.copy_of(
                network, random.standard_normal(count, np.float32)
            ),
        )
        for _ in range(_STATES)
    ]


class _Drawing:
    """A network that is drawn in this thread, and how long that takes."""

    def __init__(self, frames: list[Frame]) -> None:
        self.frames = frames
        self._view, self._image = _view(frames[0])
        self._times: list[float] = []
        self._cpu_times: list[float] = []
        # The first frames make what all later ones use: rasters, stamps, fonts.
        self.draw(len(frames))
        self._times.clear()
        self._cpu_times.clear()

    def draw(self, rounds: int) -> None:
        """Draw so many frames, from new numbers to the picture."""
        for number in range(rounds):
            cpu_start, start = thread_time(), perf_counter()
            # With a motion to come, every frame is drawn here and at once.
            self._view.show_frame(self.frames[number % _STATES], animate_ms=1)
            self._view.stop_animation()
            self._view.render(self._image)
            self._times.append(perf_counter() - start)
            self._cpu_times.append(thread_time() - cpu_start)

    def result(self, rounds: int) -> FrameResult:
        """Return what has been found, and draw live for so many frames."""
        self._view.close()
        network = self.frames[0].network
        return FrameResult(
            layer_sizes=network.layer_sizes,
            edges=sum(i * o for i, o in network.fans()),
            milliseconds=1000 * median(self._times),
            cpu_milliseconds=1000 * median(self._cpu_times),
            live_milliseconds=1000 * _drawn_live(self.frames, rounds),
            graph_item_milliseconds=None,
            graph_item_times=None,
        )


def _drawn_live(frames: list[Frame], rounds: int) -> float:
    """Return this thread's processor time for a frame of a live run."""
    view, _ = _view(frames[0])
    view.show()
    painted = PaintCount(view)
    loop = QEventLoop()
    painted.painted.connect(loop.quit)
    number, ready_at = 0, perf_counter() + _START_SECONDS
    start, first = thread_time(), 0
    while painted.count < first + rounds:
        if perf_counter() < ready_at:  # The other process is about to start.
            start, first = thread_time(), painted.count
        number += 1
        view.show_frame(frames[number % len(frames)])
        loop.exec()
    seconds, count = thread_time() - start, painted.count - first
    view.close()
    return seconds / count


def _view(frame: Frame) -> tuple[NetworkView, QImage]:
    view = NetworkView()
    view.resize(*SIZE)
    names = tuple(map(str, range(frame.network.layer_sizes[-1])))
    view.set_names((), names, _PICTURE)
    view.show_frame(frame)
    return view, QImage(*SIZE, QImage.Format.Format_RGB32)


def _graph_item(frames: list[Frame]) -> float:
    """Return how long pyqtgraph's GraphItem takes for the same network, in seconds."""
    layouts = network_layout(frames[0].network.layer_sizes, *SIZE, image_shape=_PICTURE)
    places = np.concatenate([np.column_stack([one.x, one.y]) for one in layouts])
    firsts = np.cumsum([0, *(len(one.x) for one in layouts)])
    edges = np.concatenate(
        [
            np.stack(
                np.meshgrid(range(a, b), range(b, c), indexing="ij"), axis=-1
            ).reshape(-1, 2)
            for a, b, c in zip(firsts, firsts[1:], firsts[2:], strict=False)
        ]
    )
    item = pg.GraphItem()
    view = pg.GraphicsView()
    view.resize(*SIZE)
    view.setCentralItem(pg.ViewBox())
    view.centralWidget.addItem(item)

    def draw(frame: Frame) -> float:
        start = perf_counter()
        values = np.concatenate([w.ravel() for w in frame.parameters.weights])
        pens = np.zeros(len(edges), _PEN)
        colors = signed_colors(values, float(np.abs(values).max()), False)
        for name, shift in (("red", 16), ("green", 8), ("blue", 0)):
            pens[name] = colors >> shift & 0xFF
        pens["alpha"], pens["width"] = 255, _PEN_WIDTH
        item.setData(pos=places, adj=edges, pen=pens, size=3)
        view.grab()
        return perf_counter() - start

    draw(frames[0])
    seconds = draw(frames[1])
    view.close()
    return seconds


_PEN = [
    *((name, np.ubyte) for name in ("red", "green", "blue", "alpha")),
    ("width", float),
]
