"""`bpviz bench` measures frames, and training beside a window that draws."""

import json
from dataclasses import asdict

import pytest
from pytestqt.qtbot import QtBot

from bpviz.app.bench import frames, window
from bpviz.app.bench.frames import frames_of, measure_frames
from bpviz.app.bench.window_report import window_lines
from bpviz.app.bench.window_results import FrameResult, LiveResult, WindowResult


def frame_result(milliseconds: float, edges: int, times: float | None) -> FrameResult:
    peer = None if times is None else times * milliseconds
    return FrameResult(
        layer_sizes=(784, 100, 10),
        edges=edges,
        milliseconds=milliseconds,
        cpu_milliseconds=milliseconds,
        live_milliseconds=2.0,
        graph_item_milliseconds=peer,
        graph_item_times=times,
    )


def live_result(share: float, rate: float, gap: float, load: float) -> LiveResult:
    return LiveResult(
        preset="quadratic",
        headless_samples=10_000.0,
        live_samples=10_000.0 * share,
        share=share,
        frames_per_second=rate,
        longest_gap_ms=gap,
        foreign_load=load,
    )


def result_of(
    measured: tuple[FrameResult, FrameResult], live: LiveResult
) -> WindowResult:
    return WindowResult(
        width=1000,
        height=700,
        frames=measured,
        live=(live,),
        budgets=(*window._frame_budgets(measured), *window._live_budgets(live)),
    )


def test_budgets_that_are_met_and_not() -> None:
    good = result_of(
        (frame_result(7.0, 100, 310.0), frame_result(20.0, 300, None)),
        live_result(0.86, 30.5, 40.0, 0.0),
    )
    assert all(budget.met for budget in good.budgets)
    bad = result_of(
        (frame_result(9.0, 100, 290.0), frame_result(28.0, 300, None)),
        live_result(0.84, 29.5, 51.0, 0.5),
    )
    assert not any(budget.met for budget in bad.budgets)
    assert len(good.budgets) == len(bad.budgets) == 6


def test_table_and_json() -> None:
    result = result_of(
        (frame_result(7.0, 100, 310.0), frame_result(20.0, 300, None)),
        live_result(0.5, 30.5, 40.0, 0.5),
    )
    text = "\n".join(window_lines(result))
    assert "pyqtgraph's GraphItem 2,170 ms" in text
    assert "5,000 samples/s of 10,000, 30.5 frames/s" in text
    assert "others used 0.50 processors" in text
    assert "share of headless speed: at least 0.85: 0.5, NOT MET" in text
    parsed = json.loads(json.dumps(asdict(result), allow_nan=False))
    assert set(parsed) == {"width", "height", "frames", "live", "budgets"}
    assert parsed["live"][0]["frames_per_second"] == 30.5
    assert set(parsed["budgets"][0]) == {
        "what",
        "wanted",
        "measured",
        "is_limit",
        "met",
    }


def test_every_frame_has_other_parameters() -> None:
    every = frames_of((784, 3, 10))
    first, second = (one.parameters.flat for one in every[:2])
    assert (first != second).mean() > 0.99
    assert every[0].trace is not None


def test_frames_are_measured_here_and_with_graph_item(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "_START_SECONDS", 0.0)
    found, other = measure_frames([(784, 8, 10), (784, 3, 10)], 2, with_graph_item=True)
    assert found.edges == 784 * 8 + 8 * 10
    assert found.graph_item_milliseconds is not None
    assert found.graph_item_times == pytest.approx(
        found.graph_item_milliseconds / found.milliseconds
    )
    assert other.edges == 784 * 3 + 3 * 10
    assert other.graph_item_milliseconds is None
    for one in (found, other):
        assert one.cpu_milliseconds > 0
        assert one.live_milliseconds > 0
