"""Whoever waits gets an answer soon, and the run is the same as if nobody had."""

import threading
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest
from typing_extensions import override

from bpviz.nn import workbench
from bpviz.nn.arrays import Array
from bpviz.training import engine as engine_module
from bpviz.training.changes import SettingsChange
from bpviz.training.conditions import LossCondition
from bpviz.training.engine import Engine
from bpviz.training.experiment import Experiment
from bpviz.training.hurry import NO_HURRY, Hurry
from bpviz.training.lookout import NEVER
from bpviz.training.messages import (
    OpenExperiment,
    OpenFile,
    Report,
    Restart,
    Run,
    SaveFile,
)
from bpviz.training.session import Session
from bpviz.training.steps import Moment
from bpviz.training.timeline import Timeline
from tests.training.clock import FakeClock, steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents, contents_of
from tests.training.traces import engine_of

SINGLE = EXPERIMENTS["sgd, sample by sample"]
PER_EPOCH = 30
LIMIT = 60
HOUR = 3600.0
UPDATES = 95


class AskedAt(Hurry):
    """Is asked for from the look at it on that has this number, counted from 1."""

    __slots__ = ("_left",)

    def __init__(self, look: int) -> None:
        self._left = look

    # WORKAROUND mypy: it does not see @override on a property over an attribute.
    @property  # type: ignore[explicit-override]
    @override
    def is_asked(self) -> bool:
        self._left -= 1
        return self._left <= 0

    @is_asked.setter
    def is_asked(self, value: bool) -> None:
        raise AssertionError("it is set once and for all")


class Stopped:
    """A clock that stands still, so that no deadline ever comes, until it is let go."""

    def __init__(self) -> None:
        self.now = 0.0
        self.was_looked_at = threading.Event()

    def __call__(self) -> float:
        self.was_looked_at.set()
        return self.now


def timeline_of(experiment: Experiment, clock: FakeClock | None = None) -> Timeline:
    dataset = Reference(experiment).dataset
    return Timeline(experiment, dataset, clock=clock or steady_clock(0.001))


def lengths(engine: Engine, blocks: list[int], hurry: Hurry = NO_HURRY) -> list[int]:
    """Make blocks of at most so many updates and return how many each has had."""
    return [len(engine.run_block(most, hurry)) for most in blocks]


def test_a_hurry_is_for_one_request_be_it_begun_or_not() -> None:
    hurry = Hurry()
    seen = [hurry.is_asked]
    hurry.begin(1)
    seen.append(hurry.is_asked)
    hurry.ask(1)
    seen.append(hurry.is_asked)
    hurry.begin(2)
    seen.append(hurry.is_asked)
    hurry.ask(3)
    hurry.begin(3)
    seen.append(hurry.is_asked)
    assert seen == [False, False, True, False, True]


@pytest.mark.parametrize("look", [1, 2, 5, 12])
def test_a_block_ends_with_the_update_that_is_under_way(look: int) -> None:
    engine = engine_of(SINGLE)
    assert len(engine.run_block(12, AskedAt(look))) == look
    assert engine.updates == look


def test_a_block_is_whole_where_nobody_is_in_a_hurry() -> None:
    engine = engine_of(SINGLE)
    assert lengths(engine, [12, 4], Hurry()) == [12, 4]
    assert lengths(engine, [10]) == [10]


