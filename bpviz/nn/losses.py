"""Losses: what a wrong answer costs, and the first delta of the backward pass.

Every loss is per sample; the loss of a batch is the mean over its samples. The
cross-entropies are computed from the pre-activations z of the output layer, where
they are finite for any finite z, however wrong and however confident the answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from bpviz.nn.arrays import Array, column_sums
from bpviz.nn.calls import Calls


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss and its derivative.

    Attributes
    ----------
    name : str
        The word used in experiments and on the command line.
    per_sample : callable
        ``per_sample(z, a, targets)`` gives the losses, shape (rows,), of outputs
        `z`, `a` and `targets`, each (rows, outputs).
    derivative : callable
        ``derivative(a, targets, deltas)`` yields the calls (`nn.calls`) that write
        dL/da into `deltas`, or dL/dz where `partner` is named.
    partner : str or None
        The output activation that the loss is married to. Their derivatives
        cancel to dL/dz = a - y, so the activation's own is not applied.
    """

    name: str
    per_sample: Callable[[Array, Array, Array], Array]
    derivative: Callable[[Array, Array, Array], Calls]
    partner: str | None = None


def _squared_error(_z: Array, a: Array, targets: Array) -> Array:
    """L = sum_k (a_k - y_k)^2 (first and fourth article)."""
    difference = a - targets
    losses: Array = np.einsum("nk,nk->n", difference, difference)
    return losses


def _squared_error_derivative(a: Array, targets: Array, deltas: Array) -> Calls:
    """dL/da_k = 2 (a_k - y_k)."""
    # In place NumPy takes three times as long for a single number.
    difference = np.empty_like(deltas) if deltas.size == 1 else deltas
    yield partial(np.subtract, a, targets, difference)
    yield partial(np.add, difference, difference, deltas)


def _binary_cross_entropy(z: Array, _a: Array, targets: Array) -> Array:
    """L = -sum_k [y_k ln a_k + (1 - y_k) ln(1 - a_k)] with a = sigmoid(z).

    Written in z: ln(1 + exp(z)) - y z, where ln(1 + exp(z)) is taken apart into
    max(z, 0) + ln(1 + exp(-|z|)), so that the loss of an answer that is sure and right
    is small and not 0.
    """
    linear = np.maximum(z, 0.0) - targets * z
    losses: Array = (linear + np.log1p(np.exp(-np.abs(z)))).sum(axis=1)
    return losses


def _softmax_cross_entropy(z: Array, _a: Array, targets: Array) -> Array:
    """L = -sum_k y_k ln a_k with a = softmax(z) (second article).

    Written in z, and with y that add up to 1: ln sum_j exp(z_j) - sum_k y_k z_k.
    """
    # NumPy is quicker with a few long rows than with many short ones.
    shifted = z.T.copy()
    np.subtract(shifted, np.maximum.reduce(shifted), shifted)
    right = column_sums(targets.T * shifted)
    losses = np.log(column_sums(np.exp(shifted, shifted)))
    return np.subtract(losses, right, losses)


def _cross_entropy_derivative(a: Array, targets: Array, deltas: Array) -> Calls:
    """dL/dz_k = a_k - y_k (second article: S - Y)."""
    yield partial(np.subtract, a, targets, deltas)


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss("squared_error", _squared_error, _squared_error_derivative),
        Loss(
            "binary_cross_entropy",
            _binary_cross_entropy,
            _cross_entropy_derivative,
            partner="sigmoid",
        ),
        Loss(
            "softmax_cross_entropy",
            _softmax_cross_entropy,
            _cross_entropy_derivative,
            partner="softmax",
        ),
    )
}
