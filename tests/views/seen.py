"""What can be seen in a plot, and hands that act on it."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QWidget

from bpviz.nn.arrays import Array
from bpviz.views.plot_area import PlotArea
from bpviz.views.plot_items import Band, Line
from bpviz.views.plot_points import Points

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

Curve = tuple[Array, Array]


def items(area: PlotArea, kind: type[Any]) -> list[Any]:
    """The visible graphics items of a kind, those behind first."""
    picture = area.findChild(pg.GraphicsView)
    assert picture is not None
    every: list[Any] = picture.scene().items()
    found = (item for item in every if isinstance(item, kind) and item.isVisible())
    return sorted(found, key=lambda item: item.zValue())


def curves(area: PlotArea) -> list[Curve]:
    """The lines with at least one point, grid included."""
    data = [item.points for item in (*items(area, Line), *items(area, Band))]
    return [(x, y) for x, y in data if len(x)]


def points(area: PlotArea) -> list[Curve]:
    """The groups of points that are not empty."""
    data = [item.points for item in items(area, Points)]
    return [(x, y) for x, y in data if len(x)]


def shows(found: list[Curve], x: Any, y: Any) -> bool:
    """Whether one of the lines or groups is exactly this."""
    return any(
        np.array_equal(x, one, equal_nan=True)
        and np.array_equal(y, other, equal_nan=True)
        for one, other in found
    )


def click(area: QWidget, pixel: QPoint) -> None:
    _hands.mouseClick(area, Qt.MouseButton.LeftButton, pos=pixel)


def double_click(area: QWidget, pixel: QPoint) -> None:
    _hands.mouseDClick(area, Qt.MouseButton.LeftButton, pos=pixel)


def point(area: QWidget, pixel: QPoint) -> None:
    _hands.mouseMove(area, pixel)


def type_keys(area: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        _hands.keyClick(area, key)


def drag(area: QWidget, start: QPoint, end: QPoint) -> None:
    _hands.mousePress(area, Qt.MouseButton.LeftButton, pos=start)
    _hands.mouseMove(area, end)
    _hands.mouseRelease(area, Qt.MouseButton.LeftButton, pos=end)


def turn_wheel(area: QWidget, pixel: QPointF, notches: int) -> None:
    event = QWheelEvent(
        pixel,
        area.mapToGlobal(pixel),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, event)
