"""A node is explained with the numbers of the article, to the last digit."""

import numpy as np
import pytest

from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_explanation import NodeExplanation, explained
from bpviz.scene.graph_passes import GraphMoment, GraphPasses
from tests.scene.graphs import (
    expression_passes,
    finished,
    passes_of,
    preset_passes,
)


def output_of(passes: GraphPasses) -> NodeExplanation:
    return explained(finished(passes), passes.shown.graph.output.index)


def test_apples() -> None:
    passes = preset_passes("apples")
    explanation = output_of(passes)
    (line,) = explanation.computed
    assert line.text == "(apple × apple_n) × tax"
    assert line.numbers == "200 × 1.1"
    assert line.value == 220.00000000000003
    first, second = explanation.handed_on
    assert first.operand == "(apple × apple_n)"
    assert float(first.local.factor) == 1.1
    assert first.gradient == 1
    assert first.product == 1.1
    assert second.operand == "tax"
    assert second.product == 200
    product = explained(finished(passes), 2)
    assert [h.product for h in product.handed_on] == [2.2, 110.00000000000001]
    assert [h.total for h in product.handed_on] == [None, None]


def test_apples_and_oranges() -> None:
    passes = preset_passes("apples-oranges")
    handed = {
        h.operand: float(h.product)
        for node in passes.shown.graph.nodes
        for h in explained(finished(passes), node.index).handed_on
        if h.product is not None
    }
    assert handed["apple"] == 2.2
    assert handed["apple_n"] == 110.00000000000001
    assert handed["orange"] == 3.3000000000000003
    assert handed["orange_n"] == 165.0
    assert handed["tax"] == 650
    (line,) = output_of(passes).computed
    assert line.value == 715.0000000000001
    assert line.text == "(apple × apple_n + orange × orange_n) × tax"
    (sum_line,) = explained(finished(passes), 6).computed
    assert sum_line.text == "apple × apple_n + orange × orange_n"


def test_relu() -> None:
    explanation = output_of(preset_passes("relu"))
    (line,) = explanation.computed
    np.testing.assert_array_equal(line.value, [[1, 0], [0, 3]])
    (handed,) = explanation.handed_on
    np.testing.assert_array_equal(handed.local.factor, [[1, 0], [0, 1]])


def test_sigmoid_put_together_has_the_derivative_of_the_one_taken_apart() -> None:
    together = GRAPH_PRESETS["sigmoid"].graph_together()
    assert together is not None
    (handed,) = output_of(passes_of(together)).handed_on
    y = 1 / (1 + np.exp(-1.0))
    assert float(handed.local.factor) == pytest.approx(y * (1 - y), rel=1e-15)
    apart = preset_passes("sigmoid")
    gradient = apart.gradient(apart.shown.graph.named("x").index)
    assert float(gradient) == pytest.approx(float(handed.local.factor))  # type: ignore[arg-type]


def test_softmax_with_loss_hands_back_answer_minus_target() -> None:
    explanation = output_of(preset_passes("affine-softmax"))
    scores = np.array([[0.15, -0.45, 0.1], [0.6, 2.5, -2.3]])
    y = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    t = np.array([[1, 0, 0], [0, 0, 1]])
    product = explanation.handed_on[0].product
    np.testing.assert_allclose(product, (y - t) / 2, rtol=1e-12)  # type: ignore[arg-type]


def test_before_its_turn_nothing_is_told_that_is_not_known() -> None:
    passes = preset_passes("apples")
    explanation = explained(GraphMoment(passes), passes.shown.graph.output.index)
    (line,) = explanation.computed
    assert line.numbers == ""
    assert line.value is None
    assert explanation.arrivals == ()
    assert {h.product for h in explanation.handed_on} == {None}


def test_the_sum_is_shown_where_it_happens() -> None:
    passes = expression_passes("x * x + x", x="3")
    x = passes.shown.graph.named("x").index
    arrivals = explained(finished(passes), x).arrivals
    assert [(a.user, float(a.product), float(a.total)) for a in arrivals] == [
        ("x × x + x", 1, 1),
        ("x × x", 3, 4),
        ("x × x", 3, 7),
    ]
    square = explained(finished(passes), 1)
    assert [float(h.total) for h in square.handed_on if h.total is not None] == [4, 7]


def test_a_constant_gets_nothing() -> None:
    passes = expression_passes("x * -2", x="3")
    explanation = output_of(passes)
    assert [h.operand for h in explanation.handed_on] == ["x"]
    assert explanation.computed[0].text == "x × (−2)"
