"""The axis of time: dragged, clicked and stepped by keys, it asks for a moment."""

from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QGuiApplication, QKeyEvent
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.training.frame import Frame
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curve_progress import CurveProgress
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.plot_area import PlotArea
from bpviz.views.time_strip import TimeStrip
from tests.views.made_curves import at_update, class_evaluation, made_curves
from tests.views.runs import RealRun
from tests.views.seen import click, drag, type_keys

FALLING = np.linspace(2.0, 0.5, 100)
NOW = 60

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest


@pytest.fixture(scope="module")
def frame() -> Frame:
    return RealRun("xor").frame


@pytest.fixture
def panel(qtbot: QtBot, frame: Frame) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    qtbot.waitExposed(panel)
    evaluations = (class_evaluation(0, 0, 0.1), class_evaluation(100, 1, 0.9))
    panel.show_curves(made_curves(FALLING, evaluations=evaluations))
    panel.show_frame(at_update(frame, NOW))
    return panel


def areas(panel: CurvesPanel) -> list[PlotArea]:
    return [plot.area for plot in panel.findChildren(CurvePlot) if plot.isVisible()]


def strips(panel: CurvesPanel) -> list[TimeStrip]:
    return [one for one in panel.findChildren(TimeStrip) if one.isVisible()]


def asked(panel: CurvesPanel) -> list[int]:
    updates: list[int] = []
    panel.update_selected.connect(updates.append)
    return updates


def on_axis(area: PlotArea, update: float) -> QPoint:
    return area.pixel_at(update, area.view.bottom).toPoint() + QPoint(0, 4)


def test_it_shows_where_the_run_stands_and_how_far_it_has_come(
    panel: CurvesPanel,
) -> None:
    assert [(one.now, one.farthest) for one in strips(panel)] == [(NOW, 100)] * 2


def test_dragging_along_the_axis_asks_for_each_place_once(panel: CurvesPanel) -> None:
    loss = areas(panel)[0]
    updates = asked(panel)
    press, move, release = _hands.mousePress, _hands.mouseMove, _hands.mouseRelease
    press(loss, Qt.MouseButton.LeftButton, pos=on_axis(loss, 10))
    for place in (20, 20, 30):
        move(loss, on_axis(loss, place))
    assert updates == [10, 20, 30]
    # The knob is under the hand, whatever stands in the reports meanwhile.
    assert {one.now for one in strips(panel)} == {30}
    release(loss, Qt.MouseButton.LeftButton, pos=on_axis(loss, 30))
    assert updates == [10, 20, 30]
    assert loss.is_home


def test_reports_do_not_pull_the_knob_out_of_the_hand(
    panel: CurvesPanel, frame: Frame
) -> None:
    loss = areas(panel)[0]
    _hands.mousePress(loss, Qt.MouseButton.LeftButton, pos=on_axis(loss, 10))
    panel.show_frame(at_update(frame, 55))
    assert strips(panel)[0].now == 10
    _hands.mouseRelease(loss, Qt.MouseButton.LeftButton, pos=on_axis(loss, 10))
    panel.show_frame(at_update(frame, 11))
    assert strips(panel)[0].now == 11


def test_the_line_of_now_can_be_dragged(panel: CurvesPanel) -> None:
    accuracy = areas(panel)[1]
    updates = asked(panel)
    middle = accuracy.pixel_at(NOW, 50.0).toPoint()
    drag(accuracy, middle + QPoint(2, 0), accuracy.pixel_at(80.0, 50.0).toPoint())
    assert updates[-1] == 80
    assert accuracy.is_home


def test_where_everything_is_shown_any_place_can_be_dragged(panel: CurvesPanel) -> None:
    loss = areas(panel)[0]
    updates = asked(panel)
    drag(loss, loss.pixel_at(20, 1.0).toPoint(), loss.pixel_at(45, 1.0).toPoint())
    assert updates[-1] == 45
    assert loss.is_home
    # The plot has let go: what comes next is a click, and no end of a drag.
    click(loss, loss.pixel_at(30, 1.0).toPoint())
    assert updates[-1] == 30


