"""Functions number by number: exp, log, max, and the activations of a layer.

In each, y is the value; the derivative stands in the docstring.
"""

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array
from bpviz.nn.graph.operation import (
    Operation,
    Result,
    differing_shapes,
    elementwise,
)

LEAK = 0.01
"""Slope of the leaky ReLU left of zero."""


def _exp(x: Array) -> Result:
    """Exponential: y = e^x; dy/dx = y."""
    y = np.exp(x)
    return elementwise(y, (x, y))


def _log(x: Array) -> Result:
    """Natural logarithm: y = ln x; dy/dx = 1 / x."""
    return elementwise(np.log(x), (x, 1.0 / x))


def _log_problem(x: Array) -> str | None:
    if np.all(x > 0):
        return None
    return QT_TRANSLATE_NOOP(
        "Errors", "{node} takes the logarithm of a number that is not positive."
    )


def _identity(x: Array) -> Result:
    """Identity: y = x; dy/dx = 1."""
    return elementwise(x, (x, 1.0))


def _sigmoid(x: Array) -> Result:
    """Sigmoid: y = 1 / (1 + e^-x); dy/dx = y (1 - y).

    e^-x may become infinite, and 0 is then the right value.
    """
    y = 1.0 / (1.0 + np.exp(-x))
    return elementwise(y, (x, (1.0 - y) * y))


def _tanh(x: Array) -> Result:
    """Hyperbolic tangent: y = tanh x; dy/dx = 1 - y^2 = (1 - y) (1 + y)."""
    y = np.tanh(x)
    return elementwise(y, (x, (1.0 - y) * (1.0 + y)))


def _relu(x: Array) -> Result:
    """ReLU: y = x where x > 0, else 0; dy/dx = 1 there, else 0 (third article)."""
    return elementwise(np.where(x > 0, x, 0.0), (x, np.where(x > 0, 1.0, 0.0)))


def _leaky_relu(x: Array) -> Result:
    """Leaky ReLU: y = x where x > 0, else LEAK x; dy/dx = 1 there, else LEAK."""
    slope = np.where(x > 0, 1.0, LEAK)
    return elementwise(slope * x, (x, slope))


def _softplus(x: Array) -> Result:
    """Softplus: y = ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|); dy/dx = sigmoid(x)."""
    y = np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))
    return elementwise(y, (x, 1.0 / (1.0 + np.exp(-x))))


def _max(a: Array, b: Array) -> Result:
    """Maximum: dy/da = 1 where a is the larger, else 0; where they are equal, 1/2."""
    by_a = np.where(a == b, 0.5, np.where(a > b, 1.0, 0.0))
    return elementwise(np.maximum(a, b), (a, by_a), (b, 1.0 - by_a))


FUNCTIONS = (
    Operation("exp", "exp", 1, _exp),
    Operation("log", "log", 1, _log, _log_problem),
    Operation("identity", "=", 1, _identity),
    Operation("sigmoid", "sigmoid", 1, _sigmoid),
    Operation("tanh", "tanh", 1, _tanh),
    Operation("relu", "relu", 1, _relu),
    Operation("leaky_relu", "leaky_relu", 1, _leaky_relu),
    Operation("softplus", "softplus", 1, _softplus),
    Operation("max", "max", 2, _max, differing_shapes),
)
