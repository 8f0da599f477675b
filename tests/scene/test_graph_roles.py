"""The nodes of a network's graph are found again in the network."""

import pytest

from bpviz.nn.graph.neuron import node_name, weight_name
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_roles import Role, batch_mean, renamed, roles_of
from tests.scene.graphs import trained_frame


def test_every_name_has_its_role() -> None:
    source = NetworkSource(trained_frame(3, 2, 2))
    graph = source.graph()
    roles = roles_of(graph, source.frame.network)
    for node in graph.nodes:
        role = roles.get(node.index)
        if role is None:
            assert node.name in ("", "L")
        elif role.start is not None:
            assert node.name == weight_name(role.layer, role.start, role.node)
        elif role.symbol == "y":
            assert node.name == f"y[{role.node + 1}]"
        else:
            assert node.name == node_name(role.symbol, role.layer, role.node)


def test_the_data_s_names_take_the_place_of_numbers() -> None:
    source = NetworkSource(trained_frame(2, 2, 1), None, 0, ("x", "y"), ("p",))
    graph = source.named(source.graph())
    names = {node.name for node in graph.nodes}
    assert {"x", "y", "p", "a1[1]", "w1[1,2]"} <= names
    assert not {"a0[1]", "a0[2]", "a2[1]"} & names


@pytest.mark.parametrize(
    ("inputs", "outputs"),
    [(("x", "x"), ("p",)), (("x", "L"), ("p",)), (("x", "y"), ("w1[1,1]",))],
)
def test_names_that_would_be_there_twice_are_not_used(
    inputs: tuple[str, ...], outputs: tuple[str, ...]
) -> None:
    source = NetworkSource(trained_frame(2, 2, 1))
    graph = source.graph()
    assert renamed(graph, source.frame.network, inputs, outputs) is graph


def test_names_of_another_network_are_not_used() -> None:
    source = NetworkSource(trained_frame(3, 2, 1), None, 0, ("x", "y"), ("p",))
    graph = source.graph()
    assert source.named(graph) is graph


def test_the_mean_is_the_network_s_own_gradient() -> None:
    trace = trained_frame(2, 2, 1, rows=4).trace
    assert trace is not None
    weight = batch_mean(trace, Role("w", 1, 1, 0))
    bias = batch_mean(trace, Role("b", 2, 0))
    assert weight is not None
    assert bias is not None
    assert weight.gradient == trace.weight_gradients(0)[0, 1]
    assert bias.gradient == trace.bias_gradients(1)[0]
    assert weight.rows == 4
    assert batch_mean(trace, Role("a", 1, 0)) is None


def test_of_a_single_sample_there_is_no_mean() -> None:
    trace = trained_frame(2, 2, 1).trace
    assert trace is not None
    assert batch_mean(trace, Role("w", 1, 1, 0)) is None
