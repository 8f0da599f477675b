"""What moves along the edges while an operation is shown: the numbers themselves."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.colors import signed_indices
from bpviz.scene.edge_raster import Floats
from bpviz.scene.motion import Flow, Motion, NodePart
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import format_short
from bpviz.scene.options import EdgeQuantity
from bpviz.scene.quantities import deltas, edge_values
from bpviz.scene.scales import peak
from bpviz.scene.travellers import Travellers, joined, travellers
from bpviz.training.steps import OperationKind

MOST_NUMBERS = 240
"""So many of the largest move; the others would hide them."""

_MOST_WRITTEN = 16
_SMALLEST_RADIUS = 1.25
_LARGEST_RADIUS = 5.0
_FROM_NODES = 24.0
_SPREAD = 0.5
"""Share of the time within which all numbers that are written have set out."""
_POWER = 0.5
"""Even the smallest that move are to be told from the canvas."""


def operation_flow(scene: NetworkScene) -> Flow | None:
    """Return what moves in the operation that the scene's moment ends.

    Returns
    -------
    Flow or None
        None where nothing moves and nothing appears.
    """
    frame = scene.frame
    operation = frame.operation
    if operation is None or frame.trace is None:
        return None
    layer, depth = operation.layer, frame.network.depth
    match operation.kind:
        case OperationKind.LOAD:
            return _appearance(NodePart.ACTIVATION, 0)
        case OperationKind.ACTIVATION:
            return _appearance(NodePart.ACTIVATION, layer)
        case OperationKind.PRE_ACTIVATION:
            return _forward(scene, layer)
        case OperationKind.DELTA if layer == depth:
            return _appearance(NodePart.DELTA, layer)
        case OperationKind.DELTA:
            return _backward(scene, layer)
        case OperationKind.GRADIENT:
            return _gradient(scene, layer)
        case OperationKind.UPDATE:
            return _update(scene)
        case _:
            return None


def _appearance(part: NodePart, layer: int) -> Flow:
    """Return a flow in which nothing moves; the node's own number is what is new."""
    none = np.empty(0, np.float32)
    return Flow(
        Motion.TRAVEL,
        *(none, none, none, none, none),
        np.empty(0, np.uint8),
        none,
        none,
        appears=part,
        layer=layer,
    )


def _forward(scene: NetworkScene, layer: int) -> Flow:
    """Let a w run along every edge into the layer, where it is summed to z."""
    options = scene.options
    matrix = edge_values(scene.frame, EdgeQuantity.CONTRIBUTION, layer, options.row)
    assert matrix is not None  # z is computed from a that is computed.
    return _flow(
        Motion.TRAVEL,
        _travellers(scene, layer, matrix, MOST_NUMBERS),
        NodePart.PRE_ACTIVATION,
        layer,
    )


def _backward(scene: NetworkScene, layer: int) -> Flow:
    """Let delta w run back along the edges into the layer, where it is summed."""
    frame = scene.frame
    following = deltas(frame, layer + 1, scene.options.row)
    assert following is not None  # Deltas come from the back to the front.
    matrix = frame.parameters.weights[layer] * following
    numbers = _travellers(scene, layer + 1, matrix, MOST_NUMBERS)
    return _flow(Motion.TRAVEL, numbers.turned(), NodePart.DELTA, layer)


def _gradient(scene: NetworkScene, layer: int) -> Flow:
    """Let dL/dw come from the delta's node and settle on its edge."""
    matrix = edge_values(scene.frame, EdgeQuantity.GRADIENT, layer, scene.options.row)
    assert matrix is not None  # It is what this operation computed.
    numbers = _travellers(scene, layer, matrix, MOST_NUMBERS)
    return _flow(Motion.SETTLE, numbers.turned().shortened())


def _update(scene: NetworkScene) -> Flow:
    """Let the change of every weight sink into the middle of its edge."""
    frame, depth = scene.frame, scene.frame.network.depth
    parts = []
    for layer in range(1, depth + 1):
        matrix = edge_values(frame, EdgeQuantity.LAST_UPDATE, layer, scene.options.row)
        assert matrix is not None  # It is what this operation computed.
        most = MOST_NUMBERS // depth
        parts.append(_travellers(scene, layer, matrix, most).shortened())
    return _flow(Motion.SINK, joined(parts))


def _travellers(
    scene: NetworkScene, layer: int, matrix: Array, most: int
) -> Travellers:
    values = _only_selected(scene, layer, matrix)
    before, after = scene.layers[layer - 1].layout, scene.layers[layer].layout
    numbers = travellers(values, before, after, most)
    if len(numbers.values) > _MOST_WRITTEN or before.is_picture:
        return numbers
    # What is written should not cover what is written in the nodes.
    return numbers.between(before.radius + _FROM_NODES, after.radius + _FROM_NODES)


def _only_selected(scene: NetworkScene, layer: int, matrix: Array) -> Array:
    """Return `matrix` with zeros for edges that a selected node has no part in."""
    selected = scene.options.selected_node
    if selected is None:
        return matrix
    its_own = np.zeros_like(matrix)
    if selected[0] == layer:
        its_own[:, selected[1]] = matrix[:, selected[1]]
    elif selected[0] == layer - 1:
        its_own[selected[1]] = matrix[selected[1]]
    return its_own


def _flow(
    motion: Motion,
    numbers: Travellers,
    appears: NodePart | None = None,
    layer: int = 0,
) -> Flow:
    largest = peak([numbers.values]) or 1.0
    shares = np.abs(numbers.values) / np.float32(largest)
    radii = _SMALLEST_RADIUS + (_LARGEST_RADIUS - _SMALLEST_RADIUS) * shares
    few = len(numbers.values) <= _MOST_WRITTEN
    return Flow(
        motion,
        numbers.x0,
        numbers.y0,
        numbers.x1,
        numbers.y1,
        numbers.values,
        signed_indices(numbers.values, largest, _POWER),
        radii.astype(np.float32),
        _delays(numbers) if few else np.zeros(len(shares), np.float32),
        tuple(format_short(float(v)) for v in numbers.values) if few else (),
        appears,
        layer,
    )


def _delays(numbers: Travellers) -> Floats:
    """Return delays that let numbers go node by node, from the top to the bottom."""
    count = len(numbers.values)
    order = np.lexsort((numbers.y1, numbers.y0, numbers.x0))
    delays = np.empty(count, np.float32)
    delays[order] = np.arange(count, dtype=np.float32) * (_SPREAD / max(count, 1))
    return delays
