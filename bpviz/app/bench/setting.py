"""What the contestants of a case share: samples, their order, first parameters."""

from dataclasses import replace
from typing import Protocol

import numpy as np

from bpviz.data.dataset import Dataset, Samples
from bpviz.data.order import epoch_order
from bpviz.nn.arrays import Array, IntArray
from bpviz.training.engine import Engine
from bpviz.training.experiment import DtypeName, Experiment

Layers = tuple[tuple[Array, Array], ...]
"""Weights (fan_in, fan_out) and biases (fan_out,) of every layer."""


class Contestant(Protocol):
    """Something that trains a network."""

    def advance(self, updates: int) -> None:
        """Make so many more updates."""

    def layers(self) -> Layers:
        """Return the parameters as they stand."""


class Setting:
    """The starting point that every contestant of a case is given.

    Parameters
    ----------
    experiment : Experiment
        The network and how it is trained.
    dataset : Dataset
        What it learns from.

    Attributes
    ----------
    batches : IntArray
        The samples of each update of the first epoch, (updates, batch_size).
    first_layers : Layers
        Parameters to begin with, float64.
    """

    def __init__(self, experiment: Experiment, dataset: Dataset) -> None:
        self.experiment = experiment
        self.dataset = dataset
        size = experiment.batch_size
        samples = epoch_order(
            experiment.batch_order, experiment.seed, 0, len(dataset.train), size
        )
        full = len(samples) // size
        self.batches: IntArray = samples[: full * size].reshape(full, size)
        engine = Engine(replace(experiment, dtype="float64"), dataset)
        parameters = engine.parameters()
        self.first_layers: Layers = tuple(
            zip(parameters.weights, parameters.biases, strict=True)
        )
        self._floats: dict[DtypeName, tuple[Array, Array]] = {}

    def samples(self, dtype: DtypeName) -> tuple[Array, Array]:
        """Return all inputs and targets as floats, a row a sample; made once."""
        if dtype not in self._floats:
            train = self.dataset.train
            inputs = np.empty(train.inputs.shape, dtype)
            targets = np.empty(train.targets.shape, dtype)
            train.fill_range(0, len(train), inputs, targets)
            self._floats[dtype] = inputs, targets
        return self._floats[dtype]

    def layers(self, dtype: DtypeName) -> Layers:
        """Return copies of the first parameters, C-ordered, in `dtype`."""
        return tuple(
            (weights.astype(dtype, order="C"), biases.astype(dtype))
            for weights, biases in self.first_layers
        )

    def walk(self) -> "Walk":
        """Return a fresh walk through the batches."""
        return Walk(self.batches)


class Walk:
    """Goes through an epoch's batches, round and round."""

    def __init__(self, batches: IntArray) -> None:
        self._batches = batches
        self._place = 0

    def next(self, updates: int) -> IntArray:
        """Return the samples of the next updates, (updates, batch_size)."""
        places = np.arange(self._place, self._place + updates) % len(self._batches)
        self._place += updates
        batches: IntArray = self._batches[places]
        return batches


def first_samples(dataset: Dataset, count: int) -> Dataset:
    """Return `dataset` with only the first `count` samples to learn from."""
    train = dataset.train
    labels = None if train.labels is None else train.labels[:count]
    samples = Samples(
        train.inputs[:count],
        train.targets[:count],
        labels,
        train.input_scale,
        train.input_offset,
    )
    return replace(dataset, train=samples)
