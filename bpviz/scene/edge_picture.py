"""The faint bundle: the edges that no pen draws, as one picture."""

from collections.abc import Iterable

import numpy as np

from bpviz.scene.colors import ColorArray, canvas_color
from bpviz.scene.edge_raster import EdgeRaster, Lines
from bpviz.scene.edge_style import bundle_thickness
from bpviz.scene.gap_scene import GapScene


def draw_edge_picture(
    gaps: Iterable[GapScene],
    raster: EdgeRaster,
    pixel_ratio: float,
    top: int,
    dark: bool,
) -> ColorArray | None:
    """Draw the edges of all gaps that are not left to a pen.

    Parameters
    ----------
    raster : EdgeRaster
        What is drawn into.
    pixel_ratio : float
        The raster's pixels for one of the scene's.
    top : int
        The y of the raster's upper edge, in the scene's pixels.

    Returns
    -------
    ndarray of uint32 of the raster's height and width, or None
        None if there is nothing to draw.
    """
    bundles = [gap for gap in gaps if gap.bundled]
    if not bundles:
        return None
    canvas = canvas_color(dark)
    raster.clear(canvas)
    for gap in bundles:
        thickness = bundle_thickness(gap.bundled, pixel_ratio)
        lines = _in_raster(gap, _first_visible(gap, canvas), pixel_ratio, top)
        left, right = gap.left * pixel_ratio, gap.right * pixel_ratio
        raster.draw(lines, left, right, thickness)
    return raster.picture()


def _first_visible(gap: GapScene, canvas: int) -> int:
    """Return how many of the weakest edges have the canvas' own colour.

    Of all the edges of a large layer these are nearly half, and drawn they would cover
    nothing: what is weaker has the same colour, and other gaps lie beside this one.
    """
    is_visible = gap.lines.colors[: gap.bundled] != np.uint32(canvas)
    return int(is_visible.argmax()) if is_visible.any() else gap.bundled


def _in_raster(gap: GapScene, first: int, pixel_ratio: float, top: int) -> Lines:
    lines, drawn = gap.lines, slice(first, gap.bundled)
    ratio, down = np.float32(pixel_ratio), np.float32(top)
    return Lines(
        lines.x0[drawn] * ratio,
        (lines.y0[drawn] - down) * ratio,
        lines.x1[drawn] * ratio,
        (lines.y1[drawn] - down) * ratio,
        lines.colors[drawn],
    )
