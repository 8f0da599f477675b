"""The numbers of a frame that can be drawn, as far as its moment has computed them."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.options import EdgeKey, EdgeQuantity
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind


def edge_values(
    frame: Frame, quantity: EdgeQuantity, layer: int, row: int
) -> Array | None:
    """Return what the edges into `layer` show, shape (fan_in, fan_out).

    Parameters
    ----------
    layer : int
        Counted from 1.
    row : int
        The sample whose contributions are meant.

    Returns
    -------
    Array or None
        None where it is not computed yet at this moment.
    """
    weights = frame.parameters.weights[layer - 1]
    if quantity is EdgeQuantity.WEIGHT:
        return weights
    trace = frame.trace
    if trace is None:
        return None
    if quantity is EdgeQuantity.GRADIENT:
        if not frame.has(OperationKind.GRADIENT, layer):
            return None
        return trace.weight_gradients(layer - 1)
    if quantity is EdgeQuantity.LAST_UPDATE:
        if not frame.has(OperationKind.UPDATE):
            return None
        after: Array = trace.parameters_after.weights[layer - 1]
        return after - trace.parameters.weights[layer - 1]
    inputs = activations(frame, layer - 1, row)
    if inputs is None:
        return None
    # What this sample's a was multiplied with, also once the update has been made.
    return inputs[:, np.newaxis] * trace.parameters.weights[layer - 1]


def edge_value(
    frame: Frame, quantity: EdgeQuantity, key: EdgeKey, row: int
) -> float | None:
    """Return what one edge shows; None where it is not computed yet."""
    layer, start, end = key
    if quantity is EdgeQuantity.GRADIENT:
        return edge_gradient(frame, key)
    matrix = edge_values(frame, quantity, layer, row)
    return None if matrix is None else float(matrix[start, end])


def edge_gradient(frame: Frame, key: EdgeKey) -> float | None:
    """Return dL/dw of one edge without forming those of all the others."""
    layer, start, end = key
    trace = frame.trace
    if trace is None or not frame.has(OperationKind.GRADIENT, layer):
        return None
    if trace.faulty_gradients is not None:
        gradient = float(trace.faulty_gradients.weights[layer - 1][start, end])
    else:
        inputs, outgoing = trace.activations[layer - 1], trace.deltas[layer - 1]
        gradient = float(inputs[:, start] @ outgoing[:, end]) / len(inputs)
    if trace.l2:
        gradient += trace.l2 * float(trace.parameters.weights[layer - 1][start, end])
    return gradient


def activations(frame: Frame, layer: int, row: int) -> Array | None:
    """Return a of one sample, shape (nodes,); layer 0 is the input."""
    kind = OperationKind.ACTIVATION if layer else OperationKind.LOAD
    if frame.trace is None or not frame.has(kind, layer):
        return None
    return _row(frame.trace.activations[layer], row)


def pre_activations(frame: Frame, layer: int, row: int) -> Array | None:
    """Return z of one sample, shape (nodes,)."""
    if frame.trace is None or not frame.has(OperationKind.PRE_ACTIVATION, layer):
        return None
    return _row(frame.trace.pre_activations[layer - 1], row)


def deltas(frame: Frame, layer: int, row: int) -> Array | None:
    """Return dL/dz of one sample, shape (nodes,)."""
    if frame.trace is None or not frame.has(OperationKind.DELTA, layer):
        return None
    return _row(frame.trace.deltas[layer - 1], row)


def targets(frame: Frame, row: int) -> Array | None:
    """Return what the network should answer to one sample, shape (outputs,)."""
    if frame.trace is None or not frame.has(OperationKind.LOAD):
        return None
    return _row(frame.trace.targets, row)


def _row(rows: Array, row: int) -> Array:
    chosen: Array = rows[min(row, len(rows) - 1)]
    return chosen
