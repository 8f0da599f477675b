"""The picture of the network: what people see first and look at longest."""

from PyQt6.QtCore import QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.scene.colors import ColorArray
from bpviz.scene.hit import edge_at, node_at
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.training.frame import Frame
from bpviz.views.network_hands import NetworkHands
from bpviz.views.network_widget import NetworkWidget

_FOCUS_WIDTH = 2.0
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class NetworkView(NetworkWidget):
    """The network, and the hands on it: what is under the pointer, what is selected.

    The wheel zooms, dragging pans, a double click beside the network fits it. A click
    on a node quiets everything but its inputs and outputs, one on an edge marks it,
    one beside them or Escape lets go.

    Parameters
    ----------
    parent : QWidget, optional
        What it is part of.

    Signals
    -------
    node_hovered(int, int)
        Layer (0 is the input) and node (from 0) under the pointer; -1, -1 for none.
    node_selected(int, int)
        Layer and node that the person has chosen.
    edge_selected(int, int, int)
        Layer (from 1), the node before it and the node in it that the edge joins.
    selection_cleared()
        The person has let go of what was selected, or it is no longer there.
    """

    node_hovered = pyqtSignal(int, int)
    node_selected = pyqtSignal(int, int)
    edge_selected = pyqtSignal(int, int, int)
    selection_cleared = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hands = NetworkHands(self)
        hands.hovered.connect(self._on_hovered)
        hands.clicked.connect(self._on_clicked)
        hands.double_clicked.connect(self._on_double_clicked)
        hands.dragged.connect(self._on_dragged)
        hands.zoomed.connect(self.zoom)
        hands.fit_wanted.connect(self.fit)
        hands.walked.connect(self._on_walked)
        hands.let_go.connect(self._let_go)

    @override
    def show_frame(self, frame: Frame, animate_ms: int = 0) -> None:
        """Show a moment; see `NetworkWidget.show_frame`."""
        before = self._canvas.frame
        super().show_frame(frame, animate_ms)
        sizes = frame.network.layer_sizes
        if before is not None and before.network.layer_sizes != sizes:
            # What was selected and looked at belongs to another network.
            self._canvas.point_at(None, self._canvas.pointer)
            self._change(locked_scales=(), locked_fills=(), locked_rings=())
            self.fit()
            self._let_go()

    def select_node(self, layer: int, node: int) -> None:
        """Quiet everything but a node, its inputs and its outputs."""
        self._change(selected_node=(layer, node), selected_edge=None)

    def select_edge(self, layer: int, start: int, end: int) -> None:
        """Mark an edge."""
        self._change(selected_node=None, selected_edge=(layer, start, end))

    def choose(self, place: QPointF) -> NodeKey | EdgeKey | None:
        """Select what is at a place, as a click does, and return it."""
        self._on_clicked(place)
        return self.found_at(place)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._change(selected_node=None, selected_edge=None)

    def _let_go(self) -> None:
        options = self.options
        if options.selected_node is not None or options.selected_edge is not None:
            self.clear_selection()
            self.selection_cleared.emit()

    def _on_hovered(self, place: QPointF | None) -> None:
        before = self._canvas.hovered
        found = None if place is None else self.found_at(place)
        if found is not None or before is not None:
            self._canvas.point_at(found, place or self._canvas.pointer)
            self._show()
        node, node_before = _node_of(found), _node_of(before)
        if node != node_before:
            self.node_hovered.emit(*node)

    def _on_clicked(self, place: QPointF) -> None:
        found = self.found_at(place)
        if found is None:
            self._let_go()
        elif len(found) == 2:
            self.select_node(*found)
            self.node_selected.emit(*found)
        else:
            self.select_edge(*found)
            self.edge_selected.emit(*found)

    def _on_double_clicked(self, place: QPointF) -> None:
        if self.found_at(place) is None:
            self.fit()

    def _on_dragged(self, way: QPointF) -> None:
        self._change(camera=self.options.camera.moved(way.x(), way.y()))

    def _on_walked(self, layers: int, nodes: int) -> None:
        """Select a neighbour of the selected node, or the first of layer 1."""
        frame = self._canvas.frame
        if frame is None:
            return
        sizes = frame.network.layer_sizes
        layer, node = 1, 0
        if self.options.selected_node is not None:
            layer, node = self.options.selected_node
            layer = min(max(layer + layers, 0), len(sizes) - 1)
            node = min(max(node + nodes, 0), sizes[layer] - 1)
        self.select_node(layer, node)
        self.node_selected.emit(layer, node)

    def found_at(self, place: QPointF) -> NodeKey | EdgeKey | None:
        """Return the node or the edge at a place of the picture, None for neither."""
        scene = self._scene()
        if scene is None:
            return None
        x, y = place.x(), place.y()
        return node_at(scene, x, y) or edge_at(scene, x, y)

    @override
    def _finished(self) -> tuple[ColorArray, QImage] | None:
        # The ring of the focus is painted over the picture.
        return None if self._shows_focus else super()._finished()

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        super().paintEvent(a0)
        if self._shows_focus:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self.theme.accent), _FOCUS_WIDTH))
            inset = _FOCUS_WIDTH / 2
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    @override
    def focusInEvent(self, a0: QFocusEvent | None) -> None:
        super().focusInEvent(a0)
        # Whoever clicks knows where the focus went; whoever uses keys has to see it.
        self._shows_focus = a0 is not None and a0.reason() in _BY_KEY
        self._show()

    @override
    def focusOutEvent(self, a0: QFocusEvent | None) -> None:
        super().focusOutEvent(a0)
        self._shows_focus = False
        self._show()


def _node_of(found: NodeKey | EdgeKey | None) -> NodeKey:
    return found if found is not None and len(found) == 2 else (-1, -1)
