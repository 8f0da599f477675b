"""The parts of the graph workspace, and where they stand."""

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bpviz.controls.graph_transport import GraphTransport
from bpviz.look.theme import Theme
from bpviz.look.type_scale import GRID
from bpviz.views.graph_canvas import GraphCanvas
from bpviz.views.graph_explanation import GraphExplanation
from bpviz.window.graph_bar import GraphBar

_PANEL_WIDTH, _NARROWEST_PANEL = 38 * GRID, 28 * GRID


class GraphParts:
    """Makes the views and controls.

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
