"""The network that the window shows, as the graph workspace follows it."""

from bpviz.look.node_names import NodeNames
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.training.frame import Frame
from bpviz.views.inspector_names import short_name


class GraphNetwork:
    """A moment of the network, one sample of its batch, and what its nodes are called.

    Attributes
    ----------
    frame : Frame or None
        The moment; None before there is a network.
    row : int
        Which sample of the batch, from 0.
    """

    def __init__(self) -> None:
        self.frame: Frame | None = None
        self.row = 0
        self._names: NodeNames | None = None
        self._inputs: tuple[str, ...] = ()
        self._outputs: tuple[str, ...] = ()

    @property
    def names(self) -> NodeNames:
        """What the network's picture calls the nodes."""
        if self._names is not None:
            return self._names
        return NodeNames(0 if self.frame is None else self.frame.network.depth)

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """The nodes of each layer, the input's first; none without a network."""
        return () if self.frame is None else self.frame.network.layer_sizes

    @property
    def has_sample(self) -> bool:
        """Whether a sample has been through the network."""
        return self.frame is not None and self.frame.trace is not None

    def name_nodes(self, names: NodeNames) -> None:
        """Take up what the data call inputs and outputs."""
        self._names = names
        self.forget_words()

    def forget_words(self) -> None:
        """Find the names again, after the language has changed."""
        self._inputs = self._outputs = ()

    def source(self, neuron: tuple[int, int] | None) -> NetworkSource | None:
        """Return what the graph of the moment is computed from.

        Parameters
        ----------
        neuron : tuple of int or None
            The layer, from 1, and the node in it, from 0; None for the whole network.
        """
        if self.frame is None:
            return None
        self._find_names(self.frame)
        return NetworkSource(self.frame, neuron, self.row, self._inputs, self._outputs)

    def _find_names(self, frame: Frame) -> None:
        sizes = frame.network.layer_sizes
        found = len(self._inputs), len(self._outputs)
        if self._names is None or found == (sizes[0], sizes[-1]):
            return
        names, depth = self._names, frame.network.depth
        if depth != names.depth:
            return  # The frame is still one of the session before.
        self._inputs = tuple(short_name(names, (0, node)) for node in range(sizes[0]))
        self._outputs = tuple(
            _output_name(names, (depth, node)) for node in range(sizes[-1])
        )


def _output_name(names: NodeNames, key: tuple[int, int]) -> str:
    """Return the data's name; where that is a number, with a word before it."""
    own = names.outputs[key[1]] if key[1] < len(names.outputs) else ""
    return own if own.isidentifier() else short_name(names, key)
