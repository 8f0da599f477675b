"""A plot shows the view it is asked for, and hands move through it."""

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PyQt6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT
from bpviz.views.gestures import ZOOM_A_NOTCH, Gestures
from bpviz.views.marks import Mark, Shape
from bpviz.views.plot_area import PlotArea
from bpviz.views.plot_points import Points
from bpviz.views.view_range import ViewRange
from tests.views.seen import click, double_click, drag, point, turn_wheel, type_keys

HOME = ViewRange(0.0, 100.0, -1.0, 1.0)


@pytest.fixture
def area(qtbot: QtBot) -> PlotArea:
    area = PlotArea()
    qtbot.addWidget(area)
    area.resize(400, 240)
    area.set_home(HOME)
    area.show()
    qtbot.waitExposed(area)
    return area


@pytest.fixture
def gestures(area: PlotArea) -> Gestures:
    return Gestures(area)


def xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()


def at(area: PlotArea, x: float, y: float) -> QPoint:
    return area.pixel_at(x, y).toPoint()


def test_items_stand_where_the_axes_say(qtbot: QtBot, area: PlotArea) -> None:
    dot = Points(area)
    dot.wear(Mark("#ff0000", Shape.CIRCLE, size=9))
    dot.set_data(np.array([75.0]), np.array([0.5]))
    area.add(dot)
    pixel = at(area, 75.0, 0.5)
    color = QColor(area.grab().toImage().pixel(pixel))
    assert color.name() == "#ff0000"


def test_pixels_and_points_are_each_others_inverse(area: PlotArea) -> None:
    assert xy(area.point_at(area.pixel_at(12.5, -0.25))) == pytest.approx((12.5, -0.25))


def test_the_mouse_reaches_the_plot_and_not_its_picture(area: PlotArea) -> None:
    assert area.childAt(area.picture.center()) is None


def test_it_stays_at_home_until_somebody_zooms(area: PlotArea) -> None:
    moved = HOME.moved(10.0, 0.0)
    area.set_home(moved)
    assert area.view == moved
    area.zoom(0.5, 0.5)
    zoomed = area.view
    area.set_home(HOME)
    assert area.view == zoomed
    area.go_home()
    assert area.view == HOME


def test_the_wheel_zooms_about_the_pointer(area: PlotArea, gestures: Gestures) -> None:
    pixel = area.pixel_at(20.0, 0.5)
    turn_wheel(area, pixel, 1)
    assert area.view.width == pytest.approx(100 * ZOOM_A_NOTCH)
    assert area.view.height == pytest.approx(2 * ZOOM_A_NOTCH)
    assert xy(area.point_at(pixel)) == pytest.approx((20.0, 0.5))


def test_the_wheel_over_an_axis_zooms_that_axis(
    area: PlotArea, gestures: Gestures
) -> None:
    middle = QPointF(area.picture.center())
    turn_wheel(area, QPointF(2.0, middle.y()), 1)
    assert area.view.width == 100.0
    assert area.view.height < 2.0
    height = area.view.height
    turn_wheel(area, QPointF(middle.x(), area.height() - 2.0), 1)
    assert area.view.width < 100.0
    assert area.view.height == pytest.approx(height)


def test_dragging_moves_what_is_seen_with_the_hand(
    qtbot: QtBot, area: PlotArea, gestures: Gestures
) -> None:
    start = area.picture.center()
    under = area.point_at(QPointF(start))
    drag(area, start, start + QPoint(50, -20))
    moved = area.point_at(QPointF(start + QPoint(50, -20)))
    assert xy(moved) == pytest.approx(xy(under))
    assert area.view.width == pytest.approx(100.0)


def test_dragging_is_no_click(qtbot: QtBot, area: PlotArea, gestures: Gestures) -> None:
    clicks: list[QPointF] = []
    gestures.clicked.connect(clicks.append)
    start = area.picture.center()
    drag(area, start, start + QPoint(30, 0))
    assert not clicks


