"""The panels around the network: where they are, and where they were."""

from collections.abc import Mapping

from PyQt6.QtCore import QByteArray, QCoreApplication, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.window.settings import LAYOUT_VERSION

translate = QCoreApplication.translate

_Area = Qt.DockWidgetArea
_TITLES = {
    "experiment": QT_TRANSLATE_NOOP("Panels", "Experiment"),
    "debugger": QT_TRANSLATE_NOOP("Panels", "Breakpoints, watches"),
    "inspector": QT_TRANSLATE_NOOP("Panels", "Inspector"),
    "results": QT_TRANSLATE_NOOP("Panels", "Results"),
    "gradients": QT_TRANSLATE_NOOP("Panels", "Gradient check"),
    "bug_lab": QT_TRANSLATE_NOOP("Panels", "Bug lab"),
    "curves": QT_TRANSLATE_NOOP("Panels", "Curves"),
}
_BEHIND = {
    "experiment": ("debugger",),
    "results": ("gradients", "bug_lab"),
}
"""Panels that lie behind another one, as tabs."""
_AREAS = {
    "experiment": _Area.LeftDockWidgetArea,
    "inspector": _Area.RightDockWidgetArea,
    "results": _Area.RightDockWidgetArea,
    "curves": _Area.BottomDockWidgetArea,
}
NAMES = tuple(_TITLES)
"""Every panel."""

# Pixels, and shares of the window where that is more: the network has by far the most.
_LEFT_WIDTH, _RIGHT_WIDTH, _RIGHT_SHARE = 272, 280, 0.21
_BOTTOM_HEIGHT, _BOTTOM_SHARE = 200, 0.25


class Panels:
    """Docks the panels to a window: movable, closable, to be had back.

    Parameters
    ----------
    window : QMainWindow
        Where they are docked.
    widgets : mapping
        What they hold, by the names of `NAMES`.
    """

    def __init__(self, window: QMainWindow, widgets: Mapping[str, QWidget]) -> None:
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self._kept: QByteArray | None = None
        window.setDockNestingEnabled(True)
        # The side panels are tall, and the curves are as wide as the network.
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        window.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, area in _AREAS.items():
            self._dock(name, widgets[name], area)
        for front, behind in _BEHIND.items():
            for name in behind:
                self._dock(name, widgets[name], _AREAS[front])
                window.tabifyDockWidget(self._docks[front], self._docks[name])
            self._docks[front].raise_()
        self._first_state = window.saveState(LAYOUT_VERSION)
        self.arrange()
        self.retranslate()

    def toggle_actions(self) -> list[QAction]:
        """Return an action for each panel that shows or hides it."""
        actions = (dock.toggleViewAction() for dock in self._docks.values())
        return [action for action in actions if action is not None]

    def put_away(self) -> None:
        """Hide all panels until `bring_back`."""
        if self._kept is None:
            self._kept = self.layout()
            for dock in self._docks.values():
                dock.hide()

    def bring_back(self) -> None:
        """Show the panels that were there before `put_away`."""
        if self._kept is not None:
            self.restore(self._kept)
            self._kept = None

    def restore(self, layout: QByteArray) -> bool:
        """Put the panels where they were; False if it was another version's layout."""
        return self._window.restoreState(layout, LAYOUT_VERSION)

    def layout(self) -> QByteArray:
        """Return where the panels are, to be restored."""
        if self._kept is not None:
            return self._kept
        return self._window.saveState(LAYOUT_VERSION)

    def reset(self) -> None:
        """Put all panels back where they belong."""
        self._window.restoreState(self._first_state, LAYOUT_VERSION)
        self.arrange()

    def arrange(self) -> None:
        """Give every panel the room that suits the window's size."""
        docks, window = self._docks, self._window
        right = max(_RIGHT_WIDTH, round(_RIGHT_SHARE * window.width()))
        bottom = max(_BOTTOM_HEIGHT, round(_BOTTOM_SHARE * window.height()))
        half = window.height() // 2
        window.resizeDocks(
            [docks["experiment"], docks["inspector"]],
            [_LEFT_WIDTH, right],
            Qt.Orientation.Horizontal,
        )
        window.resizeDocks(
            [docks["inspector"], docks["results"], docks["curves"]],
            [half, half, bottom],
            Qt.Orientation.Vertical,
        )

    def retranslate(self) -> None:
        """Put every title into the language of the moment."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(translate("Panels", _TITLES[name]))

    def _dock(self, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock
