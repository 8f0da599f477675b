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
    raster.clear(canvas_color(dark))
    for gap in bundles:
        lines = _in_raster(gap, pixel_ratio, top)
        thickness = bundle_thickness(len(lines), pixel_ratio)
        left, right = gap.left * pixel_ratio, gap.right * pixel_ratio
        raster.draw(lines, left, right, thickness)
    return raster.picture()


def _in_raster(gap: GapScene, pixel_ratio: float, top: int) -> Lines:
    lines, count = gap.lines, gap.bundled
    ratio, down = np.float32(pixel_ratio), np.float32(top)
    return Lines(
        lines.x0[:count] * ratio,
        (lines.y0[:count] - down) * ratio,
        lines.x1[:count] * ratio,
        (lines.y1[:count] - down) * ratio,
        lines.colors[:count],
    )