@pytest.mark.parametrize("name", EXPERIMENTS)
@pytest.mark.parametrize("is_apart", [False, True])
def test_a_block_that_is_broken_off_leaves_the_state_of_one_so_long(
    name: str, is_apart: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After every block, not just at the end: that is where a report is made."""
    if is_apart:  # as large matrices are, which are worked on at a place of their own
        monkeypatch.setattr(workbench, "_gains", lambda matrix: True)
    hurried, calm = (engine_of(EXPERIMENTS[name]) for _ in range(2))
    look = 0
    while hurried.updates < UPDATES:
        look = look % 9 + 1
        made = hurried.run_block(UPDATES - hurried.updates, AskedAt(look)).tolist()
        assert 1 <= len(made) <= look
        expected: list[float] = []
        while calm.updates < hurried.updates:
            expected += calm.run_block(hurried.updates - calm.updates).tolist()
        assert made == expected
        assert hurried.state.block.tobytes() == calm.state.block.tobytes()


def test_of_a_block_broken_off_only_the_updates_made_are_recorded() -> None:
    run = timeline_of(SINGLE, steady_clock(0.5))
    reference = Reference(SINGLE)
    assert run.replay.run_block(PER_EPOCH, AskedAt(4))
    assert run.engine.updates == run.history.losses.updates == 4
    assert run.replay.stopwatch.lap() == pytest.approx(4 / 0.5)
    assert run.curves().losses.mean.tolist() == reference.losses(4)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_every_place_a_hurried_move_gets_to_is_a_moment_of_the_run(name: str) -> None:
    reference = Reference(EXPERIMENTS[name])
    run = timeline_of(EXPERIMENTS[name])
    goal, places = Moment(UPDATES), [Moment()]
    for number in range(UPDATES):
        run.hurry = AskedAt(2 + number % 11)
        is_there = run.go_to(goal, HOUR)
        assert contents(run.parameters, run.trace) == reference.contents(run.moment)
        places.append(run.moment)
        if is_there:
            break
    assert places[-1] == goal
    assert places == sorted(places)
    assert len(places) > 5
    mean = run.curves().losses.mean.tolist()
    assert mean == reference.losses(UPDATES)


@pytest.fixture
def block_lengths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many updates each block has had, whoever makes it."""
    made: list[int] = []
    run_block = Engine.run_block

    def counted(engine: Engine, most: int, hurry: Hurry = NO_HURRY) -> Array:
        losses = run_block(engine, most, hurry)
        made.append(len(losses))
        return losses

    monkeypatch.setattr(Engine, "run_block", counted)
    return made


def test_a_move_in_a_hurry_ends_at_its_next_update_with_a_trace(
    block_lengths: list[int],
) -> None:
    run = timeline_of(SINGLE)
    run.hurry.ask(1)
    assert not run.go_to(Moment(UPDATES), HOUR)
    assert run.moment == Moment(1)
    assert run.trace is not None
    assert block_lengths == []  # Else it would have been made twice.
    run.hurry.begin(2)
    assert run.go_to(Moment(UPDATES), HOUR)


def test_a_move_that_has_no_deadline_arrives_in_any_hurry() -> None:
    run = timeline_of(SINGLE)
    run.hurry.ask(1)
    for moment in (Moment(UPDATES, 3), Moment(7), Moment(2 * UPDATES), Moment(0)):
        assert run.go_to(moment, inf)
        assert run.moment == moment


def test_a_run_that_is_hurried_pauses_where_it_would_have() -> None:
    reference = Reference(SINGLE)
    losses = reference.losses(UPDATES)
    condition = LossCondition(is_above=True, value=sorted(losses)[-3])
    expected, found = pauses(condition, None), pauses(condition, 4)
    assert expected == found
    assert len(found) == 2


def pauses(condition: LossCondition, look: int | None) -> list[Moment]:
    """Return where a run pauses when it is hurried at so many looks, or never."""
    run = timeline_of(SINGLE)
    found = []
    for _ in range(UPDATES):
        if look is not None:
            run.hurry = AskedAt(look)
        if run.go_to(Moment(UPDATES), HOUR, (condition,)):
            if run.paused_by is None:
                break
            found.append(run.moment)
    assert run.moment == Moment(UPDATES)
    return found


def hurried_run(experiment: Experiment) -> Report:
    """Return the answer to a run of an hour for which somebody has asked to hurry."""
    clock = Stopped()
    session = Session(clock)
    session.handle(OpenExperiment(experiment=experiment))
    clock.was_looked_at.clear()
    answers: list[Report] = []
    request = Run(budget=HOUR)
    thread = threading.Thread(target=lambda: answers.append(session.handle(request)))
    thread.start()
    try:
        assert clock.was_looked_at.wait(LIMIT)
        session.hurry(request.number)
        thread.join(LIMIT)
        assert not thread.is_alive()
    finally:
        clock.now = inf  # Else it would go on for ever.
        thread.join(LIMIT)
    (report,) = answers
    return report


@pytest.mark.parametrize("name", ["sgd, sample by sample", "sgd, all at once"])
def test_a_run_of_an_hour_ends_when_another_thread_is_in_a_hurry(name: str) -> None:
    report = hurried_run(EXPERIMENTS[name])
    assert not report.reached
    frame = report.frame
    assert frame.moment.update >= 1
    assert frame.trace is not None
    undisturbed = Session(steady_clock(1e-6))
    undisturbed.handle(OpenExperiment(experiment=EXPERIMENTS[name]))
    expected = undisturbed.handle(Run(budget=HOUR, until=frame.moment.update))
    assert contents_of(frame) == contents_of(expected.frame)
    mean = report.curves.losses.mean.tolist()
    assert mean == expected.curves.losses.mean.tolist()


def test_a_hurry_for_what_was_asked_before_is_forgotten() -> None:
    session = Session(steady_clock(1e-6))
    session.hurry(1)
    session.handle(OpenExperiment(experiment=SINGLE, number=2))
    session.hurry(2)
    report = session.handle(Run(budget=HOUR, until=UPDATES, number=3))
    assert report.reached
    assert report.frame.moment == Moment(UPDATES)


def test_a_hurry_counts_though_the_request_has_not_begun() -> None:
    session = Session(steady_clock(1e-6))
    session.handle(OpenExperiment(experiment=SINGLE, number=1))
    session.hurry(2)
    report = session.handle(Run(budget=HOUR, until=UPDATES, number=2))
    assert not report.reached
    assert report.frame.moment == Moment(1)


def test_few_updates_are_written_down_in_a_block_whichever_are_known() -> None:
    engine = engine_of(SINGLE)
    while engine.updates < 58:
        engine.run_block(58 - engine.updates)
    changed = replace(engine.settings.hyperparameters, learning_rate=0.02)
    engine.apply(SettingsChange(changed))
    while engine.updates < 60:
        engine.run_block(30)
    before = len(engine._calls)
    engine.run_block(30)
    assert len(engine._calls) - before == engine_module._MOST_WRITTEN


def test_however_a_session_is_opened_it_can_be_hurried(tmp_path: Path) -> None:
    is_urgent = False

    def tick() -> float:
        if is_urgent:
            session.hurry(0)
        return 1e-6

    session = Session(FakeClock(tick))
    session.handle(OpenExperiment(experiment=SINGLE))
    path = str(tmp_path / "run.bpviz")
    session.handle(SaveFile(path=path))
    openings = (OpenExperiment(experiment=SINGLE), Restart(), OpenFile(path=path))
    for opening in openings:
        is_urgent = False
        session.handle(opening)
        is_urgent = True
        report = session.handle(Run(budget=HOUR, until=UPDATES))
        assert not report.reached
        assert report.frame.moment == Moment(1)


def test_updates_that_are_still_to_be_written_down_come_in_short_blocks() -> None:
    engine = engine_of(SINGLE)
    first = engine_module._MOST_WRITTEN
    assert 1 < first < PER_EPOCH
    assert lengths(engine, [PER_EPOCH] * 4) == [
        first,
        PER_EPOCH - first,
        PER_EPOCH,
        PER_EPOCH,
    ]
    faster = replace(SINGLE.hyperparameters, learning_rate=0.02)
    engine.apply(SettingsChange(faster))
    assert lengths(engine, [PER_EPOCH] * 3) == [first, PER_EPOCH - first, PER_EPOCH]


@pytest.mark.parametrize("name", EXPERIMENTS)
@pytest.mark.parametrize("most", [1, 3, 1000])
def test_how_many_updates_are_written_down_at_a_time_does_not_matter(
    name: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, other = (engine_of(EXPERIMENTS[name]) for _ in range(2))
    usual_losses = losses_of(usual)
    monkeypatch.setattr(engine_module, "_MOST_WRITTEN", most)
    assert losses_of(other) == usual_losses
    assert other.state.block.tobytes() == usual.state.block.tobytes()


def losses_of(engine: Engine) -> list[float]:
    losses: list[float] = []
    while engine.updates < UPDATES:
        losses += engine.run_block(UPDATES - engine.updates).tolist()
    return losses


@pytest.mark.parametrize(
    ("pace", "deadline", "updates"),
    [
        (0.25, 1.0, 4),
        (0.25, 1.2, 4),
        (0.25, 0.3, 1),
        (0.25, 0.1, 1),
        (0.25, 0.0, 1),
        (0.25, -5.0, 1),
        (0.25, -inf, 1),
        (0.25, inf, NEVER),
        (0.0, 1.0, NEVER),
        (0.0, -inf, NEVER),
    ],
)
def test_as_many_updates_are_made_as_there_is_time_for(
    pace: float, deadline: float, updates: int
) -> None:
    run = timeline_of(SINGLE, steady_clock(0.0))
    run.replay.stopwatch.pace = pace
    assert run._updates_until(deadline) == updates


def test_a_block_does_not_go_on_past_the_deadline(block_lengths: list[int]) -> None:
    run = timeline_of(SINGLE, steady_clock(0.0))
    run.replay.stopwatch.pace = 1.0
    assert run.go_to(Moment(15), 7.0)  # Time stands still, so it may take as many.
    assert block_lengths == [7, 7]
