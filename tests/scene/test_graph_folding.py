"""A folded network has the numbers of the whole graph, and of the network itself."""

import numpy as np
import pytest

from bpviz.nn.backprop import Backprop
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import publish
from bpviz.scene.graph_folding import FOLDED, network_folds, shown_graph
from bpviz.scene.graph_layout import graph_layout
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_passes import GraphPasses
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment
from tests.scene.graphs import gradient_of, network_source


def folded(source: NetworkSource) -> GraphPasses:
    graph = source.graph()
    folds = source.folds(graph)
    outputs = frozenset(fold.output for fold in folds)
    return GraphPasses(shown_graph(graph, folds, outputs))


def test_a_folded_network_has_a_node_for_each_of_its_own_and_the_loss() -> None:
    passes = folded(network_source(2, 3, 2))
    nodes = passes.shown.graph.nodes
    assert [node.name for node in nodes] == [
        *("a0[1]", "a0[2]", "a1[1]", "a1[2]", "a1[3]", "a2[1]", "a2[2]", "L")
    ]
    assert [node.operation == FOLDED for node in nodes] == [False] * 2 + [True] * 6
    assert nodes[2].operands == (0, 1)
    assert nodes[5].operands == (2, 3, 4)
    assert nodes[7].operands == (5, 6)


def test_its_numbers_are_those_of_the_network() -> None:
    source = network_source(2, 3, 2)
    passes, trace = folded(source), source.frame.trace
    assert trace is not None
    values = [float(node.value) for node in passes.shown.graph.nodes]
    expected = [*trace.activations[0][0], *trace.activations[1][0]]
    expected += [*trace.activations[2][0], trace.loss]
    np.testing.assert_allclose(values, expected, rtol=1e-14)
    for layer, deltas in enumerate(trace.deltas, start=1):
        ours = [
            gradient_of(passes, f"z{layer}[{node}]")
            for node in range(1, deltas.shape[1] + 1)
        ]
        np.testing.assert_allclose(ours, deltas[0], rtol=1e-12)


def test_what_goes_back_along_its_edges_adds_up_to_the_gradients() -> None:
    passes = folded(network_source(3, 4, 2))
    graph = passes.shown.graph
    for node in graph.nodes[:-1]:
        products = [
            passes.product(node.index, user.index, place)
            for user in graph.nodes
            for place, operand in enumerate(user.operands)
            if operand == node.index
        ]
        assert None not in products
        total = sum(float(product) for product in products if product is not None)
        assert total == pytest.approx(float(passes.gradient(node.index)), rel=1e-12)  # type: ignore[arg-type]


def test_one_neuron_can_be_unfolded() -> None:
    source = network_source(2, 2, 1)
    graph = source.graph()
    folds = source.folds(graph)
    target = folds[0]
    others = frozenset(fold.output for fold in folds[1:])
    shown = shown_graph(graph, folds, others)
    names = {node.name for node in shown.graph.nodes}
    assert {"w1[1,1]", "w1[2,1]", "b1[1]", "z1[1]", "a1[1]"} <= names
    assert "w1[1,2]" not in names
    assert shown.fold_of(shown.graph.named("w1[2,1]").index) == target
    assert shown.fold_of(shown.graph.named("a0[1]").index) is None
    # It can be drawn, edges and all.
    assert len(graph_layout(shown.graph).x) == len(shown.graph.nodes)


def test_no_member_of_a_fold_is_used_outside_of_it() -> None:
    source = network_source(2, 3, 2)
    graph = source.graph()
    folds = source.folds(graph)
    for fold in folds:
        inside = set(fold.members[:-1])
        for node in graph.nodes:
            if node.index not in fold.members:
                assert inside.isdisjoint(node.operands)
    members = [member for fold in folds for member in fold.members]
    assert len(members) == len(set(members)), "a node is in two folds"


def test_with_softmax_a_neuron_ends_at_its_z() -> None:
    network = Network((2, 3, 2), ("tanh", "softmax"), "softmax_cross_entropy")
    flat = np.linspace(-1, 1, network.parameter_count)
    before = Parameters.copy_of(network, flat)
    backprop = Backprop(network, flat, 1)
    backprop.forward(np.array([[0.3, -0.7, 1.0]]))
    targets = np.array([[0.0, 1.0]])
    backprop.backward(targets)
    trace = publish(backprop, before, before, targets, np.arange(1), 0.0)
    frame = Frame(0, network, Moment(0, 1), 0, before, trace)
    source = NetworkSource(frame)
    passes = folded(source)
    names = [node.name for node in passes.shown.graph.nodes]
    assert names[-3:] == ["z2[1]", "z2[2]", "L"]
    gradients = [gradient_of(passes, name) for name in ("z2[1]", "z2[2]")]
    np.testing.assert_allclose(gradients, trace.deltas[-1][0], rtol=1e-12)
    assert [f.text for f in network_folds(source.graph(), network)][-2] == "Affine"
