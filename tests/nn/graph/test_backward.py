"""Every step of the backward pass says what it does, and it is true."""

import numpy as np
import pytest
from hypothesis import given, settings

from bpviz.messages import InputError
from bpviz.nn.graph.backward import BackwardPass, BackwardStep, variable_gradients
from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.presets import GRAPH_PRESETS
from tests.nn.effort import cases
from tests.nn.graph.expressions import Problem, problems
from tests.nn.graph.test_derivatives import graph_of


def is_true(graph: Graph, steps: list[BackwardStep]) -> None:
    """Check the arithmetic of all steps with nothing but their own numbers."""
    output = graph.output
    reached: dict[int, float] = {output.index: float(output.value.size)}
    sums: dict[int, object] = {output.index: np.ones(output.value.shape).tolist()}
    totals = {node.index: np.zeros(node.value.shape) for node in graph.nodes}
    for step in steps:
        node = graph.nodes[step.node]
        assert step.gradient.shape == node.value.shape
        assert step.gradient.tolist() == sums[step.node]
        for contribution in step.contributions:
            operand = graph.nodes[contribution.operand]
            assert node.operands[contribution.place] == operand.index
            derivative = node.local_derivatives[contribution.place]
            assert derivative is contribution.local_derivative
            assert contribution.product.shape == operand.value.shape
            if not node.value.shape:
                product = step.gradient * contribution.local_derivative.factor
                assert contribution.product.tolist() == product.tolist()
            totals[operand.index] = totals[operand.index] + contribution.product
            assert contribution.accumulated.tolist() == totals[operand.index].tolist()
            sums[operand.index] = contribution.accumulated.tolist()
            reached[operand.index] = 1.0


@given(problems(with_arrays=True))
@settings(max_examples=cases(60))
def test_arithmetic_of_every_step(problem: Problem) -> None:
    graph = graph_of(problem)
    is_true(graph, list(BackwardPass(graph).steps()))


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_arithmetic_of_the_presets(key: str) -> None:
    graph = GRAPH_PRESETS[key].graph()
    steps = list(BackwardPass(graph).steps())
    is_true(graph, steps)
    assert [step.node for step in steps] == [
        node.index for node in reversed(graph.nodes) if node.operands
    ]


def test_a_pass_can_be_held_at_any_step() -> None:
    graph = GRAPH_PRESETS["apples"].graph()
    backward = BackwardPass(graph)
    steps = backward.steps()
    apple, _, _, tax, price = range(5)

    def gradient(node: int) -> float:
        value = backward.gradients[node]
        assert value is not None
        return float(value)

    assert (gradient(price), gradient(tax), gradient(apple)) == (1.0, 0.0, 0.0)
    assert next(steps).node == price
    assert (gradient(tax), gradient(apple)) == (200.0, 0.0)
    next(steps)
    assert gradient(apple) == 2.2
    assert list(steps) == []


def test_an_operand_that_stands_twice_gets_both_derivatives() -> None:
    graph = parse_expression("x * x").graph({"x": 3.0})
    assert graph.output.operands == (0, 0)
    (step,) = BackwardPass(graph).steps()
    assert [float(c.product) for c in step.contributions] == [3.0, 3.0]
    assert [float(c.accumulated) for c in step.contributions] == [3.0, 6.0]


def test_a_shared_part_gets_the_derivatives_of_all_its_uses() -> None:
    graph = parse_expression("(a*b) + (a*b)*(a*b)").graph({"a": 2.0, "b": 5.0})
    assert sum(node.text == "a × b" for node in graph.nodes) == 1
    # d/da (ab + (ab)^2) = b + 2 a b^2
    assert variable_gradients(graph) == {"a": 105.0, "b": 42.0}


def test_a_gradient_is_complete_before_it_is_used() -> None:
    """y is used by the output too, which comes first in the pass."""
    graph = parse_expression("(x * 2) * (exp(x * 2) + x * 2)").graph({"x": 0.5})
    y = 1.0  # x * 2
    expected = 2 * ((np.exp(y) + y) + y * (np.exp(y) + 1))
    assert variable_gradients(graph)["x"] == pytest.approx(expected, rel=1e-15)


def test_a_long_chain_needs_no_recursion() -> None:
    builder = GraphBuilder()
    x = node = builder.variable("x", 1.0)
    for _ in range(20_000):
        node = builder.apply("add", node, x)
    graph = builder.graph()
    assert variable_gradients(graph) == {"x": 20_001.0}
    assert max(len(node.text) for node in graph.nodes) < 80


def test_a_single_variable_is_its_own_output() -> None:
    graph = parse_expression("x").graph({"x": 7.0})
    assert list(BackwardPass(graph).steps()) == []
    assert variable_gradients(graph) == {"x": 1.0}


def test_constants_know_their_derivatives_where_there_are_any() -> None:
    graph = parse_expression("x^2").graph({"x": 3.0})
    assert BackwardPass(graph).finish()[1] == pytest.approx(9 * np.log(3))
    graph = parse_expression("(-3 + 0)^(1 + 1) * y").graph({"y": 2.0})
    gradients = BackwardPass(graph).finish()
    by_text = {n.text: gradients[n.index] for n in graph.nodes}
    assert by_text["1 + 1"] is None
    assert by_text["1"] is None  # what stands behind it has none either
    assert by_text["(-3) + 0"] == -12.0
    assert by_text["y"] == 9.0


def test_an_array_as_output_is_differentiated_as_its_sum() -> None:
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    graph = parse_expression("x * x").graph({"x": x})
    assert variable_gradients(graph)["x"].tolist() == (2 * x).tolist()


def test_numbers_go_with_arrays() -> None:
    x = np.array([1.0, 2.0, 4.0])
    graph = parse_expression("k * x + k").graph({"x": x, "k": 3.0})
    gradients = variable_gradients(graph)
    assert gradients["k"].tolist() == 10.0  # Σ x + 3
    assert gradients["x"].tolist() == [3.0, 3.0, 3.0]


def test_what_is_published_cannot_be_written() -> None:
    graph = GRAPH_PRESETS["affine-softmax"].graph()
    backward = BackwardPass(graph)
    arrays = []
    for step in backward.steps():
        arrays.append(step.gradient)
        for contribution in step.contributions:
            arrays += [contribution.product, contribution.accumulated]
            arrays.append(contribution.local_derivative.factor)
    arrays += [node.value for node in graph.nodes]
    arrays += [gradient for gradient in backward.gradients if gradient is not None]
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def test_a_derivative_that_is_too_large_names_its_node() -> None:
    graph = parse_expression("(x * 1e300) * 1e300").graph({"x": 1e-300})
    with pytest.raises(InputError, match="derivative by x is too large"):
        variable_gradients(graph)
