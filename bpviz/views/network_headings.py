"""Paints what stands above the network: what each layer is, and what just moved."""

from PyQt6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPolygonF

from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import HEADING_HEIGHT, NetworkScene
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.steps import OperationKind
from bpviz.views.anchored_text import Anchor, draw_anchored
from bpviz.views.network_heading_words import (
    LayerWords,
    heading_span,
    heading_words,
)
from bpviz.views.network_labels import draw_centered
from bpviz.views.network_legend import quantity_words
from bpviz.views.network_picture import sample_place
from bpviz.views.network_style import NetworkStyle, pen

translate = QCoreApplication.translate

_FIRST_LINE = 20
_SECOND_LINE = 36
_THIRD_LINE = 52
_LEAST_ARROW = 40
_HEAD = 5
_MARGIN = 16
_AIR = 16

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
    every = heading_words(scene, style)
    for layer, words in zip(scene.layers, every, strict=True):
        _paint_layer(painter, scene, layer, words, style)
    _paint_input(painter, scene, style)
    _paint_loss(painter, scene, style)
    operation = scene.frame.operation
    if operation is None or operation.kind not in _SYMBOLS:
        return
    for gap in scene.emphasis.gaps:
        _, left = heading_span(scene.layers[gap - 1], every[gap - 1], style)
        right, _ = heading_span(scene.layers[gap], every[gap], style)
        space = left + _AIR, right - _AIR
        _paint_move(painter, scene, space, _SYMBOLS[operation.kind], style)


def _paint_layer(
    painter: QPainter,
    scene: NetworkScene,
    layer: LayerScene,
    words: LayerWords,
    style: NetworkStyle,
) -> None:
    x = (layer.layout.left + layer.layout.right) / 2
    is_emphasised = layer.layer in scene.emphasis.layers
    painter.setFont(style.strong if is_emphasised else style.body)
    painter.setPen(style.text if is_emphasised else style.muted)
    metrics = QFontMetricsF(painter.font())
    first, second = words
    draw_anchored(painter, x, _FIRST_LINE, first, metrics, Anchor.MIDDLE)
    painter.setFont(style.small)
    painter.setPen(style.muted)
    draw_centered(painter, x, _SECOND_LINE - 4, second, style.small_metrics)


def _paint_input(painter: QPainter, scene: NetworkScene, style: NetworkStyle) -> None:
    """Say which sample the input is, and whose weights where they are a picture."""
    layer, metrics = scene.layers[0], style.small_metrics
    x = (layer.layout.left + layer.layout.right) / 2
    painter.setFont(style.small)
    painter.setPen(style.muted)
    sample = sample_words(scene)
    selected = scene.options.selected_node
    if layer.sample is None or selected is None:
        draw_centered(painter, x, _THIRD_LINE - 4, sample, metrics)
        return
    text = translate("NetworkView", "{quantity} to node {node}").format(
        quantity=quantity_words(scene.options.quantity), node=selected[1] + 1
    )
    draw_centered(painter, x, _THIRD_LINE - 4, text, metrics)
    place = sample_place(layer.layout)
    baseline = round(place.center().y() + metrics.capHeight() / 2)
    beside = place.right() + _AIR / 2
    draw_anchored(painter, beside, baseline, sample, metrics, Anchor.START)


def sample_words(scene: NetworkScene) -> str:
    """Return which sample of the batch is shown; nothing where it is the only one."""
    trace = scene.frame.trace
    if trace is None or len(trace.losses) == 1:
        return ""
    count = len(trace.losses)
    return translate("NetworkView", "sample {number} of {total}").format(
        number=format_count(min(scene.options.row, count - 1) + 1),
        total=format_count(count),
    )


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
        right = scene.width - _MARGIN
        metrics = QFontMetricsF(painter.font())
        draw_anchored(painter, right, y, text, metrics, Anchor.END)


def _paint_move(
    painter: QPainter,
    scene: NetworkScene,
    space: tuple[float, float],
    symbol: str,
    style: NetworkStyle,
) -> None:
    left, right = space
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
