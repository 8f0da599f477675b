"""Light items of a plot stand where they should, and are seen only with points."""

from collections.abc import Callable

import numpy as np
import pytest
from PyQt6.QtGui import QBrush, QColor
from pytestqt.qtbot import QtBot

from bpviz.views.marks import Mark, Shape, screen_pen
from bpviz.views.plot_area import PlotArea
from bpviz.views.plot_items import Band, Line, PlotItem, Upright
from bpviz.views.plot_points import Points
from bpviz.views.view_range import ViewRange

RED = "#ff0000"
NONE = np.empty(0)


@pytest.fixture
def area(qtbot: QtBot) -> PlotArea:
    area = PlotArea()
    qtbot.addWidget(area)
    area.resize(400, 240)
    area.axes.visible = False
    area.set_home(ViewRange(0.0, 100.0, -1.0, 1.0))
    area.show()
    qtbot.waitExposed(area)
    return area


@pytest.fixture
def color(area: PlotArea) -> Callable[[float, float], str]:
    def color(x: float, y: float) -> str:
        pixel = area.pixel_at(x, y).toPoint()
        return QColor(area.grab().toImage().pixel(pixel)).name()

    return color


@pytest.fixture
def line(area: PlotArea) -> Line:
    line = Line(area)
    line.set_pen(screen_pen(RED, 5.0))
    area.add(line)
    return line


def test_a_line_has_gaps_where_it_has_no_value(
    line: Line, color: Callable[[float, float], str]
) -> None:
    line.set_data(
        np.arange(0.0, 101.0, 10.0), np.array([0.5] * 5 + [np.nan] * 2 + [0.5] * 4)
    )
    assert color(25.0, 0.5) == color(85.0, 0.5) == RED
    assert RED not in (color(45.0, 0.5), color(55.0, 0.5), color(25.0, 0.4))


def test_a_long_wide_line_has_no_gaps(line: Line, area: PlotArea) -> None:
    x = np.linspace(0.0, 100.0, 101)
    line.set_data(x, np.zeros(101))
    image, row = area.grab().toImage(), area.pixel_at(0.0, 0.0).toPoint().y()
    first, last = (area.pixel_at(end, 0.0).toPoint().x() for end in (1.0, 99.0))
    assert {QColor(image.pixel(k, row)).name() for k in range(first, last)} == {RED}


def test_pairs_are_lines_of_their_own(
    area: PlotArea, color: Callable[[float, float], str]
) -> None:
    pairs = Line(area, is_smooth=False, in_pairs=True)
    pairs.set_pen(screen_pen(RED, 5.0))
    area.add(pairs)
    pairs.set_data(np.array([0.0, 40.0, 60.0, 100.0]), np.zeros(4))
    assert color(20.0, 0.0) == color(80.0, 0.0) == RED
    assert color(50.0, 0.0) != RED


def test_a_band_fills_what_is_between(
    area: PlotArea, color: Callable[[float, float], str]
) -> None:
    band = Band(area)
    band.set_brush(QBrush(QColor(RED)))
    area.add(band)
    band.set_data(np.array([10.0, 90.0]), np.array([-0.5, 0.0]), np.array([0.5, 0.9]))
    assert color(12.0, 0.3) == color(88.0, 0.8) == RED
    assert RED not in (color(12.0, 0.8), color(88.0, -0.4), color(5.0, 0.0))


def test_an_upright_reaches_from_bottom_to_top(
    area: PlotArea, color: Callable[[float, float], str]
) -> None:
    upright = Upright(area)
    upright.set_pen(screen_pen(RED, 3.0))
    area.add(upright)
    assert color(50.0, 0.0) != RED
    upright.stand_at(50.0)
    assert color(50.0, -0.98) == color(50.0, 0.98) == RED
    upright.stand_at(None)
    assert color(50.0, 0.0) != RED


def test_marks_keep_their_size_and_move_along(
    area: PlotArea, color: Callable[[float, float], str]
) -> None:
    marks = Points(area)
    marks.wear(Mark(RED, Shape.SQUARE, size=9.0))
    area.add(marks)
    marks.set_data(np.array([20.0, 75.0, np.nan]), np.array([0.5, -0.5, 0.0]))
    assert color(20.0, 0.5) == color(75.0, -0.5) == RED
    area.go_to(ViewRange(74.0, 76.0, -0.6, -0.4))
    assert color(75.0, -0.5) == RED
    assert color(75.5, -0.5) != RED


@pytest.mark.parametrize("kind", [Line, Points])
def test_what_has_no_points_is_not_painted(
    area: PlotArea, kind: type[Line] | type[Points]
) -> None:
    item = kind(area)
    area.add(item)
    assert not item.isVisible()
    item.set_data(np.array([1.0]), np.array([0.0]))
    assert item.isVisible()
    item.set_data(NONE, NONE)
    assert not item.isVisible()


def test_an_item_is_as_large_as_what_is_seen(area: PlotArea, line: PlotItem) -> None:
    area.go_to(ViewRange(10.0, 20.0, -3.0, 5.0))
    bounds = line.boundingRect()
    assert (bounds.left(), bounds.right()) == (10.0, 20.0)
    assert (bounds.top(), bounds.bottom()) == (-3.0, 5.0)
