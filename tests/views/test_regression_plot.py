"""The fit, the data and the residual are where the numbers say."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.scene.numbers import format_number
from bpviz.views.legend import Legend
from bpviz.views.regression_plot import RegressionPlot
from tests.views.runs import RealRun
from tests.views.seen import curves, points, shows

FORWARD = 7  # load; z and a of three layers


@pytest.fixture
def run() -> RealRun:
    return RealRun("quadratic")


@pytest.fixture
def plot(qtbot: QtBot, run: RealRun) -> RegressionPlot:
    plot = RegressionPlot()
    qtbot.addWidget(plot)
    plot.resize(420, 180)
    plot.show()
    plot.show_data(run.opened.dataset)
    plot.show_frame(run.frame)
    return plot


def keys(plot: RegressionPlot) -> list[str]:
    (legend,) = plot.findChildren(Legend)
    return legend.texts


def test_data_and_fit_are_those_given(plot: RegressionPlot, run: RealRun) -> None:
    train = run.opened.dataset.train
    assert shows(points(plot.area), train.inputs[:, 0], train.targets[:, 0])
    outputs = run.train(300).probe_outputs
    assert outputs is not None
    plot.show_frame(run.frame)
    axis = run.opened.dataset.probe_axes[0]
    assert shows(curves(plot.area), axis, outputs[:, 0])
    assert plot.area.view.left == axis[0]
    assert plot.area.view.right == axis[-1]


def test_the_axes_are_named_after_the_data(plot: RegressionPlot) -> None:
    assert (plot.area.axes.x.title, plot.area.axes.y.title) == ("x", "y")


def test_the_sample_is_ringed_before_there_is_an_answer(
    plot: RegressionPlot, run: RealRun
) -> None:
    frame = run.step(1)
    plot.show_frame(frame)
    assert frame.trace is not None
    train = run.opened.dataset.train
    index = frame.trace.samples[0]
    assert shows(points(plot.area), [train.inputs[index, 0]], [train.targets[index, 0]])
    assert "learning from" in keys(plot)
    assert not any(len(x) == 2 and x[0] == x[1] for x, _ in curves(plot.area))


@pytest.mark.parametrize("operations", [FORWARD, FORWARD + 3, 15])
def test_the_residual_goes_from_the_answer_to_the_target(
    plot: RegressionPlot, run: RealRun, operations: int
) -> None:
    run.train(33)
    frame = run.step(operations)
    plot.show_frame(frame)
    assert frame.trace is not None
    answer = float(frame.trace.activations[-1][0, 0])
    target = float(frame.trace.targets[0, 0])
    x = run.opened.dataset.train.inputs[frame.trace.samples[0], 0]
    assert shows(curves(plot.area), [x, x], [answer, target])
    assert shows(points(plot.area), [x], [answer])
    assert any(format_number(answer - target) in text for text in keys(plot))


def test_after_the_update_the_residual_is_that_of_before(
    plot: RegressionPlot, run: RealRun
) -> None:
    run.train(33)
    plot.show_frame(run.step(14))
    assert any(text.startswith("a − y = ") for text in keys(plot))
    before = plot.grab().toImage()
    plot.show_frame(run.step(1))
    assert any(text.startswith("a − y was ") for text in keys(plot))
    # The curve has moved on: the answer is drawn hollow, and the way to it dashed.
    assert plot.grab().toImage() != before


def test_the_keys_stay_where_they_are_at_the_first_step(
    plot: RegressionPlot, run: RealRun
) -> None:
    top = plot.area.mapTo(plot, plot.area.rect().topLeft()).y()
    for operations in (1, FORWARD - 1, 8):
        plot.show_frame(run.step(operations))
        assert len(keys(plot)) == 3
        assert plot.area.mapTo(plot, plot.area.rect().topLeft()).y() == top


def test_the_answer_lies_on_the_fit_until_the_update(
    plot: RegressionPlot, run: RealRun
) -> None:
    run.train(33)
    frame = run.step(FORWARD)
    assert frame.trace is not None
    assert frame.probe_outputs is not None
    x = run.opened.dataset.train.inputs[frame.trace.samples[0], 0]
    axis = run.opened.dataset.probe_axes[0]
    on_fit = np.interp(x, axis, frame.probe_outputs[:, 0])
    assert frame.trace.activations[-1][0, 0] == pytest.approx(on_fit, abs=0.05)


def test_a_batch_has_all_its_residuals(qtbot: QtBot) -> None:
    run = RealRun("quadratic", batch_size=10)
    plot = RegressionPlot()
    qtbot.addWidget(plot)
    plot.show_data(run.opened.dataset)
    plot.show_frame(run.step(FORWARD))
    assert any(len(x) == 20 for x, _ in curves(plot.area))
    assert "residuals a − y" in keys(plot)


def test_a_curve_out_of_view_says_so(plot: RegressionPlot, run: RealRun) -> None:
    assert "network" in keys(plot)
    plot.area.go_to(plot.area.view.moved(0.0, 1e6))
    plot.show_frame(run.frame)
    assert "network (out of view)" in keys(plot)


def test_other_data_leave_nothing_of_the_old(
    plot: RegressionPlot, run: RealRun
) -> None:
    plot.show_frame(run.step(15))
    chain = RealRun("chain")
    plot.show_data(chain.opened.dataset)
    train = chain.opened.dataset.train
    (only,) = points(plot.area)
    assert shows([only], train.inputs[:, 0], train.targets[:, 0])
    assert "network" in keys(plot)
    assert plot.area.is_home


def test_nothing_open_says_what_to_do(qtbot: QtBot) -> None:
    plot = RegressionPlot()
    qtbot.addWidget(plot)
    assert "Open" in plot.area.message


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_theme_reaches_the_fit(plot: RegressionPlot, theme: Theme) -> None:
    plot.area.clearFocus()
    plot.set_theme(theme)
    image = plot.area.grab().toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
    }
    assert {theme.window, theme.text} <= colors
