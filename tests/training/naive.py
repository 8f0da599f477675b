"""Training as one would write it down first, to see where it leaves finite numbers."""

from collections.abc import Callable, Iterator

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.training.experiment import Experiment
from bpviz.training.messages import Divergence
from tests.nn import oracle
from tests.nn.problems import Problem

SLOPE: dict[str, Callable[[Array, Array], Array]] = {
    "identity": lambda z, _a: np.ones_like(z),
    "sigmoid": lambda _z, a: a * (1 - a),
    "tanh": lambda _z, a: 1 - a**2,
    "relu": lambda z, _a: np.where(z > 0, z / z, 0 * z),
    "leaky_relu": lambda z, _a: np.where(z > 0, z / z, 0 * z + 0.01),
    "softplus": lambda z, _a: 1 / (1 + np.exp(-z)),
}

Named = tuple[str, int, Array]
"""What is computed, of which layer, and its values."""


def first_non_finite(
    experiment: Experiment, dataset: Dataset, first: Parameters, most: int
) -> Divergence:
    """Train and return where the first update goes wrong of which the result is wrong.

    What goes wrong in the middle of an update and is right again at its end, such as a
    sigmoid of infinity, does not count.
    """
    dtype = experiment.float_type
    problem = Problem(
        experiment,
        dataset.train.inputs.astype(dtype),
        dataset.train.targets.astype(dtype),
    )
    layers = [
        (w.copy(), b.copy()) for w, b in zip(first.weights, first.biases, strict=True)
    ]
    settings = experiment.hyperparameters
    memories = [(oracle.Memory(settings), oracle.Memory(settings)) for _ in layers]
    with np.errstate(all="ignore"):
        for number in range(most):
            named = list(_update(problem, layers, memories, number))
            results = [values for name, _, values in named if name in RESULTS]
            if not all(np.isfinite(values).all() for values in results):
                return next(
                    Divergence(number + 1, name, layer)
                    for name, layer, values in named
                    if not np.isfinite(values).all()
                )
    raise AssertionError("it does not diverge")


RESULTS = ("loss", "weights", "biases", "memory")


def _update(
    problem: Problem,
    layers: oracle.Layers,
    memories: list[tuple[oracle.Memory, oracle.Memory]],
    number: int,
) -> Iterator[Named]:
    """Make an update in place and yield everything it computes, in order."""
    experiment = problem.experiment
    samples = oracle.batch(problem, number)
    a, y = problem.inputs[samples], problem.targets[samples]
    z = a
    pre_activations, activations = [], [a]
    for layer, (weights, biases) in enumerate(layers, start=1):
        z = a @ weights + biases
        a = oracle.ACTIVATE[experiment.activations[layer - 1]](z)
        yield "pre_activations", layer, z
        yield "activations", layer, a
        pre_activations.append(z)
        activations.append(a)
    losses = oracle.LOSS[experiment.loss](z, a, y)
    yield "loss", 0, losses
    yield "loss", 0, losses.mean()

    gradients: oracle.Layers = []
    delta = a - y
    if experiment.loss == "squared_error":
        delta = 2 * delta * SLOPE[experiment.activations[-1]](z, a)
    for layer in range(len(layers), 0, -1):
        yield "deltas", layer, delta
        a_previous = activations[layer - 1]
        weights = layers[layer - 1][0]
        by_weights = a_previous.T @ delta / len(samples)
        by_weights = by_weights + experiment.hyperparameters.l2 * weights
        by_biases = delta.mean(axis=0)
        yield "weight_gradients", layer, by_weights
        yield "bias_gradients", layer, by_biases
        gradients.insert(0, (by_weights, by_biases))
        if layer > 1:
            slope = SLOPE[experiment.activations[layer - 2]]
            delta = (delta @ weights.T) * slope(pre_activations[layer - 2], a_previous)

    for layer, memory in enumerate(memories):
        layers[layer] = (
            memory[0].moved(layers[layer][0], gradients[layer][0], number + 1),
            memory[1].moved(layers[layer][1], gradients[layer][1], number + 1),
        )
    for layer, (weights, biases) in enumerate(layers, start=1):
        yield "weights", layer, weights
        yield "biases", layer, biases
    for layer, memory in enumerate(memories, start=1):
        for of_array in memory:
            for values in of_array.values():
                yield "memory", layer, values
