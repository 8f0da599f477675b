"""Derivatives of random expressions agree with autograd and with small differences."""

import numpy as np
from hypothesis import assume, given, settings

from bpviz.messages import InputError
from bpviz.nn.graph.backward import variable_gradients
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from tests.nn.effort import cases
from tests.nn.graph.expressions import Problem, Values, problems

KINKED = ("relu", "leaky_relu", "max")
NEAR_A_KINK = 1e-3
STEP = 1e-6


def graph_of(problem: Problem) -> Graph:
    """Return the graph where it exists and its numbers are of ordinary size."""
    try:
        graph = parse_expression(problem.text).graph(problem.values)
    except InputError:
        assume(False)
        raise
    assume(all(np.abs(node.value).max() < 1e4 for node in graph.nodes))
    for node in graph.nodes:
        if node.operation in KINKED:
            operands = [graph.nodes[operand].value for operand in node.operands]
            other = operands[1] if node.operation == "max" else 0.0
            distance = np.abs(operands[0] - other)
            assume(float(distance.min()) > NEAR_A_KINK)
    return graph


@given(problems())
@settings(max_examples=cases(200))
def test_numbers_agree_with_autograd(problem: Problem) -> None:
    agrees_with_autograd(problem)


@given(problems(with_arrays=True))
@settings(max_examples=cases(100))
def test_arrays_agree_with_autograd(problem: Problem) -> None:
    agrees_with_autograd(problem)


def agrees_with_autograd(problem: Problem) -> None:
    graph = graph_of(problem)
    np.testing.assert_allclose(
        graph.output.value, problem.value(problem.values), rtol=1e-10, atol=1e-12
    )
    theirs = problem.gradients()
    largest = max(float(np.abs(gradient).max()) for gradient in theirs.values())
    for name, gradient in variable_gradients(graph).items():
        assert gradient.shape == np.shape(problem.values[name])
        np.testing.assert_allclose(
            gradient, theirs[name], rtol=1e-9, atol=1e-11 * max(largest, 1.0)
        )


@given(problems(with_arrays=True))
@settings(max_examples=cases(100))
def test_agrees_with_small_differences(problem: Problem) -> None:
    graph = graph_of(problem)
    sizes = [float(np.abs(node.value).max()) for node in graph.nodes]
    gradients = variable_gradients(graph)
    largest = max([1.0, *sizes, *(float(np.abs(g).max()) for g in gradients.values())])
    assume(largest < 1e3)
    for name, gradient in gradients.items():
        value = np.asarray(problem.values[name], np.float64)
        for place in np.ndindex(value.shape):
            step = np.zeros(value.shape)
            step[place] = STEP
            difference = sum_with(problem, {name: value + step}) - sum_with(
                problem, {name: value - step}
            )
            np.testing.assert_allclose(
                gradient[place],
                difference / (2 * STEP),
                rtol=1e-4,
                atol=1e-5 * largest,
            )


def sum_with(problem: Problem, values: Values) -> float:
    graph = parse_expression(problem.text).graph({**problem.values, **values})
    return float(graph.output.value.sum())
