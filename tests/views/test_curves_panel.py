"""The curves show the run as it is, and can be read, scaled, copied and clicked."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF
from PyQt6.QtGui import QAction, QGuiApplication
from PyQt6.QtWidgets import QGraphicsView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bpviz.look.palette import current_theme
from bpviz.look.theme import DARK
from bpviz.scene.numbers import format_number
from bpviz.training.curve_points import Evaluation
from bpviz.views import curve_view
from bpviz.views.curve_fit import fitting_values
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.legend import Legend
from bpviz.views.plot_area import PlotArea
from bpviz.views.readout import Readout
from tests.painting_counter import PaintingCounter
from tests.views.made_curves import (
    NO_CURVES,
    class_evaluation,
    made_curves,
    regression_evaluation,
)
from tests.views.report_work import Work, usual_work
from tests.views.runs import RealRun
from tests.views.seen import click, curves, drag, point, points, shows, turn_wheel

THREE = (
    class_evaluation(0, 0, 0.1),
    class_evaluation(50, 1, 0.8),
    class_evaluation(100, 2, 0.9),
)
FALLING = np.linspace(2.0, 0.5, 100)


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def choose(panel: CurvesPanel) -> Callable[[str], None]:
    def choose(text: str) -> None:
        (action,) = (a for a in panel.findChildren(QAction) if a.text() == text)
        action.trigger()

    return choose


def plots(panel: CurvesPanel) -> list[PlotArea]:
    return [plot.area for plot in panel.findChildren(CurvePlot) if plot.isVisible()]


def viewport_of(area: PlotArea) -> QWidget:
    picture = area.findChild(QGraphicsView)
    assert picture is not None
    viewport = picture.viewport()
    assert viewport is not None
    return viewport


def readouts(panel: CurvesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Readout) if label.isVisible()]


def hover(area: PlotArea, update: float) -> None:
    pixel = area.pixel_at(update, area.view.bottom).toPoint()
    point(area, pixel - QPoint(0, 9))


def test_what_is_drawn_is_what_was_given(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    loss, accuracy = plots(panel)
    assert shows(curves(loss), np.arange(0.0, 100.0), FALLING)
    evaluated = np.array([0.0, 50.0, 100.0])
    assert shows(curves(loss), evaluated, [e.train_loss for e in THREE])
    assert shows(curves(loss), evaluated, [e.test_loss for e in THREE])
    shares = np.array([e.train_accuracy for e in THREE], np.float64)
    assert shows(curves(accuracy), evaluated, 100 * shares)
    assert shows(points(accuracy), evaluated, 100 * shares)


def test_the_band_reaches_from_lowest_to_highest(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, spread=0.25))
    (loss,) = plots(panel)
    updates = np.arange(0.0, 100.0)
    assert shows(
        curves(loss),
        np.concatenate([updates, updates[::-1]]),
        np.concatenate([FALLING + 0.25, FALLING[::-1] - 0.25]),
    )


def test_a_regression_has_no_accuracy(panel: CurvesPanel) -> None:
    run = RealRun("quadratic")
    panel.show_session(run.opened)
    run.train(60)
    panel.show_curves(run.curves)
    assert len(plots(panel)) == 1
    assert panel.findChildren(Legend)[0].texts == ["batch", "training"]


def test_empty_curves_say_what_to_do(panel: CurvesPanel) -> None:
    panel.show_curves(NO_CURVES)
    assert "Space" in plots(panel)[0].message
    panel.show_curves(made_curves([1.0]))
    assert plots(panel)[0].message == ""


def test_another_session_begins_with_empty_curves(panel: CurvesPanel) -> None:
    run = RealRun("xor")
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    plots(panel)[0].zoom(0.5, 1.0)
    panel.show_session(run.opened)
    for area in plots(panel):
        assert not curves(area)
        assert area.is_home
    assert "Space" in plots(panel)[0].message


def test_a_logarithmic_axis_shows_powers_of_ten(
    panel: CurvesPanel, choose: Callable[[str], None]
) -> None:
    means = np.array([1000.0, 10.0, 0.0, 0.1])
    panel.show_curves(made_curves(means))
    choose("Logarithmic loss")
    (loss,) = plots(panel)
    drawn = next(y for x, y in curves(loss) if np.array_equal(x, [0.0, 1.0, 2.0, 3.0]))
    np.testing.assert_array_equal(drawn, [3.0, 1.0, np.nan, -1.0])
    texts = [tick.text for tick in loss.axes.y.ticks]
    assert {"0.1", "1,000"} <= set(texts)
    assert "log" in loss.axes.y.title.lower()
    choose("Logarithmic loss")
    assert shows(curves(loss), np.arange(0.0, 4.0), means)


def test_smoothing_shows_means(
    panel: CurvesPanel, choose: Callable[[str], None]
) -> None:
    means = np.arange(20.0)
    panel.show_curves(made_curves(means))
    choose("Mean of 10 updates")
    expected = [means[max(0, k - 9) : k + 1].mean() for k in range(20)]
    assert shows(curves(plots(panel)[0]), np.arange(0.0, 20.0), np.array(expected))


def test_smoothing_over_an_epoch_knows_how_long_that_is(
    panel: CurvesPanel, choose: Callable[[str], None]
) -> None:
    run = RealRun("quadratic")
    panel.show_session(run.opened)
    choose("Mean over an epoch")
    run.train(60)
    panel.show_curves(run.curves)
    means = run.curves.losses.mean
    expected = [means[max(0, k - 29) : k + 1].mean() for k in range(60)]
    drawn = next(y for x, y in curves(plots(panel)[0]) if len(x) == 60)
    np.testing.assert_allclose(drawn, expected)


def test_hovering_tells_update_epoch_and_every_value(panel: CurvesPanel) -> None:
    run = RealRun("quadratic")
    panel.show_session(run.opened)
    run.train(60)
    panel.show_curves(run.curves)
    (loss,) = plots(panel)
    hover(loss, 44.0)
    (text,) = readouts(panel)
    assert "after update 44 · epoch 2" in text
    # The batch that the next update learns from: its loss is of the same parameters.
    assert "batch of update 45" in text
    assert format_number(run.curves.losses.mean[44]) in text
    (evaluated,) = (e for e in run.curves.evaluations if e.update == 30)
    assert format_number(evaluated.train_loss) in text


def test_both_plots_read_the_same_update(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    loss, accuracy = plots(panel)
    hover(accuracy, 52.0)
    of_loss, of_accuracy = readouts(panel)
    assert "update 52" in of_loss
    assert "80.00 %" in of_accuracy
    assert "75.00 %" in of_accuracy
    point(loss, QPoint(1, 1))
    assert readouts(panel) == []


def test_the_readout_of_many_batches_says_so(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, stride=16))
    hover(plots(panel)[0], 800.0)
    assert "mean of 16 batches" in readouts(panel)[0]


def test_a_click_selects_the_update(qtbot: QtBot, panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    (loss, _) = plots(panel)
    pixel = loss.pixel_at(30.0, loss.view.top / 2).toPoint()
    with qtbot.waitSignal(panel.update_selected) as selected:
        click(loss, pixel)
    assert selected.args == [30]


def test_a_click_beside_the_curve_selects_an_update_that_exists(
    qtbot: QtBot, panel: CurvesPanel
) -> None:
    panel.show_curves(made_curves(FALLING))
    (loss,) = plots(panel)
    right = QPoint(loss.picture.right(), loss.picture.center().y())
    with qtbot.waitSignal(panel.update_selected) as selected:
        click(loss, right)
    assert selected.args == [100]


def test_the_whole_run_stays_in_view_while_it_grows(panel: CurvesPanel) -> None:
    for updates in (1, 10, 500):
        panel.show_curves(made_curves(np.ones(updates)))
        view = plots(panel)[0].view
        assert view.left <= 0 < updates <= view.right


def test_zoomed_in_on_the_newest_it_follows(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(np.ones(1000), evaluations=THREE))
    loss, accuracy = plots(panel)
    turn_wheel(loss, loss.pixel_at(1000.0, 0.5), 10)
    width = loss.view.width
    assert width < 200
    panel.show_curves(made_curves(np.ones(1500), evaluations=THREE))
    for area in (loss, accuracy):
        assert area.view.left < 1500 <= area.view.right
        assert area.view.width == pytest.approx(width)


def test_zoomed_in_on_the_past_it_stands_still(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(np.ones(1000), evaluations=THREE))
    loss, accuracy = plots(panel)
    turn_wheel(loss, loss.pixel_at(300.0, 0.5), 10)
    before = loss.view
    panel.show_curves(made_curves(np.ones(1500), evaluations=THREE))
    assert (loss.view.left, loss.view.right) == (before.left, before.right)
    assert (accuracy.view.left, accuracy.view.right) == (before.left, before.right)


def test_the_button_shows_everything_again(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    (button,) = (
        b for b in panel.findChildren(QToolButton) if "whole run" in b.toolTip()
    )
    assert not button.isEnabled()
    loss, accuracy = plots(panel)
    turn_wheel(loss, loss.pixel_at(50.0, 1.0), 5)
    assert button.isEnabled()
    button.click()
    assert not button.isEnabled()
    assert loss.is_home
    assert accuracy.is_home


def test_zooming_out_ends_at_the_whole_run(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING))
    (loss,) = plots(panel)
    whole = loss.view
    turn_wheel(loss, loss.pixel_at(50.0, 1.0), 3)
    turn_wheel(loss, loss.pixel_at(50.0, 1.0), -9)
    assert loss.view == whole
    assert loss.is_home


def test_values_zoomed_by_hand_stay_so(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING))
    (loss,) = plots(panel)
    turn_wheel(loss, QPointF(2.0, loss.picture.center().y()), 3)
    top = loss.view.top
    panel.show_curves(made_curves(np.concatenate([FALLING, [0.4]])))
    assert loss.view.top == top


def test_copied_values_are_on_the_clipboard(
    panel: CurvesPanel, choose: Callable[[str], None]
) -> None:
    panel.show_curves(made_curves([0.125], evaluations=THREE))
    choose("Copy values")
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    header, first, second, *_ = clipboard.text().splitlines()
    assert header.startswith("update\tepoch\tbatch_loss_mean")
    assert first.split("\t")[:3] == ["0", "0", "0.125"]
    assert second.split("\t")[:3] == ["50", "1", ""]


def test_the_present_moment_is_marked(panel: CurvesPanel) -> None:
    run = RealRun("quadratic")
    panel.show_session(run.opened)
    run.train(40)
    panel.show_frame(run.frame)
    panel.show_curves(run.curves)
    image = plots(panel)[0].grab().toImage()
    pixel = plots(panel)[0].pixel_at(40.0, plots(panel)[0].view.top).toPoint()
    column = {
        image.pixelColor(pixel.x() + dx, pixel.y() + 5).name() for dx in (-1, 0, 1)
    }
    assert current_theme().accent in column


@pytest.mark.parametrize("size", [(420, 180), (264, 170), (300, 500), (1400, 260)])
def test_everything_fits(panel: CurvesPanel, size: tuple[int, int]) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    panel.resize(*size)
    QGuiApplication.processEvents()
    assert (panel.width(), panel.height()) == size
    buttons = (b for b in panel.findChildren(QToolButton) if b.isVisible())
    for widget in (*plots(panel), *buttons):
        corner = widget.mapTo(panel, QPoint(0, 0))
        assert panel.rect().contains(widget.rect().translated(corner))
        assert widget.width() >= widget.minimumSizeHint().width()
    legend = panel.findChildren(Legend)[0]
    assert panel.rect().contains(legend.geometry())


def test_plots_below_each_other_begin_at_the_same_place(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(1e4 * FALLING, evaluations=THREE))
    panel.resize(360, 500)
    QGuiApplication.processEvents()
    loss, accuracy = plots(panel)
    assert loss.mapTo(panel, QPoint()).x() == accuracy.mapTo(panel, QPoint()).x()
    assert loss.picture.left() == accuracy.picture.left()
    assert loss.picture.width() == accuracy.picture.width()


def test_a_theme_reaches_everything(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    panel.set_theme(DARK)
    for area in plots(panel):
        image = area.grab().toImage()
        assert image.pixelColor(1, 1).name() == DARK.window
        corner = area.picture.topRight() - QPoint(2, -2)
        assert image.pixelColor(corner).name() in (DARK.window, DARK.grid_line)


@pytest.mark.parametrize("log", [False, True])
def test_a_run_that_diverges_is_drawn_as_far_as_it_goes(
    panel: CurvesPanel, log: bool
) -> None:
    means = np.array([1.0, 1e3, 1e150, 1e308, np.inf, np.nan])
    evaluations = (
        regression_evaluation(0, 0, 1.0),
        regression_evaluation(5, 1, float("nan")),
        Evaluation(6, 2, float("inf"), None, None, None),
    )
    panel._menu.log.setChecked(log)
    panel.show_curves(made_curves(means, evaluations=evaluations))
    panel.grab()  # A warning of Qt's fails the test.
    (loss,) = plots(panel)
    assert loss.view.can_be_shown()


def test_a_long_run_costs_no_more_points_than_pixels(panel: CurvesPanel) -> None:
    evaluations = tuple(class_evaluation(25 * k, k, k / 4001) for k in range(4001))
    means = np.random.default_rng(0).random(4096)
    panel.show_curves(made_curves(means, stride=32, evaluations=evaluations))
    for area in plots(panel):
        for x, _ in curves(area):
            assert len(x) <= 2 * area.picture.width()
        for x, _ in points(area):
            assert len(x) <= area.picture.width() / 8


def test_one_report_is_one_painting(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(np.ones(3000), evaluations=THREE))
    QGuiApplication.processEvents()
    painted = [
        PaintingCounter(widget)
        for plot in panel.findChildren(CurvePlot)
        if plot.isVisible()
        for widget in (viewport_of(plot.area), plot.area, plot.strip)
    ]
    more = (*THREE, class_evaluation(3000, 3, 0.95))
    panel.show_curves(made_curves(np.ones(3040), evaluations=more))
    panel._hands.show_moment(3040)
    for _ in range(3):
        QGuiApplication.processEvents()
    assert [counter.count for counter in painted] == 6 * [1]


def test_nothing_new_paints_nothing(panel: CurvesPanel) -> None:
    made = made_curves(np.ones(3000), evaluations=THREE)
    panel.show_curves(made)
    QGuiApplication.processEvents()
    (legend,) = panel.findChildren(Legend)
    counter = PaintingCounter(legend)
    panel.show_curves(made_curves(np.ones(3040), evaluations=THREE))
    QGuiApplication.processEvents()
    assert counter.count == 0


def test_one_report_fits_the_axis_of_each_plot_once(
    panel: CurvesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.show_curves(made_curves(np.ones(3000), evaluations=THREE))
    fitted: list[int] = []

    def fit(*given: Any, **chosen: Any) -> tuple[float, float] | None:
        fitted.append(1)
        return fitting_values(*given, **chosen)

    monkeypatch.setattr(curve_view, "fitting_values", fit)
    panel.show_curves(made_curves(np.ones(3040), evaluations=THREE))
    assert len(fitted) == len(plots(panel)) == 2


def test_an_axis_is_fitted_without_a_module_that_is_slow_to_load() -> None:
    code = (
        "import sys, numpy as np\n"
        "from bpviz.views.curve_fit import fitting_values\n"
        "from bpviz.views.curve_series import Role, Series\n"
        "many = np.arange(99.0)\n"
        "fitting_values([Series(Role.BATCH, many, many)], 0, 99, log=False)\n"
        "print('numpy.ma' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "False"


def test_each_plot_goes_to_its_own_end(panel: CurvesPanel) -> None:
    """Wider labels leave less room, and the same margin is more updates."""
    panel.show_curves(made_curves(1e6 * np.ones(1000), evaluations=THREE))
    loss, accuracy = plots(panel)
    end = loss.view.right
    assert end != accuracy.view.right
    turn_wheel(loss, loss.pixel_at(500.0, 1.0), 3)
    middle = loss.picture.center()
    drag(loss, middle, middle - QPoint(400, 0))
    assert loss.view.right == pytest.approx(end, abs=1e-6)


def test_it_says_what_it_is(panel: CurvesPanel) -> None:
    panel.show_curves(made_curves(FALLING, evaluations=THREE))
    assert [area.accessibleName() for area in plots(panel)] == [
        "Curves of the loss",
        "Curves of the accuracy",
    ]
    for button in panel.findChildren(QToolButton):
        assert button.text()


def work_of_a_report(panel: CurvesPanel, updates: int, stride: int) -> Work:
    means = np.random.default_rng(0).random(updates // stride)
    evaluations = tuple(class_evaluation(k * updates // 8, k, k / 9) for k in range(9))
    reports = (
        made_curves(
            np.append(means, [0.5] * more), stride=stride, evaluations=evaluations
        )
        for more in range(10)
    )
    return usual_work(panel.show_curves, reports)


def test_a_hundred_thousand_updates_are_little_more_work_than_a_hundred(
    panel: CurvesPanel,
) -> None:
    few = work_of_a_report(panel, 100, 1)
    many = work_of_a_report(panel, 100_000, 32)
    assert 100 < many.points < 1.5 * few.points
    assert many.calls < 1.5 * few.calls
