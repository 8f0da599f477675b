"""The picture shows every number in its room, in its own time, and nothing twice."""

from itertools import combinations

import pytest

from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_layout import graph_layout
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_numbers import number_grid
from bpviz.scene.graph_parts import GraphPicture, LabelKind, NodeState, PictureLabel
from bpviz.scene.graph_passes import GraphMoment
from bpviz.scene.graph_picture import graph_picture
from tests.scene.graphs import (
    expression_passes,
    finished,
    preset_passes,
    trained_frame,
)

KEYS = ("apples", "apples-oranges", "relu", "sigmoid", "affine-softmax")

WHOLE = "(apple × apple_n + orange × orange_n) × tax"


def picture_of(moment: GraphMoment, *draggable: str) -> GraphPicture:
    layout = graph_layout(moment.passes.shown.graph)
    return graph_picture(layout, moment, frozenset(draggable))


def texts(picture: GraphPicture, kind: LabelKind) -> dict[str, str]:
    """By the text of the node whose numbers they are, those of its last edge."""
    nodes = picture.moment.passes.shown.graph.nodes
    return {
        nodes[label.node].text: number_grid(label.numbers, 9)[0][0]
        for label in picture.labels
        if label.kind is kind
    }


def test_values_and_derivatives_of_the_article() -> None:
    picture = picture_of(finished(preset_passes("apples-oranges")))
    values = texts(picture, LabelKind.VALUE)
    assert values["apple"] == "100"
    assert values["apple × apple_n"] == "200"
    assert values[WHOLE] == "715"
    derivatives = texts(picture, LabelKind.DERIVATIVE)
    assert derivatives["apple"] == "2.2"
    assert derivatives["orange_n"] == "165"
    assert derivatives["tax"] == "650"
    assert derivatives[WHOLE] == "1"


@pytest.mark.parametrize("key", KEYS)
def test_at_the_beginning_there_is_only_what_is_given(key: str) -> None:
    picture = picture_of(GraphMoment(preset_passes(key)))
    nodes = picture.moment.passes.shown.graph.nodes
    assert {label.kind for label in picture.labels} == {LabelKind.VALUE}
    assert all(not nodes[label.node].operands for label in picture.labels)
    states = {node.state for node in picture.nodes if nodes[node.index].operands}
    assert states == {NodeState.WAITING}


@pytest.mark.parametrize("key", KEYS)
def test_each_step_marks_one_node_and_what_came_with_it(key: str) -> None:
    passes = preset_passes(key)
    for position, step in enumerate(passes.steps, start=1):
        picture = picture_of(GraphMoment(passes, position))
        now = [node.index for node in picture.nodes if node.state is NodeState.NOW]
        assert now == [step.node]
        new = [label for label in picture.labels if label.is_now]
        kinds = {label.kind for label in new}
        expected = LabelKind.DERIVATIVE if position > passes.forward_count else None
        assert kinds == {expected or LabelKind.VALUE}


def overlap(one: PictureLabel, other: PictureLabel) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 - 1e-6
        and abs(one.y - other.y) < (one.height + other.height) / 2 - 1e-6
    )


def pictures() -> dict[str, GraphPicture]:
    found = {key: picture_of(finished(preset_passes(key))) for key in KEYS}
    tangled = "(x*x + y)*exp(x/y) - (x*y)*(x*y) + log(x)*y + max(x, x)"
    found["tangled"] = picture_of(finished(expression_passes(tangled, x="2", y="3")))
    for sizes in ((1, 1, 1, 1), (2, 2, 2), (2, 4, 1)):
        document = GraphDocument()
        document.open_network(NetworkSource(trained_frame(*sizes)))
        document.unfold_all(unfolded=True)
        picture = document.picture()
        assert picture is not None
        found[str(sizes)] = picture
    return found


@pytest.mark.parametrize(("key", "picture"), pictures().items())
def test_no_number_lies_on_another_or_on_a_node(
    key: str, picture: GraphPicture
) -> None:
    for one, other in combinations(picture.labels, 2):
        assert not overlap(one, other), (key, one, other)
    for label in picture.labels:
        for node in picture.nodes:
            assert not (
                abs(label.x - node.x) < (label.width + node.width) / 2 - 1e-6
                and abs(label.y - node.y) < (label.height + node.height) / 2 - 1e-6
            ), (key, label, node)
        assert label.x - label.width / 2 >= -1e-6
        assert label.x + label.width / 2 <= picture.width + 1e-6


def test_a_constant_says_its_value_itself() -> None:
    picture = picture_of(finished(preset_passes("sigmoid")))
    nodes = picture.moment.passes.shown.graph.nodes
    constants = {n.index for n in nodes if not n.operands and not n.name}
    assert constants
    assert constants.isdisjoint(label.node for label in picture.labels)
    assert "−1" in {node.text for node in picture.nodes}


def test_the_sum_grows_below_a_node_that_is_used_twice() -> None:
    passes = expression_passes("x * x + x", x="3")
    sums = []
    for position in range(len(passes.steps) + 1):
        picture = picture_of(GraphMoment(passes, position))
        labels = [one for one in picture.labels if one.kind is LabelKind.SUM]
        sums.append([(float(one.numbers), one.is_final) for one in labels])
    assert sums == [[], [], [], [], [(1.0, False)], [(7.0, True)]]


def test_only_what_may_be_dragged_is_draggable() -> None:
    picture = picture_of(finished(preset_passes("apples")), "apple", "tax")
    draggable = [node.text for node in picture.nodes if node.is_draggable]
    assert draggable == ["apple", "tax"]
