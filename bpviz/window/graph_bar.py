"""The bar above the graph: what is open, its expression, its values, what is wrong."""

from collections.abc import Mapping

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.graph_expression_field import GraphExpressionField
from bpviz.controls.graph_values_bar import GraphValuesBar
from bpviz.look.labels import color_text
from bpviz.look.palette import current_theme
from bpviz.look.type_scale import GRID
from bpviz.window.graph_choices import NETWORK, NEURON, TITLES

translate = QCoreApplication.translate

_CHOICE_WIDTH = 29 * GRID


class GraphBar(QWidget):
    """Puts the controls of the workspace side by side.

    Attributes
    ----------
    choice, field, values : QWidget
        What is open, the expression, the values of its variables.
    together, unfold : QPushButton
        Puts a preset together that is taken apart; unfolds a network.

    Signals
    -------
    neuron_chosen(int, int)
        A layer, from 1, and a node in it, from 0.
    """

    neuron_chosen = pyqtSignal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: ChoiceBox[str] = ChoiceBox("Presets", TITLES)
        fixed = QSizePolicy.Policy.Fixed
        self.choice.setSizePolicy(fixed, fixed)
        self.choice.setFixedWidth(_CHOICE_WIDTH)
        self.field = GraphExpressionField()
        self.values = GraphValuesBar()
        self.together = QPushButton()
        self.together.setCheckable(True)
        self.unfold = QPushButton()
        self.unfold.setCheckable(True)
        self._layer_label, self._node_label = QLabel(), QLabel()
        self._layer, self._node = QSpinBox(), QSpinBox()
        self._sizes: tuple[int, ...] = ()
        self._message = QLabel()
        ignored = QSizePolicy.Policy.Ignored
        self._message.setSizePolicy(ignored, QSizePolicy.Policy.Fixed)
        self._is_error = False
        self._lay_out()
        self.together.toggled.connect(self._retranslate_buttons)
        self.unfold.toggled.connect(self._retranslate_buttons)
        self._layer.valueChanged.connect(self._on_layer)
        self._node.valueChanged.connect(self._on_neuron)
        self._retranslate()

    @property
    def message(self) -> str:
        """What is said under the expression."""
        return self._message.text()

    @property
    def neuron(self) -> tuple[int, int]:
        """The layer, from 1, and the node, from 0, that are chosen."""
        return self._layer.value(), self._node.value() - 1

    def show_kind(self, key: str, *, has_together: bool) -> None:
        """Show the controls that belong to what is open."""
        is_network = key in (NETWORK, NEURON)
        self.choice.set_value(key)
        self.together.setChecked(False)
        self.field.setVisible(not is_network)
        self.values.setVisible(not is_network)
        self.together.setVisible(has_together)
        self.unfold.setVisible(key == NETWORK)
        for part in (self._layer_label, self._layer, self._node_label, self._node):
            part.setVisible(key == NEURON)

    def show_values(self, texts: Mapping[str, str]) -> None:
        """Show the values of the variables."""
        self.values.show_values(texts)

    def show_message(self, text: str, *, is_error: bool) -> None:
        """Say what the graph is about, or what is wrong."""
        self._message.setText(text)
        self._message.setToolTip(text if is_error else "")
        self._is_error = is_error
        self._color_message()

    def show_unfolded(self, is_unfolded: bool, *, can_change: bool) -> None:
        """Let the button fold or unfold, whichever can be done."""
        self.unfold.setChecked(is_unfolded)
        self.unfold.setEnabled(can_change)

    def show_sizes(self, layer_sizes: tuple[int, ...]) -> None:
        """Offer the neurons of a network with these layers."""
        if layer_sizes != self._sizes:
            self._sizes = layer_sizes
            self._layer.setRange(1, len(layer_sizes) - 1)
            self._node.setRange(1, layer_sizes[self._layer.value()])

    def choose_neuron(self, layer: int, node: int) -> None:
        """Put the fields on a neuron."""
        self._layer.setValue(layer)
        self._node.setValue(node + 1)

    def _on_layer(self, layer: int) -> None:
        if self._sizes:
            self._node.setRange(1, self._sizes[layer])
        self._on_neuron()

    def _on_neuron(self) -> None:
        self.neuron_chosen.emit(*self.neuron)

    def _color_message(self) -> None:
        theme = current_theme()
        color = theme.error if self._is_error else theme.muted_text
        color_text(self._message, color)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.choice)
        first.addWidget(self.field, 1)
        for part in (self._layer_label, self._layer, self._node_label, self._node):
            first.addWidget(part)
        first.addWidget(self.together)
        first.addWidget(self.unfold)
        # Takes the room where no expression does.
        first.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(first)
        column.addWidget(self._message)
        column.addWidget(self.values)

    def _retranslate_buttons(self) -> None:
        self.together.setText(
            translate("GraphControls", "Take apart")
            if self.together.isChecked()
            else translate("GraphControls", "Put together")
        )
        self.together.setToolTip(
            translate("GraphControls", "The operations, or the one that they make")
        )
        self.unfold.setText(
            translate("GraphControls", "Fold all")
            if self.unfold.isChecked()
            else translate("GraphControls", "Unfold all")
        )

    def _retranslate(self) -> None:
        self.choice.setAccessibleName(translate("GraphControls", "Graph"))
        self._retranslate_buttons()
        self._layer_label.setText(translate("GraphControls", "Layer"))
        self._node_label.setText(translate("GraphControls", "Node"))
        self._layer.setAccessibleName(self._layer_label.text())
        self._node.setAccessibleName(self._node_label.text())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if a0.type() == QEvent.Type.PaletteChange:
            self._color_message()
