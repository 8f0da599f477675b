"""Where to ask a network for its answer so that the answer can be drawn."""

import numpy as np

from bpviz.nn.arrays import Array

GRID_SIDE = 60
CURVE_POINTS = 121
MARGIN = 0.1  # of the width of the data, on each side


def curve_positions(positions: Array) -> Array:
    """Return evenly spaced x values over `positions` and a little beyond.

    Parameters
    ----------
    positions : ndarray of shape (samples,)
        The x values of the data.

    Returns
    -------
    ndarray of shape (CURVE_POINTS,)
    """
    low, high = _wider(float(positions.min()), float(positions.max()))
    return np.linspace(low, high, CURVE_POINTS)


def plane_axes(points: Array) -> tuple[Array, Array]:
    """Return the x and the y values of a grid that reaches a little beyond `points`.

    Parameters
    ----------
    points : ndarray of shape (samples, 2)
        The data.

    Returns
    -------
    tuple of two ndarrays of shape (GRID_SIDE,)
    """
    lows, highs = points.min(axis=0), points.max(axis=0)
    x_low, x_high = _wider(float(lows[0]), float(highs[0]))
    y_low, y_high = _wider(float(lows[1]), float(highs[1]))
    return np.linspace(x_low, x_high, GRID_SIDE), np.linspace(y_low, y_high, GRID_SIDE)


def grid_points(x_axis: Array, y_axis: Array) -> Array:
    """Return every point of a grid, row by row: y outside, x inside.

    Returns
    -------
    ndarray of shape (len(y_axis) * len(x_axis), 2)
    """
    x_values, y_values = np.meshgrid(x_axis, y_axis)
    return np.column_stack([x_values.ravel(), y_values.ravel()])


def _wider(low: float, high: float) -> tuple[float, float]:
    margin = MARGIN * (high - low) or 1.0  # a single place still needs some width
    return low - margin, high + margin
