"""The sample, its label and the outputs are those of the batch's first picture."""

import numpy as np
import pytest
from PyQt6.QtCore import QPoint
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.look.palette import current_theme
from bpviz.look.theme import DARK, LIGHT
from bpviz.scene.colors import ink_colors
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment
from bpviz.training.timeline import Timeline
from bpviz.views.output_bars import Answers, OutputBars, in_words
from bpviz.views.pixel_picture import PixelPicture
from bpviz.views.sample_view import SampleView

NAMES = tuple("0123456789")
ROW = 24  # pixels
FORWARD = 3  # load, z, a of the only layer


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    generator = np.random.default_rng(0)
    pixels = generator.integers(0, 256, (20, 28 * 28)).astype(np.uint8)
    labels = np.arange(20, dtype=np.int64) % 10
    return Dataset(
        key="file",
        title="noise",
        task=Task.CLASSIFICATION,
        picture=Picture.IMAGES,
        train=Samples(pixels, np.eye(10)[labels], labels, 255.0),
        test=None,
        input_names=(),
        output_names=NAMES,
        class_names=NAMES,
        image_shape=(28, 28),
    )


@pytest.fixture(scope="module")
def timeline(dataset: Dataset) -> Timeline:
    experiment = Experiment(
        preset="",
        data=DataChoice(key="file"),
        layer_sizes=(784, 10),
        activations=("sigmoid",),
        loss="squared_error",
        batch_size=4,
    )
    return Timeline(experiment, dataset)


def frame_at(timeline: Timeline, moment: Moment) -> Frame:
    timeline.go_to(moment, float("inf"))
    return Frame(
        0,
        timeline.engine.network,
        timeline.moment,
        0,
        timeline.parameters,
        timeline.trace,
    )


@pytest.fixture
def view(qtbot: QtBot) -> SampleView:
    view = SampleView()
    qtbot.addWidget(view)
    view.resize(420, 180)
    view.show()
    qtbot.waitExposed(view)
    return view


def words(view: SampleView) -> str:
    return " ".join(w.text() for w in view.findChildren(QLabel) if w.isVisible())


def test_nothing_loaded_says_what_to_do(
    view: SampleView, timeline: Timeline, dataset: Dataset
) -> None:
    view.show_frame(frame_at(timeline, Moment(0, 0)), dataset)
    assert words(view) == "Press Down for the first operation: it loads a sample"
    assert not any(w.isVisible() for w in view.findChildren(OutputBars))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_pixel_is_the_samples(
    view: SampleView, timeline: Timeline, dataset: Dataset, theme: object
) -> None:
    frame = frame_at(timeline, Moment(0, 1))
    view.show_frame(frame, dataset)
    dark = theme is DARK
    view.set_theme(DARK if dark else LIGHT)
    (picture,) = view.findChildren(PixelPicture)
    image = picture.grab().toImage()
    place = picture.place
    zoom = place.width() // 28
    assert zoom >= 5
    assert (place.width(), place.height()) == (28 * zoom, 28 * zoom)
    assert frame.trace is not None
    sample = dataset.train.inputs[frame.trace.samples[0]].reshape(28, 28)
    expected = ink_colors(sample.astype(np.float64), 255.0, dark)
    for row in range(0, 28, 3):
        for column in range(28):
            for offset in (0, zoom - 1):  # crisp up to its edges
                pixel = place.topLeft() + QPoint(
                    column * zoom + offset, row * zoom + offset
                )
                assert image.pixel(pixel) == expected[row, column]


def test_the_answer_is_told_only_when_there_is_one(
    view: SampleView, timeline: Timeline, dataset: Dataset
) -> None:
    (bars,) = view.findChildren(OutputBars)
    frame = frame_at(timeline, Moment(1, FORWARD - 1))
    view.show_frame(frame, dataset)
    assert frame.trace is not None
    label = NAMES[int(frame.trace.targets[0].argmax())]
    assert f"Right is {label}. No answer yet." in words(view)
    assert bars.answers is not None
    assert bars.answers.outputs is None

    view.show_frame(frame_at(timeline, Moment(1, FORWARD)), dataset)
    outputs = frame.trace.activations[-1][0]
    np.testing.assert_array_equal(bars.answers.outputs, outputs)
    assert f"says {NAMES[int(outputs.argmax())]}" in words(view)
    assert "1 of 4 in the batch" in words(view)


def answers(outputs: list[float] | None, right: int = 1) -> Answers:
    targets = np.eye(3)[right]
    return Answers(
        ("a", "b", "c"), targets, None if outputs is None else np.array(outputs)
    )


def test_words_for_every_answer() -> None:
    assert in_words(answers(None)) == "Right is b. No answer yet."
    assert in_words(answers([0.1, 0.9, 0.0])) == "The network says b, rightly."
    assert in_words(answers([0.1, 0.0, 0.9])) == "The network says c; right is b."
    assert in_words(answers([np.nan] * 3)) == "Right is b. No answer yet."


@pytest.fixture
def bars(qtbot: QtBot) -> OutputBars:
    bars = OutputBars()
    qtbot.addWidget(bars)
    bars.resize(300, 3 * ROW)
    return bars


def lengths(bars: OutputBars, color: str) -> list[int]:
    """How many pixels of a colour each row has along its middle."""
    image = bars.grab().toImage()
    height = image.height() // 3
    return [
        sum(
            image.pixelColor(x, row * height + height // 2).name() == color
            for x in range(image.width())
        )
        for row in range(3)
    ]


def test_bars_are_as_long_as_the_outputs(bars: OutputBars) -> None:
    bars.show_answers(answers([0.0, 0.25, 1.0]))
    theme = current_theme()
    none, _, full = lengths(bars, theme.series[0])
    assert none == 0
    bars.show_answers(answers([0.0, 0.25, 0.5]))
    half = lengths(bars, theme.series[0])[2]
    assert half == pytest.approx(full / 2, abs=2)


def test_without_outputs_there_are_no_bars(bars: OutputBars) -> None:
    bars.show_answers(answers(None))
    assert lengths(bars, current_theme().series[0]) == [0, 0, 0]


def test_right_and_given_are_marked_by_more_than_colour(bars: OutputBars) -> None:
    """In black and white, under one name, right, given and other rows all differ."""
    targets, outputs = np.array([0.0, 1.0, 0.0]), np.array([0.5, 0.5, 0.50001])
    bars.show_answers(Answers(("a", "a", "a"), targets, outputs))
    image = bars.grab().toImage()
    paper = image.pixelColor(299, 0)
    ink = [
        [
            image.pixelColor(x, ROW * row + y) != paper
            for x in range(34)  # up to where the bars begin
            for y in range(ROW)
        ]
        for row in range(3)
    ]
    other, right, given = ink
    assert other != right != given != other


@pytest.mark.parametrize("values", [[-2.0, 0.5, 3.0], [np.nan, np.inf, 0.1]])
def test_outputs_beyond_0_and_1_fit(bars: OutputBars, values: list[float]) -> None:
    bars.show_answers(answers(values))
    assert not bars.grab().isNull()
    assert bars.accessibleDescription() == in_words(answers(values))


def test_tall_and_small_sizes_show_the_whole_picture(
    view: SampleView, timeline: Timeline, dataset: Dataset
) -> None:
    view.show_frame(frame_at(timeline, Moment(0, 1)), dataset)
    (picture,) = view.findChildren(PixelPicture)
    for size in ((240, 160), (420, 180), (700, 500)):
        view.resize(*size)
        assert (view.width(), view.height()) == size
        assert picture.rect().contains(picture.place)
