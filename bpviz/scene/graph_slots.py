"""Which column each part of a graph's picture stands in, before it has a place there.

Nodes stand in even columns, as far to the right as their uses let them. What an edge
says stands in the odd column before its target; where an edge crosses a column on its
way there, it has a slot of its own, so that it never runs through a node.
"""

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from bpviz.nn.graph.graph import Graph

NOWHERE = -1
"""The target of the edge that leads out of the last node."""


class SlotKind(Enum):
    """What needs a place in a column."""

    NODE = auto()
    LABEL = auto()
    """The value and the derivative of an edge."""
    BEND = auto()
    """An edge on its way through."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From a node to one that uses it.

    Attributes
    ----------
    source, target : int
        Indices of nodes; the target `NOWHERE` stands for the way out.
    place : int
        Which operand of the target, from 0.
    """

    source: int
    target: int
    place: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a column.

    Attributes
    ----------
    kind : SlotKind
        What for.
    owner : int
        The index of the node, or of the edge in `Slots.edges`.
    column : int
        From 0 at the left.
    """

    kind: SlotKind
    owner: int
    column: int


@dataclass(frozen=True, slots=True)
class Slots:
    """A graph's parts in their columns.

    Attributes
    ----------
    edges : tuple of Edge
        By target in forward order, then by operand; the way out is the last.
    slots : tuple of Slot
        Those of the nodes first, in forward order.
    chains : tuple of tuple of int
        For each edge the indices of its slots, from its source's to its target's.
    shared : frozenset of int
        The nodes that are used more than once.
    columns : tuple of tuple of int
        For each column the indices of its slots, from top to bottom, in the order in
        which the output's operands and their operands are met: for an expression
        without shared parts, no two edges cross.
    """

    edges: tuple[Edge, ...]
    slots: tuple[Slot, ...]
    chains: tuple[tuple[int, ...], ...]
    shared: frozenset[int]
    columns: tuple[tuple[int, ...], ...]


def slots_of(graph: Graph) -> Slots:
    """Give everything in a graph's picture a column."""
    levels = _levels(graph)
    nodes = graph.nodes
    edges = [
        Edge(source, node.index, place)
        for node in nodes
        for place, source in enumerate(node.operands)
    ]
    edges.append(Edge(graph.output.index, NOWHERE, 0))
    slots = [Slot(SlotKind.NODE, node.index, 2 * levels[node.index]) for node in nodes]
    chains = []
    for number, edge in enumerate(edges):
        chain = [edge.source]
        first = 2 * levels[edge.source] + 1
        is_out = edge.target == NOWHERE
        last = first if is_out else 2 * levels[edge.target] - 1
        for column in range(first, last + 1):
            kind = SlotKind.LABEL if column == last else SlotKind.BEND
            chain.append(len(slots))
            slots.append(Slot(kind, number, column))
        chains.append(tuple(chain) if is_out else (*chain, edge.target))
    columns = _columns(graph, edges, slots, chains)
    uses = Counter(edge.source for edge in edges)
    shared = frozenset(node for node, count in uses.items() if count > 1)
    return Slots(tuple(edges), tuple(slots), tuple(chains), shared, columns)


def _levels(graph: Graph) -> list[int]:
    """Return how far to the right each node stands, from 0: just before its uses."""
    before_output = [0] * len(graph.nodes)
    for node in reversed(graph.nodes):
        for operand in node.operands:
            before_output[operand] = max(
                before_output[operand], before_output[node.index] + 1
            )
    most = max(before_output)
    return [most - distance for distance in before_output]


def _columns(
    graph: Graph,
    edges: list[Edge],
    slots: list[Slot],
    chains: list[tuple[int, ...]],
) -> tuple[tuple[int, ...], ...]:
    """Fill the columns in the order of a walk from the output, operand by operand."""
    edges_into: list[list[int]] = [[] for _ in graph.nodes]
    for number, edge in enumerate(edges):
        if edge.target != NOWHERE:
            edges_into[edge.target].append(number)
    columns: list[list[int]] = [[] for _ in range(max(s.column for s in slots) + 1)]
    for slot in chains[-1][1:]:
        columns[slots[slot].column].append(slot)
    met: set[int] = set()
    for root in reversed(graph.nodes):
        waiting = [root.index]
        while waiting:
            part = waiting.pop()
            if part in met:
                continue
            met.add(part)
            columns[slots[part].column].append(part)
            if slots[part].kind is SlotKind.NODE:
                # Last in, first out: each edge's slots right before its source.
                for number in reversed(edges_into[part]):
                    waiting.extend(chains[number][:-1])
    return tuple(map(tuple, columns))
