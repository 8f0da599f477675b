"""The third article's numbers, to the last digit that it prints."""

import numpy as np
import pytest

from bpviz.nn.graph.backward import BackwardPass, variable_gradients
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.presets import GRAPH_PRESETS


def printed(graph: Graph) -> dict[str, str]:
    """The value and the derivatives as Python prints them."""
    gradients = variable_gradients(graph)
    return {
        "": repr(float(graph.output.value)),
        **{name: repr(float(gradient)) for name, gradient in gradients.items()},
    }


def test_apples() -> None:
    assert printed(GRAPH_PRESETS["apples"].graph()) == {
        "": "220.00000000000003",
        "apple": "2.2",
        "apple_n": "110.00000000000001",
        "tax": "200.0",
    }


def test_apples_and_oranges() -> None:
    assert printed(GRAPH_PRESETS["apples-oranges"].graph()) == {
        "": "715.0000000000001",
        "apple_n": "110.00000000000001",
        "apple": "2.2",
        "orange_n": "165.0",
        "orange": "3.3000000000000003",
        "tax": "650.0",
    }


def test_relu_blocks_what_is_not_positive() -> None:
    preset = GRAPH_PRESETS["relu"]
    assert np.array(preset.values["x"]).tolist() == [[1.0, -0.5], [-2.0, 3.0]]
    graph = preset.graph()
    assert graph.output.value.tolist() == [[1.0, 0.0], [0.0, 3.0]]
    assert graph.output.local_derivatives[0] is not None
    mask = [[False, True], [True, False]]  # as the article prints it: x <= 0
    factor = graph.output.local_derivatives[0].factor
    assert (factor == 0).tolist() == mask
    arriving = np.array([[5.0, 6.0], [7.0, 8.0]])
    assert variable_gradients(graph, arriving)["x"].tolist() == [[5.0, 0.0], [0.0, 8.0]]


def test_relu_is_0_at_0() -> None:
    gradients = variable_gradients(parse_expression("relu(x)").graph({"x": 0.0}))
    assert gradients["x"] == 0.0


@pytest.mark.parametrize("x", [-30.0, -1.0, -0.1, 0.0, 0.5, 1.0, 4.0, 30.0])
def test_sigmoid_taken_apart_and_put_together(x: float) -> None:
    preset = GRAPH_PRESETS["sigmoid"]
    apart = preset.graph({"x": x})
    together = preset.graph_together({"x": x})
    assert together is not None
    operations = [node.operation for node in apart.nodes if node.operands]
    assert operations == ["multiply", "exp", "add", "divide"]
    y = float(apart.output.value)
    assert float(together.output.value) == y
    expected = y * (1 - y)
    # 1 - y has lost digits where y is almost 1: those of y to the last place.
    for graph in (apart, together):
        gradient = variable_gradients(graph)["x"]
        assert gradient == pytest.approx(expected, rel=1e-13, abs=1e-16)


def test_the_article_s_path_through_the_sigmoid() -> None:
    """dL/dy times -y^2, then 1, then exp(-x), then -1."""
    graph = GRAPH_PRESETS["sigmoid"].graph({"x": 0.7})
    y, e = 1 / (1 + np.exp(-0.7)), np.exp(-0.7)
    factors = [
        step.contributions[-1 if step.node != 2 else 0].local_derivative.factor
        for step in BackwardPass(graph).steps()
    ]
    np.testing.assert_allclose(factors, [-(y**2), 1.0, e, -1.0], rtol=1e-15)


def test_affine_for_a_batch_is_the_article_s_code() -> None:
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(4, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
    dout = rng.normal(size=(4, 2))
    graph = parse_expression("affine(X, W, b)").graph({"X": x, "W": w, "b": b})
    assert graph.output.value.tolist() == (np.dot(x, w) + b).tolist()
    gradients = variable_gradients(graph, dout)
    assert gradients["X"].tolist() == np.dot(dout, w.T).tolist()
    assert gradients["W"].tolist() == np.dot(x.T, dout).tolist()
    assert gradients["b"].tolist() == np.sum(dout, axis=0).tolist()


def test_affine_for_one_row_is_a_batch_of_one() -> None:
    rng = np.random.default_rng(2)
    x, w, b = rng.normal(size=3), rng.normal(size=(3, 2)), rng.normal(size=2)
    dout = rng.normal(size=2)
    expression = parse_expression("affine(X, W, b)")
    row = expression.graph({"X": x, "W": w, "b": b})
    batch = expression.graph({"X": x[np.newaxis], "W": w, "b": b})
    assert row.output.value.tolist() == batch.output.value[0].tolist()
    of_row = variable_gradients(row, dout)
    of_batch = variable_gradients(batch, dout[np.newaxis])
    assert of_row["X"].tolist() == of_batch["X"][0].tolist()
    assert of_row["W"].tolist() == of_batch["W"].tolist()
    assert of_row["b"].tolist() == of_batch["b"].tolist()


def test_softmax_with_loss_gives_y_minus_t_over_the_batch() -> None:
    scores = np.array([[0.3, 2.9, 4.0], [1000.0, 1001.0, 999.0]])
    t = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    graph = parse_expression("softmax_with_loss(x, t)").graph({"x": scores, "t": t})
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    y = shifted / shifted.sum(axis=1, keepdims=True)
    assert variable_gradients(graph)["x"].tolist() == ((y - t) / 2).tolist()
    assert graph.output.value == pytest.approx(-np.sum(t * np.log(y)) / 2, rel=1e-14)


def test_softmax_of_one_row_has_no_batch_to_divide_by() -> None:
    scores, t = np.log([0.3, 0.2, 0.5]), np.array([0.0, 1.0, 0.0])
    graph = parse_expression("softmax_with_loss(x, t)").graph({"x": scores, "t": t})
    np.testing.assert_allclose(variable_gradients(graph)["x"], [0.3, -0.8, 0.5])
    assert graph.output.value == pytest.approx(-np.log(0.2))
