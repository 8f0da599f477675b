"""Where the picture of a graph is seen in a widget, and what is under a point of it."""

from dataclasses import dataclass

from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.graph_numbers import is_too_large
from bpviz.scene.graph_parts import GraphPicture, LabelKind, PictureLabel, PictureNode

MARGIN = 24.0
"""Around the fitted picture, in pixels."""
_LARGEST_FIT = 1.75
"""A small graph is not enlarged beyond this."""
_SLACK = 2.0
"""Pixels that a point may be beside something."""


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
    """

    node: int
    label: PictureLabel | None = None
    entry: tuple[int, ...] = ()


def found_at(picture: GraphPicture, stage: Stage, x: float, y: float) -> Found | None:
    """Return what is at a pixel, if anything is."""
    place_x, place_y = stage.place(x, y)
    slack = _SLACK / stage.scale
    for node in picture.nodes:
        if _is_in(node, place_x, place_y, slack):
            return Found(node.index)
    for label in picture.labels:
        if _is_in(label, place_x, place_y, slack):
            return Found(label.node, label, _entry(label, place_x, place_y))
    return None


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
