"""The row above the curves: what they are, and the buttons that change them."""

from PyQt6.QtGui import QActionEvent
from PyQt6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from bpviz.look.type_scale import GRID
from bpviz.views.curve_menu import CurveMenu
from bpviz.views.fault_note import FaultNote
from bpviz.views.legend import Legend


class ActionButton(QToolButton):
    """A button that is there as long as its action is."""

    @override
    def actionEvent(self, a0: QActionEvent | None) -> None:
        super().actionEvent(a0)
        action = self.defaultAction()
        if action is not None:
            self.setVisible(action.isVisible())


class CurveHeader(QWidget):
    """Holds the legend, the note of a fault, and buttons for what is used often."""

    def __init__(self, legend: Legend, menu: CurveMenu, fault: FaultNote) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(legend, 1)
        layout.addWidget(fault)
        layout.addSpacing(GRID)
        for action in (menu.runs, menu.log, menu.average, menu.whole_view):
            button = ActionButton()
            button.setAutoRaise(True)
            button.setDefaultAction(action)
            if action.menu() is not None:
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            layout.addWidget(button)
