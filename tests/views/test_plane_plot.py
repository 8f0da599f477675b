"""The plane shows the decision, the samples of both classes, and those learned from."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.look.theme import DARK, LIGHT
from bpviz.scene.colors import canvas_color
from bpviz.training.frame import Frame
from bpviz.training.probe import ProbeAnswers
from bpviz.views.legend import Legend
from bpviz.views.plane_plot import PlanePlot
from bpviz.views.plot_picture import GridPicture
from bpviz.views.plot_points import Points
from tests.views.runs import RealRun
from tests.views.seen import items, points, shows


@pytest.fixture(scope="module")
def run() -> RealRun:
    run = RealRun("circles")
    run.train(2000)
    return run


@pytest.fixture
def plot(qtbot: QtBot, run: RealRun) -> PlanePlot:
    plot = PlanePlot()
    qtbot.addWidget(plot)
    plot.resize(360, 400)
    plot.set_theme(LIGHT)
    plot.show()
    qtbot.waitExposed(plot)
    plot.show_data(run.opened.dataset)
    plot.show_frame(run.frame)
    return plot


def with_outputs(run: RealRun, outputs: np.ndarray) -> Frame:
    frame = run.frame
    return Frame(
        frame.session,
        frame.network,
        frame.moment,
        frame.epoch,
        frame.parameters,
        frame.trace,
        ProbeAnswers(lambda: outputs),
    )


def of_class(samples: Samples | None, label: int) -> tuple[np.ndarray, np.ndarray]:
    assert samples is not None
    inputs = samples.inputs[samples.labels == label]
    return inputs[:, 0], inputs[:, 1]


def test_every_sample_is_there_in_the_marks_of_its_class(
    plot: PlanePlot, run: RealRun
) -> None:
    dataset = run.opened.dataset
    found = points(plot.area)
    for label in (0, 1):
        assert shows(found, *of_class(dataset.train, label))
        assert shows(found, *of_class(dataset.test, label))
    marks = [item.mark for item in items(plot.area, Points) if len(item.points[0]) > 20]
    assert len({mark.shape for mark in marks}) == 2
    assert len({(mark.shape, mark.color, mark.filled) for mark in marks}) == 4


def test_the_colours_are_the_networks_answers(plot: PlanePlot, run: RealRun) -> None:
    """Where the network says 1 it is red, where it says 0 blue, beneath the marks."""
    outputs = run.frame.probe_outputs
    assert outputs is not None
    x_axis, y_axis = run.opened.dataset.probe_axes
    (item,) = items(plot.area, GridPicture)
    image = item.pixmap.toImage()
    assert (image.width(), image.height()) == (len(x_axis), len(y_axis))
    for row in range(0, len(y_axis), 7):
        for column in range(0, len(x_axis), 7):
            output = outputs[row * len(x_axis) + column, 0]
            color = image.pixelColor(column, row)
            if abs(output - 0.5) > 0.1:
                assert (color.red() > color.blue()) == (output > 0.5)


def test_the_picture_lies_where_the_grid_was(plot: PlanePlot, run: RealRun) -> None:
    x_axis, y_axis = run.opened.dataset.probe_axes
    (item,) = items(plot.area, GridPicture)
    first = item.from_pixels.map(0.5, 0.5)
    last = item.from_pixels.map(len(x_axis) - 0.5, len(y_axis) - 0.5)
    assert first == pytest.approx((x_axis[0], y_axis[0]))
    assert last == pytest.approx((x_axis[-1], y_axis[-1]))


def test_the_upper_side_of_the_plane_is_up(plot: PlanePlot, run: RealRun) -> None:
    outputs = run.frame.probe_outputs
    assert outputs is not None
    # The rows of the grid go upwards: the upper half says 1.
    upper_half = (np.arange(len(outputs)) >= len(outputs) / 2).astype(np.float64)
    plot.show_frame(with_outputs(run, upper_half.reshape(-1, 1)))
    picture = plot.area.picture
    image = plot.area.grab().toImage()
    upper = image.pixelColor(picture.topLeft() + QPoint(4, 4))
    lower = image.pixelColor(picture.bottomLeft() + QPoint(4, -4))
    assert upper.red() > upper.blue()
    assert lower.blue() > lower.red()


def test_what_is_learned_from_is_ringed(plot: PlanePlot, run: RealRun) -> None:
    trace = run.frame.trace
    assert trace is not None
    inputs = run.opened.dataset.train.inputs[trace.samples]
    assert shows(points(plot.area), inputs[:, 0], inputs[:, 1])
    (legend,) = plot.findChildren(Legend)
    assert legend.texts == ["class 0", "class 1", "test", "learning from"]


def test_a_theme_recolours_the_decision(plot: PlanePlot) -> None:
    (item,) = items(plot.area, GridPicture)
    light = item.pixmap.toImage()
    plot.set_theme(DARK)
    dark = item.pixmap.toImage()
    assert light.pixel(0, 0) != dark.pixel(0, 0)
    assert plot.area.grab().toImage().pixel(1, 1) == canvas_color(dark=True)


def test_other_data_leave_nothing_of_the_old(plot: PlanePlot) -> None:
    xor = RealRun("xor").opened.dataset
    plot.show_data(xor)
    count = sum(len(x) for x, _ in points(plot.area))
    assert xor.test is not None
    assert count == len(xor.train) + len(xor.test)
    assert not items(plot.area, GridPicture)


def test_the_legend_stands_where_there_is_room(plot: PlanePlot) -> None:
    (legend,) = plot.findChildren(Legend)
    assert legend.geometry().bottom() <= plot.area.geometry().top()
    plot.resize(420, 180)
    QApplication.processEvents()
    assert plot.height() == 180
    assert legend.geometry().right() <= plot.area.geometry().left()
    assert plot.area.picture.height() > 120


def three_classes() -> Dataset:
    axis = np.linspace(0.0, 1.0, 5)
    x, y = np.meshgrid(axis, axis)
    grid = np.column_stack([x.ravel(), y.ravel()])
    labels = np.arange(25, dtype=np.int64) % 3
    return Dataset(
        key="file",
        title="three",
        task=Task.CLASSIFICATION,
        picture=Picture.PLANE,
        train=Samples(grid.copy(), np.eye(3)[labels], labels),
        test=None,
        input_names=("width", "height"),
        output_names=("a", "b", "c"),
        class_names=("a", "b", "c"),
        probe=grid,
        probe_axes=(axis, axis),
    )


def test_three_classes_and_no_test_data_are_shown_too(
    plot: PlanePlot, run: RealRun
) -> None:
    dataset = three_classes()
    plot.show_data(dataset)
    plot.show_frame(replace(with_outputs(run, dataset.train.targets), trace=None))
    (legend,) = plot.findChildren(Legend)
    assert legend.texts == ["class a", "class b", "class c"]
    (item,) = items(plot.area, GridPicture)
    image = item.pixmap.toImage()
    assert len({image.pixel(x, y) for x in range(5) for y in range(5)}) == 3
    assert plot.area.axes.x.title == "width"
