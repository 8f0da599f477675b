"""The computational-graph workspace: open a graph, step through it, change it."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QHideEvent, QShowEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.theme import Theme
from bpviz.scene.graph_document import GraphDocument
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.training.steps import Granularity
from bpviz.views.inspector_names import names_of
from bpviz.window.graph_changes import GraphChanges
from bpviz.window.graph_choices import EXPRESSION, NEURON, TITLES
from bpviz.window.graph_display import GraphDisplay
from bpviz.window.graph_parts import GraphParts
from bpviz.window.graph_player import GraphPlayer
from bpviz.window.graph_session import FIRST, GraphSession

translate = QCoreApplication.translate


class GraphWorkspace(QWidget):
    """Joins the graph's picture, its explanation and its controls.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

    Attributes
    ----------
    parts : GraphParts
        What it consists of.

    Signals
    -------
    graph_opened(str)
        What is open now, in the person's language, for the title.
    running_changed(bool)
        Whether the passes are being played.
    sample_requested()
        The network's graph is wanted before a sample has been through the network.
    row_chosen(int)
        Another sample of the batch, from 0.
    """

    graph_opened = pyqtSignal(str)
    running_changed = pyqtSignal(bool)
    sample_requested = pyqtSignal()
    row_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = GraphParts()
        self._session = GraphSession()
        self._display = GraphDisplay(self.parts, self._session)
        self._player = GraphPlayer(self.document, self)
        self._changes = GraphChanges(self._session, self.parts, self)
        self.parts.lay_out(self)
        self.setFocusProxy(self.parts.canvas)
        self._connect()
        self.open(FIRST)

    @property
    def document(self) -> GraphDocument:
        """The graph that is open."""
        return self._session.document

    @property
    def key(self) -> str:
        """What is open: the key of a preset, or a name from `graph_choices`."""
        return self._session.key

    @property
    def title(self) -> str:
        """What is open, in the person's language."""
        return translate("Presets", TITLES[self.key])

    @property
    def is_running(self) -> bool:
        """Whether the passes are being played."""
        return self._player.is_running

    def open(self, key: str) -> None:
        """Open a preset, the expression field, the network or one neuron of it."""
        self._session.open(key)
        self._begin()
        if not self._session.is_network:
            self.parts.bar.field.setText(self.document.expression.text)
        self._show()

    def show_session(self, opened: Opened) -> None:
        """Call inputs and outputs as the data of another run do."""
        self._session.network.name_nodes(names_of(opened))

    def show_network(self, frame: Frame) -> None:
        """Take up a moment of the network that the window shows.

        Its graph is brought up to date if it is the one that is open and seen.
        """
        self._session.network.frame = frame
        self._follow_network()

    def show_row(self, row: int) -> None:
        """Show another sample of the batch, from 0, in the network's graph."""
        self._session.network.row = row
        self._follow_network()

    def show_neuron(self, layer: int, node: int) -> None:
        """Open one neuron of the network: its layer, from 1, its node, from 0."""
        self._session.neuron = layer, node
        self.open(NEURON)

    def step(self, granularity: Granularity, direction: int) -> None:
        """Move by one node of a pass, by a whole pass, or by both passes."""
        if self._session.lacks_sample and direction > 0:
            self.sample_requested.emit()
        self._player.step(granularity, direction)

    def toggle_run(self) -> None:
        """Play both passes step by step, from the beginning if they are completed."""
        self._player.toggle()

    def restart(self) -> None:
        """Go back to where only what is given is known."""
        self._player.restart()

    def fit(self) -> None:
        """Show the whole graph."""
        self.parts.canvas.fit()

    def reduce_motion(self, is_reduced: bool) -> None:
        """Have numbers in their places at once, or let them come there."""
        self.parts.canvas.reduced_motion = is_reduced

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.parts.set_theme(theme)

    def _begin(self) -> None:
        """Get ready for another graph."""
        self._player.stop()
        self.parts.bar.show_kind(self.key, has_together=self._session.has_together)
        self.parts.canvas.select(None)
        self.parts.canvas.fit()
        self.graph_opened.emit(self.title)

    def _follow_network(self) -> None:
        if self.isVisible() and self._session.is_network:
            self._session.follow_network()
            self._show()

    def _show(self, animate_ms: int = 0) -> None:
        is_shown = self._display.show(animate_ms)
        self._player.can_move = is_shown
        if not is_shown:
            self._player.stop()

    def _on_opened(self, key: str) -> None:
        self.open(key)
        target = self.parts.bar.field if key == EXPRESSION else self.parts.canvas
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self._player.stop()
        self._show()

    def _on_row_chosen(self, row: int) -> None:
        self.show_row(row)
        self.row_chosen.emit(row)

    def _explain(self) -> None:
        self._display.explain()

    def _on_running(self, is_running: bool) -> None:
        self.parts.transport.show_running(is_running=is_running)
        self.running_changed.emit(is_running)

    def _connect(self) -> None:
        changes, canvas = self._changes, self.parts.canvas
        changes.open_requested.connect(self._on_opened)
        changes.made_own.connect(self._begin)
        changes.changed.connect(self._on_changed)
        changes.row_chosen.connect(self._on_row_chosen)
        canvas.node_selected.connect(self._explain)
        canvas.selection_cleared.connect(self._explain)
        canvas.button_pressed.connect(self.sample_requested)
        self.parts.bar.field.left.connect(canvas.setFocus)
        self.parts.bar.values.left.connect(canvas.setFocus)
        transport = self.parts.transport
        transport.restart_requested.connect(self.restart)
        transport.run_toggled.connect(self.toggle_run)
        transport.step_requested.connect(self.step)
        self._player.moved.connect(self._show)
        self._player.running_changed.connect(self._on_running)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._session.network.forget_words()
            self._follow_network()
            self._show()
            self.graph_opened.emit(self.title)

    @override
    def showEvent(self, a0: QShowEvent | None) -> None:
        super().showEvent(a0)
        self._follow_network()

    @override
    def hideEvent(self, a0: QHideEvent | None) -> None:
        super().hideEvent(a0)
        self._player.stop()
