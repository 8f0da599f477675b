"""Numbers and names beside nodes and edges, where there is room for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import inf

import numpy as np

from bpviz.scene.edge_raster import Lines
from bpviz.scene.gap_scene import GapScene
from bpviz.scene.layer_layout import DETAIL_GAP, RADIUS_FOR_A_NUMBER, LayerLayout
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.numbers import format_number, format_short

# Pixels.
LINE = 16
"""The height of a line of small text."""
_RADIUS_FOR_SIX = 23
_CHARACTERS, _FEWER_CHARACTERS = 6, 5
"""Of a number in a node: as wide as the node is."""
_DIGIT_WIDTH = 7
"""Of small text, about: nothing here knows the font."""
_PLATE_PADDING = 8
_RING_ROOM = 6
"""Of a delta, around its node."""
_DETAILS_WIDTH = 72
"""Of the numbers below a node, about."""
_PLACES_ON_EDGES = (0.5, 0.3, 0.7, 0.25, 0.75)


class LabelRole(StrEnum):
    """What a label says, which decides how it is drawn."""

    ACTIVATION = "activation"
    """Centred on its node."""
    PRE_ACTIVATION = "pre_activation"
    DELTA = "delta"
    """Both centred under their node."""
    EDGE_VALUE = "edge_value"
    """The quantity in view, centred on its edge."""
    INPUT_NAME = "input_name"
    """Ends at its place."""
    OUTPUT_NAME = "output_name"
    """Begins at its place."""
    OUTPUT_VALUE = "output_value"
    """What the network answers, where no node has room for it; ends at its place."""
    TARGET = "target"
    """The number that an output should be; begins at its place."""


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of text.

    Attributes
    ----------
    role : LabelRole
        What it is.
    text : str
        In every language the same: a number or a name.
    x, y : float
        Its place, the middle of its height.
    layer, node : int
        The node that it belongs to; for the value of an edge the one that it leads to.
    """

    role: LabelRole
    text: str
    x: float
    y: float
    layer: int
    node: int


def node_labels(scene: LayerScene, precision: int) -> Iterator[Label]:
    """Yield the numbers in and under a layer's nodes."""
    layout, values, layer = scene.layout, scene.values, scene.layer
    if layout.is_picture or layout.radius < RADIUS_FOR_A_NUMBER:
        return
    details = [
        (role, symbol, numbers)
        for role, symbol, numbers in (
            (LabelRole.PRE_ACTIVATION, "z", values.pre_activations),
            (LabelRole.DELTA, "δ", values.deltas),
        )
        if numbers is not None
    ]
    lines = layout.detail_lines
    most = _FEWER_CHARACTERS if layout.radius < _RADIUS_FOR_SIX else _CHARACTERS
    # Where there is room for one line it says what was computed last.
    details = details[-lines:] if lines else []
    places = zip(layout.x.tolist(), layout.y.tolist(), strict=True)
    for node, (x, y) in enumerate(places):
        if values.activations is not None:
            text = format_short(float(values.activations[node]), most)
            yield Label(LabelRole.ACTIVATION, text, x, y, layer, node)
        below = y + layout.radius + DETAIL_GAP + layout.detail_line / 2
        for role, symbol, numbers in details:
            text = f"{symbol} {format_number(float(numbers[node]), precision)}"
            yield Label(role, text, x, below, layer, node)
            below += layout.detail_line


def edge_labels(
    gap: GapScene, before: LayerLayout, after: LayerLayout, precision: int
) -> Iterator[Label]:
    """Yield the numbers on the edges between two layers.

    They stand where they cover neither each other nor a node nor what is below it.
    """
    if not gap.numbers:
        return
    texts = [format_number(number, precision) for number in gap.numbers]
    width = max(map(len, texts)) * _DIGIT_WIDTH + _PLATE_PADDING
    lines = gap.lines
    beside = _reach(before) if gap.layer > 1 else before.radius
    left = before.right - before.radius + beside
    right = after.left + after.radius - _reach(after)
    places = _clear_places(lines, left, right, width)
    if not places:
        return
    share = max(places, key=lambda place: _distance(lines, place))
    if _distance(lines, share) < LINE + 2:
        return
    y = lines.y0 + share * (lines.y1 - lines.y0)
    x = lines.x0 + share * (lines.x1 - lines.x0)
    for place, (text, to) in enumerate(zip(texts, gap.to_nodes.tolist(), strict=True)):
        yield Label(
            LabelRole.EDGE_VALUE, text, float(x[place]), float(y[place]), gap.layer, to
        )


def _reach(layout: LayerLayout) -> float:
    """Return how far a node and what is written below it reach to either side."""
    if not layout.detail_lines:
        return layout.radius
    return max(layout.radius, _DETAILS_WIDTH / 2 - _RING_ROOM)


def _clear_places(
    lines: Lines, left: float, right: float, width: float
) -> tuple[float, ...]:
    """Return how far along the lines a number stays between two sides."""
    lengths = lines.x1 - lines.x0
    if float(np.min(lengths)) < 2 * width:
        return ()
    room = _RING_ROOM + width / 2
    first = float(np.max((left + room - lines.x0) / lengths))
    last = float(np.min((right - room - lines.x0) / lengths))
    places = (*_PLACES_ON_EDGES, first, last)
    return tuple(place for place in places if first <= place <= last)


def _distance(lines: Lines, share: float) -> float:
    """Return how close lines come to each other when they have gone so far."""
    y = lines.y0 + share * (lines.y1 - lines.y0)
    return float(np.diff(np.sort(y)).min()) if len(y) > 1 else inf
