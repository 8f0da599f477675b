"""Paints the numbers of a graph: values above the lines, derivatives below them."""

from dataclasses import replace

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from bpviz.scene.graph_numbers import Grid
from bpviz.scene.graph_parts import GraphPicture, LabelKind, PictureLabel
from bpviz.scene.graph_stage import NUMBER, Found, Stage
from bpviz.views.graph_label_room import SUM_SIGN, label_grid, label_rect, matrix_rect
from bpviz.views.graph_style import GraphStyle

_BRACKET = 3.0


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
        text = SUM_SIGN + text
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
    gap = metrics.horizontalAdvance("0") / 2
    rect, spare = matrix_rect(label, stage, grid, metrics)
    width, line = rect.width() / len(grid[0]), rect.height() / len(grid)
    for row, texts in enumerate(grid):
        baseline = rect.top() + (row + 0.5) * line + metrics.capHeight() / 2
        for column, text in enumerate(texts):
            right = rect.left() + (column + 1) * width - gap
            left = right - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(left, baseline), text)
    painter.setPen(QPen(color, 1.0))
    top, bottom = round(rect.top()) + 1.5, round(rect.bottom()) - 1.5
    for x, way in ((rect.left() + spare, 1), (rect.right(), -1)):
        x = round(x) + 0.5
        tip = x + way * _BRACKET
        corners = ((tip, top), (x, top), (x, bottom), (tip, bottom))
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))


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
    rect, spare = label_rect(label, stage), 0.0
    if len(hovered.entry):
        rect, spare = matrix_rect(label, stage, grid, metrics)
    row = hovered.entry[0] if len(hovered.entry) == 2 else 0
    column = hovered.entry[-1] if hovered.entry else 0
    width, line = rect.width() / len(grid[0]), rect.height() / len(grid)
    left = rect.left() + column * width
    y = round(rect.top() + (row + 1) * line) - 0.5
    painter.setPen(QPen(style.accent, 1.0))
    start = left + (0.0 if column else spare)
    painter.drawLine(QPointF(start, y), QPointF(left + width, y))
