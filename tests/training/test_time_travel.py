"""A moment visited again is what it was, bit for bit, however one came there.

Sessions are walked at random: steps of every size in both directions, runs that are
cut short, restarts, evaluations, saving and opening again. After each request every
array of the frame is compared with a run that has made the same updates once, from
the beginning, without ever going back. What must not matter is drawn too: how long
things take, when checkpoints are taken and how few of them are kept, how many traces
are kept, and how many batches are loaded at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training import epoch_evaluator, feeder, replay, timeline
from bpviz.training.checkpoint_store import CheckpointStore
from bpviz.training.messages import (
    Evaluate,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
    Step,
)
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from tests.nn.effort import cases
from tests.training.clock import FakeClock, erratic_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents_of

TICK = 0.004
"""Mean seconds of a look at the clock, where a step may take 0.03."""

FARTHEST = 300
"""Walks do not run past this update: what happens there happens before."""

MOST_REPORTS = 5 * FARTHEST

directions = st.sampled_from([1, -1])
steps = st.builds(Step, granularity=st.sampled_from(Granularity), direction=directions)
runs = st.builds(Run, budget=st.floats(0.0, 0.3), until=st.integers(0, FARTHEST))
RARE: list[Request] = [Restart(), Evaluate(), SaveFile(path=""), OpenFile(path="")]
requests = st.one_of(steps, steps, steps, runs, st.sampled_from(RARE))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What must make no difference."""

    clock_seed: int
    checkpoints: int
    checkpoint_seconds: float
    kept_traces: int
    block_rows: int
    are_evaluations_brief: bool

    @contextmanager
    def reign(self, block_bytes: int) -> Iterator[FakeClock]:
        """Let a session that is made inside live in these circumstances."""
        few = partial(CheckpointStore, self.checkpoints * block_bytes)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timeline, "CheckpointStore", few)
            patch.setattr(replay, "CHECKPOINT_SECONDS", self.checkpoint_seconds)
            patch.setattr(replay, "SCARCE_SECONDS", self.checkpoint_seconds)
            patch.setattr(replay, "KEPT_TRACES", self.kept_traces)
            patch.setattr(feeder, "BLOCK_ROWS", self.block_rows)
            if not self.are_evaluations_brief:
                patch.setattr(epoch_evaluator, "_BRIEF", 0)
            yield erratic_clock(self.clock_seed, TICK)


circumstances = st.builds(
    Circumstances,
    clock_seed=st.integers(0, 2**16),
    checkpoints=st.integers(1, 8),
    checkpoint_seconds=st.sampled_from([0.0, 0.01, 0.1, 1e9]),
    kept_traces=st.integers(1, 16),
    block_rows=st.integers(1, 100),
    are_evaluations_brief=st.booleans(),
)


@dataclass
class Walker:
    """Sends requests to a session and compares each frame with the reference."""

    session: Session
    reference: Reference
    probes: dict[Moment, bytes]
    file: Path
    compared: int = 0
    evaluations: dict[int, float] = field(default_factory=dict)

    def send(self, request: Request) -> Report:
        report = self.session.handle(request)
        frame = report.frame
        moment = frame.moment
        assert contents_of(frame) == self.reference.contents(moment), (request, moment)
        assert frame.epoch == moment.update // self.reference.updates_per_epoch
        if frame.probe_outputs is not None:
            answers = frame.probe_outputs.tobytes()
            assert self.probes.setdefault(moment, answers) == answers
        self._compare_curves(report)
        self.compared += 1
        return report

    def walk(self, request: Request) -> None:
        """Send `request`, and again until it says that it has arrived."""
        match request:
            case SaveFile():
                request = SaveFile(path=str(self.file))
            case OpenFile():
                if not self.file.exists():
                    return
                request = OpenFile(path=str(self.file))
        for _ in range(MOST_REPORTS):
            report = self.send(request)
            if report.reached or not isinstance(request, Step | OpenFile):
                return
        raise AssertionError(f"{request} does not arrive")

    def _compare_curves(self, report: Report) -> None:
        losses = report.curves.losses
        assert losses.stride == 1
        recorded = losses.mean.tolist()
        assert recorded == self.reference.losses(len(recorded))
        assert len(losses.mean) >= report.frame.moment.update
        entries = report.curves.evaluations
        updates = [entry.update for entry in entries]
        assert updates == sorted(set(updates))
        for entry in entries:
            known = self.evaluations.setdefault(entry.update, entry.train_loss)
            assert entry.train_loss == known


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_random_walks(name: str, tmp_path: Path) -> None:
    reference = Reference(EXPERIMENTS[name])
    probes: dict[Moment, bytes] = {}
    compared = 0

    @given(st.lists(requests, min_size=30, max_size=60), circumstances)
    @settings(max_examples=cases(30))
    def walk(path: list[Request], circumstances: Circumstances) -> None:
        nonlocal compared
        file = tmp_path / "run.bpviz"
        file.unlink(missing_ok=True)
        with circumstances.reign(reference.block_bytes) as clock:
            walker = Walker(Session(clock), reference, probes, file)
            walker.send(OpenExperiment(experiment=reference.experiment))
            for request in path:
                walker.walk(request)
        compared += walker.compared

    walk()
    sys.stdout.write(f"{compared} moments compared: {name}\n")
    assert compared > 20 * cases(30)
