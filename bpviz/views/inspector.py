"""What the present operation does, and the numbers of what is selected."""

from collections.abc import Iterator

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtGui import QFont, QPalette
from PyQt6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID, font_sizes
from bpviz.look.words import operation_words
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array
from bpviz.scene.equation import formula_of, shapes_of
from bpviz.scene.options import EdgeKey, EdgeQuantity, NodeKey
from bpviz.scene.quantities import activations, deltas, edge_values, pre_activations
from bpviz.training.frame import Frame
from bpviz.training.messages import Opened
from bpviz.training.steps import OperationKind
from bpviz.views.value_list import ValueList

translate = QCoreApplication.translate

_SENTENCES = {
    OperationKind.LOAD: QT_TRANSLATE_NOOP(
        "Inspector", "The samples of the next update become the input's activations."
    ),
    OperationKind.PRE_ACTIVATION: QT_TRANSLATE_NOOP(
        "Inspector", "Every node adds up its weighted inputs and its bias."
    ),
    OperationKind.ACTIVATION: QT_TRANSLATE_NOOP(
        "Inspector", "Every node puts its sum through the layer's function."
    ),
    OperationKind.LOSS: QT_TRANSLATE_NOOP(
        "Inspector", "The outputs are compared with what they should be."
    ),
    OperationKind.DELTA: QT_TRANSLATE_NOOP(
        "Inspector", "Every node learns how the loss changes with its sum."
    ),
    OperationKind.GRADIENT: QT_TRANSLATE_NOOP(
        "Inspector", "Every weight learns how the loss changes with it."
    ),
    OperationKind.UPDATE: QT_TRANSLATE_NOOP(
        "Inspector", "All weights and biases move against their gradients."
    ),
}
_BEGINNING = QT_TRANSLATE_NOOP(
    "Inspector", "Nothing has been computed yet. Step, or run, to begin."
)


class Inspector(QWidget):
    """Shows the operation of a frame, and z, a, delta and so on of one node or edge.

    What the moment of the frame has not computed yet is left open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._frame: Frame | None = None
        self._node: NodeKey | None = None
        self._edge: EdgeKey | None = None
        self._operation = _label(_bold(font_sizes().heading))
        self._sentence = _label()
        self._formula = _label(_sized(font_sizes().heading))
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._shapes = _label(muted=True)
        self._selection = _label(_bold(font_sizes().body))
        self._values = ValueList()
        self._hint = _label(muted=True)
        self._lay_out()
        self._show()

    def show_session(self, opened: Opened) -> None:
        """Get ready for another run; nothing of it is selected."""
        self._opened = opened
        self._frame = None
        self.show_selection(None, None)

    def show_frame(self, frame: Frame) -> None:
        """Show what stands in the network at this moment."""
        self._frame = frame
        self._show()

    def show_selection(self, node: NodeKey | None, edge: EdgeKey | None) -> None:
        """Show the numbers of a node or of an edge; of nothing if both are None."""
        self._node, self._edge = node, edge
        self._show()

    def _show(self) -> None:
        frame, opened = self._frame, self._opened
        operation = None if frame is None else frame.operation
        name = operation_words(operation)
        self._operation.setText(name[:1].upper() + name[1:])
        if frame is None or opened is None or operation is None:
            self._sentence.setText(translate("Inspector", _BEGINNING))
            self._formula.hide()
            self._shapes.hide()
        else:
            sentence = translate("Inspector", _SENTENCES[operation.kind])
            self._sentence.setText(sentence)
            optimizer = opened.experiment.hyperparameters.optimizer
            self._formula.setText(formula_of(operation, frame.network, optimizer))
            self._shapes.setText(shapes_of(operation, frame))
            self._formula.show()
            self._shapes.show()
        self._show_selected()

    def _show_selected(self) -> None:
        frame = self._frame
        rows: list[tuple[str, float | None]] = []
        title = ""
        if frame is not None and self._node is not None:
            title = translate("Inspector", "Node {node} of layer {layer}")
            if self._node[0] == 0:
                title = translate("Inspector", "Input {node}")
            title = title.format(layer=self._node[0], node=self._node[1] + 1)
            rows = list(_node_values(frame, self._node))
        elif frame is not None and self._edge is not None:
            layer, before, after = self._edge
            title = translate(
                "Inspector",
                "Weight from node {before} to node {after} of layer {layer}",
            ).format(before=before + 1, after=after + 1, layer=layer)
            rows = list(_edge_values(frame, self._edge))
        self._selection.setText(title)
        self._values.show_values(rows)
        self._hint.setText(self._hint_for(frame, bool(rows)))
        self._selection.setVisible(bool(rows))
        self._values.setVisible(bool(rows))
        self._hint.setVisible(bool(self._hint.text()))

    def _hint_for(self, frame: Frame | None, has_selection: bool) -> str:
        if not has_selection:
            return translate("Inspector", "Click a node or an edge to see its numbers.")
        trace = None if frame is None else frame.trace
        if trace is not None and len(trace.targets) > 1:
            return translate(
                "Inspector", "z, a and δ are those of the first sample of the batch."
            )
        return ""

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for label in (self._operation, self._sentence, self._formula, self._shapes):
            column.addWidget(label)
        column.addSpacing(GRID)
        column.addWidget(self._selection)
        column.addWidget(self._values)
        column.addWidget(self._hint)
        column.addStretch()
        area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._show()


def _node_values(frame: Frame, key: NodeKey) -> Iterator[tuple[str, float | None]]:
    layer, node = key
    if layer:
        yield "z", _item(pre_activations(frame, layer, 0), node)
    yield "a", _item(activations(frame, layer, 0), node)
    if not layer:
        return
    yield "δ = ∂L/∂z", _item(deltas(frame, layer, 0), node)
    yield "b", float(frame.parameters.biases[layer - 1][node])
    has_gradient = frame.has(OperationKind.GRADIENT, layer)
    trace = frame.trace if has_gradient else None
    gradients = None if trace is None else trace.bias_gradients(layer - 1)
    yield "∂L/∂b", _item(gradients, node)


def _edge_values(frame: Frame, key: EdgeKey) -> Iterator[tuple[str, float | None]]:
    layer, before, after = key
    for symbol, quantity in (
        ("w", EdgeQuantity.WEIGHT),
        ("∂L/∂w", EdgeQuantity.GRADIENT),
        ("Δw", EdgeQuantity.LAST_UPDATE),
        ("a · w", EdgeQuantity.CONTRIBUTION),
    ):
        values = edge_values(frame, quantity, layer, 0)
        yield symbol, None if values is None else float(values[before, after])


def _item(values: Array | None, index: int) -> float | None:
    return None if values is None else float(values[index])


def _label(font: QFont | None = None, *, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if font is not None:
        label.setFont(font)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _sized(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font


def _bold(points: float) -> QFont:
    font = _sized(points)
    font.setBold(True)
    return font
