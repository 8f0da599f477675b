"""Every graph of the third article opens."""

import pytest

from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.presets import GRAPH_PRESETS


def test_these_are_the_graphs() -> None:
    assert list(GRAPH_PRESETS) == [
        *("apples", "apples-oranges", "relu", "sigmoid", "affine-softmax"),
    ]
    for key, preset in GRAPH_PRESETS.items():
        assert preset.key == key
        assert preset.title
        assert preset.description


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_values_are_those_that_the_expression_needs(key: str) -> None:
    preset = GRAPH_PRESETS[key]
    assert set(parse_expression(preset.expression).names) == set(preset.values)


def test_a_value_can_be_another() -> None:
    graph = GRAPH_PRESETS["apples"].graph({"apple_n": 3})
    assert float(graph.output.value) == pytest.approx(330.0)


def test_only_the_sigmoid_is_put_together() -> None:
    together = {key for key, preset in GRAPH_PRESETS.items() if preset.together}
    assert together == {"sigmoid"}
    assert GRAPH_PRESETS["apples"].graph_together() is None
