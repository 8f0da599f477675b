"""Nodes are called by what they compute, as people would write it."""

import pytest

from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from bpviz.scene.graph_texts import LONGEST, in_brackets, short_name, with_texts


def graph_of(text: str) -> Graph:
    expression = parse_expression(text)
    return with_texts(expression.graph(dict.fromkeys(expression.names, 2.0)))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("apple * apple_n", "apple × apple_n"),
        ("(a * b + c * d) * e", "(a × b + c × d) × e"),
        ("a * b * c", "(a × b) × c"),
        ("a - (b - c)", "a − (b − c)"),
        ("a / (b * c)", "a / (b × c)"),
        ("(a + b) ^ 2", "(a + b) ^ 2"),
        ("1 / (1 + exp(x * -1))", "1 / (1 + exp(x × (−1)))"),
        ("-(a + b)", "−(a + b)"),
        ("relu(a + b)", "relu(a + b)"),
        ("x", "x"),
    ],
)
def test_expressions_are_written_with_the_brackets_they_need(
    typed: str, text: str
) -> None:
    assert graph_of(typed).output.text == text


def test_every_part_has_its_own_text() -> None:
    graph = graph_of("(apple * apple_n + orange * orange_n) * tax")
    texts = [node.text for node in graph.nodes if node.operands]
    assert texts == [
        "apple × apple_n",
        "orange × orange_n",
        "apple × apple_n + orange × orange_n",
        "(apple × apple_n + orange × orange_n) × tax",
    ]


def test_what_is_too_long_is_shortened_where_it_is_deepest() -> None:
    text = "first * second + third * fourth"
    graph = graph_of(f"({text} + {text.replace('first', 'fifth')}) * last")
    assert graph.output.text == "((… + …) + third × fourth) × last"


def test_shared_parts_do_not_take_for_ever() -> None:
    text = "x"
    for _ in range(45):
        text = f"({text} + {text})" if len(text) < 700 else text
    graph = graph_of(text)
    assert all(len(node.text) <= LONGEST for node in graph.nodes)


def test_a_long_name_is_cut() -> None:
    graph = graph_of("a" * 500 + " * b")
    assert graph.output.text == f"{short_name('a' * 500)} × b"
    assert len(graph.output.text) < LONGEST


def test_behind_a_derivative_a_sum_stands_in_brackets() -> None:
    graph = graph_of("a + exp(b)")
    assert in_brackets(graph.output) == "(a + exp(b))"
    assert in_brackets(graph.nodes[2]) == "exp(b)"
