"""How large the numbers of a data set are, for scales that do not change with each."""

import numpy as np

from bpviz.data.dataset import AnyArray, Dataset

_MOST_NUMBERS = 500_000
"""Looking at more would take time and hardly find larger ones."""


def peaks_of(dataset: Dataset) -> tuple[float, float]:
    """Return the largest sizes of inputs, as the network is given them, and targets.

    Of very many samples, only the first are looked at.
    """
    samples = dataset.train
    inputs = samples.scaled(_first(samples.inputs))
    return _largest(inputs), _largest(_first(samples.targets))


def _first(rows: AnyArray) -> AnyArray:
    return rows[: max(_MOST_NUMBERS // rows.shape[1], 1)]


def _largest(values: AnyArray) -> float:
    return float(np.abs(values).max())
