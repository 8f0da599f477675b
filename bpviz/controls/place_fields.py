"""Fields to choose a layer, a node of it, and the node that an edge comes from."""

from PyQt6.QtCore import QCoreApplication, Qt, pyqtSignal
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID

translate = QCoreApplication.translate


class CountBox(QSpinBox):
    """A whole number with its name before it; the wheel changes it only in focus.

    Signals
    -------
    confirmed()
        Enter was pressed.
    """

    confirmed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(64)
        line = self.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.confirmed)

    def set_name(self, name: str, hint: str) -> None:
        """Write `name` before the number."""
        self.setPrefix(f"{name} ")
        self.setAccessibleName(name)
        self.setToolTip(hint)

    @override
    def wheelEvent(self, e: QWheelEvent | None) -> None:
        if e is not None and not self.hasFocus():
            e.ignore()
        else:
            super().wheelEvent(e)


class PlaceFields(QWidget):
    """Chooses a place in the network; numbers count from 1, as people do.

    Signals
    -------
    confirmed()
        Enter was pressed in a field.
    """

    confirmed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._sizes: tuple[int, ...] = (1, 1)
        self._zero = ""
        self._start_zero = ""
        self._layer, self._node, self._start = CountBox(), CountBox(), CountBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for box in (self._layer, self._node, self._start):
            row.addWidget(box)
            box.confirmed.connect(self.confirmed)
        self._layer.valueChanged.connect(self._fit)
        self.retranslate()
        self._fit()

    @property
    def layer(self) -> int:
        """The layer, counted from 1; 0 where that was allowed."""
        return self._layer.value()

    @property
    def node(self) -> int:
        """The node of the layer, from 0."""
        return self._node.value() - 1

    @property
    def start(self) -> int | None:
        """The node that the edge comes from, from 0; None where none was chosen."""
        return self._start.value() - 1 if self._start.value() else None

    def show_network(self, sizes: tuple[int, ...]) -> None:
        """Offer the places of a network with these sizes, the input's first."""
        self._sizes = sizes
        self._fit()

    def ask(
        self, *, node: bool, start: bool, zero: str = "", start_zero: str = ""
    ) -> None:
        """Choose which fields there are.

        Parameters
        ----------
        node, start : bool
            Whether a node is asked for, and the node that an edge comes from.
        zero, start_zero : str
            What layer 0 is called where it may be chosen, and no start.
        """
        self._zero, self._start_zero = zero, start_zero
        self._node.setVisible(node)
        self._start.setVisible(start)
        self._fit()

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._layer.set_name(
            translate("PlaceFields", "layer"),
            translate("PlaceFields", "Layer of the network"),
        )
        self._node.set_name(
            translate("PlaceFields", "node"),
            translate("PlaceFields", "Node of that layer"),
        )
        self._start.set_name(
            translate("PlaceFields", "from"),
            translate("PlaceFields", "Node of the layer before that the weight is of"),
        )

    def _fit(self) -> None:
        """Bring the ranges of the fields up to date with the layer."""
        self._layer.setSpecialValueText(self._zero)
        self._layer.setRange(0 if self._zero else 1, len(self._sizes) - 1)
        layer = self._layer.value()
        self._node.setRange(1, self._sizes[layer])
        self._start.setSpecialValueText(self._start_zero)
        before = self._sizes[layer - 1] if layer else 1
        self._start.setRange(0 if self._start_zero else 1, before)
