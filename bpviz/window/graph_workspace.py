"""The computational-graph workspace: open a graph, step through it, change it."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QHideEvent, QShowEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.theme import Theme
from bpviz.messages import InputError
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import GraphDocument
from bpviz.training.frame import Frame
from bpviz.training.steps import Granularity
from bpviz.window.graph_choices import EXPRESSION, NETWORK, NEURON, TITLES
from bpviz.window.graph_parts import GraphParts
from bpviz.window.graph_player import GraphPlayer

translate = QCoreApplication.translate

_FIRST = "apples-oranges"
_STEP_MOTION_MS, _PLAY_MOTION_MS = 200, 350
"""How long numbers take to come to their places in a step, and in a play."""


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
    document : GraphDocument
        The graph that is open.

    Signals
    -------
    graph_opened(str)
        What is open now, in the person's language, for the title.
    running_changed(bool)
        Whether the passes are being played.
    """

    graph_opened = pyqtSignal(str)
    running_changed = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = GraphParts()
        self.document = GraphDocument()
        self._key = _FIRST
        self._frame: Frame | None = None
        self._failure: InputError | None = None
        self._player = GraphPlayer(self)
        self.parts.lay_out(self)
        self.setFocusProxy(self.parts.canvas)
        self._connect()
        self.open(_FIRST)

    @property
    def key(self) -> str:
        """What is open: the key of a preset, or a name from `graph_choices`."""
        return self._key

    @property
    def title(self) -> str:
        """What is open, in the person's language."""
        return translate("Presets", TITLES[self._key])

    @property
    def is_running(self) -> bool:
        """Whether the passes are being played."""
        return self._player.is_running

    def open(self, key: str) -> None:
        """Open a preset, the expression field, the network or one neuron of it."""
        self._begin(key)
        document, bar = self.document, self.parts.bar
        preset = GRAPH_PRESETS.get(key)
        if preset is not None:
            self._try(lambda: document.open_preset(preset))
            bar.field.setText(document.expression.text)
        elif key == EXPRESSION:
            self._try(document.compute)
        else:
            self._open_network()

    def show_network(self, frame: Frame) -> None:
        """Take up a moment of the network that the window shows.

        Its graph is brought up to date if it is the one that is open and seen.
        """
        self._frame = frame
        if self.isVisible():
            self._follow_network()

    def show_neuron(self, layer: int, node: int) -> None:
        """Open one neuron of the network: its layer, from 1, its node, from 0."""
        if self._frame is not None:
            self.parts.bar.show_sizes(self._frame.network.layer_sizes)
        self.parts.bar.choose_neuron(layer, node)
        self.open(NEURON)

    def step(self, granularity: Granularity, direction: int) -> None:
        """Move by one node of a pass, by a whole pass, or by both passes."""
        self._player.stop()
        self.document.step(granularity, direction)
        is_one_forward = granularity is Granularity.OPERATION and direction > 0
        self._show(_STEP_MOTION_MS if is_one_forward else 0)

    def toggle_run(self) -> None:
        """Play both passes step by step, from the beginning if they are completed."""
        moment = self.document.moment
        if self.is_running:
            self._player.stop()
        elif moment is not None and self.parts.canvas.picture is not None:
            if self.document.is_finished:
                self.restart()
            self._player.start(len(moment.passes.steps))

    def restart(self) -> None:
        """Go back to where only what is given is known."""
        self._player.stop()
        self.document.move_to(0)
        self._show()

    def fit(self) -> None:
        """Show the whole graph."""
        self.parts.canvas.fit()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.parts.set_theme(theme)

    def _begin(self, key: str) -> None:
        """Get ready for another graph."""
        self._player.stop()
        self._key = key
        preset = GRAPH_PRESETS.get(key)
        has_together = preset is not None and bool(preset.together)
        self.parts.bar.show_kind(key, has_together=has_together)
        self.parts.canvas.select(None)
        self.parts.canvas.fit()
        self.graph_opened.emit(self.title)

    def _follow_network(self) -> None:
        """Bring the network's graph up to date, if it is the one that is open."""
        if self._key not in (NETWORK, NEURON):
            return
        frame, shown = self._frame, self.document.network
        is_known = shown is not None and self._failure is None
        if (
            frame is not None
            and shown is not None
            and is_known
            and shown.frame.network == frame.network
        ):
            self._try(lambda: self.document.show_frame(frame))
        else:
            self._open_network()

    def _open_network(self) -> None:
        frame, bar = self._frame, self.parts.bar
        if frame is None:
            self.parts.show_nothing(
                translate("GraphView", "No network yet. Choose a preset or open data.")
            )
            return
        bar.show_sizes(frame.network.layer_sizes)
        neuron = bar.neuron if self._key == NEURON else None
        self._try(lambda: self.document.open_network(frame, neuron))

    def _try(self, change: Callable[[], object]) -> None:
        """Change the graph, or say why that is not possible and keep the last."""
        self._failure = None
        try:
            change()
        except InputError as error:
            self._failure = error
        self._show()

    def _show(self, animate_ms: int = 0) -> None:
        if self._key in (NETWORK, NEURON) and self._frame is None:
            self._open_network()
        else:
            self.parts.show(self._key, self.document, self._failure, animate_ms)

    def _explain(self) -> None:
        self.parts.explain(self._key, self.document)

    def _on_chosen(self) -> None:
        key = self.parts.bar.choice.value()
        if key is not None:
            self.open(key)
            target = self.parts.bar.field if key == EXPRESSION else self.parts.canvas
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, text: str) -> None:
        if self._key != EXPRESSION:
            self._begin(EXPRESSION)
        self._player.stop()
        self.parts.canvas.select(None)
        self.parts.canvas.fit()
        self._try(lambda: self.document.set_expression(text))

    def _on_value_typed(self, name: str, text: str) -> None:
        self._player.stop()
        self.document.expression.typed[name] = text
        self._try(self.document.compute)

    def _on_value_dragged(self, name: str, entry: tuple[int, ...], to: float) -> None:
        self._player.stop()
        self._try(lambda: self.document.drag(name, entry, to))

    def _on_together(self, together: bool) -> None:
        preset = GRAPH_PRESETS[self._key]
        self._player.stop()
        self.parts.canvas.select(None)
        self._try(lambda: self.document.put_together(preset, together=together))
        self.parts.bar.field.setText(self.document.expression.text)

    def _on_unfold(self, unfolded: bool) -> None:
        self.parts.canvas.select(None)
        self.document.unfold_all(unfolded=unfolded)
        self._show()

    def _on_node_opened(self, node: int) -> None:
        self.parts.canvas.select(None)
        self.document.toggle_fold(node)
        self._show()

    def _on_neuron_chosen(self) -> None:
        if self._key == NEURON:
            self._open_network()

    def _on_tick(self) -> None:
        self.document.step(Granularity.OPERATION, 1)
        if self.document.is_finished:
            self._player.stop()
        self._show(_PLAY_MOTION_MS)

    def _on_running(self, is_running: bool) -> None:
        self.parts.transport.show_running(is_running=is_running)
        self.running_changed.emit(is_running)

    def _connect(self) -> None:
        parts = self.parts
        bar, transport, canvas = parts.bar, parts.transport, parts.canvas
        bar.choice.activated.connect(self._on_chosen)
        bar.field.expression_changed.connect(self._on_typed)
        bar.field.returnPressed.connect(canvas.setFocus)
        bar.together.clicked.connect(self._on_together)
        bar.unfold.clicked.connect(self._on_unfold)
        bar.neuron_chosen.connect(self._on_neuron_chosen)
        bar.values.value_typed.connect(self._on_value_typed)
        bar.values.value_dragged.connect(self._on_value_dragged)
        canvas.value_dragged.connect(self._on_value_dragged)
        canvas.node_selected.connect(self._explain)
        canvas.selection_cleared.connect(self._explain)
        canvas.node_opened.connect(self._on_node_opened)
        transport.restart_requested.connect(self.restart)
        transport.run_toggled.connect(self.toggle_run)
        transport.step_requested.connect(self.step)
        self._player.ticked.connect(self._on_tick)
        self._player.running_changed.connect(self._on_running)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
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
