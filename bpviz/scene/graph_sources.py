"""What an open graph is computed from: an expression with values, or a network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.network_graph import network_graph
from bpviz.nn.graph.neuron import neuron_graph
from bpviz.nn.graph.presets import GraphPreset
from bpviz.nn.graph.value_text import read_value, value_text
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.graph_folding import Fold, network_folds
from bpviz.scene.numbers import format_count
from bpviz.training.frame import Frame

MOST_NODES = 240
"""Of a network's graph: more can neither be read nor computed between two pictures."""
MOST_INPUTS = 8
"""Of a neuron's inputs that are drawn one by one."""
_FIRST_VALUE = "1"
"""Of a name that has just been typed."""
_ROW = 0
"""Whose numbers are shown: the first sample's of the batch, as in the inspector."""


@dataclass(slots=True)
class ExpressionSource:
    """An expression and its values, as the person has typed them.

    Attributes
    ----------
    text : str
        The expression.
    typed : dict of str to str
        The values by name; of names that are not in the expression as well, so that
        they are there again when the name is.
    """

    text: str
    typed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_preset(cls, preset: GraphPreset, *, together: bool) -> "ExpressionSource":
        """Return the expression of a preset, or the one put together to a node."""
        typed = {
            name: value_text(np.asarray(value, np.float64))
            for name, value in preset.values.items()
        }
        return cls(preset.together if together else preset.expression, typed)

    def graph(self) -> Graph:
        """Compute the expression; a name without a value is 1.

        Raises
        ------
        InputError
            If it cannot be read or computed, or a value cannot be read.
        """
        expression = parse_expression(self.text)
        texts = self.texts(expression.names)
        return expression.graph(
            {name: read_value(name, text) for name, text in texts.items()}
        )

    def drag(self, name: str, entry: Sequence[int], number: float) -> None:
        """Give a variable, or one of the numbers of its array, another value."""
        if entry:
            value = np.array(read_value(name, self.typed[name]), np.float64)
            value[tuple(entry)] = number
        else:
            value = np.array(number)
        self.typed[name] = value_text(value)

    def names(self, otherwise: Sequence[str]) -> Sequence[str]:
        """Return the names in the expression; others while it cannot be read."""
        try:
            return parse_expression(self.text).names
        except InputError:
            return otherwise

    def texts(self, names: Sequence[str]) -> Mapping[str, str]:
        """Return what is typed for these names, in this order."""
        return {name: self.typed.get(name, _FIRST_VALUE) for name in names}


@dataclass(frozen=True, slots=True, eq=False)
class NetworkSource:
    """A network at the moment of a frame, or one of its neurons.

    The weights are those that the frame's passes used, so that the numbers are those
    of the network's picture.

    Attributes
    ----------
    frame : Frame
        Which moment.
    neuron : tuple of int or None
        The layer, from 1, and the node in it, from 0; None for the whole network.
    """

    frame: Frame
    neuron: tuple[int, int] | None = None

    def graph(self) -> Graph:
        """Return the graph of the first sample of the batch.

        Raises
        ------
        InputError
            If no sample has been through the network yet, or the graph would be too
            large.
        """
        trace = self.frame.trace
        if trace is None:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "No sample has been through the network yet. Let it take one step, "
                    "then its numbers are here.",
                )
            )
        if self.neuron is not None:
            return self._neuron(trace, *self.neuron)
        count = node_count(self.frame.network)
        if count > MOST_NODES:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The graph of this network would have {count} nodes; up to {most} "
                    "can be read. Look at one neuron of it, or open a small network.",
                ),
                count=format_count(count),
                most=MOST_NODES,
            )
        return network_graph(
            trace.parameters,
            _as_float64(trace.activations[0][_ROW]),
            _as_float64(trace.targets[_ROW]),
        )

    def folds(self, graph: Graph) -> tuple[Fold, ...]:
        """Return what can be folded: the neurons and the loss of a whole network."""
        if self.neuron is not None:
            return ()
        return network_folds(graph, self.frame.network)

    def _neuron(self, trace: BackpropTrace, layer: int, node: int) -> Graph:
        inputs = _as_float64(trace.activations[layer - 1][_ROW])
        return neuron_graph(trace.parameters, inputs, layer, node, MOST_INPUTS)


def node_count(network: Network) -> int:
    """Return about how many nodes a network's graph has, without building it."""
    inputs, outputs = network.layer_sizes[0], network.layer_sizes[-1]
    parameters = network.parameter_count
    products = sum(before * after for before, after in network.fans())
    sums = 2 * sum(network.layer_sizes[1:])
    return inputs + parameters + products + sums + 5 * outputs


def _as_float64(numbers: Array) -> Array:
    return np.asarray(numbers, np.float64)
