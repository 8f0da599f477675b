"""The order of samples: complete, and a function of its arguments alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.data.order import BatchOrder, epoch_order, updates_per_epoch

seeds = st.integers(0, 2**64)
epochs = st.integers(0, 10**6)
counts = st.integers(1, 200)


@given(seeds, epochs, counts, counts)
def test_shuffled_order_uses_every_sample_once(
    seed: int, epoch: int, sample_count: int, batch_size: int
) -> None:
    order = epoch_order(BatchOrder.SHUFFLED, seed, epoch, sample_count, batch_size)
    assert np.array_equal(np.sort(order), np.arange(sample_count))


@given(seeds, epochs, counts, counts)
def test_in_order_is_the_order_of_the_data(
    seed: int, epoch: int, sample_count: int, batch_size: int
) -> None:
    order = epoch_order(BatchOrder.IN_ORDER, seed, epoch, sample_count, batch_size)
    assert order.tolist() == list(range(sample_count))


@given(seeds, epochs, counts, counts)
def test_drawn_batches_are_full(
    seed: int, epoch: int, sample_count: int, batch_size: int
) -> None:
    order = epoch_order(BatchOrder.DRAWN, seed, epoch, sample_count, batch_size)
    updates = updates_per_epoch(BatchOrder.DRAWN, sample_count, batch_size)
    assert len(order) == updates * batch_size
    assert order.min() >= 0
    assert order.max() < sample_count


@given(st.sampled_from(BatchOrder), seeds, epochs, counts, counts)
def test_an_epoch_does_not_depend_on_what_was_asked_before(
    kind: BatchOrder, seed: int, epoch: int, sample_count: int, batch_size: int
) -> None:
    first = epoch_order(kind, seed, epoch, sample_count, batch_size)
    epoch_order(kind, seed, epoch + 1, sample_count, batch_size)
    again = epoch_order(kind, seed, epoch, sample_count, batch_size)
    assert np.array_equal(first, again)
    assert first.dtype == np.int64
    assert not first.flags.writeable


@given(st.sampled_from(BatchOrder), counts, counts)
def test_batches_of_an_epoch_cover_it(
    kind: BatchOrder, sample_count: int, batch_size: int
) -> None:
    order = epoch_order(kind, 0, 0, sample_count, batch_size)
    updates = updates_per_epoch(kind, sample_count, batch_size)
    sizes = [
        len(order[update * batch_size : (update + 1) * batch_size])
        for update in range(updates)
    ]
    assert sum(sizes) == len(order)
    assert min(sizes) >= 1
    assert set(sizes[:-1]) <= {batch_size}


@pytest.mark.parametrize(
    ("sample_count", "batch_size", "updates"),
    [(60_000, 100, 600), (30, 1, 30), (30, 7, 5), (30, 30, 1), (3, 10, 1)],
)
def test_updates_per_epoch(sample_count: int, batch_size: int, updates: int) -> None:
    for kind in BatchOrder:
        assert updates_per_epoch(kind, sample_count, batch_size) == updates


@pytest.mark.parametrize("kind", [BatchOrder.SHUFFLED, BatchOrder.DRAWN])
def test_seed_and_epoch_both_change_the_order(kind: BatchOrder) -> None:
    orders = [
        epoch_order(kind, seed, epoch, 100, 10)
        for seed, epoch in [(1, 2), (2, 1), (1, 3)]
    ]
    assert not np.array_equal(orders[0], orders[1])
    assert not np.array_equal(orders[0], orders[2])


def test_orders_are_the_documented_ones() -> None:
    shuffled = np.random.default_rng([5, 7]).permutation(50)
    assert np.array_equal(epoch_order(BatchOrder.SHUFFLED, 5, 7, 50, 10), shuffled)
    drawn = np.random.default_rng([5, 7]).integers(50, size=60)
    assert np.array_equal(epoch_order(BatchOrder.DRAWN, 5, 7, 50, 20), drawn)
