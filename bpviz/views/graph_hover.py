"""Paints what is under the pointer: its name, and its numbers with every digit."""

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF
from PyQt6.QtGui import QPainter

from bpviz.nn.arrays import Array
from bpviz.scene.graph_explanation import called
from bpviz.scene.graph_numbers import exact, full_digits, is_too_large, shape_text
from bpviz.scene.graph_parts import GraphPicture, LabelKind
from bpviz.scene.graph_passes import GraphMoment
from bpviz.scene.graph_stage import Found
from bpviz.views.graph_style import GraphStyle
from bpviz.views.hover_box import HoverRow, paint_hover_box

translate = QCoreApplication.translate

Rows = list[tuple[str, str]]


def readout(picture: GraphPicture, found: Found) -> tuple[str, Rows]:
    """Return the name and the numbers of what is under the pointer."""
    moment, label = picture.moment, found.label
    if found.edge is not None:
        return _edge_readout(moment, found.edge.source, found.edge.target)
    title = called(moment.passes.shown.graph.nodes[found.node])
    if label is None or label.kind is LabelKind.VALUE:
        return title, _node_rows(moment, found)
    if label.kind is LabelKind.SUM or picture.edges[label.edge].target < 0:
        return title, _rows(_derivative_word(), label.numbers, found.entry)
    word = _through(moment, picture.edges[label.edge].target)
    return title, _rows(word, label.numbers, found.entry)


def paint_readout(
    painter: QPainter,
    picture: GraphPicture,
    found: Found,
    pointer: QPointF,
    room: QRectF,
    style: GraphStyle,
) -> None:
    """Paint the name and the numbers of what was found beside the pointer."""
    title, rows = readout(picture, found)
    colored = []
    color = style.text
    for name, text in rows:
        # A row without a name goes on with the array of the one above.
        if name:
            color = style.text if name == _value_word() else style.derivative
        colored.append(HoverRow(name, text, color))
    paint_hover_box(painter, title, colored, pointer, room, style)


def _node_rows(moment: GraphMoment, found: Found) -> Rows:
    node = moment.passes.shown.graph.nodes[found.node]
    rows: Rows = []
    if moment.has_value(found.node):
        rows += _rows(_value_word(), node.value, found.entry)
    total = _total(moment, found.node)
    if total is not None:
        rows += _rows(_derivative_word(), total, found.entry)
    return rows


def _edge_readout(moment: GraphMoment, source: int, target: int) -> tuple[str, Rows]:
    """Return what has run along a line, forward and back."""
    nodes = moment.passes.shown.graph.nodes
    title = called(nodes[source])
    rows: Rows = []
    if moment.has_value(source):
        rows += _rows(_value_word(), nodes[source].value, ())
    if target < 0:
        back = moment.derivative(source, target, 0)
        return title, rows + ([] if back is None else _rows(_derivative_word(), back))
    for place, operand in enumerate(nodes[target].operands):
        back = moment.derivative(source, target, place) if operand == source else None
        if back is not None:
            rows += _rows(_through(moment, target), back)
    way = translate("GraphView", "{start} → {end}")
    return way.format(start=title, end=called(nodes[target])), rows


def _rows(word: str, numbers: Array, entry: tuple[int, ...] = ()) -> Rows:
    """Return a number in one row, an array in as many as it has."""
    if not numbers.shape:
        return [(word, full_digits(float(numbers)))]
    if is_too_large(numbers):
        return [(word, shape_text(numbers))]
    if entry:
        return [(word, full_digits(float(numbers[entry])))]
    lines = exact(numbers).split("\n")
    return [(word if n == 0 else "", line) for n, line in enumerate(lines)]


def _total(moment: GraphMoment, node: int) -> Array | None:
    """Return the derivative by a node once it is complete."""
    has_come = moment.is_complete(node)
    is_constant = moment.passes.shown.graph.nodes[node].is_constant
    return moment.passes.gradient(node) if has_come and not is_constant else None


def _value_word() -> str:
    return translate("GraphView", "value")


def _derivative_word() -> str:
    return translate("GraphView", "derivative")


def _through(moment: GraphMoment, user: int) -> str:
    name = called(moment.passes.shown.graph.nodes[user])
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME - 1]}…"
    return translate("GraphView", "derivative through {name}").format(name=name)


_LONGEST_NAME = 24
