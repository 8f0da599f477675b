"""Carries out what the controls and the picture of the graph workspace ask for."""

from PyQt6.QtCore import QObject, pyqtSignal

from bpviz.window.graph_choices import EXPRESSION, NEURON
from bpviz.window.graph_parts import GraphParts
from bpviz.window.graph_session import GraphSession


class GraphChanges(QObject):
    """Changes what is open, after every key and every pixel of a drag.

    Parameters
    ----------
    session : GraphSession
        What is changed.
    parts : GraphParts
        What asks for it.
    parent : QObject
        Lives as long as this.

    Signals
    -------
    open_requested(str)
        Another graph is wanted: its key.
    made_own()
        By typing, a preset has become the person's own expression.
    changed()
        Something else is to be shown.
    row_chosen(int)
        Another sample of the batch is wanted, from 0.
    """

    open_requested = pyqtSignal(str)
    made_own = pyqtSignal()
    changed = pyqtSignal()
    row_chosen = pyqtSignal(int)

    def __init__(
        self, session: GraphSession, parts: GraphParts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._parts = parts
        bar, canvas = parts.bar, parts.canvas
        bar.choice.activated.connect(self._on_chosen)
        bar.field.expression_changed.connect(self._on_typed)
        bar.together.clicked.connect(self._on_together)
        bar.unfold.clicked.connect(self._on_unfold)
        bar.neuron_chosen.connect(self._on_neuron_chosen)
        bar.row_chosen.connect(self.row_chosen)
        bar.values.value_typed.connect(self._on_value_typed)
        bar.values.value_dragged.connect(self._on_value_dragged)
        canvas.value_dragged.connect(self._on_value_dragged)
        canvas.node_opened.connect(self._on_node_opened)

    def _on_chosen(self) -> None:
        key = self._parts.bar.choice.value()
        if key is not None:
            self.open_requested.emit(key)

    def _on_typed(self, text: str) -> None:
        was_own = self._session.key == EXPRESSION
        self._session.type_expression(text)
        if not was_own:
            self.made_own.emit()
        self._parts.canvas.fit()
        self._show_other_nodes()

    def _on_value_typed(self, name: str, text: str) -> None:
        self._session.type_value(name, text)
        self.changed.emit()

    def _on_value_dragged(self, name: str, entry: tuple[int, ...], to: float) -> None:
        self._session.drag_value(name, entry, to)
        self.changed.emit()

    def _on_together(self, together: bool) -> None:
        self._session.put_together(together=together)
        self._parts.bar.field.setText(self._session.document.expression.text)
        self._show_other_nodes()

    def _on_unfold(self, unfolded: bool) -> None:
        self._session.document.unfold_all(unfolded=unfolded)
        self._show_other_nodes()

    def _on_node_opened(self, node: int) -> None:
        self._session.document.toggle_fold(node)
        self._show_other_nodes()

    def _on_neuron_chosen(self, layer: int, node: int) -> None:
        self._session.neuron = layer, node
        if self._session.key == NEURON:
            self._session.open_network()
            self._show_other_nodes()

    def _show_other_nodes(self) -> None:
        self._parts.canvas.select(None)
        self.changed.emit()
