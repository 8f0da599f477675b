"""Paints the nodes: filled by their activation, ringed by their delta."""

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QColor, QPainter

from bpviz.look.theme import Theme
from bpviz.scene.colors import ZERO_INDEX, signed_table
from bpviz.scene.layer_scene import LayerScene

QUIET_OPACITY = 0.25
"""Of nodes that stand back behind a selection."""

SMALL_RADIUS = 7.0
"""Nodes up to this have no room for a gap between them and their ring."""

_HALO = 1.5
_RING_SHARE = 0.14
_RING_WIDTHS = (1.2, 4.0)
_RING_GAP = 2.0


def paint_nodes(painter: QPainter, layer: LayerScene, theme: Theme) -> None:
    """Paint every node of a layer, one after the other."""
    layout, fills, rings = layer.layout, layer.fills, layer.rings
    shown = painter.opacity()
    places = zip(layout.x.tolist(), layout.y.tolist(), strict=True)
    for node, (x, y) in enumerate(places):
        center = QPointF(x, y)
        opacity = QUIET_OPACITY if layer.is_quiet[node] else 1.0
        fill = None if fills is None else int(fills[node])
        paint_body(painter, center, layout.radius, fill, theme, opacity)
        if rings is not None:
            painter.setOpacity(shown * opacity)
            paint_ring(painter, center, layout.radius, int(rings[node]), theme)
            painter.setOpacity(shown)


def paint_body(
    painter: QPainter,
    center: QPointF,
    radius: float,
    fill: int | None,
    theme: Theme,
    opacity: float = 1.0,
) -> None:
    """Paint a node and keep the edges a little away from it.

    Parameters
    ----------
    fill : int or None
        The place of its colour in the table; None for a node that is not computed
        yet, which is only a faint outline.
    """
    shown = painter.opacity()
    if radius > SMALL_RADIUS:
        halo = outer_radius(radius) + _HALO
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        painter.drawEllipse(center, halo, halo)
    painter.setOpacity(shown * opacity)
    # A firm outline tells a node that is zero from one that is not computed.
    firm = theme.muted_text if radius > SMALL_RADIUS else theme.border
    painter.setPen(QColor(theme.border if fill is None else firm))
    painter.setBrush(QColor(theme.window) if fill is None else _color(fill, theme))
    painter.drawEllipse(center, radius - 0.5, radius - 0.5)
    painter.setOpacity(shown)


def paint_ring(
    painter: QPainter, center: QPointF, radius: float, place: int, theme: Theme
) -> None:
    """Paint the ring around a node of some radius; dashed for what is below zero."""
    width = ring_width(radius)
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(_color(place, theme))
    pen.setWidthF(width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if place < ZERO_INDEX and radius > 10:
        pen.setDashPattern((2.0, 1.0))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = outer_radius(radius) - width / 2
    painter.drawEllipse(center, middle, middle)


def ring_width(radius: float) -> float:
    """Return how wide the ring around a node of some radius is."""
    return min(max(_RING_SHARE * radius, _RING_WIDTHS[0]), _RING_WIDTHS[1])


def outer_radius(radius: float) -> float:
    """Return the radius of a node with its ring."""
    gap = _RING_GAP if radius > SMALL_RADIUS else 0.0
    return radius + gap + ring_width(radius)


def _color(place: int, theme: Theme) -> QColor:
    return QColor(int(signed_table(theme.is_dark)[place]) & 0xFFFFFF)
