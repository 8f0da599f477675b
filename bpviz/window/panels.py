"""The panels around the network: where they are, and where they were."""

from collections.abc import Mapping

from PyQt6.QtCore import (
    QByteArray,
    QCoreApplication,
    QObject,
    QSize,
    Qt,
    QTimer,
)
from PyQt6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from bpviz.look.steady_box import SteadyBox
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
# Of the panels on the right the one above has more to say.
_UPPER_SHARE = 0.58
_BOTTOM_HEIGHT, _BOTTOM_SHARE = 200, 0.25
_AS_ARRANGED = 8
"""Pixels by which a panel may differ from its share before somebody has moved it."""


class Panels(QObject):
    """Docks the panels to a window: movable, closable, to be had back.

    Their shares grow and shrink with the window until somebody moves their borders.

    Parameters
    ----------
    window : QMainWindow
        Where they are docked.
    widgets : mapping
        What they hold, by the names of `NAMES`.
    """

    def __init__(self, window: QMainWindow, widgets: Mapping[str, QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self._kept: QByteArray | None = None
        self._size_before = QSize()
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow)
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

    def go_to(self, name: str) -> None:
        """Show a panel before those that it shares its place with; it has the keys."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        widget = dock.widget()
        field = None if widget is None else _first_field(widget)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self, name: str) -> bool:
        """Whether the keys go to a panel, or to something in it."""
        dock, focused = self._docks[name], QApplication.focusWidget()
        return focused is not None and dock.isAncestorOf(focused)

    def close(self, name: str) -> None:
        """Hide a panel until it is gone to again."""
        self._docks[name].hide()

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
        right, bottom = _right_width(window.size()), _bottom_height(window.size())
        upper = round(_UPPER_SHARE * window.height())
        window.resizeDocks(
            [docks["experiment"], docks["inspector"]],
            [_LEFT_WIDTH, right],
            Qt.Orientation.Horizontal,
        )
        window.resizeDocks(
            [docks["inspector"], docks["results"], docks["curves"]],
            [upper, window.height() - upper, bottom],
            Qt.Orientation.Vertical,
        )

    def follow(self, before: QSize) -> None:
        """Give panels their shares of the window, which had another size before."""
        if self._window.isVisible():
            if not self._following.isActive():
                self._size_before = before
            # Once the window has laid out its panels for its new size.
            self._following.start()

    def retranslate(self) -> None:
        """Put every title into the language of the moment."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(translate("Panels", _TITLES[name]))

    def _follow(self) -> None:
        """Give panels their share again that had theirs of a window of another size."""
        window, before = self._window, self._size_before
        right, bottom = self._docks["inspector"], self._docks["curves"]
        if _is_near(right.width(), _right_width(before)):
            width = _right_width(window.size())
            window.resizeDocks([right], [width], Qt.Orientation.Horizontal)
        if _is_near(bottom.height(), _bottom_height(before)):
            height = _bottom_height(window.size())
            window.resizeDocks([bottom], [height], Qt.Orientation.Vertical)

    def _dock(self, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        # Numbers change all the time in a panel; that is to move nothing around it.
        dock.setWidget(SteadyBox(widget))
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock


def _right_width(window: QSize) -> int:
    return max(_RIGHT_WIDTH, round(_RIGHT_SHARE * window.width()))


def _bottom_height(window: QSize) -> int:
    return max(_BOTTOM_HEIGHT, round(_BOTTOM_SHARE * window.height()))


def _is_near(one: int, other: int) -> bool:
    return abs(one - other) <= _AS_ARRANGED


def _first_field(widget: QWidget) -> QWidget | None:
    """Return what the Tab key would lead to first inside a widget."""
    field = widget
    while (following := field.nextInFocusChain()) is not None:
        field = following
        if field is widget:
            break
        is_reached = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_content = widget.isAncestorOf(field) and not isinstance(field, QScrollArea)
        # A panel behind another one is not visible yet, but will be.
        is_there = field.isEnabled() and field.isVisibleTo(widget)
        if is_reached and is_content and is_there:
            return field
    return None
