"""The panel shows the chain rule at one node, with the article's digits."""

import pytest
from pytestqt.qtbot import QtBot

from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_passes import GraphMoment, GraphPasses
from bpviz.scene.graph_stage import Found
from bpviz.views.graph_explanation import GraphExplanation
from bpviz.views.graph_hover import readout
from tests.scene.graphs import expression_passes, finished, passes_of, preset_passes


def text_of(qtbot: QtBot, moment: GraphMoment, node: int | None = None) -> str:
    panel = GraphExplanation()
    qtbot.addWidget(panel)
    panel.show_moment(moment, node, "What it is about.")
    return panel.plain_text()


def index(passes: GraphPasses, name: str) -> int:
    return passes.shown.graph.named(name).index


def test_at_the_beginning_it_says_what_the_graph_is_about(qtbot: QtBot) -> None:
    text = text_of(qtbot, GraphMoment(preset_passes("apples")))
    assert "What it is about." in text
    assert "Step forward" in text


def test_the_article_s_price_has_all_its_digits(qtbot: QtBot) -> None:
    text = text_of(qtbot, GraphMoment(preset_passes("apples"), 2))
    assert "(apple × apple_n) × tax" in text
    assert "= 200 × 1.1" in text
    assert "= 220.00000000000003" in text


def test_upstream_times_local_is_the_result(qtbot: QtBot) -> None:
    text = text_of(qtbot, finished(preset_passes("apples")))
    assert "∂L/∂apple_n\nlocal ∂z/∂y = x = 100\n= 1.1 × 100\n= 110.00000000000001" in (
        text
    )
    assert "∂L/∂apple\nlocal ∂z/∂x = y = 2\n= 1.1 × 2\n= 2.2" in text


def test_oranges(qtbot: QtBot) -> None:
    passes = preset_passes("apples-oranges")
    graph = passes.shown.graph
    product = next(
        node.index for node in graph.nodes if index(passes, "orange_n") in node.operands
    )
    text = text_of(qtbot, finished(passes), product)
    assert "= 3.3000000000000003" in text
    assert "= 165" in text


def test_a_selected_leaf_shows_where_its_derivative_comes_from(qtbot: QtBot) -> None:
    passes = expression_passes("x * x + x", x="3")
    text = text_of(qtbot, finished(passes), index(passes, "x"))
    assert "through x × x = 3" in text
    assert "∂L/∂x, the sum = 7" in text
    earlier = finished(passes).moved("operation", -1)  # type: ignore[arg-type]
    assert "the sum" not in text_of(qtbot, earlier, index(passes, "x"))


def test_sigmoid_put_together(qtbot: QtBot) -> None:
    together = GRAPH_PRESETS["sigmoid"].graph_together()
    assert together is not None
    text = text_of(qtbot, finished(passes_of(together)))
    assert "∂y/∂x = y (1 − y) = 0.19661193324148185" in text


def test_affine_shows_the_matrices_that_are_multiplied(qtbot: QtBot) -> None:
    passes = preset_passes("affine-softmax")
    affine = next(n for n in passes.shown.graph.nodes if n.operation == "affine")
    text = text_of(qtbot, finished(passes), affine.index).replace("\u00a0", " ")
    assert "Z = X W + b" in text
    # W transposed has three rows of two.
    assert "⎡ 0.2   0.3⎤\n⎢−0.4   0.5⎥\n⎣ 0.1  −0.6⎦" in text
    # X transposed.
    assert "⎡   1  −2⎤\n⎣−0.5   3⎦" in text
    assert "sum of the rows of ∂L/∂Z" in text


def test_softmax_with_loss(qtbot: QtBot) -> None:
    passes = preset_passes("affine-softmax")
    text = text_of(qtbot, finished(passes), passes.shown.graph.output.index)
    assert "(y − t) / n" in text
    assert "answer minus the target" in text


def test_relu_lets_gradients_through_where_numbers_came_through(qtbot: QtBot) -> None:
    text = text_of(qtbot, finished(preset_passes("relu"))).replace("\u00a0", " ")
    assert "⎡1  0⎤\n⎣0  1⎦" in text


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_every_node_of_every_preset_is_explained_at_every_moment(
    qtbot: QtBot, key: str
) -> None:
    passes = preset_passes(key)
    panel = GraphExplanation()
    qtbot.addWidget(panel)
    for position in range(len(passes.steps) + 1):
        for node in passes.shown.graph.nodes:
            panel.show_moment(GraphMoment(passes, position), node.index, "")
            assert panel.plain_text()
            assert "{" not in panel.plain_text()


def test_the_readout_has_every_digit() -> None:
    document = GraphDocument()
    document.open_preset(GRAPH_PRESETS["apples"])
    document.finish()
    picture = document.picture()
    assert picture is not None
    title, rows = readout(picture, Found(picture.nodes[-1].index))
    assert title == "(apple × apple_n) × tax"
    assert rows[0] == ("value", "220.00000000000003")
