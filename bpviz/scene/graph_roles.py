"""What a node of a network's graph is in the network: a weight, a bias, an input.

`nn.graph` calls them by their places, ``a0[1]``, ``w1[1,2]``; where the data have
names of their own for inputs and outputs, the picture calls those by them, as the
network's picture does.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.neuron import node_name
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace

_NAME = re.compile(r"(?P<symbol>[awbz])(?P<layer>\d+)\[(?P<places>\d+(?:,\d+)?)\]")
_TARGET = re.compile(r"y\[(?P<node>\d+)\]")
TARGET = "y"


@dataclass(frozen=True, slots=True)
class Role:
    """What a node is in the network.

    Attributes
    ----------
    symbol : str
        ``a``, ``z``, ``b``, ``w``, or ``y`` for the target of an output.
    layer : int
        From 1; 0 for the inputs.
    node : int
        Which of the layer's nodes, from 0; of a weight the one that it leads to.
    start : int or None
        Of a weight the node of the layer before.
    """

    symbol: str
    layer: int
    node: int
    start: int | None = None


@dataclass(frozen=True, slots=True)
class BatchMean:
    """What the network makes of the derivatives by a weight or a bias.

    Attributes
    ----------
    gradient : float
        Their mean over the batch, and the penalty's, if there is one.
    rows : int
        The samples of the batch.
    has_penalty : bool
        Whether a penalty takes part.
    """

    gradient: float
    rows: int
    has_penalty: bool


def roles_of(graph: Graph, network: Network) -> dict[int, Role]:
    """Return the roles of the nodes that have one, by their indices.

    Parameters
    ----------
    graph : Graph
        With the names that `nn.graph` gives.
    """
    found = {}
    for node in graph.nodes:
        if (match := _NAME.fullmatch(node.name)) is not None:
            *start, end = (int(place) - 1 for place in match["places"].split(","))
            layer = int(match["layer"])
            first = start[0] if start else None
            found[node.index] = Role(match["symbol"], layer, end, first)
        elif (match := _TARGET.fullmatch(node.name)) is not None:
            place = int(match["node"]) - 1
            found[node.index] = Role(TARGET, network.depth, place)
    return found


def renamed(
    graph: Graph, network: Network, inputs: Sequence[str], outputs: Sequence[str]
) -> Graph:
    """Return the graph with the data's own names of inputs and outputs.

    Parameters
    ----------
    inputs, outputs : sequence of str
        The names; those that are missing, or would be there twice, are not used.
    """
    sides = ((0, inputs), (network.depth, outputs))
    own = {
        node_name("a", layer, place): name
        for layer, names in sides
        for place, name in enumerate(names)
    }
    taken = {node.name for node in graph.nodes}
    is_clear = len(set(own.values())) == len(own) and taken.isdisjoint(own.values())
    if not is_clear:
        return graph
    names: Mapping[str, str] = own
    return Graph(tuple(replace(n, name=names.get(n.name, n.name)) for n in graph.nodes))


def batch_mean(trace: BackpropTrace, role: Role) -> BatchMean | None:
    """Return the network's own gradient where it is not that of the sample alone."""
    rows = len(trace.losses)
    if role.symbol not in ("w", "b") or (rows == 1 and not trace.l2):
        return None
    layer = role.layer - 1
    if role.start is not None:
        gradient = trace.weight_gradients(layer)[role.start, role.node]
        return BatchMean(float(gradient), rows, bool(trace.l2))
    gradient = trace.bias_gradients(layer)[role.node]
    return BatchMean(float(gradient), rows, has_penalty=False) if rows > 1 else None
