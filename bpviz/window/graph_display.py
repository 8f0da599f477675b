"""Brings the parts of the graph workspace up to date with what is open."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.translation import translated
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.views.graph_network_words import NetworkPart, role_words, sample_words
from bpviz.views.graph_words import place_words
from bpviz.window.graph_choices import ABOUT
from bpviz.window.graph_parts import GraphParts
from bpviz.window.graph_session import GraphSession

translate = QCoreApplication.translate


class GraphDisplay:
    """Shows a graph, or what is wrong with what was asked for.

    Parameters
    ----------
    parts : GraphParts
        Where it is shown.
    session : GraphSession
        What is open.
    """

    def __init__(self, parts: GraphParts, session: GraphSession) -> None:
        self._parts = parts
        self._session = session

    def show(self, animate_ms: int = 0) -> bool:
        """Show the graph; return whether it is the one that was asked for.

        Parameters
        ----------
        animate_ms : int
            How long the numbers of the last step take to come to their places.
        """
        session = self._session
        self._show_message()
        if session.is_network:
            self._parts.bar.show_sizes(session.network.layer_sizes, session.neuron)
            if not session.network.has_sample:
                self._show_no_sample()
                return False
        if session.failure is None:
            self._show_graph(animate_ms)
            return True
        sentence = translated(session.failure)
        if session.is_network or not session.document.has_expression:
            # The last good graph is not of what is open.
            self._show_nothing(sentence)
        else:
            self._show_last_good(sentence)
        if not session.is_network:
            self._show_values()
        return False

    def explain(self) -> None:
        """Explain the selected node, or the one whose turn it was."""
        session, selected = self._session, self._parts.canvas.selected
        about = translate("Presets", ABOUT[session.key])
        part_of = self._part if session.is_network else None
        moment = session.document.moment
        self._parts.explanation.show_moment(moment, selected, about, part_of)

    def _show_graph(self, animate_ms: int) -> None:
        parts, document = self._parts, self._session.document
        picture, moment, source = document.picture(), document.moment, document.network
        if picture is None or moment is None:
            return
        can_unfold = document.can_unfold_all or document.is_unfolded
        parts.bar.show_unfolded(document.is_unfolded, can_change=can_unfold)
        note = "" if source is None else sample_words(source)
        parts.canvas.show_picture(picture, animate_ms, note)
        if moment.step is not None:
            parts.canvas.follow(moment.step.node)
        parts.transport.set_enabled(has_graph=True)
        parts.transport.show_place(place_words(moment))
        if source is None:
            self._show_values()
        else:
            parts.bar.show_sample(source.shown_row, source.rows)
        self.explain()

    def _show_values(self) -> None:
        # Not those of the last good graph: where an expression can be read but not
        # computed, as log(a - 1) with a = 1, the values are what has to change.
        document = self._session.document
        expression = document.expression
        names = expression.names(otherwise=document.names)
        wrong = expression.wrong_values(names)
        self._parts.bar.show_values(expression.texts(names), wrong)

    def _show_no_sample(self) -> None:
        if self._session.network.frame is None:
            self._show_nothing(
                translate("GraphView", "No network yet. Choose a preset or open data.")
            )
            return
        self._show_nothing(
            translate(
                "GraphView",
                "No sample has been through the network yet. Once one has, all its "
                "numbers are here.",
            ),
            translate("GraphView", "Load a sample"),
        )

    def _show_nothing(self, sentence: str, button: str = "") -> None:
        """Show no graph, say why, and offer to change that."""
        parts = self._parts
        parts.canvas.show_message(sentence, button)
        parts.explanation.show_moment(None, None, "")
        parts.transport.show_place("")
        parts.transport.set_enabled(has_graph=False)
        parts.bar.show_unfolded(False, can_change=False)
        parts.bar.show_sample(0, 0)

    def _show_last_good(self, sentence: str) -> None:
        """Show that the graph is not of what is typed, and why."""
        parts = self._parts
        parts.canvas.fade(
            translate("GraphView", "the last graph that could be computed")
        )
        parts.explanation.show_failure(sentence)
        parts.transport.show_place("")
        parts.transport.set_enabled(has_graph=False)

    def _show_message(self) -> None:
        bar, session = self._parts.bar, self._session
        failure = None if session.is_network else session.failure
        if isinstance(failure, ExpressionError):
            bar.field.underline(failure.start, failure.stop)
        else:
            bar.field.clear_underline()
        if failure is None:
            about = translate("Presets", ABOUT[session.key])
            bar.show_message(about, is_error=False)
        else:
            bar.show_message(translated(failure), is_error=True)

    def _part(self, node: int) -> NetworkPart | None:
        """Return what a node of a network's graph is in the network."""
        role, source = self._session.document.role(node), self._session.document.network
        if role is None or source is None:
            return None
        words = role_words(role, self._session.network.names)
        return NetworkPart(words, source.batch_mean(role))
