"""The first article's network: `dense_layer` and `neu_net`, one sample at a time."""

from typing import Any

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.nn.arrays import Array
from bpviz.training.experiment import DtypeName


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def _sigmoid_derivative(x: Array) -> Array:
    slope: Array = np.exp(-x) / ((1 + np.exp(-x)) ** 2)
    return slope


class DenseLayer:
    """Weights (outputs, inputs) and biases of a layer, and its derivatives."""

    def __init__(self, weights: Array, biases: Array) -> None:
        self.weights: Any = weights.T.copy()
        self.biases: Any = biases

    def z(self, inputs: Array) -> Array:
        """Return the output before the activation function."""
        column = inputs.reshape(inputs.size, 1)
        product = np.matmul(self.weights, column).reshape(len(self.biases))
        z: Array = product + self.biases
        return z

    def derivatives(
        self, previous_a: Array, error_by_a: Array, z: Array
    ) -> tuple[Array, Array, Array]:
        """Return the error's derivatives by inputs, weights and biases."""
        by_biases = error_by_a * _sigmoid_derivative(z)
        by_previous_a = np.matmul(self.weights.T, by_biases)
        by_weights = np.matmul(
            by_biases.reshape(by_biases.size, 1),
            previous_a.reshape(1, previous_a.size),
        )
        return by_previous_a, by_weights, by_biases

    def descend(self, weights_step: Array, biases_step: Array) -> None:
        """Take one step down."""
        self.weights -= weights_step
        self.biases -= biases_step


class FirstArticle:
    """`neu_net.bp` over sample after sample: sigmoid layers and squared error."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        self._inputs, self._targets = setting.samples(dtype)
        self._walk = setting.walk()
        self._learning_rate = setting.experiment.hyperparameters.learning_rate
        self._layers = [DenseLayer(*layer) for layer in setting.layers(dtype)]

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        for sample in self._walk.next(updates).ravel():
            self._learn(self._inputs[sample], self._targets[sample])

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple((layer.weights.T, layer.biases) for layer in self._layers)

    def _learn(self, inputs: Array, label: Array) -> None:
        layers = self._layers
        all_z, all_a = self._predict(inputs)
        gradients: list[list[Array]] = []
        error_by_a: Array = 2 * (all_a[-1] - label)
        for place in reversed(range(1, len(layers))):
            error_by_a, *gradient = layers[place].derivatives(
                all_a[place - 1], error_by_a, all_z[place]
            )
            gradients.append(gradient)
        by_biases = _sigmoid_derivative(all_z[0]) * error_by_a
        by_weights = np.matmul(
            by_biases.reshape(by_biases.size, 1), inputs.reshape(1, inputs.size)
        )
        gradients.append([by_weights, by_biases])
        for (dw, db), layer in zip(reversed(gradients), layers, strict=True):
            layer.descend(dw * self._learning_rate, db * self._learning_rate)

    def _predict(self, inputs: Array) -> tuple[list[Array], list[Array]]:
        all_z, all_a, a = [], [], inputs
        for layer in self._layers:
            z = layer.z(a)
            a = _sigmoid(z)
            all_z.append(z)
            all_a.append(a)
        return all_z, all_a
