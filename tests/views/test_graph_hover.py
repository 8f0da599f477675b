"""What the pointer is told, over nodes, numbers and lines."""

import pytest
from PyQt6.QtCore import QPoint, QPointF
from PyQt6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bpviz.look.theme import LIGHT
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_document import GraphDocument
from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_stage import Found
from bpviz.views.graph_canvas import GraphCanvas
from bpviz.views.graph_hover import readout
from tests.views.seen import point


def picture_of(key: str) -> GraphPicture:
    document = GraphDocument()
    document.open_preset(GRAPH_PRESETS[key])
    document.finish()
    picture = document.picture()
    assert picture is not None
    return picture


def index_of(picture: GraphPicture, name: str) -> int:
    return picture.moment.passes.shown.graph.named(name).index


def test_a_node_tells_its_value_and_its_derivative() -> None:
    picture = picture_of("apples-oranges")
    title, rows = readout(picture, Found(index_of(picture, "orange")))
    assert title == "orange"
    assert rows == [("value", "150"), ("derivative", "3.3000000000000003")]


def test_a_line_tells_where_it_leads_and_what_runs_along_it() -> None:
    picture = picture_of("apples-oranges")
    edge = next(e for e in picture.edges if e.source == index_of(picture, "tax"))
    title, rows = readout(picture, Found(edge.source, edge=edge))
    assert title == "tax → (apple × apple_n + orange × orange_n) × tax"
    assert rows[0] == ("value", "1.1")
    assert rows[1][0].startswith("derivative through (apple × ")
    assert rows[1][1] == "650"


def test_the_way_out_is_a_line_too() -> None:
    picture = picture_of("apples")
    title, rows = readout(
        picture, Found(picture.edges[-1].source, edge=picture.edges[-1])
    )
    assert title == "(apple × apple_n) × tax"
    assert rows == [("value", "220.00000000000003"), ("derivative", "1")]


def test_a_matrix_is_told_row_by_row() -> None:
    picture = picture_of("relu")
    _, rows = readout(picture, Found(index_of(picture, "x")))
    assert rows == [
        ("value", "1  −0.5"),
        ("", "−2  3"),
        ("derivative", "1  0"),
        ("", "0  1"),
    ]


@pytest.mark.parametrize("part", ["node", "line"])
def test_the_card_is_beside_the_pointer(qtbot: QtBot, part: str) -> None:
    canvas = GraphCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(980, 470)
    canvas.show()
    picture = picture_of("apples")
    canvas.show_picture(picture)
    stage = canvas.stage()
    assert stage is not None
    node = picture.nodes[index_of(picture, "tax")]
    place = QPointF(*stage.seen(node.x, node.y)).toPoint()
    if part == "line":
        route = picture.edges[node.index].route
        place = QPointF(*stage.seen(*(route[0] + route[1]) / 2)).toPoint()
    before = canvas.grab().toImage()
    point(canvas, place)
    after = canvas.grab().toImage()
    card = QColor(LIGHT.tooltip)
    beside = place + QPoint(24, 45)  # Below the node.
    assert after.pixelColor(beside) == card
    assert before.pixelColor(beside) != card
