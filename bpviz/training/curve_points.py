"""The curves of a run as they are published: loss by update, evaluations by epoch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class LossPoints:
    """The loss of consecutive updates, as recorded while they were made.

    Attributes
    ----------
    start : int
        The first update's number, counted from 1.
    stride : int
        Updates that one entry stands for.
    lowest, highest, mean : ndarray
        Over the batch losses of the updates in each entry, shape (entries,).
    """

    start: int
    stride: int
    lowest: npt.NDArray[np.float64]
    highest: npt.NDArray[np.float64]
    mean: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good the network is on whole data sets after `update` updates.

    Accuracies are shares between 0 and 1, None for regression; what concerns the
    test data is None where there are none.
    """

    update: int
    epoch: int
    train_loss: float
    test_loss: float | None
    train_accuracy: float | None
    test_accuracy: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """The curves of a run, as far as they have come.

    Attributes
    ----------
    losses : LossPoints
        All updates so far, in a bounded number of entries.
    evaluations : tuple of Evaluation
        One at the beginning and one an epoch, thinned where a run is very long.
    """

    losses: LossPoints
    evaluations: tuple[Evaluation, ...]
