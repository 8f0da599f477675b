"""Paints the numbers and names beside nodes and edges."""

from collections.abc import Iterable

from PyQt6.QtCore import QCoreApplication, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from bpviz.scene.colors import signed_table
from bpviz.scene.labels import Label, LabelRole, has_large_numbers
from bpviz.scene.layer_layout import ROOMY_RADIUS
from bpviz.scene.network_scene import NetworkScene
from bpviz.views.anchored_text import Anchor, draw_anchored
from bpviz.views.network_nodes import QUIET_OPACITY
from bpviz.views.network_style import NetworkStyle, text_color_on

translate = QCoreApplication.translate

_LARGE_RADIUS = 34
_USUAL_RADIUS = 25


def paint_labels(
    painter: QPainter,
    labels: Iterable[Label],
    scene: NetworkScene,
    style: NetworkStyle,
    opacity: float = 1.0,
) -> None:
    """Paint labels of the scene."""
    layouts = [layer.layout for layer in scene.layers]
    body = style.body, style.body_metrics
    small = style.small, style.small_metrics
    for label in labels:
        is_quiet = bool(scene.layers[label.layer].is_quiet[label.node])
        painter.setOpacity(opacity * (QUIET_OPACITY if is_quiet else 1.0))
        match label.role:
            case LabelRole.ACTIVATION:
                _paint_value(painter, scene, label, style)
            case LabelRole.PRE_ACTIVATION | LabelRole.DELTA:
                is_large = layouts[label.layer].radius >= ROOMY_RADIUS
                _paint_plate(painter, label, style, style.muted, is_large)
            case LabelRole.EDGE_VALUE:
                ends = layouts[label.layer - 1], layouts[label.layer]
                is_large = has_large_numbers(*ends)
                _paint_plate(painter, label, style, style.text, is_large)
            case LabelRole.INPUT_NAME:
                painter.setPen(style.text)
                _paint_at(painter, label, Anchor.END, *body)
            case LabelRole.OUTPUT_NAME:
                painter.setPen(style.text)
                _paint_at(painter, label, Anchor.START, *body)
            case LabelRole.OUTPUT_VALUE:
                painter.setPen(style.muted)
                _paint_at(painter, label, Anchor.END, *small)
            case LabelRole.TARGET:
                _paint_target(painter, label, style)
    painter.setOpacity(1.0)


def draw_centered(
    painter: QPainter, x: float, y: float, text: str, metrics: QFontMetricsF
) -> None:
    """Draw a line of text with its middle at (x, y)."""
    baseline = _baseline(y, metrics)
    draw_anchored(painter, x, baseline, text, metrics, Anchor.MIDDLE)


def _paint_value(
    painter: QPainter, scene: NetworkScene, label: Label, style: NetworkStyle
) -> None:
    fills = scene.layers[label.layer].fills
    assert fills is not None  # Where there is a number there is a colour.
    fill = int(signed_table(scene.dark)[fills[label.node]])
    painter.setPen(text_color_on(fill))
    radius = scene.layers[label.layer].layout.radius
    if radius >= ROOMY_RADIUS:
        font, metrics = style.display, style.display_metrics
    elif radius >= _LARGE_RADIUS:
        font, metrics = style.heading, style.heading_metrics
    elif radius >= _USUAL_RADIUS:
        font, metrics = style.body, style.body_metrics
    else:
        font, metrics = style.small, style.small_metrics
    painter.setFont(font)
    draw_centered(painter, label.x, label.y, label.text, metrics)


def _paint_plate(
    painter: QPainter,
    label: Label,
    style: NetworkStyle,
    color: QColor,
    is_large: bool,
) -> None:
    """Paint text on a piece of the canvas, so that no line runs through it."""
    metrics = style.body_metrics if is_large else style.small_metrics
    width = metrics.horizontalAdvance(label.text) + 8
    plate = QRectF(label.x - width / 2, label.y - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.canvas)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setFont(style.body if is_large else style.small)
    painter.setPen(color)
    draw_centered(painter, label.x, label.y, label.text, metrics)


def _paint_at(
    painter: QPainter,
    label: Label,
    anchor: Anchor,
    font: QFont,
    metrics: QFontMetricsF,
) -> None:
    painter.setFont(font)
    y = _baseline(label.y, metrics)
    draw_anchored(painter, label.x, y, label.text, metrics, anchor)


def _paint_target(painter: QPainter, label: Label, style: NetworkStyle) -> None:
    text = translate("NetworkView", "target {value}").format(value=label.text)
    painter.setFont(style.small)
    painter.setPen(style.muted)
    y = _baseline(label.y, style.small_metrics)
    draw_anchored(painter, label.x, y, text, style.small_metrics, Anchor.START)


def _baseline(y: float, metrics: QFontMetricsF) -> float:
    """Return where text stands whose capitals and figures are centred on y."""
    return round(y + metrics.capHeight() / 2)
