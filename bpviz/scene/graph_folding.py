"""A graph with some of its parts folded to one node each: a neuron, the loss.

What is folded is drawn as a node of its own kind; its numbers remain those of the
whole graph, so that both pictures always say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.graph import Graph, GraphNode
from bpviz.nn.graph.network_graph import LOSS
from bpviz.nn.graph.neuron import node_name
from bpviz.nn.network import Network
from bpviz.scene.graph_texts import with_texts

FOLDED = "folded"
"""The operation of a node that stands for several."""

LOSS_TEXT = QT_TRANSLATE_NOOP("GraphView", "loss")

Use = tuple[int, int]
"""A node of the whole graph, and which of its operands something is."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Nodes that can be drawn as one.

    Attributes
    ----------
    output : int
        The only one of them that others use.
    members : tuple of int
        All of them in forward order; the last is the output.
    text : str
        What stands in the node that they are folded to.
    """

    output: int
    members: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class ShownGraph:
    """A graph as it is drawn.

    Attributes
    ----------
    full : Graph
        With every node, computed.
    graph : Graph
        What is drawn: a node for each part.
    parts : tuple of tuple of int
        For each node drawn those of `full` that it stands for, in forward order; the
        last is the one whose value it shows.
    folds : tuple of Fold
        All that can be folded, whether they are or not.
    """

    full: Graph
    graph: Graph
    parts: tuple[tuple[int, ...], ...]
    folds: tuple[Fold, ...] = ()

    def output_of(self, node: int) -> int:
        """Return whose value a node that is drawn shows, as an index of `full`."""
        return self.parts[node][-1]

    def is_folded(self, node: int) -> bool:
        """Tell whether a node that is drawn stands for several."""
        return len(self.parts[node]) > 1

    def fold_of(self, node: int) -> Fold | None:
        """Return the fold that a node that is drawn is, or is a member of."""
        member = self.output_of(node)
        return next((fold for fold in self.folds if member in fold.members), None)

    def uses(self, source: int, target: int, place: int) -> tuple[Use, ...]:
        """Return where the edge between two nodes that are drawn leads in `full`."""
        if not self.is_folded(target):
            return ((self.output_of(target), place),)
        output = self.output_of(source)
        return tuple(
            (member, number)
            for member in self.parts[target]
            for number, operand in enumerate(self.full.nodes[member].operands)
            if operand == output
        )


def shown_graph(
    full: Graph, folds: Sequence[Fold] = (), folded: frozenset[int] = frozenset()
) -> ShownGraph:
    """Return how a graph is drawn; its nodes are called as people can read it.

    Parameters
    ----------
    folds : sequence of Fold
        What can be folded.
    folded : frozenset of int
        The outputs of those that are.
    """
    full = with_texts(full)
    by_output = {fold.output: fold for fold in folds if fold.output in folded}
    inside = {member for fold in by_output.values() for member in fold.members[:-1]}
    shown = [node for node in full.nodes if node.index not in inside]
    number_of = {node.index: number for number, node in enumerate(shown)}
    nodes = []
    for number, node in enumerate(shown):
        fold = by_output.get(node.index)
        drawn = node if fold is None else _as_one(full, fold)
        operands = tuple(number_of[operand] for operand in drawn.operands)
        nodes.append(replace(drawn, index=number, operands=operands))
    parts = tuple(
        by_output[node.index].members if node.index in by_output else (node.index,)
        for node in shown
    )
    return ShownGraph(full, Graph(tuple(nodes)), parts, tuple(folds))


def network_folds(graph: Graph, network: Network) -> tuple[Fold, ...]:
    """Return the neurons and the loss of a network's graph.

    With softmax a neuron ends at its z, since the activations of all of them are
    computed together; they belong to the loss then.

    Parameters
    ----------
    graph : Graph
        As `nn.graph.network_graph` makes it.
    """
    folds: list[Fold] = []
    before = _named(graph, "a", 0, network.layer_sizes[0])
    for layer, activation in enumerate(network.activations, start=1):
        symbol = "z" if activation == "softmax" else "a"
        outputs = _named(graph, symbol, layer, network.layer_sizes[layer])
        text = "Affine" if activation == "softmax" else activation
        folds += [_fold(graph, output, before, text) for output in outputs]
        before = outputs
    folds.append(_fold(graph, graph.named(LOSS).index, before, LOSS_TEXT))
    return tuple(folds)


def _named(graph: Graph, symbol: str, layer: int, count: int) -> list[int]:
    return [graph.named(node_name(symbol, layer, node)).index for node in range(count)]


def _fold(graph: Graph, output: int, inputs: Sequence[int], text: str) -> Fold:
    """Return all that the output is computed from, as far back as the inputs."""
    members = {output}
    waiting = [output]
    while waiting:
        for operand in graph.nodes[waiting.pop()].operands:
            if operand not in inputs and operand not in members:
                members.add(operand)
                waiting.append(operand)
    return Fold(output, tuple(sorted(members)), text)


def _as_one(full: Graph, fold: Fold) -> GraphNode:
    """Return a node for all members, whose operands are used by any of them."""
    used = {o for member in fold.members for o in full.nodes[member].operands}
    return replace(
        full.nodes[fold.output],
        operation=FOLDED,
        operands=tuple(sorted(used.difference(fold.members))),
        text=fold.text,
        local_derivatives=(),
    )
