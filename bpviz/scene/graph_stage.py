"""Where the picture of a graph is seen in a widget, and what is under a point of it."""

from dataclasses import dataclass, replace

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.graph_numbers import is_too_large
from bpviz.scene.graph_parts import (
    GraphPicture,
    LabelKind,
    PictureEdge,
    PictureLabel,
    PictureNode,
)

MARGIN = 24.0
"""Around the fitted picture, in pixels."""
NUMBER, SMALLEST_NUMBER = 12.0, 9
"""Pixels of the numbers' type at the scale 1, and what it has at least."""
_LARGEST_FIT = 1.75
"""A small graph is not enlarged beyond this."""
_SLACK = 2.0
"""Pixels that a point may be beside something."""
_EDGE_SLACK = 7.0
"""Pixels that it may be beside a line; the way back runs some below."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How the layout's places become pixels: ``scale * place + (dx, dy)``.

    Attributes
    ----------
    scale, dx, dy : float
        In pixels.
    """

    scale: float
    dx: float
    dy: float

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place is seen."""
        return self.scale * x + self.dx, self.scale * y + self.dy

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the place that is seen at a pixel."""
        return (x - self.dx) / self.scale, (y - self.dy) / self.scale


def stage_for(
    size: tuple[float, float], width: float, height: float, camera: Camera = FITTED
) -> Stage:
    """Return the stage on which all of a picture is seen, moved by a camera.

    Parameters
    ----------
    size : tuple of float
        Of the picture.
    width, height : float
        Of the widget's part that is free for it.
    """
    room = max(width - 2 * MARGIN, 1.0), max(height - 2 * MARGIN, 1.0)
    fit = min(room[0] / size[0], room[1] / size[1], _LARGEST_FIT)
    left, top = (width - fit * size[0]) / 2, (height - fit * size[1]) / 2
    return Stage(
        camera.zoom * fit, camera.zoom * left + camera.x, camera.zoom * top + camera.y
    )


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What is under a point.

    Attributes
    ----------
    node : int
        The node that is drawn; of numbers the one that they belong to.
    label : PictureLabel or None
        The numbers, if it is some.
    entry : tuple of int
        Which of the numbers of an array: (row, column), or (place,) of a row.
    edge : PictureEdge or None
        The line, if it is one; the node is where it comes from.
    """

    node: int
    label: PictureLabel | None = None
    entry: tuple[int, ...] = ()
    edge: PictureEdge | None = None


def found_at(picture: GraphPicture, stage: Stage, x: float, y: float) -> Found | None:
    """Return what is at a pixel, if anything is."""
    place_x, place_y = stage.place(x, y)
    slack = _SLACK / stage.scale
    for node in picture.nodes:
        if _is_in(node, place_x, place_y, slack):
            return Found(node.index)
    for label in picture.labels:
        width = seen_width(label, stage.scale) / stage.scale
        wide = replace(label, width=width)
        if _is_in(wide, place_x, place_y, slack):
            return Found(label.node, label, _entry(wide, place_x, place_y))
    return None


def seen_width(label: PictureLabel, scale: float) -> float:
    """Return how wide numbers are seen: letters do not become ever smaller."""
    letters = max(scale, SMALLEST_NUMBER / NUMBER)
    return min(label.width * letters, label.room * scale)


def edge_at(picture: GraphPicture, stage: Stage, x: float, y: float) -> Found | None:
    """Return the line at a pixel, the nearest one if there are several."""
    if not picture.edges:
        return None
    point = np.array(stage.place(x, y))
    distances = [_distance(edge.route, point) for edge in picture.edges]
    nearest = min(distances)
    if nearest * stage.scale > _EDGE_SLACK:
        return None
    edge = picture.edges[distances.index(nearest)]
    return Found(edge.source, edge=edge)


def draggable_at(
    picture: GraphPicture, stage: Stage, x: float, y: float
) -> Found | None:
    """Return the number at a pixel that can be dragged, if there is one."""
    found = found_at(picture, stage, x, y)
    if found is None or not picture.nodes[found.node].is_draggable:
        return None
    value = picture.moment.passes.shown.graph.nodes[found.node].value
    if found.label is None:
        return found if not value.shape else None
    if found.label.kind is not LabelKind.VALUE or is_too_large(value):
        return None
    return found


def _distance(route: Array, point: Array) -> float:
    """Return how far a point is from a line of straight pieces."""
    starts, ways = route[:-1], np.diff(route, axis=0)
    lengths = np.maximum((ways**2).sum(axis=1), 1e-12)
    shares = ((point - starts) * ways).sum(axis=1) / lengths
    feet = starts + np.clip(shares, 0, 1)[:, np.newaxis] * ways
    return float(np.hypot(*(feet - point).T).min())


def _is_in(part: PictureNode | PictureLabel, x: float, y: float, slack: float) -> bool:
    return (
        abs(x - part.x) <= part.width / 2 + slack
        and abs(y - part.y) <= part.height / 2 + slack
    )


def _entry(label: PictureLabel, x: float, y: float) -> tuple[int, ...]:
    shape = label.numbers.shape
    if not shape or is_too_large(label.numbers):
        return ()
    rows = shape[0] if len(shape) == 2 else 1
    column = _cell(x - label.x, label.width, shape[-1])
    return (
        (column,)
        if len(shape) == 1
        else (_cell(y - label.y, label.height, rows), column)
    )


def _cell(from_middle: float, length: float, count: int) -> int:
    share = from_middle / length + 0.5
    return min(max(int(share * count), 0), count - 1)
