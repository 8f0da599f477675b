"""Curves made up for tests, with values that can be told apart."""

import numpy as np
from numpy.typing import ArrayLike

from bpviz.training.messages import Curves, Evaluation, LossPoints

NO_CURVES = Curves(LossPoints(1, 1, *(np.empty(0) for _ in range(3))), ())


def made_curves(
    means: ArrayLike,
    *,
    stride: int = 1,
    evaluations: tuple[Evaluation, ...] = (),
    spread: float = 0.0,
) -> Curves:
    """Batch losses `means`, each from `spread` below to `spread` above it."""
    mean = np.asarray(means, np.float64)
    points = LossPoints(1, stride, mean - spread, mean + spread, mean)
    return Curves(points, evaluations)


def regression_evaluation(update: int, epoch: int, loss: float) -> Evaluation:
    return Evaluation(update, epoch, loss, None, None, None)


def class_evaluation(update: int, epoch: int, accuracy: float) -> Evaluation:
    return Evaluation(
        update, epoch, 1.0 - accuracy, 1.1 - accuracy, accuracy, accuracy - 0.05
    )
