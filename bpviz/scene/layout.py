"""Where the nodes of a network stand.

Layers are columns from left to right. A layer that is too tall for one column stands
in several, side by side, filled from top to bottom, one after another; and an input
that is a picture is drawn as that picture, each pixel being a node.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf, prod

import numpy as np

from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.layer_shape import LayerShape, node_shape, picture_shape

_LEAST_GAP = 16.0


@lru_cache(maxsize=32)
def network_layout(
    layer_sizes: tuple[int, ...],
    width: float,
    height: float,
    *,
    image_shape: tuple[int, int] | None = None,
    left_margin: float = 0.0,
    right_margin: float = 0.0,
    camera: Camera = FITTED,
) -> tuple[LayerLayout, ...]:
    """Place the nodes of a network in a picture; the same call gives the same places.

    Parameters
    ----------
    layer_sizes : tuple of int
        Nodes of the input, then of every layer.
    width, height : float
        Of the picture, in pixels.
    image_shape : tuple of int, optional
        Rows and columns of an input that is a picture.
    left_margin, right_margin : float
        Room for names outside the first and the last layer.
    camera : Camera
        How the picture is seen.

    Returns
    -------
    tuple of LayerLayout
        One a layer, the input first.
    """
    inner = max(width - left_margin - right_margin, 1.0)
    is_picture = image_shape is not None and prod(image_shape) == layer_sizes[0]
    largest_layer = max(layer_sizes[1:] if is_picture else layer_sizes)

    def placed(height: float) -> tuple[LayerLayout, ...]:
        shapes = [
            node_shape(nodes, inner, height, largest_layer, len(layer_sizes))
            for nodes in layer_sizes
        ]
        if is_picture and image_shape is not None:
            shapes[0] = picture_shape(image_shape, inner, height)
        lefts = _lefts(shapes, left_margin, inner)
        return tuple(
            _placed(shape, round(left), height / 2)
            for shape, left in zip(shapes, lefts, strict=True)
        )

    layers = placed(height)
    # What is written below the lowest nodes may need room of its own.
    if any(layer.bottom + layer.details_height > height for layer in layers):
        layers = placed(height - max(layer.details_height for layer in layers))
    return tuple(layer.seen_through(camera) for layer in layers)


def _lefts(shapes: Sequence[LayerShape], left: float, width: float) -> list[float]:
    """Return where each layer begins, with equal gaps between the layers.

    Very many layers reach out of the picture to the right, where one can go.
    """
    taken = sum(shape.width for shape in shapes)
    gap = max((width - taken) / (len(shapes) - 1), _LEAST_GAP)
    lefts = []
    for shape in shapes:
        lefts.append(left)
        left += shape.width + gap
    return lefts


def _placed(shape: LayerShape, left: float, middle: float) -> LayerLayout:
    order = np.arange(shape.nodes)
    # Pixels run along the rows of a picture, nodes down the columns of a layer.
    if shape.cell:
        rows, columns = np.divmod(order, shape.columns)
    else:
        columns, rows = np.divmod(order, shape.rows)
    first_x = left + shape.radius
    first_y = round(middle - (shape.rows - 1) * shape.pitch_y / 2)
    x = (first_x + columns * shape.pitch_x).astype(np.float32)
    y = (first_y + rows * shape.pitch_y).astype(np.float32)
    for array in (x, y):
        array.setflags(write=False)
    return LayerLayout(
        x=x,
        y=y,
        radius=shape.radius,
        left=left,
        right=left + shape.width,
        top=float(y[0]) - shape.radius,
        bottom=float(y.max()) + shape.radius,
        columns=shape.columns,
        pitch=shape.pitch_y if shape.rows > 1 else inf,
        cell=shape.cell,
    )
