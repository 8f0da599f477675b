"""Checkpoints stay within their budget and always lead back to a moment."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.nn.arrays import Array
from bpviz.training.checkpoints import Checkpoints
from tests.nn.effort import cases

SIZE = np.zeros((2, 3)).nbytes


def block(update: int) -> Array:
    return np.full((2, 3), float(update))


@given(
    budget=st.integers(0, 20),
    updates=st.lists(st.integers(1, 200), max_size=60),
    asked=st.lists(st.integers(0, 250), max_size=10),
)
@settings(max_examples=cases(100))
def test_the_nearest_copy_before_a_moment(
    budget: int, updates: list[int], asked: list[int]
) -> None:
    checkpoints = Checkpoints(budget * SIZE)
    checkpoints.keep(0, block(0))
    for number, update in enumerate(updates):
        checkpoints.keep(update, block(update))
        kept = {checkpoints.nearest(moment)[0] for moment in range(251)}
        assert kept <= {0, *updates[: number + 1]}
        assert {0, max(updates[: number + 1])} <= kept
        assert checkpoints.nbytes() == len(kept) * SIZE
        assert len(kept) == 2 or checkpoints.nbytes() <= budget * SIZE
        for moment in asked:
            at, copy = checkpoints.nearest(moment)
            assert at == max(place for place in kept if place <= moment)
            assert (copy == at).all()


def test_with_room_enough_nothing_is_dropped() -> None:
    checkpoints = Checkpoints()
    for update in range(100):
        checkpoints.keep(update, block(update))
    assert [checkpoints.nearest(update)[0] for update in range(100)] == list(range(100))


def test_recent_moments_are_nearer_to_a_copy_than_old_ones() -> None:
    checkpoints = Checkpoints(20 * SIZE)
    for update in range(1000):
        checkpoints.keep(update, block(update))
    kept = sorted({checkpoints.nearest(update)[0] for update in range(1000)})
    assert 10 <= len(kept) <= 20
    assert kept[-5:] == list(range(995, 1000))
    gaps = [after - before for before, after in pairwise(kept)]
    assert max(gaps) == max(gaps[:3])


def test_copies_do_not_change() -> None:
    checkpoints = Checkpoints()
    state = block(0)
    checkpoints.keep(0, state)
    state[:] = 9
    at, copy = checkpoints.nearest(5)
    assert at == 0
    assert (copy == 0).all()
    with pytest.raises(ValueError, match="read-only"):
        copy[0] = 1


def test_a_moment_is_kept_once() -> None:
    checkpoints = Checkpoints()
    checkpoints.keep(0, block(0))
    checkpoints.keep(0, block(7))
    assert checkpoints.nbytes() == SIZE
    assert (checkpoints.nearest(0)[1] == 0).all()
