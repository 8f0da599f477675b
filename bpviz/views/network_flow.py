"""Paints the numbers that move along the edges."""

import numpy as np
import numpy.typing as npt
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter

from bpviz.scene.colors import signed_table
from bpviz.scene.edge_raster import Floats
from bpviz.scene.motion import Flow, Motion
from bpviz.views.network_labels import draw_centered
from bpviz.views.network_style import NetworkStyle, text_color_on

APPEARS_FROM = 0.65
"""The progress at which what the numbers make begins to show."""

_PLATE_HEIGHT = 20.0
_PLATE_PADDING = 7.0


def paint_flow(
    painter: QPainter, flow: Flow, progress: float, style: NetworkStyle
) -> None:
    """Paint every number where it is at a progress from 0 to 1."""
    shares = flow.ways(progress)
    x, y = (
        flow.x0 + (flow.x1 - flow.x0) * shares,
        flow.y0 + (flow.y1 - flow.y0) * shares,
    )
    if flow.motion is Motion.SINK:
        x, y = flow.x1, flow.y1
        painter.setOpacity(1 - progress)
    colors = signed_table(style.theme.is_dark)[flow.colors] & 0xFFFFFF
    places = zip(x.tolist(), y.tolist(), colors.tolist(), strict=True)
    if flow.texts:
        painter.setFont(style.small)
        is_away = is_on_its_way(flow, shares).tolist()
        for (at_x, at_y, color), text, away in zip(
            places, flow.texts, is_away, strict=True
        ):
            if away:
                _paint_number(painter, QPointF(at_x, at_y), color, text, style)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        for (at_x, at_y, color), radius in zip(
            places, flow.radii.tolist(), strict=True
        ):
            painter.setBrush(QColor(color))
            painter.drawEllipse(QPointF(at_x, at_y), radius, radius)
    painter.setOpacity(1.0)


def is_on_its_way(flow: Flow, shares: Floats) -> npt.NDArray[np.bool_]:
    """Tell which numbers are neither in the node they come from nor where they go."""
    if flow.motion is Motion.TRAVEL:
        return (shares > 0) & (shares < 1)
    return (
        shares > 0 if flow.motion is Motion.SETTLE else np.ones(len(shares), np.bool_)
    )


def appearing(progress: float) -> float:
    """Return how much of what the numbers make is to be seen, from 0 to 1."""
    return min(max((progress - APPEARS_FROM) / (1 - APPEARS_FROM), 0.0), 1.0)


def _paint_number(
    painter: QPainter, center: QPointF, color: int, text: str, style: NetworkStyle
) -> None:
    width = style.small_metrics.horizontalAdvance(text) + 2 * _PLATE_PADDING
    plate = QRectF(
        center.x() - width / 2, center.y() - _PLATE_HEIGHT / 2, width, _PLATE_HEIGHT
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(plate, _PLATE_HEIGHT / 2, _PLATE_HEIGHT / 2)
    painter.setPen(text_color_on(color))
    draw_centered(painter, center.x(), center.y(), text, style.small_metrics)
