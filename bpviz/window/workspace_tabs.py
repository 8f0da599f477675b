"""The tabs beside the menus that lead from one workspace to the other."""

from PyQt6.QtCore import QCoreApplication, QEvent, Qt
from PyQt6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from bpviz.window.workspaces import Workspaces

translate = QCoreApplication.translate


class WorkspaceTabs(QTabBar):
    """One tab for the network, one for the graph.

    Parameters
    ----------
    workspaces : Workspaces
        What they lead to.
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, workspaces: Workspaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspaces = workspaces
        self.addTab("")
        self.addTab("")
        self.setDrawBase(False)
        self.setExpanding(False)
        # The arrow keys step; whoever has no mouse has Ctrl+1 and Ctrl+2.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.currentChanged.connect(self._on_chosen)
        workspaces.changed.connect(self._follow)
        self._retranslate()

    def _on_chosen(self, index: int) -> None:
        if index:
            self._workspaces.show_graph()
        else:
            self._workspaces.show_network()

    def _follow(self) -> None:
        self.setCurrentIndex(int(self._workspaces.graph is not None))

    def _retranslate(self) -> None:
        self.setTabText(0, translate("Workspaces", "Network"))
        self.setTabText(1, translate("Workspaces", "Graph"))
        self.setTabToolTip(0, translate("Workspaces", "The network (Ctrl+1)"))
        self.setTabToolTip(1, translate("Workspaces", "Computational graphs (Ctrl+2)"))
        self.setAccessibleName(translate("Workspaces", "Workspaces"))

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()
