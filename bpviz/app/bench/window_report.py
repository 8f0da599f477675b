"""What was measured of the window, as text for a terminal."""

from collections.abc import Iterator

from bpviz.app.bench.report import BUSY
from bpviz.app.bench.window_results import (
    FrameResult,
    LiveResult,
    WindowBudget,
    WindowResult,
)


def window_lines(result: WindowResult) -> Iterator[str]:
    """Yield the report line by line."""
    yield f"frames of {result.width} x {result.height}, every colour changed"
    for frame in result.frames:
        yield f"   {_frame_words(frame)}"
    yield "training while the window draws, in turns with training without it"
    for live in result.live:
        yield f"   {_live_words(live)}"
        if live.foreign_load is not None and live.foreign_load > BUSY:
            yield (
                f"   busy machine: others used {live.foreign_load:.2f} processors "
                "meanwhile; take this with care"
            )
    for budget in result.budgets:
        yield f"   {_budget_words(budget)}"


def _frame_words(frame: FrameResult) -> str:
    sizes = "-".join(map(str, frame.layer_sizes))
    words = (
        f"{sizes}: {frame.milliseconds:.1f} ms, of the processor "
        f"{frame.cpu_milliseconds:.1f} ms; in a live run the window's thread needs "
        f"{frame.live_milliseconds:.1f} ms"
    )
    if frame.graph_item_milliseconds is None:
        return words
    return f"{words}; pyqtgraph's GraphItem {frame.graph_item_milliseconds:,.0f} ms"


def _live_words(live: LiveResult) -> str:
    return (
        f"{live.preset}: {live.live_samples:,.0f} samples/s of "
        f"{live.headless_samples:,.0f}, {live.frames_per_second:.1f} frames/s, "
        f"longest stall {live.longest_gap_ms:.0f} ms"
    )


def _budget_words(budget: WindowBudget) -> str:
    word = "at most" if budget.is_limit else "at least"
    met = "met" if budget.met else "NOT MET"
    return (
        f"budget: {budget.what}: {word} {budget.wanted:.3g}: "
        f"{budget.measured:.3g}, {met}"
    )
