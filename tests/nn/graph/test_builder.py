"""What cannot be computed is refused with the name of the node."""

import numpy as np
import pytest
from numpy.typing import ArrayLike

from bpviz.messages import InputError
from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.operation import ANY_NUMBER
from bpviz.nn.graph.operations import OPERATIONS

MATRIX = [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    ("text", "values", "sentence"),
    [
        ("1 / (a - a)", {"a": 2}, "1 / (a − a) divides by zero."),
        ("x / y", {"x": MATRIX, "y": [[1, 1], [0, 1]]}, "x / y divides by zero."),
        ("0 ^ -1", {}, "0 ^ (-1) divides by zero."),
        (
            "log(a - b)",
            {"a": 1, "b": 1},
            "log(a − b) takes the logarithm of a number that is not positive.",
        ),
        (
            "log(x)",
            {"x": [1, -1]},
            "log(x) takes the logarithm of a number that is not positive.",
        ),
        (
            "x ^ 0.5",
            {"x": -2},
            "x ^ 0.5 raises a negative number to a power that is not whole.",
        ),
        ("exp(x)", {"x": 710}, "exp(x) is too large for a number."),
        ("a * a", {"a": 1e200}, "a × a is too large for a number."),
        ("9**9**9", {}, "9 ^ (9 ^ 9) is too large for a number."),
        ("x", {"x": np.inf}, "x is too large for a number."),
        (
            "x ^ 0.5",
            {"x": 0},
            "x ^ 0.5 has no finite derivative by x at this value.",
        ),
        (
            "x ^ y",
            {"x": -2, "y": 2},
            "x ^ y has no finite derivative by y at this value.",
        ),
        (
            "x + y",
            {"x": MATRIX, "y": [1, 2]},
            "x + y needs numbers or arrays of one shape; got (2, 2), (2,).",
        ),
        (
            "max(x, y)",
            {"x": [1], "y": [1, 2]},
            "max(x, y) needs numbers or arrays of one shape; got (1,), (2,).",
        ),
        (
            "affine(x, W, b)",
            {"x": [1, 2, 3], "W": MATRIX, "b": [1, 2]},
            "affine(x, W, b) needs inputs (n) or (rows, n), weights (n, m) and biases "
            "(m); got (3,), (2, 2), (2,).",
        ),
        (
            "affine(x, W, b)",
            {"x": [1, 2], "W": MATRIX, "b": 1},
            "affine(x, W, b) needs inputs (n) or (rows, n), weights (n, m) and biases "
            "(m); got (2,), (2, 2), 1.",
        ),
        (
            "softmax_with_loss(x, t)",
            {"x": MATRIX, "t": [0, 1]},
            "softmax_with_loss(x, t) needs scores and targets of one shape, (classes) "
            "or (rows, classes); got (2, 2), (2,).",
        ),
        (
            "softmax_with_loss(x, t)",
            {"x": 1, "t": 1},
            "softmax_with_loss(x, t) needs scores and targets of one shape, (classes) "
            "or (rows, classes); got 1, 1.",
        ),
        ("a + b", {"a": 1}, "b has no value."),
    ],
)
def test_refusals(text: str, values: dict[str, ArrayLike], sentence: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text).graph(values)
    assert str(caught.value) == sentence


def test_a_refusal_points_at_the_part_that_failed() -> None:
    text = "a + log( b-a ) * 2"
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text).graph({"a": 2.0, "b": 1.0})
    assert text[caught.value.start : caught.value.stop] == "log( b-a )"


@pytest.mark.parametrize("x", [-800.0, -40.0, 40.0, 800.0])
def test_saturated_activations_are_fine(x: float) -> None:
    for name in ("sigmoid", "tanh", "softplus", "relu", "leaky_relu"):
        builder = GraphBuilder()
        builder.apply(name, builder.variable("x", x))
        assert np.isfinite(builder.graph().output.value)


def test_max_of_equal_numbers_gives_half_to_each() -> None:
    graph = parse_expression("max(a, b)").graph({"a": 2.0, "b": 2.0})
    halves = [d.factor for d in graph.output.local_derivatives if d is not None]
    assert halves == [0.5, 0.5]


def test_powers_at_zero() -> None:
    def derivative(text: str) -> float:
        graph = parse_expression(text).graph({"x": 0.0})
        found = graph.output.local_derivatives[0]
        assert found is not None
        return float(found.factor)

    assert derivative("x ^ 0") == 0.0
    assert derivative("x ^ 1") == 1.0
    assert derivative("x ^ 2") == 0.0
    assert derivative("x ^ 1.5") == 0.0


def test_a_refused_node_leaves_no_trace() -> None:
    builder = GraphBuilder()
    x = builder.variable("x", 0.0)
    with pytest.raises(InputError):
        builder.apply("log", x)
    assert len(builder.graph().nodes) == 1


def test_values_are_copies() -> None:
    value = np.array([1.0, 2.0])
    builder = GraphBuilder()
    builder.variable("x", value)
    value[0] = 5.0
    assert builder.graph().output.value.tolist() == [1.0, 2.0]


def test_nodes_are_found_by_name() -> None:
    builder = GraphBuilder()
    x = builder.variable("x", 3.0)
    builder.apply("exp", x, name="y")
    assert builder.graph().named("y").operation == "exp"
    with pytest.raises(KeyError):
        builder.graph().named("z")


def test_arity() -> None:
    assert OPERATIONS["add"].arity == ANY_NUMBER
    assert not OPERATIONS["add"].takes(1)
    assert OPERATIONS["add"].takes(7)
    assert OPERATIONS["negate"].takes(1)
    assert not OPERATIONS["max"].takes(3)
