"""The third article's `TwoLayerNet`: layer objects over whole batches.

Softmax is taken row by row and with the row's maximum subtracted; the article
divides by the sum over the whole batch, which is not softmax. The second forward
pass that the article makes after every update, for its curve, is left out.
"""

from typing import Any

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.nn.arrays import Array, BoolArray
from bpviz.training.experiment import DtypeName


class Affine:
    """x W + b."""

    def __init__(self, weights: Array, biases: Array) -> None:
        self.weights: Any = weights
        self.biases: Any = biases
        self.x: Any = None
        self.dw: Any = None
        self.db: Any = None

    def forward(self, x: Array) -> Array:
        """Return the layer's output."""
        self.x = x
        out: Array = np.dot(x, self.weights) + self.biases
        return out

    def backward(self, dout: Array) -> Array:
        """Keep dL/dW and dL/db and return dL/dx."""
        dx: Array = np.dot(dout, self.weights.T)
        self.dw = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


class Relu:
    """max(x, 0)."""

    def __init__(self) -> None:
        self.mask: BoolArray = np.zeros(0, np.bool_)

    def forward(self, x: Array) -> Array:
        """Return the layer's output."""
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout: Array) -> Array:
        """Return dL/dx."""
        dout[self.mask] = 0
        return dout


class SoftmaxWithLoss:
    """Softmax and the mean cross-entropy."""

    def __init__(self) -> None:
        self.y: Any = None
        self.t: Any = None
        self.loss: Any = None

    def forward(self, x: Array, t: Array) -> None:
        """Keep the outputs and the loss."""
        exponentials = np.exp(x - np.max(x, axis=1, keepdims=True))
        self.t = t
        self.y = exponentials / np.sum(exponentials, axis=1, keepdims=True)
        self.loss = -np.sum(t * np.log(self.y + 1e-7)) / len(t)

    def backward(self) -> Array:
        """Return dL/dx."""
        dx: Array = (self.y - self.t) / len(self.t)
        return dx


class ThirdArticle:
    """`TwoLayerNet`, or more layers of the same kind, with its learning loop."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        self._inputs, self._targets = setting.samples(dtype)
        self._walk = setting.walk()
        self._learning_rate = setting.experiment.hyperparameters.learning_rate
        self._affine = [Affine(*layer) for layer in setting.layers(dtype)]
        self._layers: list[Affine | Relu] = [self._affine[0]]
        for affine in self._affine[1:]:
            self._layers += [Relu(), affine]
        self._last = SoftmaxWithLoss()

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        for batch in self._walk.next(updates):
            self._gradient(self._inputs[batch], self._targets[batch])
            for affine in self._affine:
                affine.weights -= self._learning_rate * affine.dw
                affine.biases -= self._learning_rate * affine.db

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple((affine.weights, affine.biases) for affine in self._affine)

    def _gradient(self, x: Array, t: Array) -> None:
        for layer in self._layers:
            x = layer.forward(x)
        self._last.forward(x, t)
        dout = self._last.backward()
        for layer in reversed(self._layers):
            dout = layer.backward(dout)
