"""What a person sees at a point: of an array that is written as its shape, no entry."""

from dataclasses import replace

from PyQt6.QtCore import QPointF

from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_stage import (
    NUMBER,
    Found,
    Stage,
    draggable_at,
    edge_at,
    found_at,
)
from bpviz.views.graph_label_room import is_legible
from bpviz.views.graph_style import GraphStyle


def seen_at(
    picture: GraphPicture, stage: Stage, style: GraphStyle, place: QPointF
) -> Found | None:
    """Return the node, the numbers or the line at a point of the widget."""
    found = found_at(picture, stage, place.x(), place.y())
    if found is None:
        return edge_at(picture, stage, place.x(), place.y())
    if found.entry and not _is_legible(found, stage, style):
        return replace(found, entry=())
    return found


def draggable_seen_at(
    picture: GraphPicture, stage: Stage, style: GraphStyle, place: QPointF
) -> Found | None:
    """Return the number at a point that can be seen and dragged, if there is one."""
    found = draggable_at(picture, stage, place.x(), place.y())
    if found is not None and found.entry and not _is_legible(found, stage, style):
        return None
    return found


def _is_legible(found: Found, stage: Stage, style: GraphStyle) -> bool:
    metrics = style.number_metrics(NUMBER * stage.scale)
    return found.label is None or is_legible(found.label, stage, metrics)
