"""Which neuron of a network is shown as a graph, and which sample of the batch."""

from PyQt6.QtCore import QCoreApplication, QEvent, QSignalBlocker, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.scene.numbers import format_count

translate = QCoreApplication.translate


class GraphPlaces(QWidget):
    """Layer, node and sample, each a number from 1.

    Parameters
    ----------
    parent : QWidget, optional
        Qt parent.

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
        self._sizes: tuple[int, ...] = ()
        self._has_neuron = self._has_sample = False
        self._layer, self._node, self._sample = QSpinBox(), QSpinBox(), QSpinBox()
        self._labels = {
            box: QLabel() for box in (self._layer, self._node, self._sample)
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for box, label in self._labels.items():
            # Every digit that is typed would otherwise be a choice.
            box.setKeyboardTracking(False)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self._layer.valueChanged.connect(self._on_layer)
        self._node.valueChanged.connect(self._on_neuron)
        self._sample.valueChanged.connect(self._on_sample)
        self._retranslate()

    @property
    def neuron(self) -> tuple[int, int]:
        """The layer, from 1, and the node, from 0, that are chosen."""
        return self._layer.value(), self._node.value() - 1

    def show_kind(self, *, has_neuron: bool, has_sample: bool) -> None:
        """Show what there is to be chosen."""
        for box in (self._layer, self._node):
            box.setVisible(has_neuron)
            self._labels[box].setVisible(has_neuron)
        self._has_neuron = has_neuron
        self._has_sample = has_sample
        self._show_sample_box()

    def show_sizes(self, layer_sizes: tuple[int, ...], neuron: tuple[int, int]) -> None:
        """Offer the neurons of a network with these layers, one of which is chosen."""
        self._sizes = layer_sizes
        if not layer_sizes:
            return
        blocked = [QSignalBlocker(box) for box in (self._layer, self._node)]
        self._layer.setRange(1, len(layer_sizes) - 1)
        self._layer.setValue(neuron[0])
        self._node.setRange(1, layer_sizes[self._layer.value()])
        self._node.setValue(neuron[1] + 1)
        del blocked

    def show_sample(self, row: int, rows: int) -> None:
        """Offer the samples of a batch, one of which, from 0, is shown."""
        blocked = QSignalBlocker(self._sample)
        self._sample.setRange(1, max(rows, 1))
        self._sample.setValue(row + 1)
        del blocked
        text = translate("GraphControls", " of {count}")
        self._sample.setSuffix(text.format(count=format_count(rows)))
        self._show_sample_box()

    def _show_sample_box(self) -> None:
        has_choice = self._has_sample and self._sample.maximum() > 1
        self._labels[self._sample].setVisible(has_choice)
        self._sample.setVisible(has_choice)
        # Even an empty row would be kept a gap for.
        self.setVisible(has_choice or self._has_neuron)

    def _on_layer(self, layer: int) -> None:
        blocked = QSignalBlocker(self._node)
        self._node.setRange(1, self._sizes[layer])
        del blocked
        self._on_neuron()

    def _on_neuron(self) -> None:
        self.neuron_chosen.emit(*self.neuron)

    def _on_sample(self, number: int) -> None:
        self.row_chosen.emit(number - 1)

    def _retranslate(self) -> None:
        for box, text in (
            (self._layer, translate("GraphControls", "Layer")),
            (self._node, translate("GraphControls", "Node")),
            (self._sample, translate("GraphControls", "Sample")),
        ):
            self._labels[box].setText(text)
            box.setAccessibleName(text)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
