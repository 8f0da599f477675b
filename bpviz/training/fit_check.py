"""Refuses networks that do not fit the data they are to learn from."""

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.losses import LOSSES
from bpviz.training.experiment import Experiment

_INPUT_DIFFERS = QT_TRANSLATE_NOOP(
    "Errors",
    "The input layer has {size} nodes, but the data have {needed}: make it {needed}.",
)
_OUTPUT_DIFFERS = QT_TRANSLATE_NOOP(
    "Errors",
    "The output layer has {size} nodes, but the data have {needed}: make it {needed}.",
)


def check_fit(experiment: Experiment, dataset: Dataset) -> None:
    """Refuse a network whose ends do not fit the data.

    Raises
    ------
    InputError
        If input or output sizes differ, a batch is larger than the data, or the loss
        is not made for their targets.
    """
    for template, size, needed in (
        (_INPUT_DIFFERS, experiment.layer_sizes[0], dataset.input_size),
        (_OUTPUT_DIFFERS, experiment.layer_sizes[-1], dataset.output_size),
    ):
        if size != needed:
            raise InputError(template, size=size, needed=needed)
    if experiment.batch_size > len(dataset.train):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A batch of {batch} is more than the {samples} samples there are.",
            ),
            batch=experiment.batch_size,
            samples=len(dataset.train),
        )
    _check_targets(experiment.loss, dataset.train.targets)


def _check_targets(loss: str, targets: Array) -> None:
    """Refuse a cross-entropy of what is no share: a - y is its derivative no more."""
    partner = LOSSES[loss].partner
    if partner is None:
        return
    if targets.min() < 0 or targets.max() > 1:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The loss {loss} needs targets between 0 and 1; these data need "
                "squared_error.",
            ),
            loss=loss,
        )
    if partner == "softmax" and not np.allclose(targets.sum(axis=1), 1):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The loss {loss} needs targets that add up to 1 in every sample; these "
                "data need another loss.",
            ),
            loss=loss,
        )
