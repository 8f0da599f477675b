"""Paints what is under the pointer: its name, and its numbers with every digit."""

from PyQt6.QtCore import QCoreApplication, QPointF, QRectF
from PyQt6.QtGui import QPainter

from bpviz.nn.arrays import Array
from bpviz.scene.graph_numbers import full_digits, is_too_large, shape_text
from bpviz.scene.graph_parts import GraphPicture, LabelKind
from bpviz.scene.graph_passes import GraphMoment
from bpviz.scene.graph_stage import Found
from bpviz.views.graph_style import GraphStyle
from bpviz.views.hover_box import HoverRow, paint_hover_box

translate = QCoreApplication.translate

Rows = list[tuple[str, str]]


def readout(picture: GraphPicture, found: Found) -> tuple[str, Rows]:
    """Return the name and the numbers of what is under the pointer."""
    moment = picture.moment
    node = moment.passes.shown.graph.nodes[found.node]
    title = node.name or node.text
    rows: Rows = []
    label = found.label
    if label is None or label.kind is LabelKind.VALUE:
        if moment.has_value(found.node):
            rows.append((_value_word(), _text(node.value, found.entry)))
        total = _total(moment, found.node)
        if total is not None:
            rows.append((f"∂L/∂{_short(title)}", _text(total, found.entry)))
    elif label.kind is LabelKind.SUM or picture.edges[label.edge].target < 0:
        rows.append((f"∂L/∂{_short(title)}", _text(label.numbers, found.entry)))
    else:
        user = moment.passes.shown.graph.nodes[picture.edges[label.edge].target]
        through = translate("GraphView", "∂L/∂ through {name}")
        name = _short(user.name or user.text)
        rows.append((through.format(name=name), _text(label.numbers, found.entry)))
    return title, rows


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
    colored = [
        HoverRow(name, text, style.text if name == _value_word() else style.derivative)
        for name, text in rows
    ]
    paint_hover_box(painter, title, colored, pointer, room, style)


def _text(numbers: Array, entry: tuple[int, ...]) -> str:
    if not numbers.shape:
        return full_digits(float(numbers))
    if not entry or is_too_large(numbers):
        return shape_text(numbers)
    return full_digits(float(numbers[entry]))


def _total(moment: GraphMoment, node: int) -> Array | None:
    """Return the derivative by a node once it is complete."""
    has_come = moment.is_complete(node)
    is_constant = moment.passes.shown.graph.nodes[node].is_constant
    return moment.passes.gradient(node) if has_come and not is_constant else None


def _value_word() -> str:
    return translate("GraphView", "value")


def _short(text: str) -> str:
    return text if len(text) <= 18 else "…"
