"""Nothing that is typed is ever run, and nothing typed can hang the program."""

import ast
import builtins
from pathlib import Path
from time import perf_counter

import pytest

import bpviz.nn.graph
from bpviz.messages import InputError
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.expression_error import ExpressionError

HOSTILE = (
    "x.real",
    "x.__class__",
    "x.__class__.__mro__",
    "(1).__class__",
    "1 .real",
    "__import__('os').system('true')",
    "__import__(os)",
    "eval(x)",
    "open(x)",
    "exec(x)",
    "lambda: x",
    "lambda x: x",
    "(lambda x: x)(x)",
    "[x for x in y]",
    "(x for x in y)",
    "{x: y for x in y}",
    "[x]",
    "{x}",
    "x[0]",
    "x[x]",
    "'text'",
    '"text"',
    "f'{x}'",
    "b'x'",
    "x if x else x",
    "x and x",
    "x or x",
    "not x",
    "x < y",
    "x == y",
    "x is y",
    "x in y",
    "x := 1",
    "(x := 1)",
    "x = 1",
    "x; x",
    "x // y",
    "x % y",
    "x @ y",
    "x & y",
    "x | y",
    "x << y",
    "~x",
    "*x",
    "max(*x)",
    "max(x, **y)",
    "max(a=x, b=y)",
    "exp(x)(x)",
    "exp(exp)(x)",
    "(exp)(x)",
    "None",
    "True",
    "...",
    "1j",
    "0x10",
    "1_000",
    "await x",
    "yield x",
    "(yield)",
    "async",
    "print",  # a name like any other: it has no value
    "x # comment",
    "x \\\n + y",
    "\x00",
    "x\x00",
    "import os",
    "`x`",
    "$x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_arguments: object) -> None:
        raise AssertionError("something was run")

    for name in ("eval", "exec"):
        monkeypatch.setattr(builtins, name, forbidden)
    with pytest.raises(ExpressionError):
        parse_expression(text).graph({"x": 1.0, "y": 2.0, "os": 1.0})


@pytest.mark.parametrize(
    "text",
    [
        "9**9**9**9**9",
        "9^9^9^9",
        "(((9**99)**99)**99)**99",
        "exp(exp(exp(exp(9))))",
        "9" * 2000,
        "1" + "0" * 308 + "9",
        "-" * 1999 + "1",
        "(" * 1999,
        "exp(" * 499,
        "*".join("9" * 1000),
        "max(" * 400 + ")" * 400,
        "+(" * 900,
    ],
)
def test_is_refused_at_once(text: str) -> None:
    start = perf_counter()
    with pytest.raises(InputError):
        parse_expression(text).graph({})
    assert perf_counter() - start < 1.0


def test_large_exponents_that_fit_are_computed_at_once() -> None:
    start = perf_counter()
    graph = parse_expression("1.0000001 ^ 10 ^ 9 + 0 ^ 9 ^ 99").graph({})
    assert float(graph.output.value) == pytest.approx(2.688e43, rel=1e-2)
    assert perf_counter() - start < 1.0


def test_the_package_neither_runs_text_nor_uses_the_kernel() -> None:
    """It is an oracle for `backprop` only if it shares nothing with it."""
    folder = Path(bpviz.nn.graph.__file__).parent
    kernel = {"backprop", "activations", "losses", "numerical_gradient", "blas"}
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile"), file
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").rpartition(".")[2] not in kernel, file
