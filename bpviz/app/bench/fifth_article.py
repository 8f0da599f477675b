"""The fifth article's `Network`: gradients of one sample after another, summed.

The article shows its listing as pictures and quotes single lines of it; this is
written from those lines and its description. Its products are all ``@``.
"""

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.nn.arrays import Array
from bpviz.training.experiment import DtypeName


def _sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def _sigmoid_derivative(z: Array) -> Array:
    return _sigmoid(z) * (1 - _sigmoid(z))


class FifthArticle:
    """Mini-batches of sigmoid layers with squared error; weights (inputs, outputs)."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        inputs, targets = setting.samples(dtype)
        self._inputs = inputs[:, :, np.newaxis]
        self._targets = targets[:, :, np.newaxis]
        self._walk = setting.walk()
        self._learning_rate = setting.experiment.hyperparameters.learning_rate
        layers = setting.layers(dtype)
        self._weights = [weights for weights, _ in layers]
        self._biases = [biases[:, np.newaxis] for _, biases in layers]

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        for batch in self._walk.next(updates):
            self._learn([(self._inputs[k], self._targets[k]) for k in batch])

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple(
            (weights, biases.ravel())
            for weights, biases in zip(self._weights, self._biases, strict=True)
        )

    def _learn(self, batch: list[tuple[Array, Array]]) -> None:
        dw = [np.zeros(weights.shape) for weights in self._weights]
        db = [np.zeros(biases.shape) for biases in self._biases]
        for x, y in batch:
            dw_of_sample, db_of_sample = self._backprop(x, y)
            dw = [total + part for total, part in zip(dw, dw_of_sample, strict=True)]
            db = [total + part for total, part in zip(db, db_of_sample, strict=True)]
        rate = self._learning_rate / len(batch)
        self._weights = [
            weights - rate * gradient
            for weights, gradient in zip(self._weights, dw, strict=True)
        ]
        self._biases = [
            biases - rate * gradient
            for biases, gradient in zip(self._biases, db, strict=True)
        ]

    def _backprop(self, x: Array, y: Array) -> tuple[list[Array], list[Array]]:
        dw: list[Array] = [np.zeros(weights.shape) for weights in self._weights]
        db: list[Array] = [np.zeros(biases.shape) for biases in self._biases]
        all_z: list[Array] = []
        all_a: list[Array] = []
        a = x
        for weights, biases in zip(self._weights, self._biases, strict=True):
            z = weights.T @ a + biases
            a = _sigmoid(z)
            all_z.append(z)
            all_a.append(a)
        last = len(self._weights) - 1
        for place in range(last, -1, -1):
            if place == last:
                error_by_a = 2 * (all_a[last] - y)
            else:
                error_by_a = self._weights[place + 1] @ db[place + 1]
            db[place] = error_by_a * _sigmoid_derivative(all_z[place])
            dw[place] = (all_a[place - 1] if place else x) @ db[place].T
        return dw, db
