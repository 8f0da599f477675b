"""Where the numbers on the edges between two layers stand.

A number that is read has to belong to one edge at a glance. So it interrupts its own
edge, with a piece of it left on both sides, covers no other number and no node, and as
little as possible of other edges; where its edge is too short for that it stands above
it. All of that depends on where the edges are, not on what they show: while a network
learns its numbers stay where they are.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bpviz.scene.layer_layout import LayerLayout

Floats = npt.NDArray[np.float64]

EdgeEnds = tuple[tuple[int, int], ...]
"""From which node to which, edge by edge."""

# Pixels.
PLATE_HEIGHT = 16.0
_LEAST_STUB = 14.0
"""Of its own edge, to be seen on both sides of a number."""
_LEAST_ROOM = 6.0
"""Between a number and a node, whose ring may take most of it."""
_APART = 2.0, 4.0
"""Between two numbers, down and across."""
_AIR = 6.0
"""Between a number and edges that are not its own."""
_ABOVE = 3.0
"""Between a number and the edge that it stands above."""

# What is given up for a better place, in pixels of an edge that are covered.
_PER_MISSING_STUB = 2.0
_PER_SHARE_FROM_MIDDLE = 10.0
_PER_SHARE_OF_THE_WAY = 1.0
"""If not in the middle, rather where an edge begins."""
_STANDING_ABOVE = 12.0
_LEAVING_THE_COLUMN = 12.0
"""Numbers below each other are found faster than scattered ones."""
_MOST_PER_NUMBER = 30.0
"""Where so much would be covered, the numbers would be in the way."""

_COLLISION = 1e4
"""More than anything else can cost."""

_SHARES = np.arange(0.14, 0.87, 0.04)
_MIDDLE = np.array([0.5])
_SWEEPS = 3


@lru_cache(maxsize=128)
def number_places(
    before: LayerLayout,
    after: LayerLayout,
    edges: EdgeEnds,
    width: float,
    clear: tuple[float, float],
) -> Floats | None:
    """Return the middles of the numbers, x and y in rows; None if they have no room.

    Parameters
    ----------
    edges : tuple of pairs
        Which edges have a number.
    width : float
        Of the widest number.
    clear : tuple of float
        How far from their centres the nodes on the left and on the right, with what
        is written below them, are to be kept clear.
    """
    starts, ends = np.array(edges, np.intp).T
    segments = np.stack(
        (before.x[starts], before.y[starts], after.x[ends], after.y[ends]), axis=-1
    ).astype(np.float64)
    x, y, costs = _candidates(segments, before, after, width, clear)
    if not np.isfinite(costs).any(axis=1).all():
        return None
    collide = _collisions(x, y, width)
    chosen = _chosen(costs, collide)
    if chosen is None:
        return None
    rows = np.arange(len(edges))
    places = np.stack((x[rows, chosen], y[rows, chosen]), axis=-1)
    places.setflags(write=False)
    return places


def _candidates(
    segments: Floats,
    before: LayerLayout,
    after: LayerLayout,
    width: float,
    clear: tuple[float, float],
) -> tuple[Floats, Floats, Floats]:
    """Return the places that every number might have, and what each would cost."""
    x0, y0, x1, y1 = segments.T[:, :, np.newaxis]
    across, down = x1 - x0, y1 - y0
    length = np.hypot(across, down)
    # On the edge, from node to node.
    x, y = x0 + across * _SHARES, y0 + down * _SHARES
    half = np.minimum(
        width / 2 * length / across,
        PLATE_HEIGHT / 2 * length / np.maximum(np.abs(down), 1e-9),
    )
    stubs = np.minimum(
        length * _SHARES - before.radius - _LEAST_ROOM,
        length * (1 - _SHARES) - after.radius - _LEAST_ROOM,
    )
    missing = np.maximum(_LEAST_STUB - (stubs - half), 0)
    costs = _PER_SHARE_FROM_MIDDLE * np.abs(_SHARES - 0.5)
    costs = costs + _PER_SHARE_OF_THE_WAY * _SHARES + _PER_MISSING_STUB * missing
    left = x - width / 2 - x0 < clear[0] + _LEAST_ROOM
    right = x1 - x - width / 2 < clear[1] + _LEAST_ROOM
    costs = np.where(left | right, np.inf, costs)
    # Above it, beside its middle.
    up = (width / 2 * np.abs(down) + PLATE_HEIGHT / 2 * across) / length + _ABOVE
    x_above = x0 + across * _MIDDLE + up * down / length
    y_above = y0 + down * _MIDDLE - up * across / length
    room = (across - before.radius - after.radius - width) / 2
    above = np.where(room < 0, np.inf, np.full_like(x_above, _STANDING_ABOVE))
    x, y = np.hstack((x, x_above)), np.hstack((y, y_above))
    return x, y, np.hstack((costs, above)) + _covered(x, y, width, segments)


def _covered(x: Floats, y: Floats, width: float, segments: Floats) -> Floats:
    """Return how many pixels of other edges a number would cover in each place."""
    x0, y0, x1, y1 = (ends[:, np.newaxis, np.newaxis] for ends in segments.T)
    across, down = x1 - x0, y1 - y0
    # Between which shares of its way an edge is within a number's width and height.
    half_width, half_height = width / 2 + _AIR, PLATE_HEIGHT / 2 + _AIR
    enter_x, leave_x = (x - half_width - x0) / across, (x + half_width - x0) / across
    steep = np.where(np.abs(down) < 1e-6, 1e-6, down)
    top, bottom = (y - half_height - y0) / steep, (y + half_height - y0) / steep
    enter = np.maximum(np.minimum(top, bottom), np.maximum(enter_x, 0))
    leave = np.minimum(np.maximum(top, bottom), np.minimum(leave_x, 1))
    lengths = np.maximum(leave - enter, 0) * np.hypot(across, down)
    rows = np.arange(len(segments))
    lengths[rows, rows] = 0
    total: Floats = lengths.sum(axis=0)
    return total


def _collisions(x: Floats, y: Floats, width: float) -> npt.NDArray[np.bool_]:
    """Tell which places of which two numbers are too close to each other."""
    flat_x, flat_y = x.ravel(), y.ravel()
    beside = np.abs(flat_x[:, np.newaxis] - flat_x) < width + _APART[1]
    below = np.abs(flat_y[:, np.newaxis] - flat_y) < PLATE_HEIGHT + _APART[0]
    return (beside & below).reshape(*x.shape, *x.shape)


def _chosen(
    costs: Floats, collide: npt.NDArray[np.bool_]
) -> npt.NDArray[np.intp] | None:
    """Return the best place of every number: in one column if that is good enough."""
    count = len(costs)
    column = _best_column(costs, collide)
    if column is None:
        chosen: npt.NDArray[np.intp] = costs.argmin(axis=1)
        gain = 0.0
    else:
        chosen = np.full(count, column, np.intp)
        gain = _LEAVING_THE_COLUMN
    for _ in range(_SWEEPS):
        for row in range(count):
            hits = sum(
                collide[row, :, other, chosen[other]]
                for other in range(count)
                if other != row
            )
            total = costs[row] + _COLLISION * hits
            best = int(total.argmin())
            if total[best] < total[chosen[row]] - gain:
                chosen[row] = best
    rows = np.arange(count)
    clashes = collide[rows[:, np.newaxis], chosen[:, np.newaxis], rows, chosen]
    if clashes.sum() > count or costs[rows, chosen].mean() > _MOST_PER_NUMBER:
        return None
    return chosen


def _best_column(costs: Floats, collide: npt.NDArray[np.bool_]) -> int | None:
    """Return the place that suits all numbers alike; None if there is none."""
    count = len(costs)
    totals = costs.sum(axis=0)
    for place in np.argsort(totals, kind="stable").tolist():
        if not np.isfinite(totals[place]):
            return None
        if collide[:, place, :, place].sum() == count:
            return int(place)
    return None
