"""The process that draws edges draws what the window itself would draw."""

import io
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bpviz.scene.drawn_edges import EdgeOrder, draw_edges
from bpviz.scene.edge_messages import LENGTH, EdgeAnswer, EdgeRequest, message
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.edge_service import EdgeDrawer, serve
from bpviz.scene.gap_scene import edge_matrices
from bpviz.scene.network_scene import build_network_scene, edge_order
from bpviz.scene.options import SceneOptions
from bpviz.scene.shared_edges import SharedEdges, create_file
from bpviz.training.frame import Frame
from tests.scene.frames import frame_of

SIZE = 600, 400


@pytest.fixture
def frame() -> Frame:
    return frame_of(2, 60, 70, 1)


@pytest.fixture
def order(frame: Frame) -> EdgeOrder:
    return edge_order(frame, SceneOptions(edge_limit=1000), *SIZE, dark=False)


@pytest.fixture
def file(order: EdgeOrder) -> Iterator[Path]:
    path = create_file(order.network, order.size)
    yield path
    path.unlink()


def shared(file: Path, order: EdgeOrder, frame: Frame) -> SharedEdges:
    memory = SharedEdges(file, order.network, order.size)
    for values, weights in zip(memory.values, frame.parameters.weights, strict=True):
        values[:] = weights.T
    return memory


def test_it_draws_what_the_window_would_draw(
    file: Path, order: EdgeOrder, frame: Frame
) -> None:
    memory = shared(file, order, frame)
    answer = EdgeDrawer().answer(EdgeRequest(1, order, str(file)))
    here = draw_edges(
        order, edge_matrices(frame, order.options), EdgeRaster(*order.size)
    )
    assert here.picture is not None
    assert answer.has_picture
    np.testing.assert_array_equal(memory.pictures[1], here.picture)
    assert not memory.pictures[0].any()
    for there, gap in zip(answer.gaps, here.gaps, strict=True):
        assert (there.drawn, there.total) == (gap.drawn, gap.total)
        assert (there.scale, there.penned) == (gap.scale, gap.penned)
        assert len(there.values) == gap.penned
        np.testing.assert_array_equal(there.values, gap.values[gap.bundled :])
        np.testing.assert_array_equal(there.segments(), gap.segments(gap.bundled))


def test_it_lists_every_edge_when_asked_to(
    file: Path, order: EdgeOrder, frame: Frame
) -> None:
    shared(file, order, frame)
    request = EdgeRequest(0, order, str(file), in_full=True)
    answer = EdgeDrawer().answer(request)
    assert [len(gap.values) for gap in answer.gaps] == [120, 1000, 70]


def test_an_order_holds_until_the_next(
    file: Path, order: EdgeOrder, frame: Frame
) -> None:
    memory = shared(file, order, frame)
    requests = io.BytesIO(
        message(EdgeRequest(0, order, str(file)))
        + message(EdgeRequest(1))
        + message(EdgeRequest(0, replace(order, dark=True), str(file)))
    )
    answers = io.BytesIO()
    serve(requests, answers)
    answers.seek(0)
    read = []
    while head := answers.read(LENGTH.size):
        read.append(pickle.loads(answers.read(*LENGTH.unpack(head))))
    assert read[0] is None  # the sign of life
    assert [type(one) for one in read[1:]] == [EdgeAnswer] * 3
    dark, light = memory.pictures
    assert (dark != light).any()


def test_a_scene_takes_edges_that_have_been_drawn(
    file: Path, order: EdgeOrder, frame: Frame
) -> None:
    edges = draw_edges(
        order, edge_matrices(frame, order.options), EdgeRaster(*order.size)
    )
    scene = build_network_scene(frame, order.options, *SIZE, dark=False, edges=edges)
    assert scene.gaps is edges.gaps
    assert scene.edge_picture is edges.picture


def test_layouts_and_options_make_orders_differ(frame: Frame, order: EdgeOrder) -> None:
    same = edge_order(frame, SceneOptions(edge_limit=1000), *SIZE, dark=False)
    assert order.is_same_as(same)
    for other in (
        edge_order(frame, SceneOptions(edge_limit=999), *SIZE, dark=False),
        edge_order(frame, SceneOptions(edge_limit=1000), *SIZE, dark=True),
        edge_order(frame, SceneOptions(edge_limit=1000), 601, 400, dark=False),
        None,
    ):
        assert not order.is_same_as(other)
