"""What classic mistakes make of a gradient, to recognise them by."""

from collections.abc import Iterator

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.gradient_case import GradientCase
from bpviz.nn.mistakes import Form


def wrong_gradients(
    case: GradientCase, name: str
) -> Iterator[tuple[Form, Array, str | None]]:
    """Yield what mistakes in one step make of the data's share of a gradient.

    Whatever lies behind that step, towards the output, counts as right.

    Yields
    ------
    form : Form
        The mistake.
    array : Array
        Of the gradient's shape, without the penalty; may hold what is not finite.
    other : str or None
        The name of the array whose gradient it is, with `Form.OTHER_ARRAY`.
    """
    kind, number = name.split("_")
    layer = int(number) - 1
    a_before, deltas = case.activations[layer], case.deltas[layer]
    with quiet(), np.errstate(divide="ignore"):
        for form, wrong in _wrong_deltas(case, layer):
            yield form, _formed(kind, a_before, wrong), None
        if kind == "weights" and layer > 0:
            z_before = case.pre_activations[layer - 1]
            form = Form.PRE_ACTIVATION_AS_INPUT
            yield form, _formed(kind, z_before, deltas), None
        if case.rows > 1:
            for form, row in ((Form.LAST_SAMPLE, -1), (Form.FIRST_SAMPLE, 0)):
                yield form, _formed(kind, a_before[[row]], deltas[[row]]), None
        for other, gradient in case.gradients.items():
            if other != name and gradient.shape == case.gradients[name].shape:
                yield Form.OTHER_ARRAY, gradient - case.penalty(other), other
        yield Form.PARAMETER, case.parameter(name) - case.penalty(name), None


def wrong_penalties(case: GradientCase, name: str) -> Iterator[tuple[Form, Array]]:
    """Yield what mistakes with the penalty make of a gradient, if there is one."""
    right, penalty = case.gradients[name], case.penalty(name)
    if not case.l2:
        return
    if name.startswith("biases"):
        yield Form.PENALTY_ON_BIASES, right + case.l2 * case.parameter(name)
        return
    yield Form.PENALTY_MISSING, right - penalty
    yield Form.PENALTY_TWICE, right + penalty
    yield Form.PENALTY_AVERAGED, right - penalty + penalty / case.rows


def _formed(kind: str, a_before: Array, deltas: Array) -> Array:
    """Return the mean gradients that these deltas give."""
    if kind == "biases":
        return np.asarray(deltas.sum(axis=0) / len(deltas))
    return np.asarray(a_before.T @ deltas / len(deltas))


def _wrong_deltas(case: GradientCase, layer: int) -> Iterator[tuple[Form, Array]]:
    z, a = case.pre_activations[layer], case.activations[layer + 1]
    network = case.network
    apply, backpropagate = ACTIVATIONS[network.activations[layer]].for_dtype(z.dtype)
    scratch = np.empty_like(z)

    def through(deltas: Array, at: Array) -> Array:
        """Return `deltas` times f'(at)."""
        result, f_at = deltas.copy(), np.empty_like(at)
        apply(at, f_at, scratch)
        backpropagate(result, at, f_at, scratch)
        return result

    if layer == network.depth - 1:
        arriving = _loss_derivative(network.loss, a, case.targets)
    else:
        weights, following = case.parameters.weights[layer + 1], case.deltas[layer + 1]
        arriving = following @ weights.T
        if weights.shape[0] == weights.shape[1]:
            yield Form.WEIGHTS_TRANSPOSED, through(following @ weights, z)
    yield Form.DERIVATIVE_MISSING, arriving
    yield Form.DERIVATIVE_TWICE, through(case.deltas[layer], z)
    yield Form.DERIVATIVE_OF_ACTIVATION, through(arriving, a)


def _loss_derivative(loss: str, a: Array, targets: Array) -> Array:
    """Return dL/da, which the kernel needs for the squared error only."""
    match loss:
        case "softmax_cross_entropy":
            return -targets / a
        case "binary_cross_entropy":
            return (a - targets) / (a * (1 - a))
        case _:
            return 2 * (a - targets)
