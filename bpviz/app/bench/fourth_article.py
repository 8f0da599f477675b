"""The fourth article's `FFCN`: three layers written out, one sample at a time."""

from typing import Any

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.nn.arrays import Array
from bpviz.training.experiment import DtypeName


class FourthArticle:
    """`FFCN.backpp`: sigmoid, sigmoid, identity, squared error; columns are samples."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        inputs, targets = setting.samples(dtype)
        self._data, self._target = inputs.T.copy(), targets
        self._walk = setting.walk()
        self._learning_rate = setting.experiment.hyperparameters.learning_rate
        columns: Any = [
            (weights.T.copy(), biases.reshape(-1, 1))
            for weights, biases in setting.layers(dtype)
        ]
        (self.w1, self.b1), (self.w2, self.b2), (self.w3, self.b3) = columns
        self.loss: Any = 0

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        data, target = self._data, self._target
        self.loss = 0
        for i in self._walk.next(updates).ravel():
            x = data[:, i].reshape(-1, 1)
            y = target[i]
            self._learn(x, y)

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return (
            (self.w1.T, self.b1.ravel()),
            (self.w2.T, self.b2.ravel()),
            (self.w3.T, self.b3.ravel()),
        )

    def _learn(self, x: Array, y: Array) -> None:
        self.loss += (self._forward(x) - y) ** 2

        delta3 = 2 * (self.z3 - y)
        delta2 = self.w3.T.dot(delta3) * self._dsigmoid(self.z2)
        delta1 = self.w2.T.dot(delta2) * self._dsigmoid(self.z1)

        dw1 = delta1.dot(x.reshape(1, -1))
        dw2 = delta2.dot(self.a1.T)
        dw3 = delta3.dot(self.a2.T)

        rate = self._learning_rate
        self.w1 -= dw1 * rate
        self.w2 -= dw2 * rate
        self.w3 -= dw3 * rate
        self.b1 -= delta1 * rate
        self.b2 -= delta2 * rate
        self.b3 -= delta3 * rate

    def _forward(self, x: Array) -> Any:
        self.z1 = self.w1.dot(x) + self.b1
        self.a1 = self._sigmoid(self.z1)

        self.z2 = self.w2.dot(self.a1) + self.b2
        self.a2 = self._sigmoid(self.z2)

        self.z3 = self.w3.dot(self.a2) + self.b3
        return self.z3

    def _sigmoid(self, x: Any) -> Any:
        return 1 / (1 + np.exp(-x))

    def _dsigmoid(self, x: Any) -> Any:
        return np.exp(x) / ((1 + np.exp(x)) ** 2)
