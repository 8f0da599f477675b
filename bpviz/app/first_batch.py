"""The first samples to learn from, as a batch on which gradients are checked."""

import numpy as np

from bpviz.app.headless import HeadlessRun
from bpviz.app.parser import UsageError
from bpviz.nn.arrays import Array


def first_batch(
    training: HeadlessRun, wanted: int | None, usual: int
) -> tuple[Array, Array]:
    """Return inputs and targets as float64, (rows, inputs) and (rows, outputs).

    Parameters
    ----------
    training : HeadlessRun
        Whose data they are.
    wanted : int, optional
        How many were asked for.
    usual : int
        How many if none were asked for and there are so many.

    Raises
    ------
    UsageError
        If there are not as many as asked for.
    """
    available, dataset = training.sample_count, training.opened.dataset
    if wanted is not None and wanted > available:
        raise UsageError(
            f"--samples {wanted} is more than the {available} samples to learn from"
        )
    count = min(usual, available) if wanted is None else wanted
    inputs = np.empty((count, dataset.input_size))
    targets = np.empty((count, dataset.output_size))
    dataset.train.fill_range(0, count, inputs, targets)
    return inputs, targets
