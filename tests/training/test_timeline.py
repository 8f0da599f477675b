"""A timeline gets where it is sent, a little at a time, and evaluates on the way."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training import engine, epoch_evaluator, evaluation, replay, timeline
from bpviz.training.checkpoint_store import CheckpointStore
from bpviz.training.curve_points import Evaluation
from bpviz.training.engine import Engine
from bpviz.training.evaluation import Evaluator
from bpviz.training.experiment import Experiment
from bpviz.training.run_saving import restore, saved_run
from bpviz.training.steps import Moment
from bpviz.training.timeline import Timeline
from tests.nn.effort import cases
from tests.training.clock import erratic_clock, steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents

FOR_EVER = float("inf")
TOO_LATE = float("-inf")

CLASSIFICATION = "adam, small batches, float32"
ALL_AT_ONCE = "sgd, all at once"
PARTIAL = "sgd, partial batches, shuffled"


def timeline_of(experiment: Experiment, tick: float = 0.001) -> Timeline:
    return Timeline(experiment, Reference(experiment).dataset, clock=steady_clock(tick))


def evaluated_apart(reference: Reference, updates: int) -> Evaluation:
    """Evaluate the parameters after `updates` updates on an engine of its own."""
    flat = reference.parameters(updates).flat
    engine = Engine(reference.experiment, reference.dataset, flat)
    evaluator = Evaluator(engine, reference.dataset)
    while (found := evaluator.advance()) is None:
        pass
    epoch = updates // reference.updates_per_epoch
    return replace(found, update=updates, epoch=epoch)


def assert_stands(run: Timeline, reference: Reference) -> None:
    shown = contents(run.parameters, run.trace)
    assert shown == reference.contents(run.moment)


@pytest.mark.parametrize("name", EXPERIMENTS)
@pytest.mark.parametrize("chunk_rows", [7, 1000])
@pytest.mark.parametrize("brief", [0, 10**9])
def test_past_every_deadline_it_still_gets_on(
    name: str, chunk_rows: int, brief: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation, "CHUNK_ROWS", chunk_rows)
    monkeypatch.setattr(epoch_evaluator, "_BRIEF", brief)
    reference = Reference(EXPERIMENTS[name])
    run = timeline_of(EXPERIMENTS[name])
    goal = Moment(45)
    rows = len(reference.dataset.train) + 100
    slices = (rows // chunk_rows + 3) * (45 // reference.updates_per_epoch + 2)
    places = [run.moment]
    for _ in range(45 + slices):
        if run.go_to(goal, TOO_LATE):
            break
        assert_stands(run, reference)
        places.append(run.moment)
    assert run.moment == goal
    assert places == sorted(places)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_deadline_is_looked_at_after_every_block(name: str) -> None:
    """A run for one second of a clock that ticks does not take many more looks."""
    run = timeline_of(EXPERIMENTS[name])
    clock = steady_clock(0.01)
    run = Timeline(EXPERIMENTS[name], run.dataset, clock=clock)
    arrived = run.go_to(Moment(10**9), clock.now + 1.0)
    assert not arrived
    assert run.moment.update > 5
    assert clock.now < 1.2


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_evaluated_once_at_the_beginning_of_every_epoch(name: str) -> None:
    reference = Reference(EXPERIMENTS[name])
    run = Timeline(
        EXPERIMENTS[name], reference.dataset, clock=erratic_clock(5, mean=0.01)
    )
    per_epoch = reference.updates_per_epoch
    last = 4 * per_epoch + per_epoch // 2
    while not run.go_to(Moment(last), run._clock() + 0.05):
        pass
    found = run.history.evaluations.entries()
    assert [entry.update for entry in found] == list(range(0, last + 1, per_epoch))
    for entry in found:
        assert entry == evaluated_apart(reference, entry.update)
    # Going back and forth adds nothing.
    for moment in (Moment(per_epoch), Moment(0), Moment(last)):
        assert run.go_to(moment, FOR_EVER)
    assert run.history.evaluations.entries() == found


def test_standing_at_the_end_of_an_epoch_it_is_evaluated_already() -> None:
    run = timeline_of(EXPERIMENTS[PARTIAL])
    assert run.go_to(Moment(5), FOR_EVER)
    assert [entry.update for entry in run.history.evaluations.entries()] == [0, 5]
    assert run.go_to(Moment(5, 1), FOR_EVER)
    assert [entry.update for entry in run.history.evaluations.entries()] == [0, 5]


def test_an_evaluation_that_was_broken_off_is_finished_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evaluation, "CHUNK_ROWS", 7)
    monkeypatch.setattr(epoch_evaluator, "_BRIEF", 0)
    reference = Reference(EXPERIMENTS[CLASSIFICATION])
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    assert run.go_to(Moment(19), FOR_EVER)
    for _ in range(5):
        assert not run.go_to(Moment(20), TOO_LATE)
    assert run.moment == Moment(20)
    assert len(run.history.evaluations.entries()) == 1
    assert run.go_to(Moment(3), FOR_EVER)
    assert run.go_to(Moment(30), FOR_EVER)
    first, second = run.history.evaluations.entries()
    assert (first.update, second.update) == (0, 20)
    expected = evaluated_apart(reference, 20)
    assert second.train_accuracy == expected.train_accuracy
    assert second.train_loss == pytest.approx(expected.train_loss, rel=1e-5)


@pytest.mark.parametrize("is_brief", [True, False])
def test_only_before_a_long_evaluation_an_update_is_traced(
    is_brief: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_brief:
        monkeypatch.setattr(epoch_evaluator, "_BRIEF", 0)
    reference = Reference(EXPERIMENTS[CLASSIFICATION])
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    assert run.go_to(Moment(47), FOR_EVER)
    assert list(run.history.traces) == ([46] if is_brief else [19, 39, 46])
    found = run.history.evaluations.entries()
    assert [entry.update for entry in found] == [0, 20, 40]
    assert_stands(run, reference)


def test_a_brief_evaluation_is_not_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "CHUNK_ROWS", 7)
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    assert run.go_to(Moment(19), FOR_EVER)
    assert run.go_to(Moment(20), TOO_LATE)
    assert [entry.update for entry in run.history.evaluations.entries()] == [0, 20]


def test_evaluating_in_the_middle_of_an_epoch() -> None:
    reference = Reference(EXPERIMENTS[CLASSIFICATION])
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    run.go_to(Moment(33), FOR_EVER)
    run.evaluate()
    run.evaluate()
    run.go_to(Moment(50), FOR_EVER)
    found = run.history.evaluations.entries()
    assert [entry.update for entry in found] == [0, 20, 33, 40]
    assert found[2] == evaluated_apart(reference, 33)
    assert found[2].epoch == 1
    assert_stands(run, reference)


def test_evaluating_before_anything_else() -> None:
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    run.evaluate()
    assert [entry.update for entry in run.history.evaluations.entries()] == [0]
    assert run.moment == Moment(0)


def test_evaluating_an_old_moment_adds_nothing_to_what_is_known() -> None:
    run = timeline_of(EXPERIMENTS[CLASSIFICATION])
    run.go_to(Moment(50), FOR_EVER)
    known = run.history.evaluations.entries()
    run.go_to(Moment(33), FOR_EVER)
    run.evaluate()
    assert run.history.evaluations.entries() == known
    assert run.moment == Moment(33)


def test_a_trace_is_evaluated_where_the_engine_stands_elsewhere() -> None:
    """The moment may be shown from a kept trace while the engine is far ahead."""
    reference = Reference(EXPERIMENTS[PARTIAL])
    run = timeline_of(EXPERIMENTS[PARTIAL])
    for update in range(1, 9):
        run.go_to(Moment(update), FOR_EVER)
    run.go_to(Moment(7), FOR_EVER)
    assert run.engine.updates == 8
    run.evaluate()
    found = run.history.evaluations.entries()[-1]
    assert found == evaluated_apart(reference, 7)
    assert_stands(run, reference)


@given(
    budget=st.integers(1, 12),
    seconds=st.sampled_from([0.0, 0.002, 0.01]),
    moments=st.lists(
        st.builds(Moment, st.integers(0, 200), st.integers(0, 14)), max_size=12
    ),
    name=st.sampled_from(sorted(EXPERIMENTS)),
)
@settings(max_examples=cases(30))
def test_checkpoints_stay_within_their_budget(
    budget: int, seconds: float, moments: list[Moment], name: str
) -> None:
    reference = Reference(EXPERIMENTS[name])
    most = budget * reference.block_bytes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timeline, "CheckpointStore", lambda: CheckpointStore(most))
        patch.setattr(replay, "CHECKPOINT_SECONDS", seconds)
        patch.setattr(replay, "SCARCE_SECONDS", seconds)
        run = timeline_of(EXPERIMENTS[name])
        for moment in moments:
            operations = 4 * run.engine.network.depth + 3
            moment = replace(moment, operation=moment.operation % operations)
            assert run.go_to(moment, FOR_EVER)
            assert run.moment == moment
            assert_stands(run, reference)
            most_ever = max(most, 2 * reference.block_bytes)
            assert run.history.checkpoints.nbytes <= most_ever


@pytest.fixture
def whole_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first updates have blocks as long as those of later ones."""
    monkeypatch.setattr(engine, "_MOST_WRITTEN", 1000)


