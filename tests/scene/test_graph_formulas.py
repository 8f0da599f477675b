"""Every operation is explained, and its formulas are those that are computed."""

import math
import re

import pytest

from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.local_derivative import Rule
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.scene.graph_formulas import FORMULAS, PRODUCTS

_X, _Y = 1.3, 0.7

# Each formula for numbers as Python writes it, to be compared with what is computed.
_AS_PYTHON = {
    "1": "1",
    "−1": "-1",
    "y": "y",
    "x": "x",
    "1 / y": "1 / y",
    "−z / y = −x / y<sup>2</sup>": "-x / y**2",
    "y x<sup>y−1</sup>": "y * x**(y - 1)",
    "z ln x": "z * log(x)",
    "e<sup>x</sup> = y": "exp(x)",
    "1 / x": "1 / x",
    "y (1 − y)": "z * (1 - z)",
    "1 − y<sup>2</sup>": "1 - z**2",
    "1 where x &gt; 0, else 0": "1",
    "1 where x &gt; 0, else 0.01": "1",
    "1 / (1 + e<sup>−x</sup>)": "1 / (1 + exp(-x))",
    "1 where x is the larger, else 0": "1",
    "1 where y is the larger, else 0": "0",
}
_OF_ARRAYS = ("affine", "softmax_with_loss")


def test_every_operation_has_formulas() -> None:
    assert set(FORMULAS) == set(OPERATIONS)
    assert set(PRODUCTS) == set(Rule)


@pytest.mark.parametrize("name", FORMULAS)
def test_there_is_a_letter_and_a_derivative_for_every_operand(name: str) -> None:
    formulas, arity = FORMULAS[name], OPERATIONS[name].arity or 2
    for place in range(arity):
        assert formulas.operand(place)
        assert formulas.local_derivative(place)
    assert formulas.value.count("<sup>") == formulas.value.count("</sup>")
    assert re.search(rf"\b{formulas.result} = ", formulas.value)


@pytest.mark.parametrize("name", [n for n in FORMULAS if n not in _OF_ARRAYS])
def test_the_local_derivatives_are_those_that_are_computed(name: str) -> None:
    builder = GraphBuilder()
    values = (_X, _Y)[: OPERATIONS[name].arity or 2]
    operands = [builder.variable(f"v{n}", value) for n, value in enumerate(values)]
    builder.apply(name, *operands)
    output = builder.graph().output
    names = {"x": _X, "y": _Y, "z": float(output.value)}
    functions = {"log": math.log, "exp": math.exp}
    for place, derivative in enumerate(output.local_derivatives):
        formula = FORMULAS[name].local_derivative(place)
        expected = eval(_AS_PYTHON[formula], {}, {**names, **functions})
        assert derivative is not None
        assert float(derivative.factor) == pytest.approx(expected), (name, place)
