"""Refuses changes that make no sense for a network and its data."""

from contextlib import suppress
from dataclasses import replace

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.switched_off import by_layer
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.experiment import Experiment

MOST_CHANGES = 10_000
"""Changes in one run's log; a session file holds them all."""


def check_change(change: Change, experiment: Experiment, dataset: Dataset) -> None:
    """Refuse a change that cannot be made.

    Raises
    ------
    InputError
        If it names a node, a parameter or a sample that is not there, or a number
        that makes no sense.
    """
    match change:
        case SettingsChange(hyperparameters):
            replace(experiment, hyperparameters=hyperparameters)  # checks them
        case ParameterEdit(key, value):
            key.position(experiment.network)
            _check_value(value, experiment)
        case NodeSwitch(layer, node):
            by_layer(experiment.network, {(layer, node)})
        case SampleChoice(sample):
            if not 0 <= sample < len(dataset.train):
                raise InputError(
                    QT_TRANSLATE_NOOP(
                        "Errors",
                        "There is no sample {sample}: the training data have "
                        "{samples}.",
                    ),
                    sample=sample + 1,
                    samples=len(dataset.train),
                )
        case FaultSwitch():
            pass


def check_log(
    entries: tuple[LoggedChange, ...], experiment: Experiment, dataset: Dataset
) -> None:
    """Refuse a log of changes that cannot have been made.

    Raises
    ------
    InputError
        As in `check_change`, or if there are more than `MOST_CHANGES`.
    """
    check_count(len(entries))
    for entry in entries:
        check_change(entry.change, experiment, dataset)


def check_count(count: int) -> None:
    """Refuse more changes than a log holds.

    Raises
    ------
    InputError
        If there are.
    """
    if count > MOST_CHANGES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A run can be changed {most} times; go back before some of the "
                "changes, or restart.",
            ),
            most=f"{MOST_CHANGES:,}",
        )


def _check_value(value: float, experiment: Experiment) -> None:
    is_finite = False
    with np.errstate(over="ignore"), suppress(OverflowError):
        # A large float64 is an infinite float32, a large int no float at all.
        is_finite = bool(np.isfinite(experiment.float_type(value)))
    if not is_finite:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{name} must be finite; got {value}."),
            name="value",
            value=value,
        )
