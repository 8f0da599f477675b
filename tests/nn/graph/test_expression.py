"""Expressions are read as Python reads them, once for every different part."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.nn.graph.term import MOST_TERMS
from bpviz.nn.graph.terms import CALLABLE, DEEPEST
from bpviz.nn.graph.tokens import DEEPEST_BRACKETS, LONGEST
from tests.nn.effort import cases

A, B, X = 0.7, 1.3, 2.5

MANY_NAMES = [chr(ord("一") + n) for n in range(MOST_TERMS // 2 + 5)]


def value_of(text: str) -> float:
    graph = parse_expression(text).graph({"a": A, "b": B, "x": X, "苹果": 4.0})
    return float(graph.output.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * x", A + B * X),
        ("(a + b) * x", (A + B) * X),
        ("a - b - x", A - B - X),
        ("a / b / x", A / B / X),
        ("a / b * x", A / B * X),
        ("-x^2", -(X**2)),
        ("(-x)^2", X**2),
        ("2^-1", 0.5),
        ("2^3^2", 512.0),
        ("2**3**2", 512.0),
        ("a + b^2", A + B**2),
        ("a^b*x", A**B * X),
        ("--x", X),
        ("+x", X),
        ("- -x", X),
        ("a - -b", A + B),
        ("1e-3 + .5 + 2. + 1E+2 + 007", 109.501 - 2 + 2),
        ("a × b · x ÷ 2 − 1", A * B * X / 2 - 1),
        ("苹果 * 2", 8.0),
        ("  a\n+\tb ", A + B),
        ("max(a, b)", B),
        ("exp (a)", np.exp(A)),
        ("-1", -1.0),
        ("(((x)))", X),
    ],
)
def test_precedence_and_spelling(text: str, value: float) -> None:
    assert value_of(text) == pytest.approx(value, rel=1e-15)


def test_a_name_is_one_variable_and_a_part_is_computed_once() -> None:
    expression = parse_expression("(a*b) + (a * b) + sum(( a*b ))")
    assert expression.names == ("a", "b")
    operations = [term.operation for term in expression.terms]
    assert operations.count("multiply") == 1
    graph = expression.graph({"a": 1.0, "b": 2.0})
    assert [n.operation for n in graph.nodes].count("multiply") == 1


def test_the_order_of_operands_makes_a_difference() -> None:
    operations = [term.operation for term in parse_expression("a*b + b*a").terms]
    assert operations.count("multiply") == 2


def test_a_number_is_a_node_in_every_place() -> None:
    graph = parse_expression("1 / (1 + x)").graph({"x": X})
    assert [n.operation for n in graph.nodes].count("constant") == 2


def test_names_are_in_the_order_in_which_they_are_needed() -> None:
    assert parse_expression("c * (b + a) ^ b").names == ("c", "b", "a")


def test_names_are_spelled_as_python_spells_them() -> None:
    assert parse_expression("ﬁ + fi").names == ("fi",)


def test_the_same_expression_takes_other_values() -> None:
    expression = parse_expression("x * x")
    values = [expression.graph({"x": x}).output.value for x in (2.0, 3.0)]
    assert values == [4.0, 9.0]


def test_whatever_can_be_called_exists() -> None:
    assert set(CALLABLE) <= set(OPERATIONS)


@pytest.mark.parametrize(
    ("text", "wrong", "sentence"),
    [
        ("", (0, 0), "Type an expression, such as (a + b) * c."),
        ("   ", (0, 3), "Type an expression, such as (a + b) * c."),
        ("a +", (3, 3), "A number or a name is missing at the end."),
        ("a + ", (4, 4), "A number or a name is missing at the end."),
        ("a +* b", (3, 4), "A number or a name is missing before '*'."),
        ("* a", (0, 1), "A number or a name is missing before '*'."),
        ("a ** ** b", (5, 7), "A number or a name is missing before '**'."),
        ("(a + )", (5, 6), "A number or a name is missing before ')'."),
        ("()", (1, 2), "A number or a name is missing before ')'."),
        ("max(a,, b)", (6, 7), "A number or a name is missing before ','."),
        ("2x", (1, 2), "An operator, such as *, is missing before 'x'."),
        ("a b", (2, 3), "An operator, such as *, is missing before 'b'."),
        ("2(a)", (1, 2), "An operator, such as *, is missing before '('."),
        ("(a)(b)", (3, 4), "An operator, such as *, is missing before '('."),
        ("1.2.3", (3, 5), "An operator, such as *, is missing before '.3'."),
        ("a)", (1, 2), "This bracket closes nothing."),
        ("((a)", (0, 1), "This bracket is never closed."),
        ("a, b", (1, 2), "A comma can only stand between the operands of a function."),
        (
            "exp((a, b))",
            (6, 7),
            "A comma can only stand between the operands of a function.",
        ),
        ("1e999", (0, 5), "1e999 is too large for a number."),
        (
            "exp(a, b) + 1",
            (0, 9),
            "Wrong number of operands for exp: 2 instead of 1.",
        ),
        (
            "1 + max(a)",
            (4, 10),
            "Wrong number of operands for max: 1 instead of 2.",
        ),
        ("a + exp", (4, 7), "exp is a function: write its operand in brackets."),
        ("苹果 + max", (5, 8), "max is a function: write its operand in brackets."),
        ("a ^ tanh ^ b", (4, 8), "tanh is a function: write its operand in brackets."),
    ],
)
def test_a_slip_is_found_where_it_is(
    text: str, wrong: tuple[int, int], sentence: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text)
    assert str(caught.value) == sentence
    assert (caught.value.start, caught.value.stop) == wrong


def test_an_unknown_function_is_underlined_and_the_known_are_listed() -> None:
    with pytest.raises(ExpressionError, match="no function sqrt; choose from exp, log"):
        parse_expression("1 + sqrt(x)")
    with pytest.raises(ExpressionError) as caught:
        parse_expression("x^2 * sqrt(x)")
    assert (caught.value.start, caught.value.stop) == (6, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a" * (LONGEST + 1), f"longer than {LONGEST} characters"),
        (
            "(" * (DEEPEST_BRACKETS + 1) + "a" + ")" * (DEEPEST_BRACKETS + 1),
            f"more than {DEEPEST_BRACKETS} brackets",
        ),
        ("+".join("a" * (DEEPEST + 1)), f"more than {DEEPEST} parts in one another"),
        ("-" * (LONGEST - 1) + "a", f"more than {DEEPEST} parts in one another"),
        (
            "*".join(f"({'+'.join(MANY_NAMES[n::4])})" for n in range(4)),
            f"more than {MOST_TERMS} different parts",
        ),
    ],
)
def test_limits(text: str, sentence: str) -> None:
    with pytest.raises(ExpressionError, match=sentence):
        parse_expression(text)


@pytest.mark.parametrize(
    "text", ["1" * 1500, "a" * 1500, "f" * 1500 + "(a)", "a " + "b" * 1500, "²" * 1500]
)
def test_sentences_stay_short(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text).graph({})
    assert len(str(caught.value)) < 200


def test_up_to_the_limits_everything_works() -> None:
    depth = DEEPEST_BRACKETS
    assert value_of("(" * depth + "x" + ")" * depth) == X
    assert value_of("+".join("x" * DEEPEST)) == pytest.approx(DEEPEST * X)


@given(st.text("ab1.5e+-*/^(), \nexpmaxlog=[]'x²π_", max_size=30))
@settings(max_examples=cases(500))
def test_any_text_is_read_or_refused_within_itself(text: str) -> None:
    error = refusal(text)
    if error is not None:
        assert 0 <= error.start <= error.stop <= len(text)
        assert str(error)


def refusal(text: str) -> ExpressionError | None:
    try:
        parse_expression(text)
    except ExpressionError as error:
        return error
    return None
