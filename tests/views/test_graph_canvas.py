"""The graph is painted where it can be read, and hands find what they see."""

from typing import Any

import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QImage
from PyQt6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT, Theme
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_numbers import Grid, is_too_large
from bpviz.scene.graph_parts import LabelKind, PictureLabel
from bpviz.scene.graph_stage import NUMBER, Stage
from bpviz.views.graph_canvas import GraphCanvas
from bpviz.views.graph_label_room import label_grid, label_rect
from bpviz.views.graph_legend import legend_texts
from bpviz.views.graph_nodes import node_rect
from bpviz.views.graph_style import GraphStyle
from tests.scene.graphs import trained_frame
from tests.views.seen import double_click, drag, point, turn_wheel, type_keys

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

SIZE = (980, 470)


class Shown:
    """A canvas with a document."""

    def __init__(self, qtbot: QtBot, key: str = "apples") -> None:
        self.document = GraphDocument()
        self.canvas = GraphCanvas()
        qtbot.addWidget(self.canvas)
        self.canvas.resize(*SIZE)
        self.canvas.show()
        if key in GRAPH_PRESETS:
            self.document.open_preset(GRAPH_PRESETS[key])
        else:
            sizes = tuple(map(int, key.split("-")))
            self.document.open_network(NetworkSource(trained_frame(*sizes)))
            self.document.unfold_all(unfolded=True)
        self.document.finish()
        self.show()

    def show(self) -> None:
        picture = self.document.picture()
        assert picture is not None
        self.canvas.show_picture(picture)

    @property
    def stage(self) -> Stage:
        stage = self.canvas.stage()
        assert stage is not None
        return stage

    def label(self, name: str, kind: LabelKind) -> PictureLabel:
        picture = self.canvas.picture
        assert picture is not None
        node = picture.moment.passes.shown.graph.named(name).index
        found = (one for one in picture.labels if one.node == node)
        return next(one for one in found if one.kind is kind)

    def pixel_of_label(self, name: str, kind: LabelKind) -> QPoint:
        label = self.label(name, kind)
        return QPointF(*self.stage.seen(label.x, label.y)).toPoint()

    def pixel_of_node(self, name: str) -> QPoint:
        picture = self.canvas.picture
        assert picture is not None
        node = picture.nodes[picture.moment.passes.shown.graph.named(name).index]
        return QPointF(*self.stage.seen(node.x, node.y)).toPoint()

    def image(self) -> QImage:
        return self.canvas.grab().toImage()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def count(image: QImage, color: QColor, label: PictureLabel, stage: Stage) -> int:
    """How many pixels of a label's room have a colour."""
    rect = label_rect(label, stage).toAlignedRect()
    return sum(
        QColor(image.pixel(x, y)) == color
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_values_and_derivatives_have_their_own_colours(
    qtbot: QtBot, theme: Theme
) -> None:
    shown = Shown(qtbot)
    shown.canvas.set_theme(theme)
    image, style = shown.image(), GraphStyle(theme)
    value = shown.label("apple", LabelKind.VALUE)
    derivative = shown.label("apple", LabelKind.DERIVATIVE)
    assert style.value != style.derivative
    assert count(image, style.value, value, shown.stage) > 5
    assert count(image, style.derivative, value, shown.stage) == 0
    assert count(image, style.derivative, derivative, shown.stage) > 5
    assert count(image, style.value, derivative, shown.stage) == 0


def test_what_is_not_known_yet_is_not_painted(shown: Shown) -> None:
    derivative = shown.label("apple", LabelKind.DERIVATIVE)
    shown.document.move_to(0)
    shown.show()
    image = shown.image()
    color = GraphStyle(LIGHT).derivative
    assert count(image, color, derivative, shown.stage) == 0


@pytest.mark.parametrize(
    "key",
    [
        *("apples", "apples-oranges", "relu", "sigmoid", "affine-softmax"),
        *("1-1-1-1", "2-2-2", "2-4-1"),
    ],
)
@pytest.mark.parametrize("size", [SIZE, (1580, 800)])
def test_every_number_has_room(qtbot: QtBot, key: str, size: tuple[int, int]) -> None:
    shown = Shown(qtbot, key)
    shown.canvas.resize(*size)
    style, stage, picture = GraphStyle(LIGHT), shown.stage, shown.canvas.picture
    assert picture is not None
    for label in picture.labels:
        metrics = style.number_metrics(NUMBER * stage.scale, bold=label.is_now)
        grid = label_grid(label, stage, metrics)
        assert grid is not None, "there was no room for a number"
        widest = max(metrics.horizontalAdvance(text) for row in grid for text in row)
        columns = 1
        if label.numbers.shape and not is_too_large(label.numbers):
            columns = label.numbers.shape[-1]
        room = stage.scale * label.width / columns
        # A single number may reach a little into the gap between two columns.
        gap = 24 * stage.scale if columns == 1 else 0.0
        assert widest <= room + gap, (key, grid)
    for node in picture.nodes:
        rect = node_rect(node, stage)
        assert rect.left() >= 0
        assert rect.right() <= size[0]


def test_the_legend_names_both(shown: Shown) -> None:
    forward, back = legend_texts()
    assert "value" in forward
    assert "derivative" in back
    image = shown.image()
    style = GraphStyle(LIGHT)
    strip = range(image.height() - 30, image.height())
    colors = {
        QColor(image.pixel(x, y)).name() for y in strip for x in range(image.width())
    }
    assert style.derivative.name() in colors
    assert style.value.name() in colors


def test_a_click_selects_and_a_click_beside_lets_go(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.canvas.node_selected) as selected:
        _hands.mouseClick(
            shown.canvas, Qt.MouseButton.LeftButton, pos=shown.pixel_of_node("apple")
        )
    assert shown.canvas.picture is not None
    assert shown.canvas.picture.nodes[selected.args[0]].text == "apple"
    with qtbot.waitSignal(shown.canvas.selection_cleared):
        _hands.mouseClick(shown.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert shown.canvas.selected is None


def test_dragging_a_value_scrubs_and_does_not_pan(qtbot: QtBot, shown: Shown) -> None:
    camera = shown.canvas.camera
    start = shown.pixel_of_label("apple", LabelKind.VALUE)
    with qtbot.waitSignal(shown.canvas.value_dragged) as dragged:
        drag(shown.canvas, start, start + QPoint(25, 0))
    assert dragged.args == ["apple", (), 125.0]
    assert shown.canvas.camera == camera


def test_dragging_a_number_of_a_matrix(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "affine-softmax")
    label = shown.label("b", LabelKind.VALUE)
    x = label.x + label.width * (2.5 / 3 - 0.5)
    start = QPointF(*shown.stage.seen(x, label.y)).toPoint()
    with qtbot.waitSignal(shown.canvas.value_dragged) as dragged:
        drag(shown.canvas, start, start + QPoint(-10, 0))
    assert dragged.args == ["b", (2,), -0.31]


def test_dragging_beside_pans_and_a_double_click_fits(shown: Shown) -> None:
    drag(shown.canvas, QPoint(5, 5), QPoint(65, 25))
    assert (shown.canvas.camera.x, shown.canvas.camera.y) == (60, 20)
    double_click(shown.canvas, QPoint(5, 5))
    assert (shown.canvas.camera.x, shown.canvas.camera.y) == (0, 0)


def test_the_wheel_zooms_at_the_pointer(shown: Shown) -> None:
    place = shown.pixel_of_node("tax")
    turn_wheel(shown.canvas, QPointF(place), 2)
    assert shown.canvas.camera.zoom > 1.5
    # Places are rounded to pixels, and the rounding is enlarged as well.
    assert (shown.pixel_of_node("tax") - place).manhattanLength() <= 3
    type_keys(shown.canvas, Qt.Key.Key_0)
    assert shown.canvas.camera.zoom == 1


def test_the_node_whose_turn_it_is_stays_in_sight(shown: Shown) -> None:
    turn_wheel(shown.canvas, QPointF(shown.pixel_of_node("apple")), 6)
    picture = shown.canvas.picture
    assert picture is not None
    last = picture.nodes[-1]
    away = QPointF(*shown.stage.seen(last.x, last.y)).toPoint()
    assert not shown.canvas.rect().contains(away)
    shown.canvas.follow(last.index)
    here = QPointF(*shown.stage.seen(last.x, last.y)).toPoint()
    assert shown.canvas.rect().contains(here)


def test_the_pointer_says_what_can_be_dragged(shown: Shown) -> None:
    point(shown.canvas, shown.pixel_of_label("tax", LabelKind.VALUE))
    assert shown.canvas.cursor().shape() is Qt.CursorShape.SizeHorCursor
    point(shown.canvas, shown.pixel_of_label("tax", LabelKind.DERIVATIVE))
    assert shown.canvas.cursor().shape() is not Qt.CursorShape.SizeHorCursor


def test_it_says_aloud_what_it_shows(shown: Shown) -> None:
    assert shown.canvas.accessibleName()
    assert "110.00000000000001" in shown.canvas.accessibleDescription()


def is_moving(shown: Shown) -> bool:
    return shown.canvas.is_moving


def test_the_numbers_of_a_step_come_from_their_node(qtbot: QtBot, shown: Shown) -> None:
    shown.document.move_to(1)
    picture = shown.document.picture()
    assert picture is not None
    shown.canvas.show_picture(picture, animate_ms=10_000)
    assert is_moving(shown)
    label = next(one for one in picture.labels if one.is_now)
    color = GraphStyle(LIGHT).value
    assert count(shown.image(), color, label, shown.stage) == 0
    shown.canvas.show_picture(picture)
    assert not is_moving(shown)
    assert count(shown.image(), color, label, shown.stage) > 5
    shown.canvas.reduced_motion = True
    shown.canvas.show_picture(picture, animate_ms=10_000)
    assert not is_moving(shown)
    shown.canvas.reduced_motion = False
    shown.canvas.show_picture(picture, animate_ms=10_000)
    shown.canvas.hide()
    assert not is_moving(shown)


def test_numbers_that_would_run_into_each_other_are_a_shape(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "affine-softmax")
    style = GraphStyle(LIGHT)

    def grids(width: int, height: int) -> list[Grid | None]:
        shown.canvas.resize(width, height)
        metrics = style.number_metrics(NUMBER * shown.stage.scale)
        labels = shown.canvas.picture.labels if shown.canvas.picture else ()
        return [
            label_grid(label, shown.stage, metrics)
            for label in labels
            if label.numbers.shape == (2, 2)
        ]

    assert all(grid is not None and len(grid) == 2 for grid in grids(*SIZE))
    assert set(grids(400, 300)) == {(("2 × 2",),)}


def test_of_numbers_that_are_a_shape_none_can_be_dragged(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "affine-softmax")
    shown.canvas.resize(400, 300)
    where = shown.pixel_of_label("X", LabelKind.VALUE)
    with qtbot.assertNotEmitted(shown.canvas.value_dragged):
        drag(shown.canvas, where, where + QPoint(25, 0))
