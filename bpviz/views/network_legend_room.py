"""How wide the bars of the legends can be, side by side below the network."""

from collections.abc import Callable
from itertools import pairwise

from bpviz.scene.gap_scene import GapScene
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.numbers import MINUS, format_number

# Pixels.
_WIDEST_EDGE_BAR = 112
_NARROWEST_EDGE_BAR = 32
_NODE_BAR = 48
_NARROW_NODE_BAR = 28
_DISTANCE = 12
_NAME_ROOM = 8

_DIGITS = 3

Advance = Callable[[str], float]
"""The width of a text in pixels."""


def bar_widths(scene: NetworkScene, name: str, advance: Advance) -> tuple[int, int]:
    """Return the widths of the bars for edges and nodes; 0 where there is no room.

    Parameters
    ----------
    name : str
        What edges show; it stands between the numbers if there is any way to.
    advance : callable
        The width of a text in pixels.
    """
    middles = [layer_middle(layer) for layer in scene.layers]
    gaps = [gap_middle(scene, gap) for gap in scene.gaps]
    first = 1 if scene.layers[0].layout.is_picture else 0
    beside = min(
        abs(gap - middle)
        for number, gap in enumerate(gaps)
        for middle in middles[max(number, first) : number + 2]
    )
    # Numbers are centred under the ends of their bars.
    of_edges = max(advance(MINUS + scale_end(gap.scale)) for gap in scene.gaps) / 2
    of_nodes = (
        max(advance(scale_end(layer.activation_scale)) for layer in scene.layers) / 2
    )
    least = room_for_name(scene, name, advance)
    choices = [
        (_NODE_BAR, least),
        (_NARROW_NODE_BAR, least),
        (_NARROW_NODE_BAR, _NARROWEST_EDGE_BAR),
    ]
    # At the very beginning nodes have no numbers, and edges all the room.
    for node_bar, needed in choices if _has_nodes(scene) else ():
        room = 2 * (beside - node_bar / 2 - of_nodes - of_edges - _DISTANCE / 2)
        if room >= needed:
            return int(min(room, _WIDEST_EDGE_BAR)), node_bar
    apart = [after - before for before, after in pairwise(gaps)]
    room = min(apart, default=scene.width) - 2 * of_edges - 2 * _DISTANCE
    return int(min(max(room, _NARROWEST_EDGE_BAR), _WIDEST_EDGE_BAR)), 0


def _has_nodes(scene: NetworkScene) -> bool:
    """Tell whether there is a layer of nodes that are filled."""
    return any(
        layer.values.activations is not None and not layer.layout.is_picture
        for layer in scene.layers
    )


def room_for_name(scene: NetworkScene, name: str, advance: Advance) -> float:
    """Return how wide a bar is whose name fits between its numbers."""
    numbers = max(advance(MINUS + scale_end(gap.scale)) for gap in scene.gaps)
    return advance(name) + numbers + _NAME_ROOM


def scale_end(scale: float) -> str:
    """Return the number at the end of a scale."""
    return format_number(scale, _DIGITS)


def gap_middle(scene: NetworkScene, gap: GapScene) -> float:
    """Return the x in the middle of what is seen between two layers."""
    before, after = scene.layers[gap.layer - 1], scene.layers[gap.layer]
    left, right = before.layout.right, after.layout.left
    if left < scene.width and right > 0:  # What is seen of it.
        left, right = max(left, 0), min(right, scene.width)
    return (left + right) / 2


def layer_middle(layer: LayerScene) -> float:
    """Return the x in the middle of a layer."""
    return (layer.layout.left + layer.layout.right) / 2
