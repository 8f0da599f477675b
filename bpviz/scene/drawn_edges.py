"""All edges of a network as they are to be painted, and what it takes to draw them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.scene.colors import ColorArray
from bpviz.scene.edge_picture import draw_edge_picture
from bpviz.scene.edge_raster import EdgeRaster
from bpviz.scene.gap_scene import GapScene, gap_scenes_of
from bpviz.scene.layer_layout import LayerLayout
from bpviz.scene.options import SceneOptions

Matrices = Sequence[Array | None]
"""What the edges into every layer show, (fan_in, fan_out); None: not computed yet."""


@dataclass(frozen=True, slots=True, eq=False)
class EdgeOrder:
    """How edges are to be drawn, whatever their numbers.

    Attributes
    ----------
    network : Network
        Whose edges.
    options : SceneOptions
        How they are to be seen.
    layouts : tuple of LayerLayout
        Where the nodes stand.
    dark : bool
        For which theme.
    top : int
        The y of the picture's upper edge, in the scene's pixels.
    size : tuple of int
        The picture's width and height, in the screen's pixels.
    """

    network: Network
    options: SceneOptions
    layouts: tuple[LayerLayout, ...]
    dark: bool
    top: int
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class DrawnEdges:
    """The edges of a network.

    Attributes
    ----------
    gaps : tuple of GapScene
        Those into layer 1 first.
    picture : ndarray of uint32 of shape (height, width), or None
        What no pen draws; None if a pen draws all.
    """

    gaps: tuple[GapScene, ...]
    picture: ColorArray | None


def draw_edges(order: EdgeOrder, matrices: Matrices, raster: EdgeRaster) -> DrawnEdges:
    """Choose, place, colour and draw the edges that show some matrices.

    Parameters
    ----------
    raster : EdgeRaster
        Of the order's size; its memory is used again, and holds the picture.
    """
    options = order.options
    gaps = gap_scenes_of(order.network, matrices, options, order.layouts, order.dark)
    picture = draw_edge_picture(
        gaps, raster, options.pixel_ratio, order.top, order.dark
    )
    return DrawnEdges(gaps, picture)
