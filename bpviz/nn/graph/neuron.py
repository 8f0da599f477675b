"""One node of a network as a graph: its products, its sum z, its activation a.

The names are those of the network's layers, counted from 1 as people do: ``a0[2]`` is
the second input, ``w1[2,3]`` the weight from there to the third node of layer 1,
``b1[3]`` its bias, ``z1[3]`` its weighted sum and ``a1[3]`` its activation.
"""

from collections.abc import Sequence

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.nn.parameters import Parameters

REST = "rest"
"""The name of what the inputs that are not drawn one by one add to z."""


def node_name(symbol: str, layer: int, node: int) -> str:
    """Return what a, z or b of a node is called; `node` counts from 0."""
    return f"{symbol}{layer}[{node + 1}]"


def weight_name(layer: int, start: int, end: int) -> str:
    """Return what the weight from `start` to `end` is called; both count from 0."""
    return f"w{layer}[{start + 1},{end + 1}]"


def neuron_graph(
    parameters: Parameters,
    inputs: Array,
    layer: int,
    node: int,
    most_inputs: int | None = None,
    *,
    is_off: bool = False,
) -> Graph:
    """Return the graph of one node for one sample.

    Its output is the node's activation; z where the activation is softmax, which
    takes all nodes of the layer.

    Parameters
    ----------
    parameters : Parameters
        Of the network.
    inputs : Array
        The activations of the layer before, (fan_in,).
    layer : int
        Which layer, from 1.
    node : int
        Which of its nodes, from 0.
    most_inputs : int, optional
        So many inputs, those with the largest |a w|, have nodes of their own; the
        products of all others are one variable, `REST`.
    is_off : bool
        Whether its activation is multiplied by 0.

    Raises
    ------
    InputError
        If a number is not finite.
    """
    builder = GraphBuilder()
    weights = parameters.weights[layer - 1][:, node].astype(np.float64)
    products = weights * inputs
    # In the order of the inputs, though chosen by size; of equals the first.
    largest = np.argsort(-np.abs(products), kind="stable")[:most_inputs]
    rest = np.delete(products, largest)
    variables = {
        start: builder.variable(node_name("a", layer - 1, start), inputs[start])
        for start in sorted(largest.tolist())
    }
    others = [builder.variable(REST, rest.sum())] if len(rest) else []
    z = add_pre_activation(builder, parameters, variables, others, layer, node)
    activation = parameters.network.activations[layer - 1]
    if activation in OPERATIONS:
        add_activation(builder, activation, z, layer, node, is_off=is_off)
    return builder.graph()


def add_pre_activation(
    builder: GraphBuilder,
    parameters: Parameters,
    inputs: dict[int, int],
    others: Sequence[int],
    layer: int,
    node: int,
) -> int:
    """Add z = a w + a w + … + b of one node and return its index.

    Parameters
    ----------
    inputs : dict of int to int
        For inputs of the layer the graph's node that it is.
    others : sequence of int
        Nodes of the graph that are added as they are.
    """
    weights = parameters.weights[layer - 1]
    terms = []
    for start, activation in inputs.items():
        weight = builder.variable(weight_name(layer, start, node), weights[start, node])
        terms.append(builder.apply("multiply", activation, weight))
    bias = parameters.biases[layer - 1][node]
    terms += [*others, builder.variable(node_name("b", layer, node), bias)]
    return builder.apply("add", *terms, name=node_name("z", layer, node))


def add_activation(
    builder: GraphBuilder,
    activation: str,
    z: int,
    layer: int,
    node: int,
    *,
    is_off: bool = False,
) -> int:
    """Add a = f(z) of one node, or a = f(z) 0 of one that is off; return its index.

    So nothing of it goes forward, and no derivative comes back through it.
    """
    name = node_name("a", layer, node)
    if not is_off:
        return builder.apply(activation, z, name=name)
    value = builder.apply(activation, z)
    return builder.apply("multiply", value, builder.constant(0.0), name=name)
