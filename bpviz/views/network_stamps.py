"""Stamps hundreds of nodes at once, cut out of one sheet that holds every colour.

Painting a node takes as long as drawing a hundred edges; stamping it takes nothing.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from math import ceil
from typing import Any, cast

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPixmap

from bpviz.look.theme import Theme
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.layer_scene import LayerScene
from bpviz.views.network_nodes import (
    QUIET_OPACITY,
    outer_radius,
    paint_body,
    paint_ring,
)

_COLORS = 256
_ACROSS = 16
"""So many beside each other in a sheet: no painter draws what is wider than 32,767."""

_MOST_SHEETS = 24


class NodeStamper:
    """Paints layers of many nodes by stamping them.

    Parameters
    ----------
    theme : Theme
        Whose colours are used.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # Pixmaps may not outlive the application, so no module keeps them.
        self._sheets: dict[tuple[str, float, float], QPixmap] = {}

    def stamp(self, painter: QPainter, layer: LayerScene, pixel_ratio: float) -> None:
        """Paint every node of a layer."""
        radius = max(round(2 * layer.layout.radius) / 2, 1.0)
        stamps = _stamps(layer.layout, _side(radius), pixel_ratio)
        is_quiet = layer.is_quiet.tolist()
        if layer.fills is None:
            sheet = self._sheet("empty", radius, pixel_ratio)
            stamps.print(painter, sheet, repeat(0), is_quiet)
        else:
            sheet = self._sheet("filled", radius, pixel_ratio)
            stamps.print(painter, sheet, layer.fills.tolist(), is_quiet)
        if layer.rings is not None:
            sheet = self._sheet("ring", radius, pixel_ratio)
            stamps.print(painter, sheet, layer.rings.tolist(), is_quiet)

    def _sheet(self, kind: str, radius: float, ratio: float) -> QPixmap:
        key = kind, radius, ratio
        if key not in self._sheets:
            if len(self._sheets) >= _MOST_SHEETS:
                self._sheets.clear()
            self._sheets[key] = self._painted(kind, radius, ratio)
        return self._sheets[key]

    def _painted(self, kind: str, radius: float, ratio: float) -> QPixmap:
        """Paint a node in every colour."""
        count = 1 if kind == "empty" else _COLORS
        side, across = _side(radius), min(count, _ACROSS)
        down = count // across
        sheet = QPixmap(round(across * side * ratio), round(down * side * ratio))
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        for place in range(count):
            row, column = divmod(place, _ACROSS)
            center = QPointF((column + 0.5) * side, (row + 0.5) * side)
            if kind == "ring":
                paint_ring(painter, center, radius, place, self._theme)
            else:
                fill = place if kind == "filled" else None
                paint_body(painter, center, radius, fill, self._theme)
        painter.end()
        return sheet


class _Stamps:
    """The places of a layer's nodes, ready to be printed on.

    Making them costs more than printing; they are kept for as long as the nodes stay.
    """

    def __init__(self, layout: LayerLayout, side: int, ratio: float) -> None:
        self._cut = side * ratio
        source = QRectF(0, 0, self._cut, self._cut)
        self._fragments = [
            QPainter.PixmapFragment.create(
                QPointF(round(x), round(y)), source, 1 / ratio, 1 / ratio
            )
            for x, y in zip(layout.x.tolist(), layout.y.tolist(), strict=True)
        ]

    def print(
        self,
        painter: QPainter,
        sheet: QPixmap,
        places: Iterable[int],
        is_quiet: Iterable[bool],
    ) -> None:
        """Print the sprites in some places of a sheet, one a node."""
        cut = self._cut
        for fragment, place, quiet in zip(
            self._fragments, places, is_quiet, strict=False
        ):
            row, column = divmod(place, _ACROSS)
            fragment.sourceLeft, fragment.sourceTop = column * cut, row * cut
            fragment.opacity = QUIET_OPACITY if quiet else 1.0
        # PyQt6 takes any sequence; its type stub knows only its own array.
        painter.drawPixmapFragments(cast("Any", self._fragments), sheet)


@lru_cache(maxsize=16)
def _stamps(layout: LayerLayout, side: int, ratio: float) -> _Stamps:
    return _Stamps(layout, side, ratio)


def _side(radius: float) -> int:
    """Return the side of the square that holds a node; even, to be centred on it."""
    return 2 * ceil(outer_radius(radius) + 2)
