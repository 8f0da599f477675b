"""What is open in the graph workspace, and why it cannot be shown where it cannot."""

from collections.abc import Callable, Sequence

from bpviz.messages import InputError
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import GraphDocument
from bpviz.window.graph_choices import EXPRESSION, NETWORK, NEURON
from bpviz.window.graph_network import GraphNetwork

FIRST = "apples-oranges"
"""What is open at first."""


class GraphSession:
    """Changes the graph; what cannot be computed leaves the last good one as it is.

    Attributes
    ----------
    key : str
        The key of a preset, or a name from `graph_choices`.
    document : GraphDocument
        The graph.
    network : GraphNetwork
        The network that may be shown as a graph.
    neuron : tuple of int
        Which neuron of it: its layer, from 1, and its node, from 0.
    failure : InputError or None
        Why the graph is the last good one and not the one that was asked for.
    """

    def __init__(self) -> None:
        self.key = FIRST
        self.document = GraphDocument()
        self.network = GraphNetwork()
        self.neuron = (1, 0)
        self.failure: InputError | None = None

    @property
    def is_network(self) -> bool:
        """Whether the network is open, or one neuron of it."""
        return self.key in (NETWORK, NEURON)

    @property
    def lacks_sample(self) -> bool:
        """Whether the network is open and no sample has been through it yet."""
        has_network = self.network.frame is not None
        return self.is_network and has_network and not self.network.has_sample

    @property
    def has_together(self) -> bool:
        """Whether what is open can be put together to one node."""
        preset = GRAPH_PRESETS.get(self.key)
        return preset is not None and bool(preset.together)

    def open(self, key: str) -> None:
        """Open a preset, the expression field, the network or one neuron of it."""
        self.key = key
        preset = GRAPH_PRESETS.get(key)
        if preset is not None:
            self._try(lambda: self.document.open_preset(preset))
        elif key == EXPRESSION:
            self._try(self.document.compute)
        else:
            self.open_network()

    def open_network(self) -> None:
        """Show the network's graph from its beginning."""
        self._show_network(is_same=False)

    def follow_network(self) -> None:
        """Bring the network's graph up to date, if it is the one that is open.

        As long as it is of the same network, it stays at its place in the passes.
        """
        shown, frame = self.document.network, self.network.frame
        if self.is_network:
            self._show_network(
                is_same=shown is not None
                and frame is not None
                and self.failure is None
                and shown.frame.network == frame.network
            )

    def type_expression(self, text: str) -> None:
        """Take another expression."""
        self.key = EXPRESSION
        self._try(lambda: self.document.set_expression(text))

    def type_value(self, name: str, text: str) -> None:
        """Take another value of a variable, as it is typed."""
        self.document.expression.typed[name] = text
        self._try(self.document.compute)

    def drag_value(self, name: str, entry: Sequence[int], to: float) -> None:
        """Take another number as a variable's value, or as one of its numbers."""
        self._try(lambda: self.document.drag(name, entry, to))

    def put_together(self, *, together: bool) -> None:
        """Show a preset taken apart or put together."""
        preset = GRAPH_PRESETS[self.key]
        self._try(lambda: self.document.put_together(preset, together=together))

    def _show_network(self, *, is_same: bool) -> None:
        neuron = self._neuron() if self.key == NEURON else None
        source = self.network.source(neuron)
        document = self.document
        self.failure = None
        if source is None or not self.network.has_sample:
            return
        show = document.show_network if is_same else document.open_network
        self._try(lambda: show(source))

    def _neuron(self) -> tuple[int, int]:
        """Return the chosen neuron, or the nearest that the network has."""
        sizes = self.network.layer_sizes
        if sizes:
            layer = min(max(self.neuron[0], 1), len(sizes) - 1)  # 0 is the input.
            self.neuron = layer, min(self.neuron[1], sizes[layer] - 1)
        return self.neuron

    def _try(self, change: Callable[[], object]) -> None:
        self.failure = None
        try:
            change()
        except InputError as error:
            self.failure = error
