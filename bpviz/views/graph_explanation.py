"""The panel that explains one node of a graph, with every digit of its numbers."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QFont, QPalette
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.scrolling import scrolled
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.scene.graph_explanation import NodeExplanation, explained
from bpviz.scene.graph_passes import GraphMoment
from bpviz.views.graph_explanation_text import ExplanationText
from bpviz.views.graph_words import operation_title

translate = QCoreApplication.translate


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
        self._text = ExplanationText(current_theme())
        sizes = font_sizes()
        self._title = _label(_bold(sizes.heading))
        self._sentence = _label()
        self._formula = _label(_sized(sizes.heading))
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._forward_title = _label(_bold(sizes.body))
        self._forward = _numbers()
        self._back_title = _label(_bold(sizes.body))
        self._back = _numbers()
        self._on_title = _label(_bold(sizes.body))
        self._on = _numbers()
        self._hint = _label(muted=True)
        for title in (self._forward_title, self._back_title, self._on_title):
            title.setContentsMargins(0, GRID, 0, 0)
        self._labels = (
            *(self._title, self._sentence, self._formula),
            *(self._forward_title, self._forward, self._back_title, self._back),
            *(self._on_title, self._on, self._hint),
        )
        self._lay_out()
        self._show()

    def show_moment(
        self, moment: GraphMoment | None, node: int | None, about: str
    ) -> None:
        """Explain a node of a moment.

        Parameters
        ----------
        node : int or None
            The selected one; None for the one whose turn it was.
        about : str
            What the graph is about, said at the beginning.
        """
        self._moment, self._node, self._about = moment, node, about
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
        if moment is None or node is None:
            self._show_beginning(has_graph=moment is not None)
        else:
            self._show_node(explained(moment, node))
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

    def _show_node(self, explanation: NodeExplanation) -> None:
        text, node = self._text, explanation.node
        title = operation_title(node.operation, node.text)
        self._title.setText(f"{node.name}: {title}" if node.name else title)
        self._sentence.setText(text.sentence(explanation))
        self._formula.setText(text.formulas(node.operation))
        self._forward_title.setText(translate("GraphView", "Forward"))
        self._forward.setText(text.forward(explanation))
        back = text.backward(explanation)
        self._back.setText(back)
        self._back_title.setText(translate("GraphView", "Comes back") if back else "")
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


def _label(font: QFont | None = None, *, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if font is not None:
        label.setFont(font)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _numbers() -> QLabel:
    label = _label(tabular_font(font_sizes().body))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _sized(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font


def _bold(points: float) -> QFont:
    font = _sized(points)
    font.setBold(True)
    return font
