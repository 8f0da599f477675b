"""Paints the picture of a network, from the edges at the back to the words in front."""

from dataclasses import dataclass, replace

from PyQt6.QtGui import QPainter

from bpviz.scene.labels import LabelRole
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.motion import Flow, NodePart
from bpviz.scene.network_scene import NetworkScene
from bpviz.scene.options import EdgeKey, NodeKey
from bpviz.views.network_edges import paint_edges, paint_marked_edge
from bpviz.views.network_flow import appearing, paint_flow
from bpviz.views.network_headings import paint_headings
from bpviz.views.network_labels import paint_labels
from bpviz.views.network_nodes import paint_nodes
from bpviz.views.network_picture import paint_picture
from bpviz.views.network_style import NetworkStyle

_MANY = 8
"""Of more nodes than these each is stamped."""

_ROLES = {
    NodePart.PRE_ACTIVATION: LabelRole.PRE_ACTIVATION,
    NodePart.ACTIVATION: LabelRole.ACTIVATION,
    NodePart.DELTA: LabelRole.DELTA,
}


@dataclass(frozen=True, slots=True)
class FlowMoment:
    """A flow and how far it has come, from 0 to 1."""

    flow: Flow
    progress: float

    @property
    def appeared(self) -> float:
        """How much of what the flow makes is to be seen."""
        return appearing(self.progress)


def paint_network(
    painter: QPainter,
    scene: NetworkScene,
    style: NetworkStyle,
    moving: FlowMoment | None = None,
    hovered: NodeKey | EdgeKey | None = None,
) -> None:
    """Paint a scene but for its legends; the canvas is painted already.

    Parameters
    ----------
    moving : FlowMoment, optional
        What is on its way while an operation is shown.
    hovered : NodeKey or EdgeKey, optional
        What is under the pointer.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_edges(painter, scene, style)
    selected = scene.options.selected_edge
    if selected is not None:
        paint_marked_edge(painter, scene, selected, style.accent)
    if hovered is not None and len(hovered) == 3 and hovered != selected:
        paint_marked_edge(painter, scene, hovered, style.text)
    for layer in scene.layers:
        if moving is None or not _appears(layer, moving):
            _paint_layer(painter, scene, layer, style)
            continue
        _paint_layer(painter, scene, _without(layer, moving.flow.appears), style)
        painter.setOpacity(moving.appeared)
        _paint_layer(painter, scene, layer, style)
        painter.setOpacity(1.0)
    if moving is None:
        paint_labels(painter, scene.labels, scene, style)
    else:
        _paint_labels_around(painter, scene, moving, style)
        paint_flow(painter, moving.flow, moving.progress, style)
    paint_headings(painter, scene, style)


def _paint_layer(
    painter: QPainter, scene: NetworkScene, layer: LayerScene, style: NetworkStyle
) -> None:
    if layer.layout.is_picture:
        paint_picture(painter, layer, style)
    elif len(layer.layout.x) > _MANY:
        style.stamper.stamp(painter, layer, scene.options.pixel_ratio)
    else:
        paint_nodes(painter, layer, style.theme)


def _appears(layer: LayerScene, moving: FlowMoment) -> bool:
    return moving.flow.appears is not None and moving.flow.layer == layer.layer


def _without(layer: LayerScene, part: NodePart | None) -> LayerScene:
    """Return a layer as it was before a part of it was computed."""
    if part is NodePart.ACTIVATION:
        return replace(layer, fills=None, picture=None)
    return replace(layer, rings=None) if part is NodePart.DELTA else layer


def _paint_labels_around(
    painter: QPainter, scene: NetworkScene, moving: FlowMoment, style: NetworkStyle
) -> None:
    """Paint the labels, those that appear as far as they have appeared."""
    flow = moving.flow
    role = None if flow.appears is None else _ROLES[flow.appears]
    is_new = [
        label.role is role and label.layer == flow.layer for label in scene.labels
    ]
    known = [label for label, new in zip(scene.labels, is_new, strict=True) if not new]
    fresh = [label for label, new in zip(scene.labels, is_new, strict=True) if new]
    paint_labels(painter, known, scene, style)
    paint_labels(painter, fresh, scene, style, moving.appeared)