def test_a_click_says_where(qtbot: QtBot, area: PlotArea, gestures: Gestures) -> None:
    with qtbot.waitSignal(gestures.clicked) as clicked:
        click(area, at(area, 40.0, 0.0))
    assert clicked.args is not None
    assert clicked.args[0].x() == pytest.approx(40.0, abs=0.5)


def test_a_double_click_shows_everything_and_clicks_nothing(
    qtbot: QtBot, area: PlotArea, gestures: Gestures
) -> None:
    area.zoom(0.5, 0.5)
    clicks: list[QPointF] = []
    gestures.clicked.connect(clicks.append)
    middle = area.picture.center()
    click(area, middle)
    double_click(area, middle)
    assert area.view == HOME
    assert area.is_home
    area.hide()
    assert not clicks


def test_a_click_that_waits_ends_when_its_plot_is_hidden(
    qtbot: QtBot, area: PlotArea, gestures: Gestures
) -> None:
    area.zoom(0.5, 0.5)
    middle = area.picture.center()
    click(area, middle)
    (timer,) = gestures.findChildren(QTimer)
    assert timer.isActive()
    area.hide()
    assert not timer.isActive()


def test_focus_is_seen(area: PlotArea) -> None:
    area.setFocus()
    if not area.hasFocus():
        pytest.skip("without a window manager nobody has the focus")
    corner = area.picture.topLeft() - QPoint(1, 1)
    focused = area.grab().toImage().pixelColor(corner).name()
    area.clearFocus()
    assert area.grab().toImage().pixelColor(corner).name() != focused


def test_keys_zoom_and_show_everything(area: PlotArea, gestures: Gestures) -> None:
    type_keys(area, "+")
    assert area.view.width == pytest.approx(100 * ZOOM_A_NOTCH)
    type_keys(area, "-", "-")
    assert area.view.width == pytest.approx(100 / ZOOM_A_NOTCH)
    type_keys(area, "0")
    assert area.view == HOME


def test_other_keys_are_left_to_the_window(
    qtbot: QtBot, area: PlotArea, gestures: Gestures
) -> None:
    with qtbot.assertNotEmitted(area.view_changed):
        type_keys(area, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Home)


def test_hovering_says_where_and_leaving_says_so(
    qtbot: QtBot, area: PlotArea, gestures: Gestures
) -> None:
    with qtbot.waitSignal(gestures.hovered) as hover:
        point(area, at(area, 60.0, 0.0))
    assert hover.args is not None
    assert hover.args[0].x() == pytest.approx(60.0, abs=0.5)
    with qtbot.waitSignal(gestures.hovered) as hover:
        point(area, QPoint(1, 1))
    assert hover.args == [None]


def test_the_picture_and_the_background_are_one_colour(area: PlotArea) -> None:
    area.axes.visible = False
    area.rearrange()
    area.clearFocus()
    for theme in (DARK, LIGHT):
        area.set_theme(theme)
        image = area.grab().toImage()
        colors = {
            QColor(image.pixel(x, y)).name()
            for x in range(0, 400, 7)
            for y in range(0, 240, 7)
        }
        assert colors == {theme.window}


def test_equal_units_make_a_circle_round(area: PlotArea) -> None:
    area.axes.equal_units = True
    area.set_home(ViewRange(-1.0, 1.0, -1.0, 1.0))
    assert abs(area.picture.width() - area.picture.height()) <= 1
    assert area.rect().contains(area.picture)


def test_labels_do_not_move_the_picture_to_and_fro(area: PlotArea) -> None:
    places = set[QRect]()
    for top in np.linspace(0.95, 1.05, 20):
        area.set_home(ViewRange(0.0, 100.0, 0.0, float(top)))
        places.add(area.picture)
    assert len(places) == 1


def test_a_message_stands_in_the_picture(area: PlotArea) -> None:
    area.show_message("Nothing yet")
    assert area.message == "Nothing yet"
    area.show_message("")
    assert area.message == ""
