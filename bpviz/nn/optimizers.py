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

from bpviz.nn.arrays import Array, zeros
from bpviz.nn.backprop import Backprop
from bpviz.nn.calls import Calls, carry_out
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.updates import vector_update_call

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
        Shape (1 + memories, parameter_count); row 0 holds the parameters, then come
        the optimizer's memories, and last what else an update depends on.
    """

    def __init__(self, network: Network, parameters: Array, memories: int) -> None:
        self.network = network
        self.block = zeros(1 + memories, len(parameters), parameters.dtype)
        self.block[0] = parameters

    @property
    def flat(self) -> Array:
        """The parameters, shape (parameter_count,)."""
        flat: Array = self.block[0]
        return flat


class Optimizer:
    """Carries out one update after another on a `TrainingState`.

    Attributes
    ----------
    is_plain : bool
        Whether updates are `Backprop.descend`, which writes the matrices that the
        passes work on; all others write the state's vector.
    t : int
        Updates made before, as far as adam has to know; its own add to it.
    """

    def __init__(self, state: TrainingState, hyperparameters: Hyperparameters) -> None:
        self._state = state
        self._settings = hyperparameters
        self.is_plain = hyperparameters.optimizer == "sgd" and hyperparameters.l2 == 0
        self.t = 0
        self._scratch = np.zeros_like(state.flat)
        self._gradient = np.zeros_like(state.flat)
        if hyperparameters.optimizer == "momentum":
            self._gradient = state.block[1]  # v is a sum of gradients
        self._gradient_matrices = layer_matrices(state.network, self._gradient)
        self._add_weights = vector_update_call(
            self._gradient, state.flat, hyperparameters.l2
        )
        # W <- w - eta times what stands in `_gradient` by then.
        self._descend = vector_update_call(
            state.flat, self._gradient, -hyperparameters.learning_rate
        )

    def update(self, backprop: Backprop, updates_before: int) -> None:
        """Change the parameters by what the last backward pass asks for.

        Parameters
        ----------
        backprop : Backprop
            Whose forward and backward pass have just run.
        updates_before : int
            Updates made before this one; adam's t is one more.
        """
        self.t = updates_before
        carry_out(self.calls(backprop, backprop.inputs))

    def calls(self, backprop: Backprop, inputs: Array) -> Calls:
        """Yield what `update` does after passes with `inputs`, adding to `t`."""
        settings = self._settings
        if self.is_plain:
            yield from backprop.descent_calls(inputs, settings.learning_rate)
            return
        keep = settings.momentum if settings.optimizer == "momentum" else 0.0
        yield from backprop.gradient_calls(inputs, self._gradient_matrices, keep)
        if settings.l2:
            yield self._add_penalty
        if settings.optimizer == "rmsprop":
            yield self._rmsprop
        if settings.optimizer == "adam":
            yield self._adam
        yield self._descend

    def _add_penalty(self) -> None:
        biases = [matrix[:, -1].copy() for matrix in self._gradient_matrices]
        self._add_weights()
        for matrix, free in zip(self._gradient_matrices, biases, strict=True):
            matrix[:, -1] = free

    def _rmsprop(self) -> None:
        s, g = self._state.block[1], self._gradient
        self._average_of_squares(s, g, self._settings.decay)
        root = np.sqrt(s, self._scratch)
        np.add(root, self._settings.epsilon, root)
        np.divide(g, root, g)

    def _adam(self) -> None:
        settings, g = self._settings, self._gradient
        self.t += 1
        m, s = self._state.block[1:3]
        np.multiply(m, settings.beta1, m)
        np.multiply(g, 1 - settings.beta1, self._scratch)
        np.add(m, self._scratch, m)
        self._average_of_squares(s, g, settings.beta2)
        root = np.divide(s, 1 - settings.beta2**self.t, self._scratch)
        np.sqrt(root, root)
        np.add(root, settings.epsilon, root)
        np.divide(m, 1 - settings.beta1**self.t, g)
        np.divide(g, root, g)

    def _average_of_squares(self, s: Array, g: Array, decay: float) -> None:
        """S <- decay s + (1 - decay) g^2."""
        np.multiply(g, g, self._scratch)
        np.multiply(self._scratch, 1 - decay, self._scratch)
        np.multiply(s, decay, s)
        np.add(s, self._scratch, s)
