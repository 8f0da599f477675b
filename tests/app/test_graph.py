"""``bpviz graph`` prints what the third article prints."""

import subprocess
import sys

import numpy as np
import pytest

from bpviz.app.commands import COMMANDS
from bpviz.app.graph_choice import chosen_graph
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.training.presets import PRESETS
from tests.app.command_line import CommandLine

FRUIT = "(apple * apple_n + orange * orange_n) * tax"
PRICES = ("apple=100", "apple_n=2", "orange=150", "orange_n=3", "tax=1.1")


def test_it_is_a_command() -> None:
    assert "graph" in COMMANDS


def test_the_article_s_apples_and_oranges(bpviz: CommandLine) -> None:
    called = bpviz("graph", FRUIT, *PRICES)
    assert called.status == 0
    assert called.errors == ""
    lines = called.output.splitlines()
    assert lines == [
        FRUIT,
        "",
        "forward",
        "  #0  apple = 100.0",
        "  #1  apple_n = 2.0",
        "  #2  apple × apple_n = 100.0 × 2.0 = 200.0",
        "  #3  orange = 150.0",
        "  #4  orange_n = 3.0",
        "  #5  orange × orange_n = 150.0 × 3.0 = 450.0",
        "  #6  #2 + #5 = 200.0 + 450.0 = 650.0",
        "  #7  tax = 1.1",
        "  #8  #6 × tax = 650.0 × 1.1 = 715.0000000000001",
        "",
        "backward: gradient × local derivative",
        "  #8  gradient of #8: 1.0",
        "       #6: 1.0 × 1.1 = 1.1",
        "       tax: 1.0 × 650.0 = 650.0",
        "  #6  gradient of #6: 1.1",
        "       #2: 1.1 × 1.0 = 1.1",
        "       #5: 1.1 × 1.0 = 1.1",
        "  #5  gradient of #5: 1.1",
        "       orange: 1.1 × 3.0 = 3.3000000000000003",
        "       orange_n: 1.1 × 150.0 = 165.0",
        "  #2  gradient of #2: 1.1",
        "       apple: 1.1 × 2.0 = 2.2",
        "       apple_n: 1.1 × 100.0 = 110.00000000000001",
        "",
        "derivatives",
        "  apple     2.2",
        "  apple_n   110.00000000000001",
        "  orange    3.3000000000000003",
        "  orange_n  165.0",
        "  tax       650.0",
    ]


def test_a_preset_is_the_same_as_its_expression(bpviz: CommandLine) -> None:
    called = bpviz("graph", "apples-oranges")
    assert called.output == bpviz("graph", FRUIT, *PRICES).output


def test_json_has_every_number(bpviz: CommandLine) -> None:
    result = bpviz("graph", "x*x + x", "x=3", "--json").json()
    assert result["preset"] is None
    assert result["expression"] == "x*x + x"
    assert result["value"] == 12.0
    assert result["gradients"] == {"x": 7.0}
    nodes = result["nodes"]
    assert [node["operation"] for node in nodes] == ["variable", "multiply", "add"]
    assert [node["operands"] for node in nodes] == [[], [0, 0], [1, 0]]
    assert [node["value"] for node in nodes] == [3.0, 9.0, 12.0]
    assert [node["gradient"] for node in nodes] == [7.0, 1.0, 1.0]
    assert [node["name"] for node in nodes] == ["x", None, None]
    assert [step["node"] for step in result["backward"]] == [2, 1]
    last = result["backward"][-1]["contributions"][-1]
    assert last == {
        "place": 1,
        "operand": 0,
        "rule": "times",
        "local_derivative": 3.0,
        "product": 3.0,
        "accumulated": 7.0,
    }


def test_a_part_that_is_used_twice_shows_its_sum(bpviz: CommandLine) -> None:
    lines = bpviz("graph", "x * x", "x=3").output.splitlines()
    assert "       x: 1.0 × 3.0 = 3.0" in lines
    assert "       x: 1.0 × 3.0 = 3.0, in all 6.0" in lines


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_every_preset_runs(bpviz: CommandLine, key: str) -> None:
    assert bpviz("graph", key).status == 0
    result = bpviz("graph", key, "--json").json()
    assert result["preset"] == key
    assert result["value"] == GRAPH_PRESETS[key].graph().output.value.tolist()
    assert set(result["gradients"]) == set(GRAPH_PRESETS[key].values)
    assert (result["together"] is not None) == (key == "sigmoid")


def test_the_sigmoid_is_put_together(bpviz: CommandLine) -> None:
    result = bpviz("graph", "sigmoid", "x=0.5", "--json").json()
    y = result["value"]
    assert y == 1 / (1 + np.exp(-0.5))
    assert result["together"]["expression"] == "sigmoid(x)"
    for part in (result, result["together"]):
        assert part["gradients"]["x"] == pytest.approx(y * (1 - y), rel=1e-14)
    lines = bpviz("graph", "sigmoid").output.splitlines()
    assert "put together to one node: sigmoid(x)" in lines


def test_values_of_a_preset_can_be_others(bpviz: CommandLine) -> None:
    result = bpviz("graph", "relu", "x=[[1,-2],[3,4]]", "--json").json()
    assert result["value"] == [[1.0, 0.0], [3.0, 4.0]]
    assert result["gradients"] == {"x": [[1.0, 0.0], [1.0, 1.0]]}


