"""How much room the parts of a graph's picture take, in pixels."""

from dataclasses import dataclass

from bpviz.nn.graph.graph import VARIABLE, Graph, GraphNode
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.scene.graph_slots import Slot, SlotKind, Slots
from bpviz.scene.graph_texts import short_name
from bpviz.scene.numbers import MINUS

MOST_NODES = 240
"""Of a graph: more can neither be read nor be placed while somebody types."""
MOST_LINES = 4
"""Arrays with more rows or columns are shown by their shape."""


@dataclass(frozen=True, slots=True)
class GraphSizes:
    """What a picture of a graph is measured with.

    Attributes
    ----------
    radius : float
        Half the height of a node; a node that says more than a symbol is wider.
    character : float
        The width of a character in a node.
    number : float
        The width of a number beside an edge.
    line : float
        The height of a line of such numbers.
    padding : float
        Between the text in a node and its border, and between a number and its edge.
    row_gap, column_gap : float
        What stays free between parts above each other and beside each other, at least.
    """

    radius: float = 20.0
    character: float = 8.0
    number: float = 72.0
    line: float = 16.0
    padding: float = 4.0
    row_gap: float = 16.0
    column_gap: float = 24.0


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: float
    height: float


_WRITTEN = {
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "affine": "Affine",
    "softmax_with_loss": "Softmax with loss",
}
"""Operations whose names people write in another way than the command line."""


def node_text(node: GraphNode) -> str:
    """Return what stands in a node: an operation's symbol, a name, or a number.

    A node that stands for several has a text of its own.
    """
    operation = OPERATIONS.get(node.operation)
    if node.operation == VARIABLE:
        return short_name(node.name)
    if operation is None:
        text = _WRITTEN.get(node.text, node.text)
        return text if node.name else text.replace("-", MINUS)
    return _WRITTEN.get(operation.name, operation.symbol)


def node_size(node: GraphNode, sizes: GraphSizes) -> Size:
    """Return the size of a node: a circle, or wider with round ends."""
    text = len(node_text(node)) * sizes.character + 2 * sizes.padding
    round_ends = 0.0 if len(node_text(node)) == 1 else sizes.radius
    return Size(max(2 * sizes.radius, text + round_ends), 2 * sizes.radius)


def label_size(node: GraphNode, sizes: GraphSizes) -> Size:
    """Return the size of a node's value, or of a derivative, which has its shape."""
    shape = node.value.shape
    if max(shape, default=1) > MOST_LINES:
        shape = ()
    rows = shape[0] if len(shape) == 2 else 1
    return Size((shape[-1] if shape else 1) * sizes.number, rows * sizes.line)


def slot_size(slot: Slot, slots: Slots, graph: Graph, sizes: GraphSizes) -> Size:
    """Return the room that a slot keeps free for what stands in it."""
    if slot.kind is SlotKind.NODE:
        return _node_room(graph.nodes[slot.owner], slots, sizes)
    if slot.kind is SlotKind.BEND:
        return Size(0.0, 2 * sizes.padding)
    label = label_size(graph.nodes[slots.edges[slot.owner].source], sizes)
    return Size(label.width, 2 * (label.height + sizes.padding))


def has_name(node: GraphNode) -> bool:
    """Tell whether a name stands above a node; that of a variable stands in it."""
    return bool(node.name and node.operands)


def is_shared(node: GraphNode, slots: Slots) -> bool:
    """Tell whether a sum of derivatives stands below a node: it has several uses."""
    return node.index in slots.shared


def _node_room(node: GraphNode, slots: Slots, sizes: GraphSizes) -> Size:
    size = node_size(node, sizes)
    width, beside = size.width, 0.0
    if has_name(node):
        width = max(width, len(short_name(node.name)) * sizes.character)
        beside = sizes.line + sizes.padding
    if is_shared(node, slots):
        label = label_size(node, sizes)
        width = max(width, label.width)
        beside = max(beside, label.height + sizes.padding)
    # As much below as above, so that the node is in the middle of its room.
    return Size(width, size.height + 2 * beside)
