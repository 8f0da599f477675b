"""The two places of the program: the network in training, and the graph."""

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QWidget

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.training.frame import Frame

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
    """

    changed = pyqtSignal()

    def __init__(self, network: QWidget) -> None:
        super().__init__()
        self._network = network
        self._graph: GraphWorkspace | None = None
        self._frame: Frame | None = None
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
            self.addWidget(self._graph)
            if self._frame is not None:
                self._graph.show_network(self._frame)
        self._go_to(self._graph)

    def show_neuron(self, layer: int, node: int) -> None:
        """Go to the graph of one neuron: its layer, from 1, its node, from 0."""
        self.show_graph()
        if self._graph is not None:
            self._graph.show_neuron(layer, node)

    def show_frame(self, frame: Frame) -> None:
        """Let the graph follow the network, whose graph it may show."""
        self._frame = frame
        if self._graph is not None:
            self._graph.show_network(frame)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of `theme`."""
        if self._graph is not None:
            self._graph.set_theme(theme)

    def _go_to(self, place: QWidget) -> None:
        if self.currentWidget() is not place:
            self.setCurrentWidget(place)
            place.setFocus()
            self.changed.emit()