def test_arrays_are_json_lists(bpviz: CommandLine) -> None:
    called = bpviz("graph", "sum(k * x)", "x=[1, 2.5]", "k=2", "--json")
    result = called.json()
    assert result["value"] == 7.0
    assert result["gradients"] == {"x": [2.0, 2.0], "k": 3.5}
    text = bpviz("graph", "sum(k * x)", "x=[1, 2.5]", "k=2").output
    assert "  #2  k × x = [2.0, 5.0]" in text
    assert "       k: sum([1.0, 1.0] × [1.0, 2.5]) = 3.5" in text


def test_matrix_products_say_what_is_multiplied(bpviz: CommandLine) -> None:
    text = bpviz(
        *("graph", "affine(X, W, b)", "X=[[1,2]]", "W=[[3],[4]]", "b=[5]")
    ).output
    assert "       X: [[1.0]] · [[3.0], [4.0]]ᵀ = [[3.0, 4.0]]" in text
    assert "       W: [[1.0, 2.0]]ᵀ · [[1.0]] = [[1.0], [2.0]]" in text
    assert "       b: sum of the rows of [[1.0]] = [1.0]" in text


def test_an_exponent_without_a_derivative_is_null(bpviz: CommandLine) -> None:
    result = bpviz("graph", "x^2", "x=-3", "--json").json()
    assert result["gradients"] == {"x": -6.0}
    assert [node["gradient"] for node in result["nodes"]] == [-6.0, None, 1.0]


def test_a_minus_sign_in_front(bpviz: CommandLine) -> None:
    assert bpviz("graph", "--json", "--", "-x^2", "x=3").json()["value"] == -9.0
    assert bpviz("graph", "--json", "(-x^2)", "x=-3").json()["value"] == -9.0


def test_the_network_of_a_preset(bpviz: CommandLine) -> None:
    result = bpviz("graph", "mazur", "--json").json()
    assert result["expression"] is None
    assert result["value"] == pytest.approx(2 * 0.298371109, abs=1e-9)
    assert result["gradients"]["w2[1,1]"] == pytest.approx(2 * 0.082167041, abs=1e-9)
    lines = bpviz("graph", "mazur").output.splitlines()
    assert lines[0] == "forward"
    assert any(line.strip().startswith("#5") for line in lines)


@pytest.mark.parametrize("key", PRESETS)
def test_every_other_preset_is_shown_or_too_large(bpviz: CommandLine, key: str) -> None:
    if PRESETS[key].experiment.network.parameter_count <= 400:
        assert bpviz("graph", key).status == 0
        return
    called = bpviz("graph", key)
    assert called.status == 2
    assert "too large for a graph" in called.complaint()


def test_no_name_means_two_things() -> None:
    assert not set(GRAPH_PRESETS) & set(PRESETS)


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("a +* b", "a=1"), "column 4: A number or a name is missing before '*'."),
        (("a + b", "a=1"), "column 5: b has no value."),
        (("a + 1/(b-b)", "a=1", "b=2"), "column 5: 1 / (b − b) divides by zero."),
        (("x.real", "x=1"), "column 2: '.' cannot stand in an expression"),
        (("9**9**9",), "column 1: 9 ^ (9 ^ 9) is too large for a number."),
        (("a", "a=1", "a=2"), "a has two values"),
        (("a", "a=1", "b=2"), "there is no b in the expression; its names: a"),
        (("1", "b=2"), "there is no b in the expression; its names: none"),
        (("apples", "pear=2"), "its names: apple, apple_n, tax"),
        (("mazur", "x=2"), "the network of mazur takes no values"),
        (("a", "+", "b"), "expected NAME=VALUE, got '+'; an expression with spaces"),
        (("x", "x=many"), "x must be a number, a list such as [1,2]"),
        (("x*1e300*1e300", "x=1e-300"), "The derivative by x is too large"),
        ((), "the following arguments are required"),
    ],
)
def test_a_wrong_call_is_one_line(
    bpviz: CommandLine,
    arguments: tuple[str, ...],
    complaint: str,
    json: tuple[str, ...],
) -> None:
    called = bpviz("graph", *arguments, *json)
    assert called.status == 2
    assert complaint in called.complaint()


def test_help_is_complete(bpviz: CommandLine) -> None:
    text = bpviz("graph", "--help").output
    for word in (*GRAPH_PRESETS, "--json", "NAME=VALUE", "softmax_with_loss"):
        assert word in text.replace("-\n", "-").replace(" " * 23, "")


def test_numpy_is_not_loaded_for_help_and_qt_never() -> None:
    code = (
        "import sys; from bpviz.app.main import main; main(sys.argv[1:]);"
        "print([n for n in ('numpy', 'PyQt6') if n in sys.modules], file=sys.stderr)"
    )
    for arguments, loaded in ((["--help"], "[]"), (["apples"], "['numpy']")):
        finished = subprocess.run(
            [sys.executable, "-c", code, "graph", *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert finished.stderr.strip() == loaded


def test_a_graph_that_is_no_preset_has_no_key() -> None:
    chosen = chosen_graph("a * 2", {"a": 4.0})
    assert (chosen.preset, chosen.expression, chosen.together) == (None, "a * 2", None)
