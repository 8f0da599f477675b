"""How a network divides a plane among classes: colours and the border; Qt-free."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.colors import ColorArray, canvas_color, signed_colors, signed_table
from bpviz.views.shades import mixed, packed, unpacked

_LIGHTER = 2.3
"""The plane uses the inner part of the scale: points stand on it, drawn in its ends."""

_SHADES = 32
_STRONGEST = 0.5
"""Share of its own colour that a class has where the network is sure of it."""


def preference(outputs: Array) -> Array:
    """Return how much class 1 is preferred to class 0, from -1 to 1.

    Parameters
    ----------
    outputs : ndarray of shape (points, 1 or 2)
        One output is the share of class 1; of two, each belongs to a class.

    Returns
    -------
    ndarray of shape (points,)
        Zero where the network is undecided.
    """
    if outputs.shape[1] == 1:
        return 2.0 * outputs[:, 0] - 1.0
    difference: Array = outputs[:, 1] - outputs[:, 0]
    return difference


def evidence(outputs: Array) -> Array:
    """Return `preference` stretched so that it changes evenly across the border.

    It jumps from -1 to 1 where a network is sure; what goes into a sigmoid does not.
    """
    nearly = 1.0 - np.finfo(np.float64).eps
    stretched: Array = np.arctanh(np.clip(preference(outputs), -nearly, nearly))
    return stretched


def decision_colors(outputs: Array, dark: bool, series: tuple[str, ...]) -> ColorArray:
    """Return a colour for each point of the plane, (points,).

    Two classes have the two arms of the signed scale, more have a colour of `series`
    each; the surer the network, the stronger.
    """
    if outputs.shape[1] <= 2:
        return signed_colors(preference(outputs), _LIGHTER, dark)
    known = np.nan_to_num(outputs, nan=0.0, posinf=1.0, neginf=0.0)
    sureness = np.clip(known.max(axis=1), 0.0, 1.0)
    canvas = unpacked(canvas_color(dark))
    shades = np.array(
        [
            [
                packed(mixed(color, canvas, 1.0 - _STRONGEST * k / (_SHADES - 1)))
                for k in range(_SHADES)
            ]
            for color in class_colors(outputs.shape[1], dark, series)
        ],
        np.uint32,
    )
    places = np.rint(sureness * (_SHADES - 1)).astype(int)
    colors: ColorArray = shades[known.argmax(axis=1), places]
    return colors


def class_colors(class_count: int, dark: bool, series: tuple[str, ...]) -> list[str]:
    """Return the colour of each class's points."""
    if class_count > 2:
        return [series[label % len(series)] for label in range(class_count)]
    table = signed_table(dark)
    return [unpacked(int(table[1])), unpacked(int(table[-1]))]


def border(values: Array, x_axis: Array, y_axis: Array) -> Array:
    """Return the line on which values of a grid are zero, as pieces of straight line.

    Each square of the grid is cut into two triangles, and each triangle with corners
    on both sides of zero has one piece.

    Parameters
    ----------
    values : ndarray of shape (len(y_axis), len(x_axis))
        At the points of the grid.
    x_axis, y_axis : ndarray
        Where these are.

    Returns
    -------
    ndarray of shape (2 * pieces, 2)
        The two ends (x, y) of every piece, one after the other.
    """
    x, y = np.meshgrid(x_axis, y_axis)
    points = np.stack([x, y, np.nan_to_num(values)], axis=-1)
    corners = (points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1])
    triangles = np.concatenate(
        [
            np.stack([corners[a], corners[b], corners[c]], axis=-2).reshape(-1, 3, 3)
            for a, b, c in ((0, 1, 2), (0, 2, 3))
        ]
    )
    is_above = triangles[:, :, 2] > 0
    is_cut = is_above.any(axis=1) & ~is_above.all(axis=1)
    triangles, is_above = triangles[is_cut], is_above[is_cut]
    # The corner that is alone on its side is on both sides that are cut.
    is_alone = is_above == (is_above.sum(axis=1) == 1)[:, np.newaxis]
    alone = is_alone.argmax(axis=1)
    rows = np.arange(len(triangles))
    apex = triangles[rows, alone]
    ends = []
    for k in (1, 2):
        other = triangles[rows, (alone + k) % 3]
        share = apex[:, 2] / (apex[:, 2] - other[:, 2])
        ends.append(apex[:, :2] + share[:, np.newaxis] * (other - apex)[:, :2])
    pieces: Array = np.stack(ends, axis=1).reshape(-1, 2)
    return pieces