def test_checkpoints_come_at_even_spaces_of_training_time(
    whole_blocks: None,
) -> None:
    run = timeline_of(EXPERIMENTS["sgd, sample by sample"], tick=0.02)
    run.go_to(Moment(1000), FOR_EVER)
    kept = sorted(
        {run.history.checkpoints.nearest_update(update) for update in range(1001)}
    )
    assert kept[0] == 0
    assert len(kept) > 5
    # An epoch of 30 updates takes 0.04 seconds: a block of 29, and its last alone.
    gaps = [after - before for before, after in pairwise(kept)]
    assert set(gaps[1:]) <= {29, 30, 31, 59, 60}


def test_speed_counts_the_samples_of_training_only(whole_blocks: None) -> None:
    run = timeline_of(EXPERIMENTS["sgd, sample by sample"], tick=0.5)
    run.go_to(Moment(29), FOR_EVER)
    # A block of 28 updates and the last one, which is traced.
    assert run.replay.stopwatch.lap() == pytest.approx(29 / (0.5 + 0.5))
    assert run.replay.stopwatch.lap() is None


def test_speed_counts_every_sample_once() -> None:
    """Batches of 7 of 30 samples: the fifth of an epoch has 2."""
    run = timeline_of(EXPERIMENTS[PARTIAL], tick=0.5)
    run.go_to(Moment(5), FOR_EVER)
    assert run.replay.stopwatch.lap() == pytest.approx(30 / (0.5 + 0.5))
    run.go_to(Moment(0), FOR_EVER)
    run.go_to(Moment(10), FOR_EVER)
    # The first epoch again, now with its last update in a block of its own.
    assert run.replay.stopwatch.lap() == pytest.approx(60 / (4 * 0.5))


