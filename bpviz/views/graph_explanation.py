"""The panel that explains one node of a graph, with every digit of its numbers."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.scrolling import scrolled
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes
from bpviz.scene.graph_explanation import NodeExplanation, called, explained
from bpviz.scene.graph_passes import GraphMoment
from bpviz.views.graph_explanation_text import ExplanationText
from bpviz.views.graph_network_words import NetworkPart
from bpviz.views.graph_panel_labels import (
    bold_font,
    number_label,
    sized_font,
    text_label,
)
from bpviz.views.graph_words import operation_title

translate = QCoreApplication.translate

PartOf = Callable[[int], NetworkPart | None]
"""Tells what a node that is drawn is in the network."""


class GraphExplanation(QWidget):
    """Explains the selected node, or else the node whose turn it was.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: GraphMoment | None = None
        self._node: int | None = None
        self._about = ""
        self._failure = ""
        self._part_of: PartOf = _no_part
        self._text = ExplanationText(current_theme())
        sizes = font_sizes()
        self._title = text_label(bold_font(sizes.heading))
        self._role = text_label(muted=True)
        self._sentence = text_label()
        self._formula = text_label(sized_font(sizes.heading))
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._forward_title = text_label(bold_font(sizes.body))
        self._forward = number_label()
        self._back_title = text_label(bold_font(sizes.body))
        self._back = number_label()
        self._mean = number_label()
        self._on_title = text_label(bold_font(sizes.body))
        self._on = number_label()
        self._hint = text_label(muted=True)
        for title in (self._forward_title, self._back_title, self._on_title):
            title.setContentsMargins(0, GRID, 0, 0)
        self._labels = (
            *(self._title, self._role, self._sentence, self._formula),
            *(self._forward_title, self._forward, self._back_title, self._back),
            *(self._mean, self._on_title, self._on, self._hint),
        )
        self._lay_out()
        self._show()

    def show_moment(
        self,
        moment: GraphMoment | None,
        node: int | None,
        about: str,
        part_of: PartOf | None = None,
    ) -> None:
        """Explain a node of a moment.

        Parameters
        ----------
        node : int or None
            The selected one; None for the one whose turn it was.
        about : str
            What the graph is about, said at the beginning.
        part_of : callable, optional
            Tells what a node is in the network, where the graph is one's.
        """
        self._moment, self._node, self._about = moment, node, about
        self._failure, self._part_of = "", part_of or _no_part
        self._show()

    def show_failure(self, sentence: str) -> None:
        """Say that what is typed is not what is drawn, and why."""
        self._failure = sentence
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self._text = ExplanationText(theme)
        self._show()

    def plain_text(self) -> str:
        """Return everything that can be read in the panel, without its markup."""
        from PyQt6.QtGui import QTextDocumentFragment

        return "\n".join(
            QTextDocumentFragment.fromHtml(label.text()).toPlainText()
            for label in self._labels
            if not label.isHidden()
        )

    def _show(self) -> None:
        moment, node = self._moment, self._node
        if moment is not None and node is None and moment.step is not None:
            node = moment.step.node
        if self._failure:
            self._show_failure()
        elif moment is None or node is None:
            self._show_beginning(has_graph=moment is not None)
        else:
            self._show_node(explained(moment, node), self._part_of(node))
        for label in self._labels:
            label.setVisible(bool(label.text()))

    def _show_beginning(self, *, has_graph: bool) -> None:
        for label in self._labels:
            label.clear()
        if not has_graph:
            return
        self._title.setText(translate("GraphView", "The beginning"))
        self._sentence.setText(self._about)
        self._hint.setText(
            translate(
                "GraphView",
                "Step forward: every node computes its value from what comes in. "
                "Then backward: every node multiplies what comes back with its local "
                "derivatives.\n\nClick a node to have it explained; drag a given "
                "number to the left or right and both passes follow.",
            )
        )

    def _show_failure(self) -> None:
        for label in self._labels:
            label.clear()
        self._title.setText(translate("GraphView", "Not computed"))
        self._sentence.setText(self._failure)
        self._hint.setText(
            translate("GraphView", "What is drawn is the last graph that could be.")
        )

    def _show_node(
        self, explanation: NodeExplanation, part: NetworkPart | None
    ) -> None:
        text, node = self._text, explanation.node
        title = operation_title(node.operation, node.text)
        name = called(node) if node.name else ""
        self._title.setText(f"{name}: {title}" if name else title)
        self._role.setText("" if part is None else part.words)
        self._sentence.setText(text.sentence(explanation))
        self._formula.setText(text.formulas(node.operation))
        self._forward_title.setText(translate("GraphView", "Forward"))
        self._forward.setText(text.forward(explanation))
        back = text.backward(explanation)
        self._back.setText(back)
        self._back_title.setText(translate("GraphView", "Comes back") if back else "")
        mean = None if part is None or not back else part.mean
        self._mean.setText("" if mean is None else text.mean(mean))
        handed = [text.handed_on(one) for one in explanation.handed_on]
        self._on.setText("".join(f"<p>{one}</p>" for one in handed))
        self._on_title.setText(
            translate("GraphView", "Goes back: upstream × local") if handed else ""
        )
        self._hint.setText("")

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for label in self._labels:
            column.addWidget(label)
        column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if a0 is not None and a0.type() in kinds:
            self.set_theme(current_theme())


def _no_part(_node: int) -> NetworkPart | None:
    """Tell of a node of a graph that is no network's."""
    return None
