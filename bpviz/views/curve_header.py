"""The row above the curves: what they are, and the buttons that change them."""

from PyQt6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bpviz.look.type_scale import GRID
from bpviz.views.curve_menu import CurveMenu
from bpviz.views.legend import Legend


class CurveHeader(QWidget):
    """Holds the legend and a button for each of the actions used often."""

    def __init__(
        self, legend: Legend, menu: CurveMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(legend, 1)
        layout.addSpacing(GRID)
        for action in (menu.log, menu.average, menu.whole_view):
            button = QToolButton()
            button.setAutoRaise(True)
            button.setDefaultAction(action)
            if action.menu() is not None:
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            layout.addWidget(button)
