"""Where the columns of a graph's picture stand, and the lines that edges take."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.graph_order import Columns, Links
from bpviz.scene.graph_sizes import GraphSizes, Size
from bpviz.scene.graph_slots import NOWHERE, Slots

_STEEPEST = 3.0
"""So many pixels an edge may fall or rise for each that it goes to the right."""

_PORTS = pi / 6
"""Edges arrive at a node's round end within this angle of its middle."""


@dataclass(frozen=True, slots=True)
class Column:
    """The x where a column begins and ends."""

    left: float
    right: float


def columns_across(
    order: Columns,
    widths: Sequence[float],
    y: Array,
    links: Links,
    sizes: GraphSizes,
) -> list[Column]:
    """Return the columns, so far from each other that no edge is too steep.

    Parameters
    ----------
    order : tuple of tuple of int
        The slots of each column.
    widths : sequence of float
        Of each slot.
    y : Array
        The middle of each slot.
    links : sequence of (int, int)
        Slots that an edge joins, the left one first.
    sizes : GraphSizes
        With the least gap.
    """
    column_of = {slot: n for n, column in enumerate(order) for slot in column}
    rises = [0.0] * len(order)
    for left, right in links:
        number = column_of[left]
        rises[number] = max(rises[number], abs(float(y[right] - y[left])))
    columns = []
    x = 0.0
    for slots, rise in zip(order, rises, strict=True):
        width = max(widths[slot] for slot in slots)
        columns.append(Column(x, x + width))
        x += width + max(sizes.column_gap, rise / _STEEPEST)
    return columns


def route(
    number: int,
    slots: Slots,
    columns: Sequence[Column],
    x: Array,
    y: Array,
    nodes: Sequence[Size],
) -> Array:
    """Return the points of an edge's line, (points, 2).

    It is level within every column that it crosses, so that it stays in its slot, and
    slants only between columns.

    Parameters
    ----------
    number : int
        Of the edge.
    x, y : Array
        The middle of each node, and of each slot.
    nodes : sequence of Size
        The size of each node.
    """
    edge = slots.edges[number]
    middle = x[edge.source] + nodes[edge.source].width / 2
    points = [(middle, y[edge.source])]
    for slot in slots.chains[number]:
        if slot == edge.target:
            break
        column = columns[slots.slots[slot].column]
        if slot != edge.source:
            points.append((column.left, y[slot]))
        points.append((column.right, y[slot]))
    if edge.target != NOWHERE:
        port = _port(number, slots, x, y, nodes[edge.target])
        column = columns[slots.slots[edge.target].column]
        if x[edge.target] - nodes[edge.target].width / 2 > column.left:
            points.append((column.left, port[1]))
        points.append(port)
    # Where a node ends with its column, the line would begin with a point twice.
    distinct = [
        point for n, point in enumerate(points) if n == 0 or point != points[n - 1]
    ]
    return np.array(distinct, np.float64)


def _port(
    number: int, slots: Slots, x: Array, y: Array, node: Size
) -> tuple[float, float]:
    """Return where an edge arrives: the edges into a node share its round left end."""
    target = slots.edges[number].target
    arriving = [
        other for other, edge in enumerate(slots.edges) if edge.target == target
    ]
    arriving.sort(key=lambda other: float(y[slots.chains[other][-2]]))
    count = len(arriving)
    share = 0.0 if count == 1 else 2 * arriving.index(number) / (count - 1) - 1
    angle = share * _PORTS
    radius = node.height / 2
    center = x[target] - node.width / 2 + radius
    return float(center - radius * cos(angle)), float(y[target] + radius * sin(angle))
