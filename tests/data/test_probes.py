"""Probes cover the data and run along x first."""

import numpy as np
import pytest

from bpviz.data.probes import curve_positions, grid_points, plane_axes


def test_grid_points_run_along_x_first() -> None:
    points = grid_points(np.array([0.0, 1.0, 2.0]), np.array([5.0, 6.0]))
    assert points.tolist() == [[0, 5], [1, 5], [2, 5], [0, 6], [1, 6], [2, 6]]


def test_curve_positions_reach_a_tenth_beyond_the_data() -> None:
    x = curve_positions(np.array([3.0, 1.0, 2.0]))
    assert (x[0], x[-1]) == pytest.approx((0.8, 3.2))
    assert (np.diff(x) > 0).all()


def test_a_single_place_still_has_some_width() -> None:
    x = curve_positions(np.array([3.0]))
    assert (x[0], x[-1]) == (2.0, 4.0)


def test_plane_axes_are_as_wide_as_the_data_each() -> None:
    x_axis, y_axis = plane_axes(np.array([[0.0, 0.0], [10.0, 1.0]]))
    assert (x_axis[0], x_axis[-1]) == pytest.approx((-1.0, 11.0))
    assert (y_axis[0], y_axis[-1]) == pytest.approx((-0.1, 1.1))
