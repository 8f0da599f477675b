"""The loop of most introductions: one sample at a time, `np.dot`, fresh arrays.

Nielsen's ``network.py``, which the fifth article follows, is of this kind. The first
and the fifth article form the outer product with ``np.matmul``, for which NumPy has
no fast way; this loop has not that weakness, so it is the one to beat. Like theirs it
computes the sigmoid anew for its derivative.
"""

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.nn.arrays import Array
from bpviz.training.experiment import DtypeName

Gradients = tuple[list[Array], list[Array]]


def _sigmoid(z: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-z))


def _sigmoid_derivative(z: Array) -> Array:
    return _sigmoid(z) * (1 - _sigmoid(z))


class PlainLoop:
    """Sigmoid layers with squared error, gradients summed over a batch."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        inputs, targets = setting.samples(dtype)
        self._inputs = inputs[:, :, np.newaxis]
        self._targets = targets[:, :, np.newaxis]
        self._walk = setting.walk()
        self._learning_rate = setting.experiment.hyperparameters.learning_rate
        layers = setting.layers(dtype)
        self._weights = [weights.T.copy() for weights, _ in layers]
        self._biases = [biases[:, np.newaxis] for _, biases in layers]

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        for batch in self._walk.next(updates):
            self._descend(self._sum_of_gradients(batch.tolist()), len(batch))

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple(
            (weights.T, biases.ravel())
            for weights, biases in zip(self._weights, self._biases, strict=True)
        )

    def _sum_of_gradients(self, batch: list[int]) -> Gradients:
        first, *others = batch
        dw, db = self._gradients(self._inputs[first], self._targets[first])
        for k in others:
            more_dw, more_db = self._gradients(self._inputs[k], self._targets[k])
            dw = [total + part for total, part in zip(dw, more_dw, strict=True)]
            db = [total + part for total, part in zip(db, more_db, strict=True)]
        return dw, db

    def _gradients(self, x: Array, y: Array) -> Gradients:
        activations, all_z = [x], []
        for w, b in zip(self._weights, self._biases, strict=True):
            z = np.dot(w, activations[-1]) + b
            all_z.append(z)
            activations.append(_sigmoid(z))
        dw: list[Array] = []
        db: list[Array] = []
        error_by_a = 2 * (activations[-1] - y)
        for place in reversed(range(len(self._weights))):
            delta = error_by_a * _sigmoid_derivative(all_z[place])
            dw.append(np.dot(delta, activations[place].T))
            db.append(delta)
            if place:
                error_by_a = np.dot(self._weights[place].T, delta)
        return dw[::-1], db[::-1]

    def _descend(self, gradients: Gradients, samples: int) -> None:
        rate = self._learning_rate / samples
        self._weights = [
            w - rate * g for w, g in zip(self._weights, gradients[0], strict=True)
        ]
        self._biases = [
            b - rate * g for b, g in zip(self._biases, gradients[1], strict=True)
        ]
