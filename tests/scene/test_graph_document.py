"""The open graph changes as a person wants, and never breaks on a slip."""

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.graph.backward import variable_gradients
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import MOST_SHOWN, GraphDocument
from bpviz.scene.graph_folding import FOLDED
from bpviz.scene.graph_network_source import MOST_INPUTS, NetworkSource, node_count
from bpviz.scene.graph_sizes import MOST_NODES
from bpviz.training.presets import PRESETS
from bpviz.training.steps import Granularity
from tests.scene.frames import UPDATED, frame_of
from tests.scene.graphs import network_source, trained_frame


def opened(key: str = "apples") -> GraphDocument:
    document = GraphDocument()
    document.open_preset(GRAPH_PRESETS[key])
    return document


def value(document: GraphDocument) -> float:
    assert document.shown is not None
    return float(document.shown.full.output.value)


def gradient(document: GraphDocument, name: str) -> object:
    moment = document.moment
    assert moment is not None
    graph = moment.passes.shown.graph
    found = moment.passes.gradient(graph.named(name).index)
    assert found is not None
    return found.tolist()


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_every_preset_opens_at_its_beginning_and_can_be_stepped(key: str) -> None:
    document = opened(key)
    assert document.moment is not None
    assert document.moment.position == 0
    count = 0
    while not document.is_finished:
        document.step(Granularity.OPERATION, 1)
        assert document.picture() is not None
        count += 1
    assert count == len(document.moment.passes.steps)
    graph = GRAPH_PRESETS[key].graph()
    for name, expected in variable_gradients(graph).items():
        assert gradient(document, name) == expected.tolist()


def test_dragging_a_value_changes_both_passes() -> None:
    document = opened()
    document.drag("apple", (), 120.0)
    expression = parse_expression("apple * apple_n * tax")
    graph = expression.graph({"apple": 120.0, "apple_n": 2, "tax": 1.1})
    assert value(document) == float(graph.output.value)
    for name, expected in variable_gradients(graph).items():
        assert gradient(document, name) == expected.tolist()
    assert document.is_finished
    assert document.expression.typed["apple"] == "120"


def test_dragging_one_number_of_a_matrix() -> None:
    document = opened("affine-softmax")
    document.drag("W", (1, 2), 0.25)
    assert document.expression.typed["W"] == "[[0.2, -0.4, 0.1], [0.3, 0.5, 0.25]]"
    weights = ((0.2, -0.4, 0.1), (0.3, 0.5, 0.25))
    graph = GRAPH_PRESETS["affine-softmax"].graph({"W": weights})
    assert value(document) == float(graph.output.value)


def test_a_wrong_expression_leaves_the_last_good_graph() -> None:
    document = opened()
    document.set_expression("apple + 1")
    with pytest.raises(ExpressionError) as caught:
        document.set_expression("apple + * 2")
    assert (caught.value.start, caught.value.stop) == (8, 9)
    assert value(document) == 101
    with pytest.raises(ExpressionError):
        document.set_expression("log(0 - apple)")
    assert value(document) == 101


def test_a_wrong_value_leaves_the_last_good_graph_until_it_is_right() -> None:
    document = opened()
    document.expression.typed["tax"] = "1.1.1"
    with pytest.raises(InputError, match="tax must be a number"):
        document.compute()
    assert value(document) == 220.00000000000003
    document.drag("tax", (), 2.0)
    assert value(document) == 400


def test_new_names_get_a_value_and_old_ones_keep_theirs() -> None:
    document = opened()
    document.set_expression("apple * pear")
    assert document.expression.texts(document.names) == {"apple": "100", "pear": "1"}
    document.set_expression("tax")
    assert value(document) == 1.1


def test_put_together_and_taken_apart() -> None:
    preset = GRAPH_PRESETS["sigmoid"]
    document = opened("sigmoid")
    document.drag("x", (), 0.5)
    document.put_together(preset, together=True)
    assert document.shown is not None
    assert [n.operation for n in document.shown.graph.nodes] == ["variable", "sigmoid"]
    y = 1 / (1 + np.exp(-0.5))
    assert gradient(document, "x") == pytest.approx(y * (1 - y))
    document.put_together(preset, together=False)
    assert len(document.shown.graph.nodes) == 8


