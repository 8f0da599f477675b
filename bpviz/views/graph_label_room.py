"""How much of a label's numbers there is room for, and where it is seen."""

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFontMetricsF

from bpviz.nn.arrays import Array
from bpviz.scene.graph_numbers import Grid, is_too_large, number_grid, shape_text
from bpviz.scene.graph_parts import LabelKind, PictureLabel
from bpviz.scene.graph_stage import NUMBER, SMALLEST_NUMBER, Stage, seen_width

_BETWEEN_LINES = 1.5
"""Pixels that are free between two rows of an array, at least."""
_SLACK = 1.0
"""Pixels that a number may be wider than its room."""
_INTO_THE_GAP = 8.0
"""Of what is free beside a number, at the scale 1."""
SUM_SIGN = "Σ "


def label_grid(
    label: PictureLabel, stage: Stage, metrics: QFontMetricsF
) -> Grid | None:
    """Return a label's numbers as they are written; None where there is no room.

    An array whose numbers would be too small or run into each other is written as its
    shape.
    """
    sign = metrics.horizontalAdvance(SUM_SIGN) if label.kind is LabelKind.SUM else 0.0
    room = stage.scale * label.room - sign
    if not label.numbers.shape:
        room += 2 * _into_the_gap(stage)
        return _fitting(label.numbers, room, metrics)
    if is_legible(label, stage, metrics):
        return _array_grid(label, stage, metrics)
    shape = shape_text(label.numbers)
    has_room = metrics.horizontalAdvance(shape) <= room + 2 * _into_the_gap(stage)
    return ((shape,),) if has_room else None


def is_legible(label: PictureLabel, stage: Stage, metrics: QFontMetricsF) -> bool:
    """Tell whether the numbers of an array can be told from each other."""
    if is_too_large(label.numbers):
        return False
    rows = label.numbers.shape[0] if label.numbers.ndim == 2 else 1
    line = stage.scale * label.height / rows
    if rows > 1 and line < metrics.capHeight() + _BETWEEN_LINES:
        return False
    return _array_grid(label, stage, metrics) is not None


def _array_grid(
    label: PictureLabel, stage: Stage, metrics: QFontMetricsF
) -> Grid | None:
    columns = label.numbers.shape[-1]
    each = seen_width(label, stage.scale) / columns
    room = each - metrics.horizontalAdvance("0")
    return _fitting(label.numbers, room, metrics)


def _fitting(numbers: Array, room: float, metrics: QFontMetricsF) -> Grid | None:
    """Return numbers in the room that each of them has; None if one has too little."""
    grid = number_grid(numbers, room / metrics.horizontalAdvance("0"))
    widest = max(metrics.horizontalAdvance(text) for row in grid for text in row)
    return grid if widest <= room + _SLACK else None


def _into_the_gap(stage: Stage) -> float:
    """Return how far numbers may reach beyond their room on each side.

    They do so only where their letters have become as small as can be read.
    """
    is_small = NUMBER * stage.scale < SMALLEST_NUMBER
    return _INTO_THE_GAP * stage.scale if is_small else 0.0


def label_rect(label: PictureLabel, stage: Stage) -> QRectF:
    """Return the room of a label where it is seen."""
    x, y = stage.seen(label.x, label.y - label.height / 2)
    width = seen_width(label, stage.scale)
    return QRectF(x - width / 2, y, width, stage.scale * label.height)


def matrix_rect(
    label: PictureLabel, stage: Stage, grid: Grid, metrics: QFontMetricsF
) -> tuple[QRectF, float]:
    """Return where columns of one width stand, and what is spare at their left.

    Numbers end with their columns, so that the first leaves room at its beginning:
    what is seen is in the middle without it.
    """
    rect = label_rect(label, stage)
    first = max(metrics.horizontalAdvance(texts[0]) for texts in grid)
    room = rect.width() / len(grid[0]) - metrics.horizontalAdvance("0")
    spare = max(room - first, 0.0)
    return rect.translated(-spare / 2, 0), spare
