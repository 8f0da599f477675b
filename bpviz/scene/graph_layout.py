"""Where the parts of a computational graph's picture stand.

As the third article draws them: from left to right, on every edge the value that runs
forward above the line and the derivative that runs back below it.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array, IntArray, frozen
from bpviz.nn.graph.graph import Graph
from bpviz.scene.graph_order import with_few_crossings
from bpviz.scene.graph_routes import Column, columns_across, route
from bpviz.scene.graph_rows import Rows
from bpviz.scene.graph_sizes import (
    GraphSizes,
    Size,
    has_name,
    is_shared,
    label_size,
    node_size,
    slot_size,
)
from bpviz.scene.graph_slots import SlotKind, Slots, slots_of


@dataclass(frozen=True, slots=True, eq=False)
class GraphLayout:
    """Places in a picture of `width` times `height` pixels; every array is read-only.

    Attributes
    ----------
    width, height : float
        Of everything, labels included.
    x, y : Array
        The middle of each node, (nodes,).
    node_width, node_height : Array
        Of each node; its ends are round. (nodes,).
    name_y : Array
        The middle of the name above a node that is computed and has one, (nodes,); its
        x is the node's. Not a number for others.
    sum_y : Array
        The middle of what stands below a node that is used more than once, the sum
        of the derivatives that come back to it; as `name_y`.
    source, target, place : IntArray
        For each edge the nodes that it joins and which operand of the target it is,
        (edges,). The last is the way out of the output: its target is -1.
    routes : tuple of Array
        For each edge the points of its line, (points, 2).
    label_x : Array
        The middle of what an edge says, (edges,).
    value_y, derivative_y : Array
        The middle of the value above the line and of the derivative below, (edges,).
    label_width, label_height : Array
        The room for each of the two, (edges,).
    """

    width: float
    height: float
    x: Array
    y: Array
    node_width: Array
    node_height: Array
    name_y: Array
    sum_y: Array
    source: IntArray
    target: IntArray
    place: IntArray
    routes: tuple[Array, ...]
    label_x: Array
    value_y: Array
    derivative_y: Array
    label_width: Array
    label_height: Array


def graph_layout(graph: Graph, sizes: GraphSizes | None = None) -> GraphLayout:
    """Place a graph; the same graph is always placed the same way.

    Parameters
    ----------
    graph : Graph
        What to draw. Only its structure, its names and the shapes of its values
        matter, so that nothing jumps when the numbers change.
    sizes : GraphSizes, optional
        What to measure with.
    """
    sizes = sizes or GraphSizes()
    slots = slots_of(graph)
    rooms = [slot_size(slot, slots, graph, sizes) for slot in slots.slots]
    links = [link for chain in slots.chains for link in pairwise(chain)]
    order = with_few_crossings(slots.columns, links)
    room_heights = _array([room.height for room in rooms])
    y = Rows(order, room_heights, sizes.row_gap, links, _levels(slots)).heights()
    columns = columns_across(order, [room.width for room in rooms], y, links, sizes)
    return _assembled(graph, slots, rooms, y, columns, sizes)


def _levels(slots: Slots) -> list[tuple[int, ...]]:
    """Return what should be level: every edge, from its node on if it is the only one.

    It may rise or fall at its end, where others meet it.
    """
    uses = Counter(edge.source for edge in slots.edges)
    levels = []
    for edge, chain in zip(slots.edges, slots.chains, strict=True):
        is_only = uses[edge.source] == 1
        levels.append(
            tuple(
                slot
                for slot in chain
                if slot != edge.target and (is_only or slot != edge.source)
            )
        )
    return levels


def _assembled(
    graph: Graph,
    slots: Slots,
    rooms: list[Size],
    y: Array,
    columns: list[Column],
    sizes: GraphSizes,
) -> GraphLayout:
    count = len(graph.nodes)
    node_sizes = [node_size(node, sizes) for node in graph.nodes]
    widths = _array([size.width for size in node_sizes])
    heights = _array([size.height for size in node_sizes])
    x = np.empty(count)
    for node in graph.nodes:
        column = columns[slots.slots[node.index].column]
        room = rooms[node.index].width
        # Variables end and operations begin where their column does.
        x[node.index] = (
            column.left + room / 2 if node.operands else column.right - room / 2
        )
    y_of_nodes = y[:count].copy()
    above = np.array([has_name(node) for node in graph.nodes])
    below = np.array([is_shared(node, slots) for node in graph.nodes])
    sum_heights = _array([label_size(node, sizes).height for node in graph.nodes])
    to_name = heights / 2 + sizes.padding + sizes.line / 2
    to_sum = heights / 2 + sizes.padding + sum_heights / 2
    labels = [label_size(graph.nodes[edge.source], sizes) for edge in slots.edges]
    label_slots = [
        next(s for s in chain if slots.slots[s].kind is SlotKind.LABEL)
        for chain in slots.chains
    ]
    label_columns = [columns[slots.slots[slot].column] for slot in label_slots]
    label_heights = _array([label.height for label in labels])
    away = label_heights / 2 + sizes.padding
    lines = y[label_slots]
    return GraphLayout(
        width=columns[-1].right,
        height=float((y + _array([room.height for room in rooms]) / 2).max()),
        x=frozen(x),
        y=frozen(y_of_nodes),
        node_width=frozen(widths),
        node_height=frozen(heights),
        name_y=frozen(np.where(above, y_of_nodes - to_name, np.nan)),
        sum_y=frozen(np.where(below, y_of_nodes + to_sum, np.nan)),
        source=_integers([edge.source for edge in slots.edges]),
        target=_integers([edge.target for edge in slots.edges]),
        place=_integers([edge.place for edge in slots.edges]),
        routes=tuple(
            frozen(route(number, slots, columns, x, y, node_sizes))
            for number in range(len(slots.edges))
        ),
        label_x=frozen(_array([(c.left + c.right) / 2 for c in label_columns])),
        value_y=frozen(lines - away),
        derivative_y=frozen(lines + away),
        label_width=frozen(_array([label.width for label in labels])),
        label_height=frozen(label_heights),
    )


def _array(numbers: npt.ArrayLike) -> Array:
    return np.array(numbers, np.float64)


def _integers(numbers: list[int]) -> IntArray:
    array = np.array(numbers, np.int64)
    array.setflags(write=False)
    return array
