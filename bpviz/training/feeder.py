"""Batches in training order, turned into floats a block at a time.

Samples are stored compactly (MNIST as bytes). A block of consecutive batches is
gathered and converted in one go, because doing it batch by batch would cost a
single-sample update more than its arithmetic.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from bpviz.data.dataset import Samples
from bpviz.data.order import BatchOrder, epoch_order, updates_per_epoch
from bpviz.nn.arrays import Array, IntArray, zeros
from bpviz.nn.backprop import with_ones

BLOCK_ROWS = 512
"""Samples that a block holds, or one batch if that is more."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """A place for a batch in the feeder's memory.

    Its content is valid until the next block is loaded; the place itself is the same in
    every block, so that what is to be done with it can be written down once.

    Attributes
    ----------
    rows : int
        Its samples.
    inputs : Array
        (rows, inputs + 1), the last column 1.
    targets : Array
        (rows, outputs).
    output_pre_activations : Array
        (rows, outputs): where z of the output layer is to be written for the loss.
    """

    rows: int
    inputs: Array
    targets: Array
    output_pre_activations: Array


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Consecutive batches of one epoch.

    Attributes
    ----------
    first : int
        Number of the update, counted from 0, that uses ``batches[0]``.
    batches : list of Batch
        In training order.
    samples : IntArray
        Index of every row's sample in the training data, (rows,).
    starts : IntArray
        The row at which each batch begins, (batches,).
    """

    first: int
    batches: list[Batch]
    samples: IntArray
    starts: IntArray
    targets: Array
    output_pre_activations: Array


class BatchFeeder:
    """Serves the batch of any update, forwards quickest.

    Parameters
    ----------
    samples : Samples
        The training data.
    order : BatchOrder
        How an epoch goes through them.
    seed : int
        The order is a function of this and the epoch, of nothing else.
    batch_size : int
        Rows of a batch; the last of an epoch may be smaller.
    dtype : type
        Of the floats.
    """

    def __init__(
        self,
        samples: Samples,
        order: BatchOrder,
        seed: int,
        batch_size: int,
        dtype: Any,
    ) -> None:
        self._samples = samples
        self.batch_size = batch_size
        self.updates_per_epoch = updates_per_epoch(order, len(samples), batch_size)
        self._order_of = lru_cache(maxsize=2)(
            lambda epoch: epoch_order(order, seed, epoch, len(samples), batch_size)
        )
        self._batches_in_block = min(
            max(BLOCK_ROWS // batch_size, 1), self.updates_per_epoch
        )
        rows = self._batches_in_block * batch_size
        inputs, outputs = samples.inputs.shape[1], samples.targets.shape[1]
        self._inputs = with_ones(rows, inputs, np.dtype(dtype))
        self._targets = zeros(rows, outputs, dtype)
        self._output_pre_activations = zeros(rows, outputs, dtype)
        self._full = [
            self._rows(start, start + batch_size)
            for start in range(0, rows, batch_size)
        ]
        # What is left for the end of an epoch is always as much.
        self._rest: list[Batch] = []
        self._block: Block | None = None

    def block(self, update: int) -> Block:
        """Return a block that holds the batch of `update`, counted from 0."""
        block = self._block
        if block is None or not 0 <= update - block.first < len(block.batches):
            block = self._block = self._load(update)
        return block

    def _load(self, update: int) -> Block:
        epoch, place = divmod(update, self.updates_per_epoch)
        place -= place % self._batches_in_block
        first_row = place * self.batch_size
        last_row = first_row + self._batches_in_block * self.batch_size
        samples = self._order_of(epoch)[first_row:last_row]
        rows = len(samples)
        self._samples.fill(samples, self._inputs[:rows, :-1], self._targets[:rows])
        full, rest = divmod(rows, self.batch_size)
        if rest and not self._rest:
            self._rest = [self._rows(full * self.batch_size, rows)]
        batches = self._full[:full] + (self._rest if rest else [])
        return Block(
            first=epoch * self.updates_per_epoch + place,
            batches=batches,
            samples=samples,
            starts=np.arange(len(batches), dtype=np.int64) * self.batch_size,
            targets=self._targets[:rows],
            output_pre_activations=self._output_pre_activations[:rows],
        )

    def _rows(self, start: int, stop: int) -> Batch:
        return Batch(
            stop - start,
            self._inputs[start:stop],
            self._targets[start:stop],
            self._output_pre_activations[start:stop],
        )
