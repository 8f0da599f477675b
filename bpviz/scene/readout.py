"""The numbers of one node or one edge, for the words that stand beside the pointer."""

from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.scene.quantities import (
    activations,
    deltas,
    edge_gradient,
    pre_activations,
)
from bpviz.training.frame import Frame

Readout = tuple[tuple[str, float], ...]
"""Symbols, as the formulas have them, and the numbers that they stand for."""


def node_readout(frame: Frame, key: NodeKey, row: int) -> Readout:
    """Return what of one node is computed, for one sample."""
    layer, node = key
    numbers = [("a", activations(frame, layer, row))]
    if layer:
        numbers.insert(0, ("z", pre_activations(frame, layer, row)))
        numbers.append(("δ", deltas(frame, layer, row)))
        numbers.append(("b", frame.parameters.biases[layer - 1]))
    return tuple(
        (symbol, float(values[node]))
        for symbol, values in numbers
        if values is not None
    )


def edge_readout(frame: Frame, key: EdgeKey, row: int) -> Readout:
    """Return what of one edge is computed: its weight, a w of one sample, dL/dw."""
    layer, start, end = key
    weight = float(frame.parameters.weights[layer - 1][start, end])
    numbers = [("w", weight)]
    trace = frame.trace
    if trace is None:
        return tuple(numbers)
    a = activations(frame, layer - 1, row)
    if a is not None:
        used = float(trace.parameters.weights[layer - 1][start, end])
        numbers.append(("a w", float(a[start]) * used))
    gradient = edge_gradient(frame, key)
    if gradient is not None:
        numbers.append(("∂L/∂w", gradient))
    return tuple(numbers)
