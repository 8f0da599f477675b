"""Tells whether data of one's own are still what they were when a run was saved."""

from hashlib import blake2b

import numpy as np

from bpviz.data.dataset import Dataset, Samples
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.training.experiment import DataChoice


def digest_of(data: DataChoice, dataset: Dataset) -> str | None:
    """Return a digest of everything in `dataset` that a run depends on.

    None for the data sets that are part of the program.
    """
    if data.path is None:
        return None
    digest = blake2b(digest_size=16)
    for samples in (dataset.train, dataset.test):
        for array in _arrays(samples):
            digest.update(f"{array.dtype.str}{array.shape}".encode())
            digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def check_digest(known: str | None, data: DataChoice, dataset: Dataset) -> None:
    """Refuse data that are not those of the digest.

    Raises
    ------
    InputError
        If they differ; nothing is known of None.
    """
    if known is not None and known != digest_of(data, dataset):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The data {path} are not those that the run was saved with: put those "
                "back to open it, or open the data as they are now.",
            ),
            path=data.path,
        )


def _arrays(samples: Samples | None) -> list[np.ndarray]:
    if samples is None:
        return []
    labels = np.zeros(0) if samples.labels is None else samples.labels
    scale, offset = np.asarray(samples.input_scale), np.asarray(samples.input_offset)
    return [samples.inputs, samples.targets, labels, scale, offset]
