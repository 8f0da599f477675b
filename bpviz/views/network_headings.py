"""Paints what stands above the network: what each layer is, and what just moved."""

from collections.abc import Hashable

from PyQt6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPolygonF

from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import HEADING_HEIGHT, NetworkScene
from bpviz.scene.numbers import format_number
from bpviz.training.steps import OperationKind
from bpviz.views.anchored_text import Anchor, draw_anchored
from bpviz.views.network_heading_words import (
    HEADING_MARGIN,
    LayerWords,
    heading_span,
    heading_words,
    loss_begins,
    sample_words,
)
from bpviz.views.network_labels import draw_centered
from bpviz.views.network_legend import quantity_words
from bpviz.views.network_picture import sample_place
from bpviz.views.network_style import NetworkStyle, pen
from bpviz.views.svg_painter import SvgPainter

translate = QCoreApplication.translate

_FIRST_LINE = 20
_SECOND_LINE = 36
_THIRD_LINE = 52
_LEAST_ARROW = 40
_HEAD = 5
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
    if isinstance(painter, SvgPainter):
        strip = QRectF(0, 0, scene.width, HEADING_HEIGHT)
        painter.fillRect(strip, style.canvas)
        _paint_what_stays(painter, scene, style)
    else:
        pixmap = style.kept.pixmap(
            _facts(scene),
            (scene.width, HEADING_HEIGHT),
            scene.options.pixel_ratio,
            style.canvas,
            lambda kept: _paint_what_stays(kept, scene, style),
        )
        painter.drawPixmap(QPointF(0, 0), pixmap)
    _paint_sample_below(painter, scene, style)
    _paint_loss(painter, scene, style)


def _facts(scene: NetworkScene) -> tuple[Hashable, ...]:
    """Return all that headings are made from but the loss, which always changes."""
    operation = scene.frame.operation
    return (
        tuple(layer.layout for layer in scene.layers),  # Kept: the same is the same.
        scene.layers[0].sample is None,
        scene.frame.network,
        None if operation is None else operation.kind,
        scene.emphasis,
        scene.options.selected_node,
        scene.options.quantity,
        scene.options.precision,
        sample_words(scene),
    )


def _paint_what_stays(
    painter: QPainter, scene: NetworkScene, style: NetworkStyle
) -> None:
    every = heading_words(scene, style)
    for layer, words in zip(scene.layers, every, strict=True):
        _paint_layer(painter, scene, layer, words, style)
    left, right = heading_span(scene, scene.layers[0], every[0], style)
    _paint_input(painter, scene, (left + right) / 2, style)
    operation = scene.frame.operation
    if operation is None or operation.kind not in _SYMBOLS:
        return
    for gap in scene.emphasis.gaps:
        _, left = heading_span(scene, scene.layers[gap - 1], every[gap - 1], style)
        right, _ = heading_span(scene, scene.layers[gap], every[gap], style)
        space = max(left, 0) + _AIR, min(right, loss_begins(scene, style)) - _AIR
        _paint_move(painter, scene, space, _SYMBOLS[operation.kind], style)


def _paint_layer(
    painter: QPainter,
    scene: NetworkScene,
    layer: LayerScene,
    words: LayerWords,
    style: NetworkStyle,
) -> None:
    left, right = heading_span(scene, layer, words, style)
    x = (left + right) / 2
    is_emphasised = layer.layer in scene.emphasis.layers
    painter.setFont(style.strong if is_emphasised else style.body)
    painter.setPen(style.text if is_emphasised else style.muted)
    metrics = style.strong_metrics if is_emphasised else style.body_metrics
    first, second = words
    draw_anchored(painter, x, _FIRST_LINE, first, metrics, Anchor.MIDDLE)
    painter.setFont(style.small)
    painter.setPen(style.muted)
    draw_centered(painter, x, _SECOND_LINE - 4, second, style.small_metrics)


def _paint_input(
    painter: QPainter, scene: NetworkScene, x: float, style: NetworkStyle
) -> None:
    """Say which sample the input is, and whose weights where they are a picture."""
    layer, metrics = scene.layers[0], style.small_metrics
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


def _paint_sample_below(
    painter: QPainter, scene: NetworkScene, style: NetworkStyle
) -> None:
    """Say which sample the small picture is that is there while weights are shown."""
    layer, metrics = scene.layers[0], style.small_metrics
    if layer.sample is None or scene.options.selected_node is None:
        return
    painter.setFont(style.small)
    painter.setPen(style.muted)
    place = sample_place(layer.layout)
    baseline = round(place.center().y() + metrics.capHeight() / 2)
    beside = place.right() + _AIR / 2
    words = sample_words(scene)
    draw_anchored(painter, beside, baseline, words, metrics, Anchor.START)


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
    right = scene.width - HEADING_MARGIN
    metrics = style.strong_metrics if is_new else style.body_metrics
    for text, y in lines:
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
