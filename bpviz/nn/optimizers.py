"""Updates: how gradients become new parameters, in order of increasing complexity.

With g the mean gradient of the batch (plus l2 times each weight), w the parameters
and eta the learning rate; v, s and m start at zero, products are elementwise:

    sgd         w <- w - eta g
    momentum    v <- momentum v + g
                w <- w - eta v
    rmsprop     s <- decay s + (1 - decay) g^2
                w <- w - eta g / (sqrt(s) + epsilon)
    adam        m <- beta1 m + (1 - beta1) g
                s <- beta2 s + (1 - beta2) g^2
                w <- w - eta (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)

`sgd` is what the articles do; momentum is Polyak's heavy ball in the form that
PyTorch uses, rmsprop Hinton's (lecture 6e), adam Kingma and Ba's (2015, algorithm
1), with t counted from 1.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices

OptimizerName = Literal["sgd", "momentum", "rmsprop", "adam"]


@dataclass(frozen=True, slots=True)
class Hyperparameters:
    """The numbers that an update uses; they may change while a run goes on.

    Attributes
    ----------
    optimizer : str
        Which update.
    learning_rate : float
        eta.
    momentum, decay, beta1, beta2, epsilon : float
        As in the formulas of this module.
    l2 : float
        Weight of the penalty (l2 / 2) * sum of squared weights; biases are free.
    """

    optimizer: OptimizerName = "sgd"
    learning_rate: float = 0.1
    momentum: float = 0.9
    decay: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    l2: float = 0.0


MEMORIES: dict[OptimizerName, int] = {"sgd": 0, "momentum": 1, "rmsprop": 1, "adam": 2}
"""How many vectors as long as the parameters each optimizer remembers."""


class TrainingState:
    """Parameters and the optimizer's memory, in one block that is copied whole.

    Attributes
    ----------
    block : Array
        Shape (1 + memories, parameter_count); row 0 holds the parameters.
    """

    def __init__(self, network: Network, parameters: Array, memories: int) -> None:
        self.network = network
        self.block = np.zeros((1 + memories, len(parameters)), parameters.dtype)
        self.block[0] = parameters

    @property
    def flat(self) -> Array:
        """The parameters, shape (parameter_count,)."""
        flat: Array = self.block[0]
        return flat


class Optimizer:
    """Carries out one update after another on a `TrainingState`."""

    def __init__(self, state: TrainingState, hyperparameters: Hyperparameters) -> None:
        self._state = state
        self._settings = hyperparameters
        self._gradient = np.zeros_like(state.flat)
        self._scratch = np.zeros_like(state.flat)
        self._gradient_matrices = layer_matrices(state.network, self._gradient)
        self._penalty = np.zeros_like(state.flat)
        for matrix in layer_matrices(state.network, self._penalty):
            matrix[:, :-1] = hyperparameters.l2
        self._step = {
            "sgd": self._sgd,
            "momentum": self._momentum,
            "rmsprop": self._rmsprop,
            "adam": self._adam,
        }[hyperparameters.optimizer]
        self._is_plain = hyperparameters.optimizer == "sgd" and hyperparameters.l2 == 0

    def update(self, backprop: Backprop, updates_before: int) -> None:
        """Change the parameters by what the last backward pass asks for.

        Parameters
        ----------
        backprop : Backprop
            Whose forward and backward pass have just run.
        updates_before : int
            Updates made before this one; adam's t is one more.
        """
        if self._is_plain:
            backprop.descend(self._settings.learning_rate)
            return
        self._step(self.gradient(backprop), updates_before + 1)

    def gradient(self, backprop: Backprop) -> Array:
        """Return g, the mean gradient with the penalty's share, as a flat vector."""
        backprop.gradients(self._gradient_matrices)
        if self._settings.l2:
            np.multiply(self._state.flat, self._penalty, self._scratch)
            np.add(self._gradient, self._scratch, self._gradient)
        return self._gradient

    def _descend(self, direction: Array) -> None:
        """W <- w - eta direction; `direction` is overwritten."""
        np.multiply(direction, self._settings.learning_rate, direction)
        np.subtract(self._state.flat, direction, self._state.flat)

    def _sgd(self, g: Array, _t: int) -> None:
        self._descend(g)

    def _momentum(self, g: Array, _t: int) -> None:
        v = self._state.block[1]
        np.multiply(v, self._settings.momentum, v)
        np.add(v, g, v)
        np.multiply(v, self._settings.learning_rate, self._scratch)
        np.subtract(self._state.flat, self._scratch, self._state.flat)

    def _rmsprop(self, g: Array, _t: int) -> None:
        s = self._state.block[1]
        self._average_of_squares(s, g, self._settings.decay)
        root = np.sqrt(s, self._scratch)
        np.add(root, self._settings.epsilon, root)
        np.divide(g, root, g)
        self._descend(g)

    def _adam(self, g: Array, t: int) -> None:
        settings = self._settings
        m, s = self._state.block[1:]
        np.multiply(m, settings.beta1, m)
        np.multiply(g, 1 - settings.beta1, self._scratch)
        np.add(m, self._scratch, m)
        self._average_of_squares(s, g, settings.beta2)
        root = np.divide(s, 1 - settings.beta2**t, self._scratch)
        np.sqrt(root, root)
        np.add(root, settings.epsilon, root)
        np.divide(m, 1 - settings.beta1**t, g)
        np.divide(g, root, g)
        self._descend(g)

    def _average_of_squares(self, s: Array, g: Array, decay: float) -> None:
        """S <- decay s + (1 - decay) g^2."""
        np.multiply(g, g, self._scratch)
        np.multiply(self._scratch, 1 - decay, self._scratch)
        np.multiply(s, decay, s)
        np.add(s, self._scratch, s)
