"""Operations on whole arrays: the sum, and the article's Affine and SoftmaxWithLoss.

An array of one dimension is one row; of two, a batch with one sample a row.
"""

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array
from bpviz.nn.graph.local_derivative import Rule
from bpviz.nn.graph.operation import Operation, Result, derivative


def _sum(x: Array) -> Result:
    """Sum: z = Σ x; the derivative by every entry is 1."""
    return np.asarray(np.sum(x)), (derivative(Rule.TIMES, np.ones(x.shape)),)


def _affine(inputs: Array, weights: Array, biases: Array) -> Result:
    """Affine: Z = X W + b, where every row gets the same b (third article).

    With G = dL/dZ: dL/dX = G W^T, dL/dW = X^T G, dL/db = the sum of G's rows.

    Parameters
    ----------
    inputs : Array
        X: (rows, fan_in) or (fan_in,).
    weights : Array
        W: (fan_in, fan_out).
    biases : Array
        b: (fan_out,).
    """
    return np.dot(inputs, weights) + biases, (
        derivative(Rule.TIMES_TRANSPOSED, weights),
        derivative(Rule.TRANSPOSED_TIMES, inputs),
        derivative(Rule.SUM_OF_ROWS, 1.0),
    )


def _affine_problem(inputs: Array, weights: Array, biases: Array) -> str | None:
    fits = (
        (inputs.ndim, weights.ndim, biases.ndim) in ((1, 2, 1), (2, 2, 1))
        and inputs.shape[-1] == weights.shape[0]
        and weights.shape[1:] == biases.shape
    )
    if fits:
        return None
    return QT_TRANSLATE_NOOP(
        "Errors",
        "{node} needs inputs (n) or (rows, n), weights (n, m) and biases (m); got "
        "{shapes}.",
    )


def _softmax_with_loss(scores: Array, targets: Array) -> Result:
    """Softmax with loss: L = mean over rows of -Σ_k t_k ln y_k; y = softmax(scores).

    The derivative by the scores is (y - t) / rows where the targets of a row sum to
    1, and (y Σt - t) / rows for any others; by the targets it is -ln y / rows.

    Parameters
    ----------
    scores, targets : Array
        Both (rows, classes) or both (classes,).
    """
    rows = len(scores) if scores.ndim == 2 else 1
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    total = np.sum(exponentials, axis=-1, keepdims=True)
    y = exponentials / total
    minus_log_y = np.log(total) - shifted
    loss = np.sum(targets * minus_log_y) / rows
    target_sums = np.sum(targets, axis=-1, keepdims=True)
    return np.asarray(loss), (
        derivative(Rule.TIMES, (y * target_sums - targets) / rows),
        derivative(Rule.TIMES, minus_log_y / rows),
    )


def _softmax_problem(scores: Array, targets: Array) -> str | None:
    if scores.shape == targets.shape and scores.ndim in (1, 2):
        return None
    return QT_TRANSLATE_NOOP(
        "Errors",
        "{node} needs scores and targets of one shape, (classes) or (rows, classes); "
        "got {shapes}.",
    )


MATRIX_OPERATIONS = (
    Operation("sum", "sum", 1, _sum),
    Operation("affine", "affine", 3, _affine, _affine_problem),
    Operation(
        "softmax_with_loss",
        "softmax_with_loss",
        2,
        _softmax_with_loss,
        _softmax_problem,
    ),
)
