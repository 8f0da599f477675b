"""Paints the numbers of a graph: values above the lines, derivatives below them."""

from dataclasses import replace

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from bpviz.scene.graph_numbers import Grid, is_too_large, number_grid
from bpviz.scene.graph_parts import GraphPicture, LabelKind, PictureLabel
from bpviz.scene.graph_stage import Found, Stage
from bpviz.views.graph_style import SMALLEST_NUMBER, GraphStyle

NUMBER = 12.0
"""Pixels of type at the scale 1."""
_LEAST_DIGITS = 3
"""Where there is room for fewer, nothing is written."""
_INTO_THE_GAP = 8.0
"""Of what is free beside a number, at the scale 1."""
_BRACKET = 3.0
_SUM_SIGN = "Σ "


def paint_labels(
    painter: QPainter,
    picture: GraphPicture,
    stage: Stage,
    style: GraphStyle,
    hovered: Found | None,
    arrived: float = 1.0,
) -> None:
    """Paint every number that is known.

    Parameters
    ----------
    arrived : float
        How far those of the last step have come from the node whose turn it was to
        their places, from 0 to 1.
    """
    for label in picture.labels:
        if label.is_now and arrived < 1:
            painter.setOpacity(arrived)
            _paint_label(painter, _on_its_way(label, picture, arrived), stage, style)
            painter.setOpacity(1.0)
        else:
            _paint_label(painter, label, stage, style)
    if hovered is not None and hovered.label is not None:
        is_draggable = picture.nodes[hovered.node].is_draggable
        if is_draggable and hovered.label.kind is LabelKind.VALUE:
            _paint_handle(painter, hovered, stage, style)


def _on_its_way(
    label: PictureLabel, picture: GraphPicture, arrived: float
) -> PictureLabel:
    """Return a label between the node whose turn it was and its place."""
    step = picture.moment.step
    if step is None:
        return label
    node = picture.nodes[step.node]
    return replace(
        label,
        x=node.x + arrived * (label.x - node.x),
        y=node.y + arrived * (label.y - node.y),
    )


def label_grid(
    label: PictureLabel, stage: Stage, metrics: QFontMetricsF
) -> Grid | None:
    """Return a label's numbers as they are written; None where there is no room."""
    columns = 1
    if label.numbers.shape and not is_too_large(label.numbers):
        columns = label.numbers.shape[-1]
    room = stage.scale * label.width / columns
    digit = metrics.horizontalAdvance("0")
    if label.numbers.shape and not is_too_large(label.numbers):
        # A matrix is as wide as its numbers: those of one digit need no more.
        room = max(room - digit, _LEAST_DIGITS * digit)
    else:
        room += 2 * _into_the_gap(stage)
    sign = metrics.horizontalAdvance(_SUM_SIGN) if label.kind is LabelKind.SUM else 0.0
    most = (room - sign) / digit
    return number_grid(label.numbers, most) if most >= _LEAST_DIGITS else None


def _into_the_gap(stage: Stage) -> float:
    """Return how far numbers may reach beyond their room on each side.

    They do so only where their letters have become as small as can be read.
    """
    is_small = NUMBER * stage.scale < SMALLEST_NUMBER
    return _INTO_THE_GAP * stage.scale if is_small else 0.0


def _paint_label(
    painter: QPainter, label: PictureLabel, stage: Stage, style: GraphStyle
) -> None:
    pixels = NUMBER * stage.scale
    metrics = style.number_metrics(pixels, bold=label.is_now)
    grid = label_grid(label, stage, metrics)
    if grid is None:
        return
    font = style.number_font(pixels, bold=label.is_now)
    color = style.value if label.kind is LabelKind.VALUE else style.derivative
    if not label.is_final:
        color = QColor(color)
        color.setAlphaF(0.6)
    painter.setFont(font)
    painter.setPen(color)
    if len(grid) == len(grid[0]) == 1:
        _paint_number(painter, label, stage, metrics, grid[0][0])
    else:
        _paint_matrix(painter, label, stage, font, grid, color)


def _paint_number(
    painter: QPainter,
    label: PictureLabel,
    stage: Stage,
    metrics: QFontMetricsF,
    text: str,
) -> None:
    x, y = stage.seen(label.x, label.y)
    if label.kind is LabelKind.SUM:
        text = _SUM_SIGN + text
    half = metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x - half, y + metrics.capHeight() / 2), text)


def _paint_matrix(
    painter: QPainter,
    label: PictureLabel,
    stage: Stage,
    font: QFont,
    grid: Grid,
    color: QColor,
) -> None:
    """Paint rows of numbers that end under each other, between brackets."""
    metrics = QFontMetricsF(font)
    rect = label_rect(label, stage)
    columns = len(grid[0])
    width, line = rect.width() / columns, rect.height() / len(grid)
    gap = metrics.horizontalAdvance("0") / 2
    for row, texts in enumerate(grid):
        baseline = rect.top() + (row + 0.5) * line + metrics.capHeight() / 2
        for column, text in enumerate(texts):
            right = rect.left() + (column + 1) * width - gap
            left = right - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(left, baseline), text)
    painter.setPen(QPen(color, 1.0))
    top, bottom = round(rect.top()) + 1.5, round(rect.bottom()) - 1.5
    for x, way in ((rect.left(), 1), (rect.right(), -1)):
        x = round(x) + 0.5
        tip = x + way * _BRACKET
        corners = ((tip, top), (x, top), (x, bottom), (tip, bottom))
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))


def label_rect(label: PictureLabel, stage: Stage) -> QRectF:
    """Return the room of a label where it is seen."""
    x, y = stage.seen(label.x - label.width / 2, label.y - label.height / 2)
    return QRectF(x, y, stage.scale * label.width, stage.scale * label.height)


def _paint_handle(
    painter: QPainter, hovered: Found, stage: Stage, style: GraphStyle
) -> None:
    """Underline the number that a hand can drag."""
    label = hovered.label
    if label is None:
        return
    metrics = style.number_metrics(NUMBER * stage.scale)
    grid = label_grid(label, stage, metrics)
    if grid is None:
        return
    rect = label_rect(label, stage)
    row = hovered.entry[0] if len(hovered.entry) == 2 else 0
    column = hovered.entry[-1] if hovered.entry else 0
    width, line = rect.width() / len(grid[0]), rect.height() / len(grid)
    left = rect.left() + column * width
    y = round(rect.top() + (row + 1) * line) - 0.5
    painter.setPen(QPen(style.accent, 1.0))
    painter.drawLine(QPointF(left, y), QPointF(left + width, y))
