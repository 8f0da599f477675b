from dataclasses import replace

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


def test_numbers_on_edges_do_not_cover_each_other() -> None:
    labels = labels_of(frame_of(2, 4, 2))
    on_edges = [label for label in labels if label.role is LabelRole.EDGE_VALUE]
    assert len(on_edges) == 16
    for layer in (1, 2):
        y = sorted(label.y for label in on_edges if label.layer == layer)
        assert np.diff(y).min() >= 16


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
