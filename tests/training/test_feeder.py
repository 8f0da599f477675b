"""Batches are those that the definition of their order names, in whatever blocks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.data.dataset import Samples
from bpviz.data.order import BatchOrder, epoch_order
from bpviz.training import feeder
from bpviz.training.feeder import BatchFeeder
from tests.nn.effort import cases

SEED = 17


def samples_of(count: int) -> Samples:
    rng = np.random.default_rng(count)
    return Samples(
        rng.standard_normal((count, 3)), rng.standard_normal((count, 2)), None
    )


def definition(
    order: BatchOrder, count: int, batch_size: int, update: int
) -> list[int]:
    """Return the samples of an update, counted from 0."""
    per_epoch = -(-count // batch_size)
    epoch, place = divmod(update, per_epoch)
    samples = epoch_order(order, SEED, epoch, count, batch_size)
    return [int(sample) for sample in samples[place * batch_size :][:batch_size]]


@given(
    order=st.sampled_from(BatchOrder),
    count=st.integers(1, 40),
    batch_size=st.integers(1, 40),
    block_rows=st.integers(1, 60),
    visits=st.lists(st.integers(0, 150), min_size=1, max_size=20),
    dtype=st.sampled_from([np.float32, np.float64]),
)
@settings(max_examples=cases(100))
def test_any_update_gets_its_batch(
    order: BatchOrder,
    count: int,
    batch_size: int,
    block_rows: int,
    visits: list[int],
    dtype: type,
) -> None:
    samples = samples_of(count)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeder, "BLOCK_ROWS", block_rows)
        source = BatchFeeder(samples, order, SEED, batch_size, dtype)
    assert source.updates_per_epoch == -(-count // batch_size)
    for update in visits:
        block = source.block(update)
        place = update - block.first
        batch = block.batches[place]
        expected = definition(order, count, batch_size, update)
        start = int(block.starts[place])
        assert block.samples[start : start + len(expected)].tolist() == expected
        assert batch.inputs.dtype == batch.targets.dtype == dtype
        inputs, targets = samples.inputs[expected], samples.targets[expected]
        assert np.array_equal(batch.inputs[:, :-1], inputs.astype(dtype))
        assert (batch.inputs[:, -1] == 1).all()
        assert batch.inputs.strides[1] == batch.inputs.itemsize
        assert np.array_equal(batch.targets, targets.astype(dtype))
        assert batch.output_pre_activations.shape == batch.targets.shape


@given(
    order=st.sampled_from(BatchOrder),
    count=st.integers(1, 40),
    batch_size=st.integers(1, 40),
    block_rows=st.integers(1, 60),
)
@settings(max_examples=cases(50))
def test_blocks_follow_one_another_and_stay_inside_an_epoch(
    order: BatchOrder, count: int, batch_size: int, block_rows: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeder, "BLOCK_ROWS", block_rows)
        source = BatchFeeder(samples_of(count), order, SEED, batch_size, np.float64)
    update = 0
    while update < 3 * source.updates_per_epoch:
        block = source.block(update)
        assert block.first == update
        last = update + len(block.batches) - 1
        assert update // source.updates_per_epoch == last // source.updates_per_epoch
        assert len(block.samples) <= max(block_rows, batch_size)
        assert sum(len(batch.inputs) for batch in block.batches) == len(block.samples)
        assert len(block.targets) == len(block.samples)
        update = last + 1
    assert update == 3 * source.updates_per_epoch


def test_batches_have_the_same_places_in_every_block() -> None:
    source = BatchFeeder(samples_of(23), BatchOrder.SHUFFLED, SEED, 2, np.float32)
    first, *others = (source.block(12 * epoch).batches for epoch in range(3))
    assert [batch.rows for batch in first] == [*[2] * 11, 1]
    for batches in others:
        assert all(a is b for a, b in zip(first, batches, strict=True))


def test_bytes_become_floats_once() -> None:
    pixels = np.array([[0, 51, 255], [255, 102, 0]], np.uint8)
    samples = Samples(pixels, np.eye(2), np.array([0, 1]), input_scale=255.0)
    source = BatchFeeder(samples, BatchOrder.IN_ORDER, 0, 2, np.float32)
    (batch,) = source.block(0).batches
    expected = np.array([[0, 0.2, 1, 1], [1, 0.4, 0, 1]], np.float32)
    assert np.array_equal(batch.inputs, expected)
    assert batch.inputs.dtype == np.float32
