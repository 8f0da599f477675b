"""The two places of the program: the network in training, and the graph."""

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QWidget

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened

if TYPE_CHECKING:
    from bpviz.window.graph_workspace import GraphWorkspace


class Workspaces(QStackedWidget):
    """Shows one of them at a time; the graph's is made when it is first asked for.

    Parameters
    ----------
    network : QWidget
        The network and what belongs to it.

    Signals
    -------
    changed()
        Another one is shown, or another graph.
    sample_requested()
        The network's graph is wanted before a sample has been through the network.
    row_chosen(int)
        Another sample of the batch is wanted, from 0.
    """

    changed = pyqtSignal()
    sample_requested = pyqtSignal()
    row_chosen = pyqtSignal(int)

    def __init__(self, network: QWidget) -> None:
        super().__init__()
        self._network = network
        self._graph: GraphWorkspace | None = None
        self._frame: Frame | None = None
        self._opened: Opened | None = None
        self._row = 0
        self._is_still = False
        self.addWidget(network)

    @property
    def graph(self) -> "GraphWorkspace | None":
        """The graph's workspace while it is shown; None while the network is."""
        return self._graph if self.currentWidget() is self._graph else None

    def show_network(self) -> None:
        """Go to the network."""
        self._go_to(self._network)

    def show_graph(self) -> None:
        """Go to the computational graph."""
        if self._graph is None:
            # Not before it is wanted: it would delay the start.
            from bpviz.window.graph_workspace import GraphWorkspace

            self._graph = GraphWorkspace()
            self._graph.set_theme(current_theme())
            self._graph.graph_opened.connect(self.changed)
            self._graph.sample_requested.connect(self.sample_requested)
            self._graph.row_chosen.connect(self.row_chosen)
            self.addWidget(self._graph)
            self._graph.show_row(self._row)
            self._graph.reduce_motion(self._is_still)
            if self._opened is not None:
                self._graph.show_session(self._opened)
            if self._frame is not None:
                self._graph.show_network(self._frame)
        self._go_to(self._graph)

    def show_neuron(self, layer: int, node: int) -> None:
        """Go to the graph of one neuron: its layer, from 1, its node, from 0."""
        self.show_graph()
        if self._graph is not None:
            self._graph.show_neuron(layer, node)

    def show_session(self, opened: Opened) -> None:
        """Call inputs and outputs in the graph as the data of another run do."""
        self._opened = opened
        if self._graph is not None:
            self._graph.show_session(opened)

    def show_row(self, row: int) -> None:
        """Show another sample of the batch, from 0, in the network's graph."""
        self._row = row
        if self._graph is not None:
            self._graph.show_row(row)

    def show_frame(self, frame: Frame) -> None:
        """Let the graph follow the network, whose graph it may show."""
        self._frame = frame
        if self._graph is not None:
            self._graph.show_network(frame)

    def reduce_motion(self, is_reduced: bool) -> None:
        """Have the numbers of the graph in their places at once, or let them move."""
        self._is_still = is_reduced
        if self._graph is not None:
            self._graph.reduce_motion(is_reduced)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        if self._graph is not None:
            self._graph.set_theme(theme)

    def _go_to(self, place: QWidget) -> None:
        if self.currentWidget() is not place:
            self.setCurrentWidget(place)
            place.setFocus()
            self.changed.emit()
