from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from bpviz.nn.parameters import Parameters
from bpviz.scene.labels import Label, LabelRole
from bpviz.scene.network_scene import build_network_scene
from bpviz.scene.numbers import format_number, format_short
from bpviz.scene.options import SceneOptions
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from tests.scene.frames import UPDATED, frame_of

NAMED = SceneOptions(input_names=("x", "y"), output_names=("p", "q"))


def labels_of(frame: Frame, options: SceneOptions = NAMED) -> list[Label]:
    return list(build_network_scene(frame, options, 900, 480, False).labels)


def texts(labels: list[Label], role: LabelRole) -> list[str]:
    return [label.text for label in labels if label.role is role]


def test_every_number_of_a_small_network_is_written() -> None:
    frame = frame_of(2, 2, 2, done=UPDATED)
    trace = frame.trace
    assert trace is not None
    labels = labels_of(frame)
    activations = np.concatenate([a[0] for a in trace.activations])
    assert texts(labels, LabelRole.ACTIVATION) == [format_short(a) for a in activations]
    deltas = np.concatenate([delta[0] for delta in trace.deltas])
    assert texts(labels, LabelRole.DELTA) == [f"δ {format_number(d)}" for d in deltas]
    weights = {
        format_number(w) for m in frame.parameters.weights for w in m.ravel().tolist()
    }
    assert set(texts(labels, LabelRole.EDGE_VALUE)) == weights
    assert texts(labels, LabelRole.INPUT_NAME) == ["x", "y"]
    assert texts(labels, LabelRole.OUTPUT_NAME) == ["p", "q"]
    targets = [format_number(y) for y in trace.targets[0]]
    assert texts(labels, LabelRole.TARGET) == targets


def test_z_is_written_before_a() -> None:
    labels = labels_of(frame_of(2, 2, 2, done=(OperationKind.PRE_ACTIVATION, 1)))
    z = [label for label in labels if label.role is LabelRole.PRE_ACTIVATION]
    assert [label.layer for label in z] == [1, 1]
    a = [label for label in labels if label.role is LabelRole.ACTIVATION]
    assert {label.layer for label in a} == {0}


def boxes(labels: list[Label]) -> list[tuple[float, float, float, float]]:
    """Return left, top, right, bottom of the numbers on edges."""
    return [
        (
            label.x - 3.5 * len(label.text),
            label.y - 6,
            label.x + 3.5 * len(label.text),
            label.y + 6,
        )
        for label in labels
        if label.role is LabelRole.EDGE_VALUE
    ]


@pytest.mark.parametrize(
    ("sizes", "width", "height"),
    [
        ((2, 4, 2), 900, 480),
        ((2, 4, 1), 716, 456),
        ((2, 2, 2), 716, 456),
        ((2, 6, 1), 1238, 760),
        ((3, 4, 4, 1), 1238, 760),
    ],
)
def test_numbers_on_edges_do_not_cover_each_other(
    sizes: tuple[int, ...], width: int, height: int
) -> None:
    scene = build_network_scene(frame_of(*sizes), NAMED, width, height, False)
    written = boxes(list(scene.labels))
    edges = sum(i * o for i, o in scene.frame.network.fans())
    assert len(written) == edges
    for one, other in combinations(written, 2):
        is_beside = one[2] <= other[0] or other[2] <= one[0]
        assert is_beside or one[3] <= other[1] or other[3] <= one[1]


def test_a_number_leaves_something_of_its_edge_on_both_sides() -> None:
    for sizes in ((2, 2, 2), (2, 4, 1)):
        scene = build_network_scene(frame_of(*sizes), NAMED, 716, 456, False)
        for label in scene.labels:
            if label.role is LabelRole.EDGE_VALUE:
                before = scene.layers[label.layer - 1].layout
                after = scene.layers[label.layer].layout
                half = 3.5 * len(label.text)
                assert label.x - half - before.right >= 8
                assert after.left - label.x - half >= 8


def test_a_number_whose_edge_is_short_stands_above_it() -> None:
    scene = build_network_scene(frame_of(1, 1, 1, 1), NAMED, 716, 456, False)
    y = float(scene.layers[0].layout.y[0])
    written = boxes(list(scene.labels))
    assert len(written) == 3
    assert all(bottom < y - 2 for _, _, _, bottom in written)
    wide = build_network_scene(frame_of(1, 1, 1, 1), NAMED, 1300, 456, False)
    assert all(top < y < bottom for _, top, _, bottom in boxes(list(wide.labels)))


