"""What lies under a point of the picture."""

import numpy as np

from bpviz.scene.gap_scene import GapScene
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.options import EdgeKey, NodeKey

# Pixels.
_NODE_REACH = 2.0
_EDGE_REACH = 4.0


def node_at(scene: NetworkScene, x: float, y: float) -> NodeKey | None:
    """Return the node, or the pixel of the input, at (x, y)."""
    for layer in scene.layers:
        node = _node_in(layer.layout, x, y)
        if node is not None:
            return layer.layer, node
    return None


def edge_at(scene: NetworkScene, x: float, y: float) -> EdgeKey | None:
    """Return the drawn edge at (x, y): of several the one that lies on top."""
    for gap in scene.gaps:
        if gap.left <= x < gap.right:
            place = _edge_in(gap, x, y)
            if place is None:
                return None
            ends = int(gap.from_nodes[place]), int(gap.to_nodes[place])
            return gap.layer, *ends
    return None


def _node_in(layout: LayerLayout, x: float, y: float) -> int | None:
    if layout.is_picture:
        column = int((x - layout.left) // layout.cell)
        row = int((y - layout.top) // layout.cell)
        rows = len(layout.x) // layout.columns
        is_inside = 0 <= column < layout.columns and 0 <= row < rows
        return row * layout.columns + column if is_inside else None
    distances = np.hypot(layout.x - x, layout.y - y)
    nearest = int(distances.argmin())
    return nearest if distances[nearest] <= layout.radius + _NODE_REACH else None


def _edge_in(gap: GapScene, x: float, y: float) -> int | None:
    if not len(gap.values):
        return None
    lines = gap.lines
    slopes = (lines.y1 - lines.y0) / (lines.x1 - lines.x0)
    heights = lines.y0 + slopes * (x - lines.x0)
    distances = np.abs(heights - y) / np.sqrt(1 + slopes * slopes)
    half_widths = np.full(len(gap.values), 1.0, np.float32)
    half_widths[gap.bundled :] = gap.widths / 2 + 0.5
    under = np.flatnonzero(distances <= half_widths)
    if len(under):
        return int(under[-1])
    nearest = int(distances.argmin())
    return nearest if distances[nearest] <= _EDGE_REACH else None
