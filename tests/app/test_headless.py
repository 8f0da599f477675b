"""A run without a window is where it was asked to be, whatever the clock says."""

import pytest

from bpviz.app.headless import HeadlessRun
from bpviz.training.presets import preset


def test_an_evaluation_that_is_due_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the time of the slice ran out before it."""
    monkeypatch.setattr("bpviz.app.headless.SLICE", 0.0)
    run = HeadlessRun(preset("xor").experiment)
    for epochs in (1, 2):
        until = epochs * run.opened.updates_per_epoch
        assert run.train(until) is None
        assert run.update == until
        assert run.report.curves.evaluations[-1].update == until


def test_operation_by_operation() -> None:
    run = HeadlessRun(preset("mazur").experiment)
    for operation in range(1, 11):
        assert run.step() is None
        assert run.report.frame.moment.operation == operation
    assert run.step() is None
    assert run.update == 1