def test_dragging_elsewhere_pans_what_is_zoomed(panel: CurvesPanel) -> None:
    (loss, _) = areas(panel)
    loss.zoom(0.5, 1.0)
    updates = asked(panel)
    drag(loss, loss.pixel_at(30, 1.0).toPoint(), loss.pixel_at(45, 1.0).toPoint())
    assert updates == []


def test_it_ends_where_the_run_does(panel: CurvesPanel) -> None:
    loss = areas(panel)[0]
    updates = asked(panel)
    drag(loss, on_axis(loss, 50), QPoint(loss.width() + 300, loss.height() - 2))
    drag(loss, on_axis(loss, 50), QPoint(-300, loss.height() - 2))
    assert (updates[1], updates[3]) == (100, 0)


def test_a_click_on_the_axis_asks_for_its_update(panel: CurvesPanel) -> None:
    loss = areas(panel)[0]
    updates = asked(panel)
    click(loss, on_axis(loss, 25))
    assert updates == [25]


@pytest.mark.parametrize(
    ("key", "update"), [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 100)]
)
def test_keys_lead_to_both_ends(panel: CurvesPanel, key: Qt.Key, update: int) -> None:
    updates = asked(panel)
    type_keys(areas(panel)[0], key)
    assert updates == [update]


def test_control_and_an_arrow_go_a_hundredth(panel: CurvesPanel, frame: Frame) -> None:
    panel.show_curves(made_curves(np.ones(5000)))
    panel.show_frame(at_update(frame, 1000))
    updates = asked(panel)
    area = areas(panel)[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        _hands.keyClick(area, key, Qt.KeyboardModifier.ControlModifier)
    first, second, third = updates
    assert first - 1000 == pytest.approx(50, abs=3)
    # Pressed before the answer is there, it goes on from what was asked for.
    assert second - first == pytest.approx(50, abs=3)
    assert third == first


def test_a_plot_in_focus_keeps_home_from_restarting(panel: CurvesPanel) -> None:
    for key, is_ours in ((Qt.Key.Key_Home, True), (Qt.Key.Key_Right, False)):
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier
        )
        event.ignore()
        QGuiApplication.sendEvent(areas(panel)[0], event)
        assert event.isAccepted() is is_ours


def test_without_a_run_there_is_nothing_to_drag(qtbot: QtBot) -> None:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.show()
    area = areas(panel)[0]
    with qtbot.assertNotEmitted(panel.update_selected):
        click(area, QPoint(area.width() // 2, area.height() - 2))
        type_keys(area, Qt.Key.Key_End)


def progress(panel: CurvesPanel) -> CurveProgress:
    (found,) = panel.findChildren(CurveProgress)
    return found


def test_a_long_jump_says_where_it_goes_and_how_far_it_has_come(
    qtbot: QtBot, panel: CurvesPanel
) -> None:
    panel.show_progress(1000, 9000)
    assert not progress(panel).isVisible()
    qtbot.waitUntil(progress(panel).isVisible)
    panel.show_progress(3000, 9000)
    assert progress(panel).share == pytest.approx(0.25)
    assert "update 9,000" in progress(panel).text
    assert "Esc" in progress(panel).text
    assert panel.rect().contains(progress(panel).geometry())
    panel.show_progress(None, None)
    assert not progress(panel).isVisible()


def test_another_goal_begins_another_way(panel: CurvesPanel) -> None:
    panel.show_progress(0, 100)
    panel.show_progress(50, 100)
    panel.show_progress(50, 0)
    assert progress(panel).share == 0.0
    panel.show_progress(25, 0)
    assert progress(panel).share == 0.5


def test_a_short_jump_flickers_nothing(qtbot: QtBot, panel: CurvesPanel) -> None:
    shown = progress(panel)
    panel.show_progress(0, 100)
    panel.show_progress(None, None)
    # What begins at the same time with the same delay, and does show, ends the wait.
    other = CurveProgress(panel)
    other.show_progress(0, 100)
    qtbot.waitUntil(other.isVisible)
    assert not shown.isVisible()
