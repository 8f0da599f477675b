"""The whole graph fits, and what is under the pointer is found where it is seen."""

import pytest

from bpviz.scene.camera import Camera
from bpviz.scene.graph_layout import graph_layout
from bpviz.scene.graph_parts import GraphPicture, LabelKind
from bpviz.scene.graph_passes import GraphMoment
from bpviz.scene.graph_picture import graph_picture
from bpviz.scene.graph_stage import (
    MARGIN,
    Stage,
    draggable_at,
    edge_at,
    found_at,
    stage_for,
)
from tests.scene.graphs import finished, preset_passes

WIDTH, HEIGHT = 980.0, 420.0


def seen(key: str, *, at_the_beginning: bool = False) -> tuple[GraphPicture, Stage]:
    passes = preset_passes(key)
    moment = GraphMoment(passes) if at_the_beginning else finished(passes)
    names = frozenset(passes.shown.full.variables)
    picture = graph_picture(graph_layout(passes.shown.graph), moment, names)
    size = picture.width, picture.height
    return picture, stage_for(size, WIDTH, HEIGHT)


@pytest.mark.parametrize("key", ["apples", "affine-softmax", "sigmoid", "relu"])
def test_the_whole_graph_is_seen(key: str) -> None:
    picture, stage = seen(key)
    left, top = stage.seen(0, 0)
    right, bottom = stage.seen(picture.width, picture.height)
    assert left >= MARGIN - 1e-9
    assert top >= MARGIN - 1e-9
    assert right <= WIDTH - MARGIN + 1e-9
    assert bottom <= HEIGHT - MARGIN + 1e-9
    # In the middle.
    assert left == pytest.approx(WIDTH - right)
    assert top == pytest.approx(HEIGHT - bottom)


def test_what_is_seen_at_a_place_is_at_that_place() -> None:
    stage = stage_for((500, 100), WIDTH, HEIGHT, Camera(2.0, -30.0, 7.0))
    assert stage.place(*stage.seen(123.0, 45.0)) == pytest.approx((123.0, 45.0))


def test_the_camera_enlarges_about_its_point() -> None:
    fitted = stage_for((500, 100), WIDTH, HEIGHT)
    about = fitted.place(200.0, 150.0)
    enlarged = stage_for((500, 100), WIDTH, HEIGHT, Camera().zoomed(3.0, 200.0, 150.0))
    assert enlarged.scale == pytest.approx(3 * fitted.scale)
    assert enlarged.seen(*about) == pytest.approx((200.0, 150.0))


def test_nodes_and_numbers_are_found() -> None:
    picture, stage = seen("apples-oranges")
    for node in picture.nodes:
        found = found_at(picture, stage, *stage.seen(node.x, node.y))
        assert found is not None
        assert (found.node, found.label) == (node.index, None)
    for label in picture.labels:
        found = found_at(picture, stage, *stage.seen(label.x, label.y))
        assert found is not None
        assert found.label is label
    assert found_at(picture, stage, 3.0, 3.0) is None


def test_every_number_of_a_matrix_is_found() -> None:
    picture, stage = seen("affine-softmax")
    graph = picture.moment.passes.shown.graph
    weights = graph.named("W").index
    label = next(
        label
        for label in picture.labels
        if label.node == weights and label.kind is LabelKind.VALUE
    )
    for row in range(2):
        for column in range(3):
            x = label.x + label.width * ((column + 0.5) / 3 - 0.5)
            y = label.y + label.height * ((row + 0.5) / 2 - 0.5)
            found = draggable_at(picture, stage, *stage.seen(x, y))
            assert found is not None
            assert found.entry == (row, column)


def test_only_given_values_can_be_dragged() -> None:
    picture, stage = seen("apples")
    graph = picture.moment.passes.shown.graph
    for label in picture.labels:
        found = draggable_at(picture, stage, *stage.seen(label.x, label.y))
        is_given = (
            label.kind is LabelKind.VALUE and not graph.nodes[label.node].operands
        )
        assert (found is not None) == is_given
    for node in picture.nodes:
        found = draggable_at(picture, stage, *stage.seen(node.x, node.y))
        assert (found is not None) == (not graph.nodes[node.index].operands)


def test_lines_are_found_beside_nodes_and_numbers() -> None:
    picture, stage = seen("apples-oranges")
    for edge in picture.edges:
        start, end = edge.route[0], edge.route[1]
        found = edge_at(picture, stage, *stage.seen(*(start + end) / 2))
        assert found is not None
        assert found.edge is edge
        assert found.node == edge.source
    assert edge_at(picture, stage, 3.0, 3.0) is None
