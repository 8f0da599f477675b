"""How far bpviz and the oracle are apart, array by array."""

from collections.abc import Callable, Sequence

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.trace import BackpropTrace
from bpviz.training.engine import Engine
from tests.nn import oracle
from tests.nn.problems import Problem

UPDATES = 20

NEAR_A_KINK = 1e-9
"""Where ReLU bends, rounding decides between two derivatives: both are right there.

Exactly 0 is no such place: it comes from layers whose input is nothing but zeros, and
both programs find the very same 0.
"""

SATURATED = 1e-4
"""Where no node of a layer has a slope of more than this, its deltas are differences
of numbers that are almost equal (1 - a^2 for tanh), known to fewer digits.
"""
SLOPES: dict[str, Callable[[Array], Array]] = {
    "sigmoid": lambda a: a * (1 - a),
    "tanh": lambda a: 1 - a**2,
    "softmax": lambda a: a * (1 - a),
}

RUN_WILD = 1e3
"""Parameters beyond this belong to a run that diverges and magnifies every rounding."""

Differences = dict[str, float]


def differences(problem: Problem, updates: int = UPDATES) -> Differences | None:
    """Train by both programs and return the largest relative difference by quantity.

    A difference is the largest of an array divided by the array's largest entry so far
    in the run: near a perfect answer, deltas are differences of equal numbers. None
    where the comparison would mean nothing: when a pre-activation comes near a kink, a
    whole layer is saturated, or the parameters run away.
    """
    engine = Engine(problem.experiment, problem.dataset)
    worst: Differences = {}
    largest: dict[tuple[str, int], float] = {}
    theirs = oracle.updates(problem, _layers(engine), updates)
    for their_update in theirs:
        our_update = engine.trace()
        if means_nothing(problem, their_update):
            return None
        for name, pairs in _pairs(our_update, their_update).items():
            for layer, (our_array, their_array) in enumerate(pairs):
                size = max(largest.get((name, layer), 0.0), _size(their_array))
                largest[name, layer] = size
                difference = _size(_difference(our_array, their_array))
                relative = difference / size if size else difference
                worst[name] = max(worst.get(name, 0.0), relative)
    return worst


def _difference(ours: Array, theirs: Array) -> Array:
    assert ours.shape == np.shape(theirs)
    assert ours.dtype == np.float64
    return ours - theirs


def _size(array: Array) -> float:
    return float(np.abs(array).max())


def _layers(engine: Engine) -> oracle.Layers:
    parameters = engine.parameters()
    return [
        (weights.copy(), biases.copy())
        for weights, biases in zip(parameters.weights, parameters.biases, strict=True)
    ]


def means_nothing(problem: Problem, update: oracle.Update) -> bool:
    """Tell whether rounding decides what this update computes."""
    for activation, z, a in zip(
        problem.experiment.activations,
        update.pre_activations,
        update.activations[1:],
        strict=True,
    ):
        if activation in oracle.KINKED and np.any((z != 0) & (np.abs(z) < NEAR_A_KINK)):
            return True
        if activation in SLOPES and SLOPES[activation](a).max() < SATURATED:
            return True
    return any(np.abs(weights).max() > RUN_WILD for weights, _ in update.after)


def _pairs(
    ours: BackpropTrace, theirs: oracle.Update
) -> dict[str, list[tuple[Array, Array]]]:
    layers = range(len(ours.deltas))
    after = ours.parameters_after
    by_weights = [ours.weight_gradients(layer) for layer in layers]
    by_biases = [ours.bias_gradients(layer) for layer in layers]
    return {
        "pre-activations": _zipped(ours.pre_activations, theirs.pre_activations),
        "activations": _zipped(ours.activations, theirs.activations),
        "losses": [(ours.losses, theirs.losses)],
        "loss": [(np.array(ours.loss), np.array(theirs.loss))],
        "deltas": _zipped(ours.deltas, theirs.deltas),
        "weight gradients": _zipped(by_weights, theirs.weight_gradients),
        "bias gradients": _zipped(by_biases, theirs.bias_gradients),
        "weights": _zipped(after.weights, [weights for weights, _ in theirs.after]),
        "biases": _zipped(after.biases, [biases for _, biases in theirs.after]),
    }


def _zipped(
    ours: Sequence[Array], theirs: Sequence[Array]
) -> list[tuple[Array, Array]]:
    return list(zip(ours, theirs, strict=True))
