"""How edges are drawn: how their colours rise, and how wide they are."""

from bpviz.scene.edge_raster import Floats
from bpviz.scene.gap_values import SMALL_GAP

PENNED_EDGES = 16
"""Of more, only so many of the strongest: a few strong lines over a faint bundle."""

_MEDIUM_GAP = 2000
_SPARSE = 1000
_POWER_OF_FEW = 0.7
_POWER_OF_SOME = 1.3
_POWER_OF_MANY = 2.5
"""How colours rise from zero: see `colors.signed_indices`. A few edges are to be seen
one by one, even the weak; many are to be a faint bundle under the strong ones."""

# Pixels.
_THINNEST = 1.0
_THICKEST_OF_FEW = 4.0
_THICKEST_OF_MANY = 2.5
_HAIRLINE_OF_SOME = 0.7
_HAIRLINE_OF_MANY = 0.5
"""Of the edges in the bundle. Thousands of lines as strong as the strongest few would
be a mat from which nothing stands out."""


def color_power(visible: int) -> float:
    """Return how the colours of so many edges rise."""
    if visible <= SMALL_GAP:
        return _POWER_OF_FEW
    return _POWER_OF_SOME if visible <= _MEDIUM_GAP else _POWER_OF_MANY


def pen_widths(strengths: Floats, total: int) -> Floats:
    """Return the widths in pixels of edges that a pen draws.

    Parameters
    ----------
    strengths : ndarray of float32
        From 0 to 1: 1 for the end of the network's largest scale.
    total : int
        How many edges there are between the two layers.
    """
    thickest = _THICKEST_OF_FEW if total <= SMALL_GAP else _THICKEST_OF_MANY
    widths: Floats = _THINNEST + (thickest - _THINNEST) * strengths
    return widths


def hairline(visible: int, bundled: int, pixel_ratio: float) -> float:
    """Return what share of the pixels that its line covers an edge of a bundle has.

    A screen of finer pixels shows some of that by itself, with finer lines.

    Parameters
    ----------
    visible, bundled : int
        How many edges there are, and how many are in the bundle.
    """
    width = _HAIRLINE_OF_SOME if visible <= _MEDIUM_GAP else _HAIRLINE_OF_MANY
    return min(width * pixel_ratio / bundle_thickness(bundled, pixel_ratio), 1.0)


def bundle_thickness(bundled: int, pixel_ratio: float) -> float:
    """Return how many of the screen's pixels the edges of a bundle are wide.

    In a dense one the finest line that the screen has is fine enough.
    """
    return pixel_ratio if bundled <= _SPARSE else 1.0
