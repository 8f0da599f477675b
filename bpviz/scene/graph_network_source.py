"""A network at one moment, or one neuron of it, as a source of graphs."""

from dataclasses import dataclass

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.network_graph import network_graph
from bpviz.nn.graph.neuron import neuron_graph
from bpviz.nn.network import Network
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.graph_folding import Fold, network_folds
from bpviz.scene.graph_roles import BatchMean, Role, batch_mean, renamed, roles_of
from bpviz.scene.graph_sizes import MOST_NODES
from bpviz.scene.numbers import format_count
from bpviz.training.frame import Frame

MOST_INPUTS = 8
"""Of a neuron's inputs that are drawn one by one."""


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
    row : int
        Which sample of the batch, from 0; of a smaller batch the last.
    inputs, outputs : tuple of str
        What the data call them; as many as there are, or none.
    """

    frame: Frame
    neuron: tuple[int, int] | None = None
    row: int = 0
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """The samples of the batch; 0 where there is none yet."""
        trace = self.frame.trace
        return 0 if trace is None else len(trace.losses)

    @property
    def switched_off(self) -> frozenset[tuple[int, int]]:
        """The nodes that are off: the layer, 0 for the input, and the node in it."""
        settings = self.frame.trace_settings or self.frame.settings
        return settings.switched_off

    @property
    def shown_row(self) -> int:
        """Whose numbers are shown, from 0."""
        return max(min(self.row, self.rows - 1), 0)

    def graph(self) -> Graph:
        """Return the graph of one sample of the batch.

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
            _as_float64(trace.activations[0][self.shown_row]),
            _as_float64(trace.targets[self.shown_row]),
            self.switched_off,
        )

    def folds(self, graph: Graph) -> tuple[Fold, ...]:
        """Return what can be folded: the neurons and the loss of a whole network."""
        if self.neuron is not None:
            return ()
        return network_folds(graph, self.frame.network)

    def roles(self, graph: Graph) -> dict[int, Role]:
        """Return what the nodes of `graph` are in the network, by their indices."""
        return roles_of(graph, self.frame.network)

    def named(self, graph: Graph) -> Graph:
        """Return the graph with the data's own names of inputs and outputs."""
        network = self.frame.network
        sizes = network.layer_sizes[0], network.layer_sizes[-1]
        if (len(self.inputs), len(self.outputs)) != sizes:
            return graph
        return renamed(graph, network, self.inputs, self.outputs)

    def batch_mean(self, role: Role) -> BatchMean | None:
        """Return the network's own gradient where it is not that of the sample."""
        trace = self.frame.trace
        # The derivatives of one neuron's graph are those of its activation, not of L.
        if trace is None or self.neuron is not None:
            return None
        return batch_mean(trace, role)

    def _neuron(self, trace: BackpropTrace, layer: int, node: int) -> Graph:
        inputs = _as_float64(trace.activations[layer - 1][self.shown_row])
        is_off = (layer, node) in self.switched_off
        return neuron_graph(
            trace.parameters, inputs, layer, node, MOST_INPUTS, is_off=is_off
        )


def node_count(network: Network) -> int:
    """Return about how many nodes a network's graph has, without building it."""
    inputs, outputs = network.layer_sizes[0], network.layer_sizes[-1]
    parameters = network.parameter_count
    products = sum(before * after for before, after in network.fans())
    sums = 2 * sum(network.layer_sizes[1:])
    return inputs + parameters + products + sums + 5 * outputs


def _as_float64(numbers: Array) -> Array:
    return np.asarray(numbers, np.float64)
