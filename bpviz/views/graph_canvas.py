"""The picture of a computational graph, and the hands on it."""

from PyQt6.QtCore import QPointF, Qt, pyqtSignal
from PyQt6.QtWidgets import QWidget

from bpviz.scene.graph_scrub import scrubbed
from bpviz.scene.graph_stage import Found
from bpviz.views.graph_eyes import draggable_seen_at
from bpviz.views.graph_hands import GraphHands
from bpviz.views.graph_widget import GraphWidget


class GraphCanvas(GraphWidget):
    """Shows a graph; the wheel zooms, dragging pans or changes a number.

    A click on a node or on its number selects it, one beside them or Escape lets go,
    a double click beside them fits the graph.

    Parameters
    ----------
    parent : QWidget, optional
        What it is part of.

    Signals
    -------
    node_selected(int)
        The node that is drawn on which the person has clicked.
    selection_cleared()
        The person has let go of it.
    node_opened(int)
        A double click on a node.
    value_dragged(str, tuple, float)
        The variable, which of its numbers, and what it is now.
    button_pressed()
        What stands in place of the graph offers something, and it is wanted.
    """

    node_selected = pyqtSignal(int)
    selection_cleared = pyqtSignal()
    node_opened = pyqtSignal(int)
    value_dragged = pyqtSignal(str, object, float)
    button_pressed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: tuple[str, tuple[int, ...], float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.placeholder.pressed.connect(self.button_pressed)
        hands = GraphHands(self, self._can_scrub)
        hands.hovered.connect(self._on_hovered)
        hands.clicked.connect(self._on_clicked)
        hands.double_clicked.connect(self._on_double_clicked)
        hands.dragged.connect(self._on_dragged)
        hands.zoomed.connect(self.zoom)
        hands.fit_wanted.connect(self.fit)
        hands.walked.connect(self._on_walked)
        hands.let_go.connect(self._let_go)
        hands.scrubbed.connect(self._on_scrubbed)

    def _draggable(self, place: QPointF) -> Found | None:
        stage = self.stage()
        if self._picture is None or stage is None or self.is_faded:
            return None
        return draggable_seen_at(self._picture, stage, self._style, place)

    def _can_scrub(self, place: QPointF) -> bool:
        found = self._draggable(place)
        if found is None or self._picture is None:
            return False
        node = self._picture.moment.passes.shown.graph.nodes[found.node]
        self._dragged = node.name, found.entry, float(node.value[found.entry])
        return True

    def _on_scrubbed(self, pixels: float, power: int) -> None:
        if self._dragged is None:
            return
        self._hovered = None  # It would cover what follows the hand.
        name, entry, start = self._dragged
        self.value_dragged.emit(name, entry, scrubbed(start, pixels, power))

    def _on_hovered(self, place: QPointF | None) -> None:
        before, self._hovered = self._hovered, None
        if place is not None:
            self._pointer = place
            self._hovered = self._found(place)
            if self._draggable(place) is not None:
                self.setCursor(Qt.CursorShape.SizeHorCursor)
            else:
                self.unsetCursor()
        if self._hovered is not None or before is not None:
            self.update()

    def _on_clicked(self, place: QPointF) -> None:
        found = self._found(place)
        if found is None or found.edge is not None:
            self._let_go()
            return
        self.select(found.node)
        self.node_selected.emit(found.node)

    def _on_double_clicked(self, place: QPointF) -> None:
        found = self._found(place)
        if found is None or found.edge is not None:
            self.fit()
        else:
            self.node_opened.emit(found.node)

    def _on_dragged(self, way: QPointF) -> None:
        self._camera = self._camera.moved(way.x(), way.y())
        self.update()

    def _on_walked(self, along: int, down: int) -> None:
        """Select the next node in the order of the passes, or the one before."""
        if self._picture is None or self.is_faded:
            return
        last = len(self._picture.nodes) - 1
        node = 0
        if self._selected is not None:
            node = min(max(self._selected + along + down, 0), last)
        self.select(node)
        self.node_selected.emit(node)

    def _let_go(self) -> None:
        if self._selected is not None:
            self.select(None)
            self.selection_cleared.emit()