def test_a_network_opens_folded_and_unfolds_to_the_same_numbers() -> None:
    document = GraphDocument()
    document.open_network(NetworkSource(trained_frame(2, 2, 2)))
    assert document.shown is not None
    assert len(document.shown.graph.nodes) == 7
    loss, inputs = value(document), gradient(document, "a0[1]")
    document.toggle_fold(2)
    names = {node.name for node in document.shown.graph.nodes}
    assert "w1[1,1]" in names
    assert "w1[1,2]" not in names
    document.unfold_all(unfolded=True)
    assert not any(n.operation == FOLDED for n in document.shown.graph.nodes)
    assert (value(document), gradient(document, "a0[1]")) == (loss, inputs)
    weight = document.shown.graph.named("w1[2,1]").index
    document.toggle_fold(weight)
    names = {node.name for node in document.shown.graph.nodes}
    assert "w1[2,1]" not in names
    assert "w1[1,2]" in names


def test_of_a_larger_network_not_too_much_is_unfolded_at_once() -> None:
    document = GraphDocument()
    document.open_network(NetworkSource(trained_frame(4, 6, 2)))
    assert not document.can_unfold_all
    shown = document.shown
    assert shown is not None
    for fold in shown.folds:
        assert document.shown is not None
        parts = document.shown.parts
        node = next(n for n, part in enumerate(parts) if part[-1] == fold.output)
        document.toggle_fold(node)
        assert len(document.shown.graph.nodes) <= MOST_SHOWN
        assert fold.output in {part[-1] for part in document.shown.parts}
    assert document.is_unfolded


def test_another_moment_of_the_network_stays_at_its_place() -> None:
    document = GraphDocument()
    document.open_network(NetworkSource(trained_frame(2, 2, 1)))
    document.move_to(2)
    before = value(document)
    document.show_network(NetworkSource(frame_of(2, 2, 1, done=UPDATED, seed=7)))
    assert document.moment is not None
    assert document.moment.position == 2
    assert value(document) != before


def test_a_network_without_a_sample_says_what_to_do() -> None:
    document = GraphDocument()
    with pytest.raises(InputError, match="take one step"):
        document.open_network(NetworkSource(frame_of(2, 2, 1)))


def test_a_large_network_is_told_kindly() -> None:
    document = GraphDocument()
    with pytest.raises(InputError, match="Look at one neuron"):
        document.open_network(NetworkSource(trained_frame(8, 20, 4)))


@pytest.mark.parametrize("sizes", [(1, 1, 1, 1), (2, 2, 2), (2, 4, 1), (2, 8, 1)])
def test_the_count_of_nodes_is_about_right(sizes: tuple[int, ...]) -> None:
    source = network_source(*sizes)
    count = len(source.graph().nodes)
    assert count <= node_count(source.frame.network) <= 1.5 * count


@pytest.mark.parametrize("key", ["chain", "mazur", "xor", "circles", "moons"])
def test_the_small_presets_are_small_enough(key: str) -> None:
    assert node_count(PRESETS[key].experiment.network) <= MOST_NODES


def test_a_neuron_of_any_network_can_be_looked_at() -> None:
    document = GraphDocument()
    frame = trained_frame(50, 20, 3)
    document.open_network(NetworkSource(frame, (1, 4)))
    assert document.shown is not None
    trace = frame.trace
    assert trace is not None
    assert value(document) == pytest.approx(trace.activations[1][0, 4], rel=1e-12)
    weights = [n for n in document.shown.graph.nodes if n.name.startswith("w1[")]
    assert len(weights) == MOST_INPUTS
    assert document.names == ()


def test_the_layout_stays_while_only_numbers_change() -> None:
    document = opened()
    document.finish()
    before = document.picture()
    document.drag("apple", (), 101.0)
    after = document.picture()
    assert before is not None
    assert after is not None
    assert [(n.x, n.y) for n in before.nodes] == [(n.x, n.y) for n in after.nodes]


def test_nothing_is_kept_of_names_that_were_half_typed() -> None:
    document = opened()
    before = dict(document.expression.typed)
    for length in range(1, 6):
        document.set_expression("melon"[:length])
    assert document.expression.typed == before
    document.drag("melon", (), 5.0)
    assert document.expression.typed == {**before, "melon": "5"}


def test_an_expression_that_is_too_large_to_be_drawn_is_told_kindly() -> None:
    document = GraphDocument()
    document.set_expression("a * b")
    with pytest.raises(InputError, match="up to 240 can be read"):
        document.set_expression("+".join(f"a{n}*b" for n in range(MOST_NODES // 2)))
    assert document.names == ("a", "b")
