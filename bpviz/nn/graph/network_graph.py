"""A whole small network as a graph, for one sample: from its inputs to the loss.

The names are those of `neuron`; the targets are ``y[1]``, ``y[2]``, …, the loss is
``L``. Every operation is spelled out number by number, so that this is a second way to
the gradients of `nn.backprop`.
"""

from collections.abc import Collection, Sequence

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.neuron import add_activation, add_pre_activation, node_name
from bpviz.nn.parameters import Parameters

MOST_PARAMETERS = 400
"""Of a network whose graph somebody may want to see."""

LOSS = "L"


def network_graph(
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    switched_off: Collection[tuple[int, int]] = (),
) -> Graph:
    """Return the graph of one sample's loss.

    Parameters
    ----------
    parameters : Parameters
        Of the network.
    inputs : Array
        (features,).
    targets : Array
        (outputs,).
    switched_off : collection of (int, int)
        Hidden nodes whose activation is multiplied by 0: the layer, from 1, and the
        node in it, from 0.

    Raises
    ------
    InputError
        If the network is too large, or a number on the way is not finite.
    """
    network = parameters.network
    if network.parameter_count > MOST_PARAMETERS:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A network with {count} weights and biases is too large for a graph; "
                "{most} are possible.",
            ),
            count=network.parameter_count,
            most=MOST_PARAMETERS,
        )
    builder = GraphBuilder()
    layer_values = [
        builder.variable(node_name("a", 0, node), value)
        for node, value in enumerate(inputs)
    ]
    for layer, activation in enumerate(network.activations, start=1):
        sums = [
            add_pre_activation(
                builder, parameters, dict(enumerate(layer_values)), (), layer, node
            )
            for node in range(network.layer_sizes[layer])
        ]
        off = {node for where, node in switched_off if where == layer}
        layer_values = _activated(builder, activation, sums, layer, off)
    _add_loss(
        builder,
        network.loss,
        layer_values,
        [builder.constant(y, f"y[{k}]") for k, y in enumerate(targets, start=1)],
    )
    return builder.graph()


def _activated(
    builder: GraphBuilder,
    activation: str,
    sums: list[int],
    layer: int,
    off: Collection[int],
) -> list[int]:
    """Add the activations of a layer; of softmax a_k = exp(z_k) / Σ exp(z_j)."""
    if activation != "softmax":
        return [
            add_activation(builder, activation, z, layer, node, is_off=node in off)
            for node, z in enumerate(sums)
        ]
    exponentials = [builder.apply("exp", z) for z in sums]
    total = _total(builder, exponentials)
    return [
        builder.apply("divide", exponential, total, name=node_name("a", layer, node))
        for node, exponential in enumerate(exponentials)
    ]


def _add_loss(
    builder: GraphBuilder, loss: str, outputs: list[int], targets: list[int]
) -> None:
    """Add the loss as `nn.losses` defines it, written out."""
    apply = builder.apply
    terms = []
    for a, y in zip(outputs, targets, strict=True):
        if loss == "squared_error":  # (a - y)^2
            difference = apply("subtract", a, y)
            terms.append(apply("power", difference, builder.constant(2.0)))
            continue
        terms.append(apply("multiply", y, apply("log", a)))  # y ln a
        if loss == "binary_cross_entropy":  # (1 - y) ln(1 - a)
            not_y = apply("subtract", builder.constant(1.0), y)
            not_a = apply("subtract", builder.constant(1.0), a)
            terms.append(apply("multiply", not_y, apply("log", not_a)))
    total = _total(builder, terms)
    builder.call(total if loss == "squared_error" else apply("negate", total), LOSS)


def _total(builder: GraphBuilder, terms: Sequence[int]) -> int:
    return builder.apply("add", *terms) if len(terms) > 1 else terms[0]
