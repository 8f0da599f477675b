"""Curves made up for tests, with values that can be told apart."""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.changes import LoggedChange, RunSettings, SettingsChange
from bpviz.training.curve_points import Curves, Evaluation, LossPoints
from bpviz.training.frame import Frame
from bpviz.training.runs import RunSummary
from bpviz.training.steps import Moment
from bpviz.training.watches import Watch, WatchCurve

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


def made_run(
    number: int,
    *,
    parent: int | None = None,
    log: tuple[LoggedChange, ...] = (),
    updates: int = 100,
    curves: Curves | None = None,
) -> RunSummary:
    """A run whose batch losses all are its number plus 1, unless it has `curves`."""
    made = curves or made_curves(np.full(updates, number + 1.0))
    return RunSummary(number, parent, log, Moment(updates), updates, made)


def change_of_rate(update: int, rate: float) -> LoggedChange:
    return LoggedChange(update, SettingsChange(Hyperparameters("adam", rate)))


def made_watch(watch: Watch, means: ArrayLike, *, stride: int = 1) -> WatchCurve:
    mean = np.asarray(means, np.float64)
    return WatchCurve(watch, 1, stride, mean, mean, mean)


def at_update(frame: Frame, update: int, fault: Fault | None = None) -> Frame:
    """`frame` as if it stood after another update, with or without a fault."""
    settings = RunSettings(fault=fault)
    return replace(frame, moment=Moment(update), settings=settings)
