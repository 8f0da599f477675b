"""Paints the picture of a graph, and what belongs to the hand and to the moment."""

from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QPainter

from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_stage import Found, Stage
from bpviz.views.graph_edges import paint_edges
from bpviz.views.graph_hover import paint_readout
from bpviz.views.graph_labels import paint_labels
from bpviz.views.graph_legend import HEIGHT as LEGEND_HEIGHT
from bpviz.views.graph_legend import paint_legend
from bpviz.views.graph_nodes import paint_nodes, paint_ring
from bpviz.views.graph_notes import paint_note
from bpviz.views.graph_style import GraphStyle

_FADED = 0.3
"""How much is seen of a graph that is not of what is typed."""


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """What the person points at and has chosen.

    Attributes
    ----------
    hovered : Found or None
        What is under the pointer.
    pointer : QPointF
        Where that is.
    selected : int or None
        The node that is chosen.
    """

    hovered: Found | None
    pointer: QPointF
    selected: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """How the graph is seen.

    Attributes
    ----------
    room : QRectF
        Of the widget.
    arrived : float
        How far the numbers of the last step have come to their places, 0 to 1.
    note : str
        Whose numbers they are, where that needs saying.
    is_faded : bool
        Whether the graph is not of what is typed.
    """

    room: QRectF
    arrived: float
    note: str
    is_faded: bool


def paint_graph(
    painter: QPainter,
    picture: GraphPicture,
    stage: Stage,
    style: GraphStyle,
    hand: Hand,
    sight: Sight,
) -> None:
    """Paint everything, the legend and the note included,."""
    room = sight.room
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(_FADED if sight.is_faded else 1.0)
    paint_edges(painter, picture, stage, style)
    paint_nodes(painter, picture, stage, style)
    paint_labels(painter, picture, stage, style, hand.hovered, sight.arrived)
    painter.setOpacity(1.0)
    if hand.selected is not None:
        node = picture.nodes[hand.selected]
        paint_ring(painter, node, stage, style.accent, 2.0)
    # On its own ground, so that nothing shines through.
    strip = QRectF(0, room.height() - LEGEND_HEIGHT, room.width(), LEGEND_HEIGHT)
    painter.fillRect(strip, style.canvas)
    paint_legend(painter, room.width(), room.height(), style)
    if sight.note:
        paint_note(painter, sight.note, room.width(), style)
    if hand.hovered is not None:
        paint_readout(painter, picture, hand.hovered, hand.pointer, room, style)
