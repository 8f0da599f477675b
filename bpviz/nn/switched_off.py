"""Nodes that are switched off: silent going forward, deaf to deltas going back.

What is left is the network without them: a = 0 takes nothing into the next layer and
gives the weights from there no gradient, and delta = 0 gives none to the node's own
weights and bias.
"""

from collections.abc import Iterable
from functools import partial
from itertools import groupby

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.activations import Formulas
from bpviz.nn.arrays import Array, IntArray
from bpviz.nn.calls import Calls
from bpviz.nn.network import Network

Nodes = Iterable[tuple[int, int]]
"""(layer, node) pairs: layers count from 1, 0 is the input; nodes from 0."""


def by_layer(network: Network, nodes: Nodes) -> dict[int, IntArray]:
    """Return the nodes of every layer that has some, in order.

    Raises
    ------
    InputError
        If a node is not in the network, or is one of its outputs.
    """
    ordered = sorted(set(nodes))
    for layer, node in ordered:
        _check(network, layer, node)
    return {
        layer: np.array([node for _, node in group], np.int64)
        for layer, group in groupby(ordered, key=lambda pair: pair[0])
    }


def silenced(formulas: Formulas, nodes: IntArray) -> Formulas:
    """Return a layer's formulas with `nodes` made 0 in a and in dL/dz."""

    def apply(z: Array, a: Array, scratch: Array) -> Calls:
        yield from formulas.apply(z, a, scratch)
        yield partial(silence, a, nodes)

    def backpropagate(deltas: Array, a: Array, slopes: Array) -> Calls:
        yield from formulas.backpropagate(deltas, a, slopes)
        yield partial(silence, deltas, nodes)

    return formulas._replace(apply=apply, backpropagate=backpropagate)


def silence(values: Array, nodes: IntArray) -> None:
    """Make the columns of `nodes` 0."""
    values[..., nodes] = 0


def _check(network: Network, layer: int, node: int) -> None:
    if layer == network.depth:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Outputs cannot be switched off, for they are what the loss is made "
                "of: choose an input or a node of a hidden layer.",
            )
        )
    if not 0 <= layer < network.depth:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no layer {layer} to switch a node off in: choose one from 0, "
                "the input, to {last}.",
            ),
            layer=layer,
            last=network.depth - 1,
        )
    if not 0 <= node < network.layer_sizes[layer]:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no node {node} in layer {layer}, whose nodes count from 0 to "
                "{last}.",
            ),
            node=node,
            layer=layer,
            last=network.layer_sizes[layer] - 1,
        )