def test_speed_is_known_where_every_update_ends_an_epoch() -> None:
    run = timeline_of(EXPERIMENTS[ALL_AT_ONCE], tick=0.5)
    run.go_to(Moment(3), FOR_EVER)
    assert run.replay.stopwatch.lap() == pytest.approx(3 * 30 / (3 * 0.5))


@pytest.mark.parametrize("cut", [0, 1, 13, 20, 37])
def test_a_saved_run_goes_on_as_if_nothing_had_been(cut: int) -> None:
    name = CLASSIFICATION
    reference = Reference(EXPERIMENTS[name])
    run = timeline_of(EXPERIMENTS[name])
    run.go_to(Moment(cut, 4), FOR_EVER)
    saved = saved_run(run)
    other = Timeline(saved.experiment, reference.dataset, saved.first)
    restore(other, saved)
    assert other.go_to(saved.moment, FOR_EVER)
    assert other.moment == Moment(cut, 4)
    assert_stands(other, reference)
    for moment in (Moment(60), Moment(cut), Moment(0), Moment(61, 2)):
        for one in (run, other):
            assert one.go_to(moment, FOR_EVER)
            assert_stands(one, reference)
    assert other.history.evaluations.entries() == run.history.evaluations.entries()
    assert other.curves().losses.mean.tolist() == run.curves().losses.mean.tolist()


def test_memory_is_bounded_by_kept_traces_and_checkpoints() -> None:
    run = timeline_of(EXPERIMENTS["momentum, sample by sample, shuffled"])
    for update in range(1, 200):
        run.go_to(Moment(update), FOR_EVER)
        assert len(run.history.traces) <= replay.KEPT_TRACES


def test_an_update_that_is_traced_again_is_the_one_used_last() -> None:
    run = timeline_of(EXPERIMENTS[PARTIAL])
    for update in (1, 2):
        assert run.go_to(Moment(update), FOR_EVER)
    assert list(run.history.traces) == [0, 1]
    run.replay.rewind(0)
    assert run.replay.traced_update()
    assert list(run.history.traces) == [1, 0]


def test_what_cannot_be_evaluated_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = []

    def infinite(self: Evaluator) -> Evaluation:
        tried.append(self)
        return Evaluation(0, 0, float("inf"), None, None, None)

    monkeypatch.setattr(Evaluator, "advance", infinite)
    run = timeline_of(EXPERIMENTS[PARTIAL])
    for _ in range(3):
        run.evaluate()
        assert run.go_to(Moment(1), FOR_EVER)
        assert run.go_to(Moment(0), FOR_EVER)
    assert len(tried) == 1
    assert run.history.evaluations.entries() == ()
