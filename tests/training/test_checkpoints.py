"""Checkpoints stay within their budget and always lead back to a moment."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.nn.arrays import Array
from bpviz.training.checkpoint_store import WINDOW, CheckpointStore
from bpviz.training.checkpoints import Checkpoints
from tests.nn.effort import cases

SIZE = np.zeros((2, 3)).nbytes


def block(update: int) -> Array:
    return np.full((2, 3), float(update))


def updates_of(checkpoints: Checkpoints, last: int) -> set[int]:
    return {checkpoints.nearest_update(update) for update in range(last + 1)} - {0}


@given(
    budget=st.integers(0, 20),
    updates=st.lists(st.integers(1, 200), max_size=60),
    asked=st.lists(st.integers(0, 250), max_size=10),
)
@settings(max_examples=cases(100))
def test_the_nearest_copy_before_a_moment(
    budget: int, updates: list[int], asked: list[int]
) -> None:
    store = CheckpointStore(budget * SIZE)
    checkpoints = Checkpoints(store)
    for number, update in enumerate(updates):
        checkpoints.keep(update, block(update))
        kept = updates_of(checkpoints, 250)
        assert kept <= set(updates[: number + 1])
        assert max(updates[: number + 1]) in kept
        assert store.nbytes == checkpoints.nbytes == len(checkpoints) * SIZE
        assert len(kept) == len(checkpoints)
        assert len(kept) <= 2 or store.nbytes <= budget * SIZE
        for moment in asked:
            nearest = checkpoints.nearest(moment)
            before = [place for place in kept if place <= moment]
            if nearest is None:
                assert not before
                continue
            at, copy = nearest
            assert at == max(before)
            assert (copy == at).all()


def test_with_room_enough_nothing_is_dropped() -> None:
    checkpoints = Checkpoints(CheckpointStore())
    for update in range(100):
        checkpoints.keep(update, block(update))
    assert [checkpoints.nearest_update(update) for update in range(100)] == list(
        range(100)
    )


def test_the_beginning_needs_no_copy() -> None:
    checkpoints = Checkpoints(CheckpointStore())
    checkpoints.keep(0, block(0))
    assert checkpoints.nearest(5) is None
    assert checkpoints.nearest_update(5) == 0
    assert checkpoints.nbytes == 0


@pytest.mark.parametrize("updates", [1_000_000, 1_300_000, 5_000_000, 20_000_000])
def test_the_last_million_updates_lie_evenly(updates: int) -> None:
    """As many copies as 64 MB hold of 784-30-10 in float32."""
    tiny = np.zeros(1, np.float32)
    store = CheckpointStore(670 * tiny.nbytes)
    checkpoints = Checkpoints(store)
    spacing = checkpoints.spacing(tiny)
    assert spacing < 1700
    for update in range(spacing, updates + 1, spacing):
        checkpoints.keep(update, tiny)
        assert store.nbytes <= 670 * tiny.nbytes
    first = max(updates - WINDOW, 0)
    for moment in range(first, updates, 199):
        assert moment - checkpoints.nearest_update(moment) < spacing
    # Older ones are farther apart, but not without a limit.
    for moment in range(1, first, 9973):
        gap = moment - checkpoints.nearest_update(moment)
        assert gap < 0.15 * (updates - moment) + spacing


def test_where_the_window_cannot_be_covered_recent_moments_are_nearest() -> None:
    checkpoints = Checkpoints(CheckpointStore(20 * SIZE))
    for update in range(1, 1000):
        checkpoints.keep(update, block(update))
    kept = sorted(updates_of(checkpoints, 1000))
    assert 15 <= len(kept) <= 20
    assert kept[-4:] == list(range(996, 1000))
    gaps = [after - before for before, after in pairwise([0, *kept])]
    for at, gap in zip(kept, gaps, strict=True):
        assert gap <= 2 + 0.9 * (1000 - at)


def test_copies_do_not_change() -> None:
    checkpoints = Checkpoints(CheckpointStore())
    state = block(1)
    checkpoints.keep(1, state)
    state[:] = 9
    nearest = checkpoints.nearest(5)
    assert nearest is not None
    at, copy = nearest
    assert at == 1
    assert (copy == 1).all()
    with pytest.raises(ValueError, match="read-only"):
        copy[0] = 1


def test_a_moment_is_kept_once() -> None:
    checkpoints = Checkpoints(CheckpointStore())
    checkpoints.keep(1, block(1))
    checkpoints.keep(1, block(7))
    assert checkpoints.nbytes == SIZE
    nearest = checkpoints.nearest(1)
    assert nearest is not None
    assert (nearest[1] == 1).all()


def filled(store: CheckpointStore, *updates: int) -> Checkpoints:
    checkpoints = Checkpoints(store)
    for update in updates:
        checkpoints.keep(update, block(update))
    return checkpoints


def test_a_branch_shares_what_lies_before_it() -> None:
    store = CheckpointStore()
    parent = filled(store, 10, 20, 30)
    child = parent.before(20)
    assert updates_of(child, 50) == {10}
    assert store.nbytes == 3 * SIZE
    child.keep(20, block(21))
    assert store.nbytes == 4 * SIZE
    parent.clear()
    assert store.nbytes == 2 * SIZE
    nearest = child.nearest(25)
    assert nearest is not None
    assert (nearest[1] == 21).all()
    child.clear()
    assert store.nbytes == 0


def test_the_other_runs_give_way_and_marked_copies_go_last() -> None:
    store = CheckpointStore(100 * SIZE)
    parent = filled(store, *range(1, 61))
    parent.mark(31)
    child = parent.before(1)
    for update in range(1, 99):
        child.keep(update, block(update))
    assert store.nbytes <= 100 * SIZE
    assert updates_of(child, 100) >= set(range(60, 99))
    assert 31 in updates_of(parent, 100)
    for update in range(99, 400):
        child.keep(update, block(update))
        assert store.nbytes <= 100 * SIZE


@given(st.data())
@settings(max_examples=cases(50))
def test_all_runs_together_stay_within_the_budget(data: st.DataObject) -> None:
    budget = data.draw(st.integers(2, 30)) * SIZE
    store = CheckpointStore(budget)
    runs = [Checkpoints(store)]
    current, update = runs[0], 0
    for move in data.draw(st.lists(st.sampled_from("kkkkkbsmc"), max_size=80)):
        if move == "k":
            update += data.draw(st.integers(1, 9))
            current.keep(update, block(update))
        elif move == "b":
            update = data.draw(st.integers(0, update))
            current = current.before(update)
            runs.append(current)
        elif move == "s":
            current = data.draw(st.sampled_from(runs))
        elif move == "m":
            current.mark(data.draw(st.integers(0, update)))
        elif len(runs) > 1:
            gone = runs.pop(data.draw(st.integers(0, len(runs) - 1)))
            gone.clear()
            if gone is current:
                current = runs[-1]
        held = {id(copy): copy.nbytes for run in runs for copy in run._copies.values()}
        assert store.nbytes == sum(held.values())
        assert store.nbytes <= budget
