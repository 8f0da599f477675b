"""In which order the samples of an epoch are used.

Nothing here has a memory: the order of an epoch follows from the experiment and
the epoch's number alone, which is what lets time run backward.
"""

from enum import StrEnum

import numpy as np

from bpviz.nn.arrays import IntArray


class BatchOrder(StrEnum):
    """How the samples of an epoch are chosen."""

    IN_ORDER = "in_order"  # as they stand in the data set
    SHUFFLED = "shuffled"  # every sample once, in a new order each epoch
    DRAWN = "drawn"  # each one drawn at random, so some twice and some never


def updates_per_epoch(order: BatchOrder, sample_count: int, batch_size: int) -> int:
    """Return how many batches make an epoch.

    It is the same for every order; but the last batch is smaller when the
    samples do not divide evenly, except that drawn batches are always full.
    """
    del order
    return -(-sample_count // batch_size)


def epoch_order(
    order: BatchOrder, seed: int, epoch: int, sample_count: int, batch_size: int
) -> IntArray:
    """Return the samples of an epoch, in the order in which they are used.

    Batch k is ``result[k * batch_size : (k + 1) * batch_size]``.

    Parameters
    ----------
    order : BatchOrder
        How samples are chosen.
    seed, epoch : int
        Both at least 0; epochs count from 0.
    sample_count, batch_size : int
        Both at least 1.

    Returns
    -------
    ndarray of int64
        Read-only; `sample_count` long, or a whole number of batches when drawn.
    """
    if order is BatchOrder.IN_ORDER:
        samples = np.arange(sample_count, dtype=np.int64)
    elif order is BatchOrder.SHUFFLED:
        generator = np.random.default_rng([seed, epoch])
        samples = generator.permutation(np.arange(sample_count, dtype=np.int64))
    else:
        generator = np.random.default_rng([seed, epoch])
        drawn_count = updates_per_epoch(order, sample_count, batch_size) * batch_size
        samples = generator.integers(sample_count, size=drawn_count, dtype=np.int64)
    samples.setflags(write=False)
    return samples
