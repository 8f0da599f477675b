"""How one node came to its z, a, delta and bias, in the numbers of one sample."""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.faults import Fault
from bpviz.nn.losses import LOSSES
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.applied import applied_settings
from bpviz.scene.change import Change
from bpviz.scene.options import NodeKey
from bpviz.scene.quantities import activations, deltas, pre_activations
from bpviz.scene.terms import Terms, largest_terms
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind


@dataclass(frozen=True, slots=True)
class DeltaNumbers:
    """Where a delta comes from.

    Attributes
    ----------
    later : Terms or None
        delta_k w_jk of the nodes k of the next layer; None in the last layer.
    output, target : float or None
        a and y, in the last layer only.
    asked : float or None
        dL/da: the sum of `later`, or 2 (a - y); None where the loss and the last
        layer's function are married, so that delta is a - y at once.
    slope : float or None
        f'(z), or 0 where the node is off; None where there is none to multiply with.
    shared : float or None
        Sum of a_j dL/da_j over the layer, which softmax subtracts from dL/da before
        it multiplies by a.
    delta : float
        dL/dz.
    """

    later: Terms | None
    output: float | None
    target: float | None
    asked: float | None
    slope: float | None
    shared: float | None
    delta: float


@dataclass(frozen=True, slots=True)
class NodeNumbers:
    """What is computed of one node; None is what is not computed yet.

    Attributes
    ----------
    inputs : Terms or None
        a_i w_ij of the nodes i of the layer before.
    bias : float
        What is, or will be, added to them.
    z, a : float or None
        Pre-activation and activation.
    delta : DeltaNumbers or None
        dL/dz and its origin.
    bias_gradient : float or None
        The mean of the batch's deltas.
    bias_change : Change or None
        What the update made of the bias.
    is_off : bool
        Whether it is switched off: then a and delta are 0, whatever they come from.
    """

    inputs: Terms | None
    bias: float
    z: float | None
    a: float | None
    delta: DeltaNumbers | None
    bias_gradient: float | None
    bias_change: Change | None
    is_off: bool = False


def node_numbers(frame: Frame, key: NodeKey, row: int, limit: int) -> NodeNumbers:
    """Return the numbers of a node behind the input.

    Parameters
    ----------
    key : NodeKey
        Layer, from 1, and node.
    row : int
        Which sample of the batch.
    limit : int
        How many terms of a sum are shown at most.
    """
    layer, node = key
    trace = frame.trace
    if trace is None:
        bias = float(frame.parameters.biases[layer - 1][node])
        return NodeNumbers(None, bias, None, None, None, None, None)
    before = activations(frame, layer - 1, row)
    z, a = pre_activations(frame, layer, row), activations(frame, layer, row)
    weights = trace.parameters.weights[layer - 1][:, node]
    bias = float(trace.parameters.biases[layer - 1][node])
    has_gradient = frame.has(OperationKind.GRADIENT, layer)
    with quiet():
        gradient = float(trace.deltas[layer - 1][:, node].mean(dtype=np.float64))
    if trace.faulty_gradients is not None:
        gradient = float(trace.faulty_gradients.biases[layer - 1][node])
    after = float(trace.parameters_after.biases[layer - 1][node])
    is_updated = frame.has(OperationKind.UPDATE)
    return NodeNumbers(
        inputs=(
            None
            if before is None or z is None
            else largest_terms(before, weights, limit)
        ),
        bias=bias,
        z=None if z is None else float(z[node]),
        a=None if a is None else float(a[node]),
        delta=_delta(frame, trace, key, row, limit),
        bias_gradient=gradient if has_gradient else None,
        bias_change=Change(bias, after) if is_updated else None,
        is_off=key in applied_settings(frame).switched_off,
    )


def _delta(
    frame: Frame, trace: BackpropTrace, key: NodeKey, row: int, limit: int
) -> DeltaNumbers | None:
    layer, node = key
    found = deltas(frame, layer, row)
    if found is None:
        return None
    delta = float(found[node])
    network = frame.network
    if layer < network.depth:
        weights = _weights_back(frame, trace, key)
        later = largest_terms(trace.deltas[layer][row], weights, limit)
        slope = _slope(frame, trace, key, row)
        return DeltaNumbers(later, None, None, later.total, slope, None, delta)
    outputs, targets = trace.activations[layer][row], trace.targets[row]
    output, target = float(outputs[node]), float(targets[node])
    if LOSSES[network.loss].partner is not None:
        return DeltaNumbers(None, output, target, None, None, None, delta)
    asked = 2.0 * (output - target)
    if ACTIVATIONS[network.activations[-1]].output_only:
        with quiet():
            shared = float(2 * (outputs - targets) @ outputs)
        return DeltaNumbers(None, output, target, asked, None, shared, delta)
    slope = _slope(frame, trace, key, row)
    return DeltaNumbers(None, output, target, asked, slope, None, delta)


def _weights_back(frame: Frame, trace: BackpropTrace, key: NodeKey) -> Array:
    """Return the weights through which the next layer's deltas come to a node."""
    layer, node = key
    weights: Array = trace.parameters.weights[layer]
    if applied_settings(frame).fault is Fault.TRANSPOSED_WEIGHTS:
        wrong: Array = weights.reshape(weights.shape[::-1])[:, node]
        return wrong
    right: Array = weights[node]
    return right


def _slope(frame: Frame, trace: BackpropTrace, key: NodeKey, row: int) -> float | None:
    """Return f'(z): what the network's own function makes of a delta of 1."""
    layer, node = key
    settings = applied_settings(frame)
    if key in settings.switched_off:
        return 0.0
    is_forgotten = settings.fault is Fault.FORGOTTEN_ACTIVATION_DERIVATIVE
    if is_forgotten and layer < frame.network.depth:
        return None
    z = np.array([[trace.pre_activations[layer - 1][row, node]]])
    a = np.array([[trace.activations[layer][row, node]]])
    slope = np.ones_like(z)
    function = ACTIVATIONS[frame.network.activations[layer - 1]]
    with quiet():
        function.for_dtype(z.dtype)[1](slope, z, a, np.empty_like(z))
    return float(slope[0, 0])
