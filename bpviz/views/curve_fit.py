"""Which values a plot of curves shows: nearly all, so that a few do not hide the rest.

Qt-free.
"""

from collections.abc import Iterable

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.views.curve_series import Role, Series
from bpviz.views.view_range import range_around

_MARGIN = 0.06
_FEW = 20
_MIDDLE_OF_BATCHES = (1.0, 99.0)
"""Percentiles of the batches' losses that are surely in view."""

_ZERO_IS_NEAR = 0.5
"""Zero is shown when the lowest value is below this share of the highest."""


def fitting_values(
    series: Iterable[Series], left: float, right: float, *, log: bool
) -> tuple[float, float] | None:
    """Return the ends of a y axis for what lies between two updates.

    Parameters
    ----------
    series : iterable of Series
        What is drawn.
    left, right : float
        The updates in view.
    log : bool
        Whether the axis is logarithmic; the ends then are powers of ten.

    Returns
    -------
    tuple of float, or None
        None where there is nothing to see.
    """
    ends = [end for one in series for end in _ends(one, left, right, log)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if not log and 0 <= low < _ZERO_IS_NEAR * high:
        return 0.0, high * (1 + _MARGIN)
    return range_around(low, high, _MARGIN)


def _ends(series: Series, left: float, right: float, log: bool) -> Iterable[float]:
    heights, updates = series.values, series.updates
    if log:
        updates, heights = updates[heights > 0], np.log10(heights[heights > 0])
    known = np.isfinite(heights)
    if not known.all():
        updates, heights = updates[known], heights[known]
    if not len(updates) or updates[0] > right or updates[-1] < left:
        return ()
    first, last = updates.searchsorted((left, right))
    # Where lines from and to points out of view cross the edges.
    ends = max(left, updates[0]), min(right, updates[-1])
    edges = np.interp(ends, updates, heights)
    inside = np.concatenate([heights[first:last], edges])
    if series.role is Role.BATCH and len(inside) > _FEW:
        return _percentiles(inside, _MIDDLE_OF_BATCHES)
    return float(inside.min()), float(inside.max())


def _percentiles(values: Array, shares: Iterable[float]) -> list[float]:
    """Return percentiles, interpolated as `np.percentile` does.

    That imports numpy.ma at its first call (2.4), which takes 60 ms, and needs 0.3 ms
    for each of the others.
    """
    ordered = np.sort(values)
    places = [share / 100 * (len(ordered) - 1) for share in shares]
    found: list[float] = np.interp(places, np.arange(len(ordered)), ordered).tolist()
    return found