def test_numbers_on_edges_stay_in_their_places_while_they_change() -> None:
    places = set()
    for seed in range(5):
        labels = labels_of(frame_of(2, 4, 1, seed=seed))
        on_edges = [label for label in labels if label.role is LabelRole.EDGE_VALUE]
        places.add(frozenset((label.x, label.y) for label in on_edges))
    assert len(places) == 1


def test_numbers_of_two_edges_that_cross_keep_off_the_other_one() -> None:
    scene = build_network_scene(frame_of(2, 2, 2), NAMED, 900, 480, False)
    gap = scene.gaps[0]
    lines = gap.lines
    numbers = [
        label
        for label in scene.labels
        if label.role is LabelRole.EDGE_VALUE and label.layer == 1
    ]
    for edge, label in enumerate(numbers):  # In the order of the edges.
        half = 3.5 * len(label.text)
        x = np.linspace(label.x - half, label.x + half, 50)
        for other in range(4):
            slope = (lines.y1 - lines.y0)[other] / (lines.x1 - lines.x0)[other]
            y = lines.y0[other] + slope * (x - lines.x0[other])
            covered = bool((np.abs(y - label.y) < 6).any())
            assert covered == (other == edge)


@pytest.mark.parametrize("selected", [None, (2, 0), (1, 3)])
def test_numbers_on_edges_cover_no_node(selected: tuple[int, int] | None) -> None:
    options = SceneOptions(selected_node=selected)
    scene = build_network_scene(frame_of(3, 8, 1), options, 700, 420, False)
    before, after = scene.layers[1].layout, scene.layers[2].layout
    on_edges = [
        label
        for label in scene.labels
        if label.role is LabelRole.EDGE_VALUE and label.layer == 2
    ]
    assert on_edges
    for label in on_edges:
        assert before.right + 24 < label.x < after.left - 24


@pytest.mark.parametrize("role", [LabelRole.ACTIVATION, LabelRole.EDGE_VALUE])
def test_where_there_is_no_room_nothing_is_written(role: LabelRole) -> None:
    labels = labels_of(frame_of(2, 100, 100, 2, done=UPDATED))
    crowded = [label for label in labels if label.layer == 2 and label.role is role]
    assert crowded == []


def test_many_outputs_have_their_answers_beside_them() -> None:
    names = tuple("0123456789")
    frame = frame_of(4, 8, 10, done=UPDATED)
    labels = labels_of(frame, SceneOptions(output_names=names))
    answers = [label for label in labels if label.role is LabelRole.OUTPUT_VALUE]
    assert frame.trace is not None
    shown = [float(label.text) for label in answers]
    np.testing.assert_allclose(shown, frame.trace.activations[2][0], atol=5e-4)
    assert len({label.x for label in answers}) == 1


def test_numbers_on_edges_are_written_in_full() -> None:
    frame = frame_of(2, 2, 2, done=UPDATED)
    flat = frame.parameters.flat.copy()
    flat[0], flat[1], flat[2] = 1.2345678901e200, np.nan, 0.123456789012
    frame = replace(frame, parameters=Parameters.copy_of(frame.network, flat))
    options = replace(NAMED, precision=10)
    written = texts(labels_of(frame, options), LabelRole.EDGE_VALUE)
    weights = {w for m in frame.parameters.weights for w in m.ravel().tolist()}
    assert set(written) == {format_number(w, 10) for w in weights}
    assert "1.23456789e200" in written
    assert "NaN" in written


def test_numbers_on_edges_keep_clear_of_the_numbers_below_nodes() -> None:
    scene = build_network_scene(
        frame_of(2, 4, 1, done=UPDATED), SceneOptions(), 720, 460, False
    )
    assert scene.layers[1].layout.detail_lines
    below = [
        label
        for label in scene.labels
        if label.role in (LabelRole.DELTA, LabelRole.PRE_ACTIVATION)
        and label.layer == 1
    ]
    on_edges = [label for label in scene.labels if label.role is LabelRole.EDGE_VALUE]
    assert below
    assert on_edges
    for edge in on_edges:
        half = 3.5 * len(edge.text)
        for node in below:
            assert abs(edge.x - node.x) >= half + 3 * len(node.text)


def test_a_number_is_not_wider_than_its_node() -> None:
    scene = build_network_scene(
        frame_of(2, 4, 1, done=UPDATED), SceneOptions(), 720, 460, False
    )
    layout = scene.layers[1].layout
    assert layout.radius < 23
    inside = [
        label.text
        for label in scene.labels
        if label.role is LabelRole.ACTIVATION and label.layer == 1
    ]
    assert inside
    assert max(map(len, inside)) <= 5
