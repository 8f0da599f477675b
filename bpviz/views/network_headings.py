"""Paints what stands above the network: what each layer is, and what just moved."""

from PyQt6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPolygonF

from bpviz.look.words import activation_words
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import HEADING_HEIGHT, NetworkScene
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.steps import OperationKind
from bpviz.views.network_labels import draw_centered
from bpviz.views.network_style import NetworkStyle, pen

translate = QCoreApplication.translate

_FIRST_LINE = 20
_SECOND_LINE = 36
_THIRD_LINE = 52
_LEAST_ARROW = 40
_HEAD = 5
_MARGIN = 16

# What moves or settles in an operation, as the formulas call it.
_SYMBOLS = {
    OperationKind.PRE_ACTIVATION: "a w",
    OperationKind.DELTA: "δ w",
    OperationKind.GRADIENT: "a δ",
    OperationKind.UPDATE: "Δw",
}


def paint_headings(painter: QPainter, scene: NetworkScene, style: NetworkStyle) -> None:
    """Paint a heading over every layer and one over each gap where something moves."""
    painter.fillRect(QRectF(0, 0, scene.width, HEADING_HEIGHT), style.canvas)
    for layer in scene.layers:
        _paint_layer(painter, scene, layer, style)
    _paint_loss(painter, scene, style)
    operation = scene.frame.operation
    if operation is None or operation.kind not in _SYMBOLS:
        return
    for gap in scene.emphasis.gaps:
        _paint_move(painter, scene, gap, _SYMBOLS[operation.kind], style)


def _paint_layer(
    painter: QPainter, scene: NetworkScene, layer: LayerScene, style: NetworkStyle
) -> None:
    x = (layer.layout.left + layer.layout.right) / 2
    is_emphasised = layer.layer in scene.emphasis.layers
    painter.setFont(style.strong if is_emphasised else style.body)
    painter.setPen(style.text if is_emphasised else style.muted)
    metrics = painter.fontMetrics()
    first, second = layer_words(scene, layer)
    width = metrics.horizontalAdvance(first)
    painter.drawText(QPointF(round(x - width / 2), _FIRST_LINE), first)
    painter.setFont(style.small)
    painter.setPen(style.muted)
    draw_centered(painter, x, _SECOND_LINE - 4, second, style.small_metrics)
    trace = scene.frame.trace
    if layer.layer == 0 and trace is not None and len(trace.losses) > 1:
        text = translate("NetworkView", "sample {number} of {total}").format(
            number=format_count(scene.options.row + 1),
            total=format_count(len(trace.losses)),
        )
        draw_centered(painter, x, _THIRD_LINE - 4, text, style.small_metrics)


def _paint_loss(painter: QPainter, scene: NetworkScene, style: NetworkStyle) -> None:
    """Write the loss over the names of the outputs, once it is computed."""
    frame = scene.frame
    if frame.trace is None or not frame.has(OperationKind.LOSS):
        return
    operation = frame.operation
    is_new = operation is not None and operation.kind is OperationKind.LOSS
    number = format_number(frame.trace.loss, scene.options.precision)
    painter.setFont(style.strong if is_new else style.body)
    painter.setPen(style.text if is_new else style.muted)
    lines = (
        (translate("NetworkView", "Loss"), _FIRST_LINE),
        (number, _SECOND_LINE),
    )
    for text, y in lines:
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QPointF(scene.width - _MARGIN - width, y), text)


def layer_words(scene: NetworkScene, layer: LayerScene) -> tuple[str, str]:
    """Return the name of a layer and, in a second line, what it is."""
    network = scene.frame.network
    count = format_count(len(layer.layout.x))
    if layer.layer == 0:
        if layer.layout.is_picture:
            kind = translate("NetworkView", "{count} pixels")
        elif len(layer.layout.x) == 1:
            kind = translate("NetworkView", "1 value")
        else:
            kind = translate("NetworkView", "{count} values")
        return translate("NetworkView", "Input"), kind.format(count=count)
    name = translate("NetworkView", "Layer {number}").format(number=layer.layer)
    activation = activation_words(network.activations[layer.layer - 1])
    return name, f"{count} × {activation}"


def _paint_move(
    painter: QPainter,
    scene: NetworkScene,
    gap: int,
    symbol: str,
    style: NetworkStyle,
) -> None:
    left, right = heading_space(scene, gap, style)
    if right - left < _LEAST_ARROW:
        return
    y = _FIRST_LINE - 4.5
    middle = (left + right) / 2
    half = min((right - left) / 2, 80)
    direction = scene.emphasis.direction
    painter.setPen(pen(style.text, 1.5))
    if direction:
        tip = middle + direction * half
        painter.drawLine(QLineF(middle - direction * half, y, tip - direction * 2, y))
        painter.setBrush(style.text)
        painter.setPen(Qt.PenStyle.NoPen)
        back = tip - direction * 2 * _HEAD
        painter.drawPolygon(
            QPolygonF(
                [QPointF(tip, y), QPointF(back, y - _HEAD), QPointF(back, y + _HEAD)]
            )
        )
    width = style.body_metrics.horizontalAdvance(symbol) + 12
    painter.fillRect(QRectF(middle - width / 2, y - 8, width, 16), style.canvas)
    painter.setFont(style.body)
    painter.setPen(style.text)
    draw_centered(painter, middle, y, symbol, style.body_metrics)


def heading_space(
    scene: NetworkScene, gap: int, style: NetworkStyle
) -> tuple[float, float]:
    """Return from where to where the heading of a gap may reach."""
    edges = []
    for layer in (scene.layers[gap - 1], scene.layers[gap]):
        center = (layer.layout.left + layer.layout.right) / 2
        name, kind = layer_words(scene, layer)
        half = (
            max(
                style.body_metrics.horizontalAdvance(name),
                style.small_metrics.horizontalAdvance(kind),
            )
            / 2
        )
        edges.append((center - half, center + half))
    return edges[0][1] + 16, edges[1][0] - 16
