"""Stamps hundreds of nodes at once, cut out of one sheet that holds the colours.

Painting a node takes as long as drawing a hundred edges; stamping it takes nothing.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
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
        self._sheets: dict[tuple[str, float, float], _Sheet] = {}

    def stamp(self, painter: QPainter, layer: LayerScene, pixel_ratio: float) -> None:
        """Paint every node of a layer."""
        radius = max(round(2 * layer.layout.radius) / 2, 1.0)
        stamps = _stamps(layer.layout, _side(radius), pixel_ratio)
        is_quiet = layer.is_quiet.tolist()
        if layer.fills is None:
            empty = [0] * len(is_quiet)
            stamps.print(
                painter, self._sheet("empty", radius, pixel_ratio), empty, is_quiet
            )
        else:
            sheet = self._sheet("filled", radius, pixel_ratio)
            stamps.print(painter, sheet, layer.fills.tolist(), is_quiet)
        if layer.rings is not None:
            sheet = self._sheet("ring", radius, pixel_ratio)
            stamps.print(painter, sheet, layer.rings.tolist(), is_quiet)

    def _sheet(self, kind: str, radius: float, ratio: float) -> "_Sheet":
        key = kind, radius, ratio
        if key not in self._sheets:
            if len(self._sheets) >= _MOST_SHEETS:
                self._sheets.clear()
            self._sheets[key] = _Sheet(kind, radius, ratio, self._theme)
        return self._sheets[key]


class _Sheet:
    """A node in many colours, each painted when it is first needed.

    All 256 at once would hold the window up for as long as three frames.
    """

    def __init__(self, kind: str, radius: float, ratio: float, theme: Theme) -> None:
        self._kind = kind
        self._radius = radius
        self._ratio = ratio
        self._theme = theme
        self._painted: set[int] = set()
        count, side = 1 if kind == "empty" else _COLORS, _side(radius)
        across = min(count, _ACROSS)
        down = count // across
        self._pixmap = QPixmap(round(across * side * ratio), round(down * side * ratio))
        self._pixmap.fill(Qt.GlobalColor.transparent)

    def pixmap(self, places: Iterable[int]) -> QPixmap:
        """Return the sheet, with the colours in these places painted."""
        missing = set(places) - self._painted
        if missing:
            self._paint(missing)
            self._painted |= missing
        return self._pixmap

    def _paint(self, places: Iterable[int]) -> None:
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._ratio, self._ratio)
        side = _side(self._radius)
        for place in places:
            row, column = divmod(place, _ACROSS)
            center = QPointF((column + 0.5) * side, (row + 0.5) * side)
            if self._kind == "ring":
                paint_ring(painter, center, self._radius, place, self._theme)
            else:
                fill = place if self._kind == "filled" else None
                paint_body(painter, center, self._radius, fill, self._theme)
        painter.end()


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
        sheet: _Sheet,
        places: Sequence[int],
        is_quiet: Sequence[bool],
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
        pixmap = sheet.pixmap(places)
        painter.drawPixmapFragments(cast("Any", self._fragments), pixmap)


@lru_cache(maxsize=16)
def _stamps(layout: LayerLayout, side: int, ratio: float) -> _Stamps:
    return _Stamps(layout, side, ratio)


def _side(radius: float) -> int:
    """Return the side of the square that holds a node; even, to be centred on it."""
    return 2 * ceil(outer_radius(radius) + 2)
