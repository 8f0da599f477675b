"""Measures the window: imports Qt, so only when it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bpviz.app.bench.measuring import FULL, Effort
from bpviz.app.bench.window_results import (
    FrameResult,
    LiveResult,
    WindowBudget,
    WindowResult,
)
from bpviz.app.offscreen import Look, window_without_screen
from bpviz.nn.blas import use_one_thread
from bpviz.training.messages import OpenExperiment
from bpviz.training.presets import PRESETS

if TYPE_CHECKING:
    from bpviz.app.bench.live import LiveEffort

_LOOK = Look(size=(1280, 720), theme="light", language="en", edges="weight")

_FRAMES = 60
_FEWEST_FRAMES = 8
_LIVE_SECONDS = 4.0
_QUICK_LIVE_SECONDS = 1.5


def measure_window(effort: Effort, show: Callable[[float, str], None]) -> WindowResult:
    """Measure frames and live training in a window that no screen shows.

    Parameters
    ----------
    effort : Effort
        How long to measure.
    show : callable
        Told how much is done, from 0 to 1, and what is being measured.
    """
    use_one_thread()
    first = OpenExperiment(experiment=PRESETS["quadratic"].experiment)
    with window_without_screen(first, _LOOK) as stage:
        from bpviz.app.bench.frames import NETWORKS, SIZE, measure_frames
        from bpviz.app.bench.live import LIVE_PRESETS, LiveMeasurement

        steps, live = 1 + len(LIVE_PRESETS), []
        show(0, "frames of large networks")
        rounds = max(round(_FRAMES * effort.work), _FEWEST_FRAMES)
        frames = measure_frames(NETWORKS, rounds, with_graph_item=True)
        for done, preset in enumerate(LIVE_PRESETS, start=1):
            show(done / steps, f"training {preset} while it is drawn")
            measurement = LiveMeasurement(stage.window, preset)
            live.append(measurement.result(_live_effort(effort)))
    width, height = SIZE
    return WindowResult(
        width=width,
        height=height,
        frames=frames,
        live=tuple(live),
        budgets=(
            *_frame_budgets(frames),
            *(budget for one in live for budget in _live_budgets(one)),
        ),
    )


def _live_effort(effort: Effort) -> "LiveEffort":
    from bpviz.app.bench.live import LiveEffort

    is_full = effort.work >= FULL.work
    seconds = _LIVE_SECONDS if is_full else _QUICK_LIVE_SECONDS
    return LiveEffort(rounds=effort.rounds, live=seconds, headless=seconds / 2)


def _frame_budgets(frames: tuple[FrameResult, ...]) -> list[WindowBudget]:
    small, large = frames
    growth = large.milliseconds / small.milliseconds
    edges = large.edges / small.edges
    found = [
        _at_most("a frame of 784-100-10, ms", 8.0, small.milliseconds),
        _at_most("its growth to 784-256-128-10, times", edges, growth),
    ]
    if small.graph_item_times is not None:
        what = "pyqtgraph's GraphItem takes, times"
        found.append(_at_least(what, 300.0, small.graph_item_times))
    return found


def _live_budgets(one: LiveResult) -> list[WindowBudget]:
    name = one.preset
    return [
        _at_least(f"{name}: share of headless speed", 0.85, one.share),
        _at_least(f"{name}: frames a second", 30.0, one.frames_per_second),
        _at_most(f"{name}: longest stall, ms", 50.0, one.longest_gap_ms),
    ]


def _at_least(what: str, wanted: float, measured: float) -> WindowBudget:
    return WindowBudget(
        what=what,
        wanted=wanted,
        measured=measured,
        is_limit=False,
        met=measured >= wanted,
    )


def _at_most(what: str, wanted: float, measured: float) -> WindowBudget:
    return WindowBudget(
        what=what,
        wanted=wanted,
        measured=measured,
        is_limit=True,
        met=measured <= wanted,
    )
