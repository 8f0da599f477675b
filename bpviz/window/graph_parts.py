"""The parts of the graph workspace, where they stand, and what each one shows."""

from PyQt6.QtCore import QCoreApplication, Qt
from PyQt6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bpviz.controls.graph_transport import GraphTransport
from bpviz.look.theme import Theme
from bpviz.look.translation import translated
from bpviz.look.type_scale import GRID
from bpviz.messages import InputError
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.scene.graph_document import GraphDocument
from bpviz.views.graph_canvas import GraphCanvas
from bpviz.views.graph_explanation import GraphExplanation
from bpviz.views.graph_words import place_words
from bpviz.window.graph_bar import GraphBar
from bpviz.window.graph_choices import ABOUT, NETWORK, NEURON

translate = QCoreApplication.translate

_PANEL_WIDTH, _NARROWEST_PANEL = 38 * GRID, 28 * GRID


class GraphParts:
    """Makes the views and controls, and brings them up to date.

    Attributes
    ----------
    bar, transport, canvas, explanation : QWidget
        The parts, to be connected.
    """

    def __init__(self) -> None:
        self.bar = GraphBar()
        self.transport = GraphTransport()
        self.canvas = GraphCanvas()
        self.explanation = GraphExplanation()

    def lay_out(self, outside: QWidget) -> None:
        """Fill a widget with the parts."""
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID // 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.transport)
        column.addWidget(self.canvas, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.explanation)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setChildrenCollapsible(False)
        split.setSizes([4 * _PANEL_WIDTH, _PANEL_WIDTH])
        self.explanation.setMinimumWidth(_NARROWEST_PANEL)
        rows = QVBoxLayout(outside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        rows.addWidget(self.bar)
        rows.addWidget(split, 1)

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme, where the palette does not bring them."""
        self.canvas.set_theme(theme)
        self.explanation.set_theme(theme)

    def show(
        self,
        key: str,
        document: GraphDocument,
        failure: InputError | None,
        animate_ms: int = 0,
    ) -> None:
        """Show a graph, and what is wrong with what was asked for.

        Parameters
        ----------
        key : str
            What is open.
        failure : InputError or None
            Why the graph is the last good one and not the one asked for.
        animate_ms : int
            How long the numbers of the last step take to come to their places.
        """
        self._show_failure(key, failure)
        is_whole = document.can_unfold_all or document.is_unfolded
        self.bar.show_unfolded(document.is_unfolded, can_change=is_whole)
        is_others = key in (NETWORK, NEURON) or document.network is not None
        if failure is not None and is_others:
            # The last good graph is not of what is open.
            self.show_nothing(translated(failure))
            return
        picture, moment = document.picture(), document.moment
        if picture is None or moment is None:
            self.show_nothing("")
            return
        self.canvas.show_picture(picture, animate_ms)
        if moment.step is not None:
            self.canvas.follow(moment.step.node)
        self.transport.set_enabled(has_graph=True)
        self.transport.show_place(place_words(moment))
        if document.network is None:
            # Not those of the last good graph: where an expression can be read but not
            # computed, as log(a - 1) with a = 1, the values are what has to change.
            expression = document.expression
            names = expression.names(otherwise=document.names)
            self.bar.show_values(expression.texts(names))
        self.explain(key, document)

    def show_nothing(self, sentence: str) -> None:
        """Show no graph, and say why."""
        self.canvas.show_message(sentence)
        self.explanation.show_moment(None, None, "")
        self.transport.show_place("")
        self.transport.set_enabled(has_graph=False)

    def explain(self, key: str, document: GraphDocument) -> None:
        """Explain the selected node, or the one whose turn it was."""
        about = translate("Presets", ABOUT[key])
        self.explanation.show_moment(document.moment, self.canvas.selected, about)

    def _show_failure(self, key: str, failure: InputError | None) -> None:
        field = self.bar.field
        if isinstance(failure, ExpressionError):
            field.underline(failure.start, failure.stop)
        else:
            field.clear_underline()
        if failure is not None and key not in (NETWORK, NEURON):
            self.bar.show_message(translated(failure), is_error=True)
        else:
            about = translate("Presets", ABOUT[key])
            self.bar.show_message(about, is_error=False)
