"""The bar above the graph: what is open, its expression, its values, what is wrong."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from PyQt6.QtCore import QCoreApplication, QEvent, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bpviz.controls.choice_box import ChoiceBox
from bpviz.controls.elided_label import ElidedLabel
from bpviz.controls.graph_expression_field import GraphExpressionField
from bpviz.controls.graph_places import GraphPlaces
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
    row_chosen(int)
        A sample of the batch, from 0.
    """

    neuron_chosen = pyqtSignal(int, int)
    row_chosen = pyqtSignal(int)

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
        self._places = GraphPlaces()
        self._message = ElidedLabel()
        self._is_error = False
        self._lay_out()
        self.together.toggled.connect(self._retranslate_buttons)
        self.unfold.toggled.connect(self._retranslate_buttons)
        self._places.neuron_chosen.connect(self.neuron_chosen)
        self._places.row_chosen.connect(self.row_chosen)
        self._retranslate()

    @property
    def message(self) -> str:
        """What is said under the expression."""
        return self._message.whole

    @property
    def neuron(self) -> tuple[int, int]:
        """The layer, from 1, and the node, from 0, that are chosen."""
        return self._places.neuron

    def show_kind(self, key: str, *, has_together: bool) -> None:
        """Show the controls that belong to what is open."""
        is_network = key in (NETWORK, NEURON)
        self.choice.set_value(key)
        # Fields are as wide as their values have been, which were those of another.
        self.values.show_values({})
        self.together.setChecked(False)
        self.field.setVisible(not is_network)
        self.values.setVisible(not is_network)
        self.together.setVisible(has_together)
        self.unfold.setVisible(key == NETWORK)
        self._places.show_kind(has_neuron=key == NEURON, has_sample=is_network)

    def show_values(self, texts: Mapping[str, str], wrong: Collection[str]) -> None:
        """Show the values of the variables, and which of them are none."""
        before = list(self.values.fields.values())
        self.values.show_values(texts)
        self.values.show_wrong(wrong)
        fields = list(self.values.fields.values())
        if fields != before:
            # Qt puts what is made later behind everything else.
            for first, second in pairwise([self.field, *fields]):
                self.setTabOrder(first, second)

    def show_message(self, text: str, *, is_error: bool) -> None:
        """Say what the graph is about, or what is wrong."""
        self._message.show_text(text)
        self._is_error = is_error
        self._color_message()

    def show_unfolded(self, is_unfolded: bool, *, can_change: bool) -> None:
        """Let the button fold or unfold, whichever can be done."""
        self.unfold.setChecked(is_unfolded)
        self.unfold.setEnabled(can_change)

    def show_sizes(self, layer_sizes: tuple[int, ...], neuron: tuple[int, int]) -> None:
        """Offer the neurons of a network with these layers, one of which is chosen."""
        self._places.show_sizes(layer_sizes, neuron)

    def show_sample(self, row: int, rows: int) -> None:
        """Offer the samples of a batch, one of which, from 0, is shown."""
        self._places.show_sample(row, rows)

    def _color_message(self) -> None:
        theme = current_theme()
        color = theme.error if self._is_error else theme.muted_text
        color_text(self._message, color)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.choice)
        first.addWidget(self.field, 1)
        first.addWidget(self._places)
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

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is None:
            return
        if a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if a0.type() == QEvent.Type.PaletteChange:
            self._color_message()
