"""Numbers and names beside nodes and edges, where there is room for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bpviz.scene.edge_number_places import number_places
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
_DIGIT_WIDTH, _LARGE_DIGIT_WIDTH = 7, 8
"""Of small text and of larger, about: nothing here knows the font."""
_PLATE_PADDING = 8
_RING_ROOM = 6
"""Of a delta, around its node."""
_DETAILS_WIDTH = 72
"""Of the numbers below a node, about."""
_ROOMY_GAP = 240
"""Between two layers whose edges have larger numbers."""
_SIGN_POINT_AND_ZEROS = 4


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
    """Yield the numbers on the edges between two layers, where there is room."""
    if not gap.numbers:
        return
    texts = [format_number(number, precision) for number in gap.numbers]
    digit = _LARGE_DIGIT_WIDTH if has_large_numbers(before, after) else _DIGIT_WIDTH
    # Measured as they usually are, not as they are: they should not move for a digit.
    usual, longest = precision + _SIGN_POINT_AND_ZEROS, max(map(len, texts))
    characters = usual if longest <= usual + 1 else longest
    width = characters * digit + _PLATE_PADDING
    keys = list(zip(gap.from_nodes.tolist(), gap.to_nodes.tolist(), strict=True))
    ordered = tuple(sorted(keys))
    clear = _reach(before) if gap.layer > 1 else before.radius, _reach(after)
    places = number_places(before, after, ordered, width, clear)
    if places is None:
        return
    at = dict(zip(ordered, places.tolist(), strict=True))
    for text, (start, end) in zip(texts, keys, strict=True):
        x, y = at[start, end]
        yield Label(LabelRole.EDGE_VALUE, text, x, y, gap.layer, end)


def has_large_numbers(before: LayerLayout, after: LayerLayout) -> bool:
    """Tell whether the edges between two layers have room for larger numbers."""
    return after.left - before.right >= _ROOMY_GAP


def _reach(layout: LayerLayout) -> float:
    """Return how far a node and what is written below it reach to either side."""
    if not layout.detail_lines:
        return layout.radius
    return max(layout.radius, _DETAILS_WIDTH / 2 - _RING_ROOM)
