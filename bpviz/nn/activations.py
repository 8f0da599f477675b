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
from typing import Any, NamedTuple

import numpy as np

from bpviz.nn.arrays import Array, column_sums
from bpviz.nn.calls import Calls, carry_out

LEAK = 0.01
"""Slope of the leaky ReLU left of zero."""

Apply = Callable[[Array, Array, Array], Calls]
Slopes = Callable[[Array, Array, Array], Calls]
Backpropagate = Callable[[Array, Array, Array], Calls]


class Formulas(NamedTuple):
    """A function f with a = f(z), and its part in the chain rule, as calls.

    Attributes
    ----------
    apply : callable
        ``apply(z, a, scratch)`` yields the calls that write a = f(z) into `a`.
    slopes : callable
        Those of ``slopes(a, slopes, scratch)`` write f'(z) into `slopes`. All of f' are
        functions of a as well, so that nobody needs z any more.
    backpropagate : callable
        Those of ``backpropagate(deltas, a, slopes)`` find dL/da in `deltas` and leave
        dL/dz = dL/da * f'(z) there. `slopes` are lost where they are not numbers of
        single nodes (softmax).
    """

    apply: Apply
    slopes: Slopes
    backpropagate: Backpropagate


@dataclass(frozen=True, slots=True)
class Activation:
    """An activation function.

    Attributes
    ----------
    name : str
        The word used in experiments and on the command line.
    formulas : callable
        ``formulas(one)`` returns what it is for floats like `one`, an array () that
        holds 1.
    output_only : bool
        True where the values of a layer depend on one another (softmax).
    """

    name: str
    formulas: Callable[[Array], Formulas]
    output_only: bool = False

    def calls_for(self, dtype: Any) -> Formulas:
        """Return the formulas for floats of `dtype`.

        An array operand of the right type costs half of what NumPy takes to look at
        a Python number, which for a layer of a few nodes is most of the work.
        """
        return self.formulas(np.ones((), dtype))

    def for_dtype(self, dtype: Any) -> tuple[Callable[..., None], Callable[..., None]]:
        """Return (apply, backpropagate) as functions that do the work when called.

        They are ``apply(z, a, scratch)`` and ``backpropagate(deltas, z, a, scratch)``.
        """
        formulas = self.calls_for(dtype)

        def backpropagate(deltas: Array, _z: Array, a: Array, scratch: Array) -> None:
            carry_out(formulas.slopes(a, scratch, np.empty_like(scratch)))
            carry_out(formulas.backpropagate(deltas, a, scratch))

        return lambda *arrays: carry_out(formulas.apply(*arrays)), backpropagate


def nothing(_first: Array, _second: Array, _third: Array) -> Calls:
    """Leave everything as it is."""
    yield from ()


def _times_slopes(deltas: Array, _a: Array, slopes: Array) -> Calls:
    """dL/dz = dL/da * f'(z), node by node."""
    yield partial(np.multiply, deltas, slopes, deltas)


def _identity(_one: Array) -> Formulas:
    """Identity: a = z; f'(z) = 1."""

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.copyto, a, z)

    return Formulas(apply, nothing, nothing)


def _sigmoid(one: Array) -> Formulas:
    """Sigmoid: a = 1 / (1 + exp(-z)); f'(z) = a (1 - a).

    exp(-z) may reach infinity far left of zero, and 1 / (1 + inf) = 0 is then the
    right answer: the caller silences that overflow (`backprop.quiet`).
    """

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.negative, z, scratch)
        yield partial(np.exp, scratch, scratch)
        yield partial(np.add, scratch, one, scratch)
        yield partial(np.reciprocal, scratch, a)

    def slopes(a: Array, slopes: Array, _scratch: Array) -> Calls:
        yield partial(np.subtract, one, a, slopes)
        yield partial(np.multiply, slopes, a, slopes)

    return Formulas(apply, slopes, _times_slopes)


def _tanh(one: Array) -> Formulas:
    """Hyperbolic tangent: a = tanh(z); f'(z) = 1 - a^2 = (1 - a)(1 + a).

    The product keeps its digits where a is close to 1 or -1.
    """

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.tanh, z, a)

    def slopes(a: Array, slopes: Array, scratch: Array) -> Calls:
        yield partial(np.subtract, one, a, slopes)
        yield partial(np.add, one, a, scratch)
        yield partial(np.multiply, slopes, scratch, slopes)

    return Formulas(apply, slopes, _times_slopes)


def _relu(one: Array) -> Formulas:
    """ReLU: a = max(z, 0); f'(z) = 1 where z > 0, else 0 (third article).

    a > 0 where z > 0, and nowhere else.
    """
    zero = one - one

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.maximum, z, zero, out=a)

    def slopes(a: Array, slopes: Array, _scratch: Array) -> Calls:
        yield partial(np.greater, a, zero, slopes)

    return Formulas(apply, slopes, _times_slopes)


def _leaky_relu(one: Array) -> Formulas:
    """Leaky ReLU: a = z where z > 0, else LEAK z; f'(z) = 1 where z > 0, else LEAK."""
    leak, zero = np.asarray(LEAK * one, one.dtype), one - one

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield partial(np.multiply, z, leak, scratch)
        yield partial(np.maximum, z, scratch, out=a)

    def slopes(a: Array, slopes: Array, _scratch: Array) -> Calls:
        yield partial(np.greater, a, zero, slopes)
        yield partial(np.maximum, slopes, leak, out=slopes)

    return Formulas(apply, slopes, _times_slopes)


def _softplus(one: Array) -> Formulas:
    """Softplus: a = ln(1 + exp(z)), without overflow; f'(z) = sigmoid(z) = 1 - exp(-a).

    `expm1` keeps the digits of 1 - exp(-a) where a is close to 0.
    """
    zero = one - one

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(np.logaddexp, z, zero, a)

    def slopes(a: Array, slopes: Array, _scratch: Array) -> Calls:
        yield partial(np.negative, a, slopes)
        yield partial(np.expm1, slopes, slopes)
        yield partial(np.negative, slopes, slopes)

    return Formulas(apply, slopes, _times_slopes)


def _softmax(_one: Array) -> Formulas:
    """Softmax: a_k = exp(z_k) / sum_j exp(z_j), each row for itself.

    The row's maximum is subtracted first, which changes nothing in the quotient and
    keeps every exponent at or below 0. Every output moves every other:
    dL/dz_k = a_k (dL/da_k - sum_j a_j dL/da_j).
    """

    def apply(z: Array, a: Array, _scratch: Array) -> Calls:
        yield partial(_apply_softmax, *map(np.atleast_2d, (z, a)))

    def backpropagate(deltas: Array, a: Array, scratch: Array) -> Calls:
        yield partial(_backpropagate_softmax, *map(np.atleast_2d, (deltas, a, scratch)))

    return Formulas(apply, nothing, backpropagate)


def _apply_softmax(z: Array, a: Array) -> None:
    # NumPy is quicker with a few long rows than with many short ones.
    columns = z.T.copy()
    np.subtract(columns, np.maximum.reduce(columns), columns)
    np.exp(columns, columns)
    np.divide(columns, column_sums(columns), columns)
    np.copyto(a, columns.T)


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
