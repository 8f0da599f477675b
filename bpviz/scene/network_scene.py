"""The picture of a network at one moment, as arrays that only have to be painted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bpviz.nn.network import Network
from bpviz.scene.colors import ColorArray
from bpviz.scene.drawn_edges import DrawnEdges, EdgeOrder, draw_edges
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.emphasis import Emphasis, emphasis_of
from bpviz.scene.gap_scene import GapScene, edge_matrices
from bpviz.scene.labels import Label, edge_labels, node_labels
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.layer_scene import LayerScene, build_layer_scenes
from bpviz.scene.layout import network_layout
from bpviz.scene.name_labels import input_labels, output_labels
from bpviz.scene.options import ScaleMode, SceneOptions
from bpviz.scene.quantities import targets
from bpviz.scene.scales import scale_mode
from bpviz.training.frame import Frame

HEADING_HEIGHT = 56
LEGEND_HEIGHT = 64
STAGE_INSET = 8
"""Above and below the network, in pixels: the names of the layers, the legends,
and a little air between them and the network."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkScene:
    """What is to be painted.

    Attributes
    ----------
    frame : Frame
        The moment.
    options : SceneOptions
        How it was asked for, without a selection that the network does not have.
    width, height : int
        Of the whole picture, in pixels.
    dark : bool
        For which theme.
    layers : tuple of LayerScene
        The input first.
    gaps : tuple of GapScene
        The edges into layer 1 first.
    edge_picture : ndarray of uint32, or None
        The edges that no pen draws, for the part of the picture between the headings
        and the legends, at the screen's resolution; None if a pen draws all. It is
        overwritten when the next scene is built with the same raster.
    labels : tuple of Label
        Numbers and names.
    emphasis : Emphasis
        What the operation done last worked on.
    scale_mode : ScaleMode
        Which numbers share a scale.
    """

    frame: Frame
    options: SceneOptions
    width: int
    height: int
    dark: bool
    layers: tuple[LayerScene, ...]
    gaps: tuple[GapScene, ...]
    edge_picture: ColorArray | None
    labels: tuple[Label, ...]
    emphasis: Emphasis
    scale_mode: ScaleMode


def build_network_scene(
    frame: Frame,
    options: SceneOptions,
    width: int,
    height: int,
    dark: bool,
    raster: EdgeRaster | None = None,
    edges: DrawnEdges | None = None,
) -> NetworkScene:
    """Work out the picture of `frame`.

    Parameters
    ----------
    width, height : int
        Of the whole picture, in pixels.
    raster : EdgeRaster, optional
        One of `raster_size`, whose memory is used again.
    edges : DrawnEdges, optional
        The frame's edges, where they have been drawn already, by `edge_order`.
    """
    order = edge_order(frame, options, width, height, dark)
    options, layouts = order.options, order.layouts
    if edges is None:
        matrices = edge_matrices(frame, options)
        edges = draw_edges(order, matrices, raster or EdgeRaster(*order.size))
    gaps = edges.gaps
    layers = build_layer_scenes(frame, options, layouts, gaps, dark)
    return NetworkScene(
        frame=frame,
        options=options,
        width=width,
        height=height,
        dark=dark,
        layers=layers,
        gaps=gaps,
        edge_picture=edges.picture,
        labels=tuple(_labels(frame, options, layers, gaps)),
        emphasis=emphasis_of(frame.operation, frame.network.depth),
        scale_mode=scale_mode(frame.network, options),
    )


def edge_order(
    frame: Frame, options: SceneOptions, width: int, height: int, dark: bool
) -> EdgeOrder:
    """Return how the edges of `frame` are to be drawn in a picture of some size."""
    options = fitting(options, frame.network)
    return EdgeOrder(
        network=frame.network,
        options=options,
        layouts=_layouts(frame, options, width, height),
        dark=dark,
        top=HEADING_HEIGHT,
        size=raster_size(width, height, options.pixel_ratio),
    )


def stage_height(height: int) -> int:
    """Return how much of a picture's height is left for the network itself."""
    return max(height - HEADING_HEIGHT - LEGEND_HEIGHT, 1)


def raster_size(width: int, height: int, pixel_ratio: float) -> tuple[int, int]:
    """Return width and height of the raster for a picture of some size."""
    return (
        max(round(width * pixel_ratio), 1),
        max(round(stage_height(height) * pixel_ratio), 1),
    )


def fitting(options: SceneOptions, network: Network) -> SceneOptions:
    """Return options without a selection that the network does not have."""
    sizes = network.layer_sizes
    if options.selected_node is not None:
        layer, node = options.selected_node
        if layer >= len(sizes) or node >= sizes[layer]:
            options = replace(options, selected_node=None)
    if options.selected_edge is not None:
        layer, start, end = options.selected_edge
        if layer >= len(sizes) or start >= sizes[layer - 1] or end >= sizes[layer]:
            options = replace(options, selected_edge=None)
    return options


def _layouts(
    frame: Frame, options: SceneOptions, width: int, height: int
) -> tuple[LayerLayout, ...]:
    return network_layout(
        frame.network.layer_sizes,
        width,
        max(stage_height(height) - 2 * STAGE_INSET, 1),
        image_shape=options.image_shape,
        left_margin=options.left_margin,
        right_margin=options.right_margin,
        camera=options.camera.moved(0, HEADING_HEIGHT + STAGE_INSET),
    )


def _labels(
    frame: Frame,
    options: SceneOptions,
    layers: tuple[LayerScene, ...],
    gaps: tuple[GapScene, ...],
) -> Iterator[Label]:
    precision = options.precision
    layouts = [layer.layout for layer in layers]
    for gap, before, after in zip(gaps, layouts[:-1], layouts[1:], strict=True):
        yield from edge_labels(gap, before, after, precision)
    for layer in layers:
        yield from node_labels(layer, precision)
    yield from input_labels(layers[0], options.input_names)
    yield from output_labels(
        layers[-1],
        options.output_names,
        targets(frame, options.row),
        options.right_margin,
        precision,
    )
