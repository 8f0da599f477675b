"""Paints the edges: the faint bundle as a picture, the strong ones with a pen."""

from functools import lru_cache
from math import ceil, floor

import numpy as np
from PyQt6.QtCore import QLineF, QPointF, QRectF
from PyQt6.QtGui import QColor, QImage, QPainter, QPen

from bpviz.scene.colors import canvas_color, signed_colors
from bpviz.scene.gap_scene import GapScene
from bpviz.scene.gap_values import SMALL_GAP
from bpviz.scene.network_scene import HEADING_HEIGHT, NetworkScene
from bpviz.scene.options import EdgeKey
from bpviz.scene.quantities import edge_value
from bpviz.views.network_picture import as_image
from bpviz.views.network_style import NetworkStyle, pen

_MARK_WIDTH = 7.0
_CORE_WIDTH = 3.0
_STEPS_A_PIXEL = 16


def paint_edges(painter: QPainter, scene: NetworkScene, style: NetworkStyle) -> None:
    """Paint every edge of the scene."""
    picture = scene.edge_picture
    if picture is not None:
        image = as_image(picture)
        image.setDevicePixelRatio(scene.options.pixel_ratio)
        for gap in scene.gaps:
            if gap.bundled:
                _paint_bundle(painter, gap, image)
    for gap in scene.gaps:
        if gap.total <= SMALL_GAP:
            _paint_skeleton(painter, scene, gap, style)
        _paint_penned(painter, gap)


def _paint_bundle(painter: QPainter, gap: GapScene, image: QImage) -> None:
    """Paint what of the picture lies in a gap; the rest of it is empty."""
    ratio = image.devicePixelRatio()
    first = max(floor(gap.left * ratio), 0)
    stop = min(ceil(gap.right * ratio), image.width())
    if first < stop:
        part = QRectF(first, 0, stop - first, image.height())
        painter.drawImage(QPointF(first / ratio, HEADING_HEIGHT), image, part)


def paint_marked_edge(
    painter: QPainter, scene: NetworkScene, key: EdgeKey, color: QColor
) -> None:
    """Paint an edge from end to end in its own colour, between two bands."""
    gap = scene.gaps[key[0] - 1]
    line = edge_line(scene, key)
    painter.setPen(pen(color, _MARK_WIDTH))
    painter.drawLine(line)
    value = edge_value(scene.frame, scene.options.quantity, key, scene.options.row)
    if value is not None:
        ink = int(signed_colors(np.array([value]), gap.scale, scene.dark, gap.power)[0])
        painter.setPen(pen(canvas_color(scene.dark) & 0xFFFFFF, _CORE_WIDTH))
        painter.drawLine(line)
        painter.setPen(pen(ink & 0xFFFFFF, _CORE_WIDTH, dashed=value < 0))
        painter.drawLine(line)


def _paint_skeleton(
    painter: QPainter, scene: NetworkScene, gap: GapScene, style: NetworkStyle
) -> None:
    """Paint the hair-fine lines that show where edges are whatever their values."""
    before = scene.layers[gap.layer - 1].layout
    after = scene.layers[gap.layer].layout
    painter.setPen(pen(style.hairline))
    starts = [
        QPointF(x, y) for x, y in zip(before.x.tolist(), before.y.tolist(), strict=True)
    ]
    ends = [
        QPointF(x, y) for x, y in zip(after.x.tolist(), after.y.tolist(), strict=True)
    ]
    painter.drawLines(*(QLineF(start, end) for start in starts for end in ends))


def _paint_penned(painter: QPainter, gap: GapScene) -> None:
    first = gap.bundled
    colors = gap.lines.colors[first:].tolist()
    values = gap.values[first:].tolist()
    widths = gap.widths.tolist()
    segments = gap.segments(first).tolist()
    for color, value, width, ends in zip(colors, values, widths, segments, strict=True):
        steps = round(width * _STEPS_A_PIXEL)
        painter.setPen(_kept_pen(color & 0xFFFFFF, steps, value < 0))
        painter.drawLine(QLineF(*ends))


@lru_cache(maxsize=2048)
def _kept_pen(color: int, steps: int, dashed: bool) -> QPen:
    """Return a pen some steps wide; making one takes as long as drawing with it."""
    return pen(color, steps / _STEPS_A_PIXEL, dashed=dashed)


def edge_line(scene: NetworkScene, key: EdgeKey) -> QLineF:
    """Return the line from end to end of an edge."""
    layer, start, end = key
    before, after = scene.layers[layer - 1].layout, scene.layers[layer].layout
    exits_x, exits_y = before.exits
    return QLineF(
        float(exits_x[start]),
        float(exits_y[start]),
        float(after.x[end]),
        float(after.y[end]),
    )
