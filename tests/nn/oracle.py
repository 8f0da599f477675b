"""The whole of training once more, written from the textbooks with other tools.

Nothing of bpviz's mathematics is used: the network is one ordinary function, HIPS
autograd differentiates it, the optimizers are spelled out array by array, and the
batches follow from the definition of their order. Deltas come from automatic
differentiation too: a nudge is added to every pre-activation, and a delta is the
derivative of the sum of the losses with respect to that nudge.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import grad

from bpviz.data.order import BatchOrder
from bpviz.nn.arrays import Array
from bpviz.nn.optimizers import Hyperparameters
from tests.nn.problems import Problem

Layers = list[tuple[Array, Array]]
"""Weights (fan_in, fan_out) and biases (fan_out,) of every layer."""

ACTIVATE: dict[str, Callable[[Any], Any]] = {
    "identity": lambda z: z,
    "sigmoid": lambda z: anp.exp(-anp.logaddexp(0.0, -z)),
    "tanh": anp.tanh,
    "relu": lambda z: anp.where(z > 0, z, 0.0 * z),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "softplus": lambda z: anp.logaddexp(0.0, z),
    "softmax": lambda z: anp.exp(log_softmax(z)),
}
KINKED = ("relu", "leaky_relu")

LOSS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "squared_error": lambda _z, a, y: anp.sum((a - y) ** 2, axis=1),
    # ln a = -ln(1 + exp(-z)) and ln(1 - a) = -ln(1 + exp(z)) for a = sigmoid(z)
    "binary_cross_entropy": lambda z, _a, y: anp.sum(
        y * anp.logaddexp(0.0, -z) + (1 - y) * anp.logaddexp(0.0, z), axis=1
    ),
    "softmax_cross_entropy": lambda z, _a, y: -anp.sum(y * log_softmax(z), axis=1),
}


def log_softmax(z: Any) -> Any:
    """Return ln a of a = softmax(z)."""
    shifted = z - anp.max(z, axis=1, keepdims=True)
    return shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True))


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """What one update computes, by the names that a trace has for it."""

    pre_activations: list[Array]
    activations: list[Array]
    deltas: list[Array]
    weight_gradients: list[Array]
    bias_gradients: list[Array]
    losses: Array
    loss: float
    after: Layers


def updates(problem: Problem, layers: Layers, count: int) -> Iterator[Update]:
    """Train for `count` updates from `layers` and yield what each computes."""
    settings = problem.experiment.hyperparameters
    memories = [(Memory(settings), Memory(settings)) for _ in layers]
    for number in range(count):
        samples = batch(problem, number)
        inputs, targets = problem.inputs[samples], problem.targets[samples]
        z, a, losses = answer(problem, layers, None, inputs, targets)
        nudges = [np.zeros_like(pre_activations) for pre_activations in z]
        # autograd differentiates tanh by way of cosh, which may reach infinity.
        with np.errstate(over="ignore"):
            gradients = grad(objective, 1)(problem, layers, inputs, targets)
            deltas = grad(total_loss, 2)(problem, layers, nudges, inputs, targets)
        layers = [
            (memory[0].moved(w, by_w, number + 1), memory[1].moved(b, by_b, number + 1))
            for memory, (w, b), (by_w, by_b) in zip(
                memories, layers, gradients, strict=True
            )
        ]
        yield Update(
            pre_activations=z,
            activations=[inputs, *a],
            deltas=list(deltas),
            weight_gradients=[by_weights for by_weights, _ in gradients],
            bias_gradients=[by_biases for _, by_biases in gradients],
            losses=losses,
            loss=sum(losses) / len(losses),
            after=layers,
        )


def answer(
    problem: Problem, layers: Layers, nudges: Any, inputs: Array, targets: Array
) -> tuple[list[Any], list[Any], Any]:
    """Return z and a of every layer, and the loss of every sample."""
    experiment = problem.experiment
    a = inputs
    pre_activations, activations = [], []
    for number, (weights, biases) in enumerate(layers):
        z = anp.matmul(a, weights) + biases
        if nudges is not None:
            z = z + nudges[number]
        a = ACTIVATE[experiment.activations[number]](z)
        pre_activations.append(z)
        activations.append(a)
    losses = LOSS[experiment.loss](pre_activations[-1], a, targets)
    return pre_activations, activations, losses


def objective(problem: Problem, layers: Layers, inputs: Array, targets: Array) -> Any:
    """Return what an update descends: the batch's mean loss and the penalty."""
    losses = answer(problem, layers, None, inputs, targets)[2]
    squares = sum(anp.sum(weights**2) for weights, _ in layers)
    return anp.mean(losses) + 0.5 * problem.experiment.hyperparameters.l2 * squares


def total_loss(
    problem: Problem, layers: Layers, nudges: Any, inputs: Array, targets: Array
) -> Any:
    """Return the sum of the losses, whose derivative by a nudge is one delta."""
    return anp.sum(answer(problem, layers, nudges, inputs, targets)[2])


def batch(problem: Problem, update: int) -> list[int]:
    """Return the samples of an update, counted from 0, from the definition alone."""
    experiment = problem.experiment
    count = len(problem.inputs)
    size = experiment.batch_size or count
    per_epoch = (count + size - 1) // size
    epoch, place = divmod(update, per_epoch)
    rng = np.random.default_rng([experiment.seed, epoch])
    order: list[int]
    if experiment.batch_order is BatchOrder.IN_ORDER:
        order = list(range(count))
    elif experiment.batch_order is BatchOrder.SHUFFLED:
        order = rng.permutation(count).tolist()
    else:
        order = rng.integers(count, size=per_epoch * size).tolist()
    return order[place * size : (place + 1) * size]


class Memory:
    """One array's share of an optimizer."""

    def __init__(self, settings: Hyperparameters) -> None:
        self._settings = settings
        self._first: Any = 0.0
        self._second: Any = 0.0

    def values(self) -> tuple[Any, Any]:
        """Return the running means of gradients and of their squares."""
        return self._first, self._second

    def moved(self, parameter: Array, gradient: Array, t: int) -> Array:
        """Return the parameter after update `t`, counted from 1."""
        s = self._settings
        direction: Array = gradient
        match s.optimizer:
            case "momentum":
                self._first = s.momentum * self._first + gradient
                direction = self._first
            case "rmsprop":
                self._second = s.decay * self._second + (1 - s.decay) * gradient**2
                direction = gradient / (np.sqrt(self._second) + s.epsilon)
            case "adam":
                self._first = s.beta1 * self._first + (1 - s.beta1) * gradient
                self._second = s.beta2 * self._second + (1 - s.beta2) * gradient**2
                mean = self._first / (1 - s.beta1**t)
                square = self._second / (1 - s.beta2**t)
                direction = mean / (np.sqrt(square) + s.epsilon)
        return parameter - s.learning_rate * direction
