"""How fast a preset trains while the window draws it, and how the window fares.

Training with and without a window take turns, so that a machine that is not always
equally fast slows both alike. Imports Qt; only for a program that has a window already.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEventLoop, Qt, QTimer

from bpviz.app.bench.machine import ForeignLoad
from bpviz.app.bench.paint_count import PaintCount
from bpviz.app.bench.window_results import LiveResult
from bpviz.controls.pace import PACES
from bpviz.training.messages import OpenExperiment, Report, Restart, Run, Seek
from bpviz.training.presets import PRESETS
from bpviz.training.session import Session
from bpviz.worker.worker_thread import WorkerThread

if TYPE_CHECKING:
    from bpviz.window.main_window import MainWindow

LIVE_PRESETS = ("quadratic", "mnist-relu")
"""One sample an update, where both threads need Python's lock all the time, and a
hundred, where the products let go of it."""

_TICK_MS = 4
_SETTLE_SECONDS = 0.5
_SLICE = 0.25


@dataclass(frozen=True, slots=True)
class LiveEffort:
    """How long to measure, in seconds.

    Attributes
    ----------
    rounds : int
        Turns.
    live, headless : float
        With a window in each turn, and without.
    """

    rounds: int
    live: float
    headless: float


class LiveMeasurement:
    """Measures one preset in a window.

    Parameters
    ----------
    window : MainWindow
        It is shown, and is given the preset.
    preset : str
        Which one.
    """

    def __init__(self, window: "MainWindow", preset: str) -> None:
        self._window = window
        self._preset = preset
        self._experiment = PRESETS[preset].experiment
        self._headless = Session()
        self._headless.handle(OpenExperiment(experiment=self._experiment))
        self._paints = PaintCount(window.parts.network)

    def result(self, effort: LiveEffort) -> LiveResult:
        """Measure in turns."""
        self._prepare()
        load = ForeignLoad()
        shares, live, headless, rates = [], [], [], []
        for _ in range(effort.rounds):
            before = self._without_window(effort.headless / 2)
            with_window = self._with_window(effort.live)
            after = self._without_window(effort.headless / 2)
            headless.append((before + after) / 2)
            live.append(with_window)
            rates.append(self._paints.count / effort.live)
            shares.append(with_window / headless[-1])
        foreign_load = load.processors_busy()
        return LiveResult(
            preset=self._preset,
            headless_samples=median(headless),
            live_samples=median(live),
            share=median(shares),
            frames_per_second=median(rates),
            longest_gap_ms=1000 * self._longest_gap(effort.live),
            foreign_load=foreign_load,
        )

    def _prepare(self) -> None:
        """Bring both runs behind their planned end: from there they have none."""
        window, experiment = self._window, self._experiment
        window.playback.command(OpenExperiment(experiment=experiment))
        self._settled()
        fastest = len(PACES) - 1
        window.parts.transport.set_pace(fastest)
        end = experiment.updates or experiment.epochs * self._updates_per_epoch()
        if experiment.batch_size == 1:
            window.playback.command(Seek(update=end))
            self._settled()
        self._without_window(_SETTLE_SECONDS)
        self._with_window(_SETTLE_SECONDS)

    def _updates_per_epoch(self) -> int:
        report = self._headless.handle(Restart())
        assert report.opened is not None
        return report.opened.updates_per_epoch

    def _settled(self) -> None:
        loop = QEventLoop()
        self._window.settled.connect(loop.quit)
        if not self._window.is_settled:
            loop.exec()

    def _without_window(self, seconds: float) -> float:
        """Train for a while and return samples a second."""
        session, start = self._headless, perf_counter()
        first = last = session.handle(Run(budget=0.0)).frame.moment.update
        while perf_counter() - start < seconds:
            report = session.handle(Run(budget=min(seconds, _SLICE)))
            last = report.frame.moment.update
        samples = (last - first) * self._experiment.batch_size
        return samples / (perf_counter() - start)

    def _with_window(self, seconds: float) -> float:
        """Run in the window for a while and return samples a second."""
        reports: list[tuple[float, int]] = []

        def note(report: Report) -> None:
            reports.append((perf_counter(), report.frame.moment.update))

        worker = self._window.findChild(WorkerThread)
        assert worker is not None
        worker.reported.connect(note)
        self._paints.count = 0
        self._window.playback.play()
        _wait(seconds)
        self._window.playback.pause()
        worker.reported.disconnect(note)
        self._settled()
        _wait(_SETTLE_SECONDS / 2)
        (start, first), (end, last) = reports[0], reports[-1]
        return (last - first) * self._experiment.batch_size / (end - start)

    def _longest_gap(self, seconds: float) -> float:
        """Run once more and return the longest time between two looks at the events.

        Not while speeds are measured: each look takes half a millisecond from training.
        """
        looks = [perf_counter()]
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(_TICK_MS)
        timer.timeout.connect(lambda: looks.append(perf_counter()))
        timer.start()
        self._with_window(seconds)
        timer.stop()
        gaps = (after - before for before, after in pairwise(looks))
        return max(gaps, default=0.0)


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
