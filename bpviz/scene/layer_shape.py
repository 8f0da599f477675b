"""In how many columns the nodes of a layer stand, how close and how large."""

from dataclasses import dataclass
from math import ceil

from bpviz.scene.layer_layout import RADIUS_FOR_A_NUMBER

# Pixels.
_FOLDED_PITCHES = (12.0, 10.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0)
"""Nodes closer than the first in one column are folded into several."""
_LARGEST_FOLDED_PITCH = 14.0
_LARGEST_RADIUS = 56.0
_LARGEST_RADIUS_AMONG_MANY = 28.0
_SMALLEST_RADIUS = 1.5
_FEW = 12
"""Nodes in a layer that can be told apart at a glance."""

# Shares of the width or height that there is, and of the pitch.
_FOLDED_SHARE = 0.12
_FOLDED_SHARE_OF_ALL = 0.4
_PICTURE_SHARES = (0.3, 0.72)
_LARGEST_PITCH_SHARE = 0.46
_RADIUS_SHARE = 0.13
_RADIUS_OF_PITCH = 0.33
_RADIUS_OF_WIDE_PITCH = 0.28


@dataclass(frozen=True, slots=True)
class LayerShape:
    """A layer's rows and columns, before it is put in its place.

    Attributes
    ----------
    nodes, rows, columns : int
        The last column may be shorter.
    pitch_x, pitch_y : float
        Between the centres of neighbours, in pixels.
    radius : float
        Of a node; for a picture half a pixel's side.
    cell : float
        Side of a pixel of a picture; 0 for a layer of nodes.
    """

    nodes: int
    rows: int
    columns: int
    pitch_x: float
    pitch_y: float
    radius: float
    cell: float = 0.0

    @property
    def width(self) -> float:
        """From the left of the first column to the right of the last."""
        return (self.columns - 1) * self.pitch_x + 2 * self.radius


def node_shape(
    nodes: int, width: float, height: float, largest_layer: int, layers: int = 3
) -> LayerShape:
    """Return how to stand `nodes` in a picture of this size.

    Parameters
    ----------
    largest_layer : int
        Nodes of the network's largest layer that is not a picture; beside many small
        nodes a few large ones would look more important than they are.
    layers : int
        How many share the width, the input among them.
    """
    pitch = height / nodes
    largest = _LARGEST_RADIUS if largest_layer <= _FEW else _LARGEST_RADIUS_AMONG_MANY
    largest = min(largest, _RADIUS_SHARE * min(width, height))
    if nodes == 1 or pitch >= _FOLDED_PITCHES[0]:
        pitch = min(pitch, _LARGEST_PITCH_SHARE * height)
        # Large nodes leave room for the numbers below them, others for one inside.
        radius = max(_RADIUS_OF_WIDE_PITCH * pitch, RADIUS_FOR_A_NUMBER)
        radius = max(min(radius, _RADIUS_OF_PITCH * pitch, largest), _SMALLEST_RADIUS)
        return LayerShape(nodes, nodes, 1, 0.0, _whole(pitch), radius)
    most = min(_FOLDED_SHARE, _FOLDED_SHARE_OF_ALL / layers) * width
    pitch = next(
        (p for p in _FOLDED_PITCHES if p * _columns(nodes, height, p) <= most),
        _FOLDED_PITCHES[-1],
    )
    columns = _columns(nodes, height, pitch)
    rows = ceil(nodes / columns)
    pitch = _whole(max(pitch, min(height / rows, _LARGEST_FOLDED_PITCH)))
    radius = max(_RADIUS_OF_PITCH * pitch, _SMALLEST_RADIUS)
    return LayerShape(nodes, rows, columns, pitch, pitch, radius)


def _columns(nodes: int, height: float, pitch: float) -> int:
    return ceil(nodes / max(int(height // pitch), 1))


def picture_shape(
    image_shape: tuple[int, int], width: float, height: float
) -> LayerShape:
    """Return how large a picture of (rows, columns) pixels is drawn."""
    rows, columns = image_shape
    share_x, share_y = _PICTURE_SHARES
    cell = _whole(min(share_x * width / columns, share_y * height / rows))
    return LayerShape(rows * columns, rows, columns, cell, cell, cell / 2, cell)


def _whole(pixels: float) -> float:
    """Round down to whole pixels, which are drawn sharply, unless nothing is left."""
    return float(int(pixels)) if pixels >= 1 else pixels
