"""Activation functions: the value of each and what it does to a delta.

Every function works on whole layers in buffers that the caller owns, so that a
pass allocates nothing. Arrays are (rows, nodes), one row a sample, or (nodes,) for a
single sample; `scratch` has the same shape and its content is free to be lost.

The formulas are written down as calls (`nn.calls`): ``partial(np.exp, z, a)`` is
"a = exp(z)", the last operand being where the result goes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from bpviz.nn.arrays import Array, row_maxima
from bpviz.nn.calls import Calls, carry_out

LEAK = 0.01
"""Slope of the leaky ReLU left of zero."""

Apply = Callable[[Array, Array, Array], Calls]
Backpropagate = Callable[[Array, Array, Array, Array], Calls]


@dataclass(frozen=True, slots=True)
class Activation:
    """A function f with a = f(z), and its part in the chain rule.

    Attributes
    ----------
    name : str
        The word used in experiments and on the command line.
    formulas : callable
        ``formulas(one)`` returns the pair (apply, backpropagate) for floats like
        `one`, an array () that holds 1. ``apply(z, a, scratch)`` yields the calls that
        write a = f(z) into `a`. Those of ``backpropagate(deltas, z, a, scratch)`` find
        dL/da in `deltas` and leave dL/dz = dL/da * f'(z) there.
    output_only : bool
        True where the values of a layer depend on one another (softmax).
    """

    name: str
    formulas: Callable[[Array], tuple[Apply, Backpropagate]]
    output_only: bool = False

    def calls_for(self, dtype: Any) -> tuple[Apply, Backpropagate]:
        """Return (apply, backpropagate) for floats of `dtype`, which yield calls.

        An array operand of the right type costs half of what NumPy takes to look at
        a Python number, which for a layer of a few nodes is most of the work.
        """
        return self.formulas(np.ones((), dtype))

    def for_dtype(self, dtype: Any) -> tuple[Callable[..., None], Callable[..., None]]:
        """Return (apply, backpropagate) as functions that do the work when called."""
        apply, backpropagate = self.calls_for(dtype)
        return (
            lambda *arrays: carry_out(apply(*arrays)),
            lambda *arrays: carry_out(backpropagate(*arrays)),
        )


def _identity(_one: Array) -> tuple[Apply, Backpropagate]:
    """Identity: a = z; f'(z) = 1."""

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.copyto, a, z)

    def backpropagate(_deltas: Array, _z: Array, _a: Array, _scratch: Array) -> Calls:
        """Leave the deltas as they are."""
        yield from ()

    return apply, backpropagate


def _sigmoid(one: Array) -> tuple[Apply, Backpropagate]:
    """Sigmoid: a = 1 / (1 + exp(-z)); f'(z) = a (1 - a).

    exp(-z) may reach infinity far left of zero, and 1 / (1 + inf) = 0 is then the
    right answer: the caller silences that overflow (`backprop.quiet`).
    """

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.negative, z, scratch)
        yield partial(np.exp, scratch, scratch)
        yield partial(np.add, scratch, one, scratch)
        yield partial(np.reciprocal, scratch, a)

    def backpropagate(deltas: Array, _z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.subtract, one, a, scratch)
        yield partial(np.multiply, scratch, a, scratch)
        yield partial(np.multiply, deltas, scratch, deltas)

    return apply, backpropagate


def _tanh(one: Array) -> tuple[Apply, Backpropagate]:
    """Hyperbolic tangent: a = tanh(z); f'(z) = 1 - a^2 = (1 - a)(1 + a).

    The product keeps its digits where a is close to 1 or -1.
    """

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.tanh, z, a)

    def backpropagate(deltas: Array, _z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.subtract, one, a, scratch)
        yield partial(np.multiply, deltas, scratch, deltas)
        yield partial(np.add, one, a, scratch)
        yield partial(np.multiply, deltas, scratch, deltas)

    return apply, backpropagate


def _relu(one: Array) -> tuple[Apply, Backpropagate]:
    """ReLU: a = max(z, 0); f'(z) = 1 where z > 0, else 0 (third article)."""
    zero = one - one

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.maximum, z, zero, out=a)

    def backpropagate(deltas: Array, z: Array, _a: Array, scratch: Array) -> Calls:
        yield partial(np.greater, z, zero, scratch)
        yield partial(np.multiply, deltas, scratch, deltas)

    return apply, backpropagate


def _leaky_relu(one: Array) -> tuple[Apply, Backpropagate]:
    """Leaky ReLU: a = z where z > 0, else LEAK z; f'(z) = 1 where z > 0, else LEAK."""
    leak, zero = np.asarray(LEAK * one, one.dtype), one - one

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.multiply, z, leak, scratch)
        yield partial(np.maximum, z, scratch, out=a)

    def backpropagate(deltas: Array, z: Array, _a: Array, scratch: Array) -> Calls:
        yield partial(np.greater, z, zero, scratch)
        yield partial(np.maximum, scratch, leak, out=scratch)
        yield partial(np.multiply, deltas, scratch, deltas)

    return apply, backpropagate


def _softplus(one: Array) -> tuple[Apply, Backpropagate]:
    """Softplus: a = ln(1 + exp(z)), without overflow; f'(z) = sigmoid(z)."""
    zero = one - one
    sigmoid, _ = _sigmoid(one)

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.logaddexp, z, zero, a)

    def backpropagate(deltas: Array, z: Array, _a: Array, scratch: Array) -> Calls:
        yield from sigmoid(z, scratch, scratch)
        yield partial(np.multiply, deltas, scratch, deltas)

    return apply, backpropagate


def _softmax(_one: Array) -> tuple[Apply, Backpropagate]:
    """Softmax: a_k = exp(z_k) / sum_j exp(z_j), each row for itself.

    The row's maximum is subtracted first, which changes nothing in the quotient and
    keeps every exponent at or below 0. Every output moves every other:
    dL/dz_k = a_k (dL/da_k - sum_j a_j dL/da_j).
    """

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(_apply_softmax, *map(np.atleast_2d, (z, a, scratch)))

    def backpropagate(deltas: Array, _z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(_backpropagate_softmax, *map(np.atleast_2d, (deltas, a, scratch)))

    return apply, backpropagate


def _apply_softmax(z: Array, a: Array, scratch: Array) -> None:
    np.subtract(z, row_maxima(z), scratch)
    np.exp(scratch, scratch)
    np.divide(scratch, np.add.reduce(scratch, 1, keepdims=True), a)


def _backpropagate_softmax(deltas: Array, a: Array, scratch: Array) -> None:
    np.multiply(deltas, a, scratch)
    np.subtract(deltas, np.add.reduce(scratch, 1, keepdims=True), deltas)
    np.multiply(deltas, a, deltas)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("identity", _identity),
        Activation("sigmoid", _sigmoid),
        Activation("tanh", _tanh),
        Activation("relu", _relu),
        Activation("leaky_relu", _leaky_relu),
        Activation("softplus", _softplus),
        Activation("softmax", _softmax, output_only=True),
    )
}
