"""Two classes in the plane: exclusive or, circles, a spiral and moons."""

from collections.abc import Callable

import numpy as np

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.probes import GRID_SIDE, grid_points
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array, IntArray

TRAIN_COUNT = 200
TEST_COUNT = 100

XOR_TITLE = QT_TRANSLATE_NOOP("Datasets", "Exclusive or")
CIRCLES_TITLE = QT_TRANSLATE_NOOP("Datasets", "Circles")
SPIRAL_TITLE = QT_TRANSLATE_NOOP("Datasets", "Spiral")
MOONS_TITLE = QT_TRANSLATE_NOOP("Datasets", "Moons")

PointMaker = Callable[[np.random.Generator, IntArray], Array]


def xor(seed: int = 0, noise: float = 0.05) -> Dataset:
    """Return points of a square; class 1 where the signs of x and y differ.

    In all four sets `noise` is the standard deviation of what is added to each
    coordinate, where the points without noise reach from -1 to 1.
    """
    return _plane("xor", XOR_TITLE, _xor_points, seed, noise)


def circles(seed: int = 0, noise: float = 0.05) -> Dataset:
    """Return a ring of class 0 around a disc of class 1."""
    return _plane("circles", CIRCLES_TITLE, _circle_points, seed, noise)


def spiral(seed: int = 0, noise: float = 0.02) -> Dataset:
    """Return two arms of a spiral, one a class, 1.75 turns long."""
    return _plane("spiral", SPIRAL_TITLE, _spiral_points, seed, noise)


def moons(seed: int = 0, noise: float = 0.05) -> Dataset:
    """Return two half circles, one a class, that reach into each other."""
    return _plane("moons", MOONS_TITLE, _moon_points, seed, noise)


def _xor_points(generator: np.random.Generator, labels: IntArray) -> Array:
    x_signs = generator.choice([-1.0, 1.0], size=len(labels))
    y_signs = np.where(labels == 1, -x_signs, x_signs)
    # A gap along both axes keeps the four groups apart.
    sizes = generator.uniform(0.1, 1.0, size=(len(labels), 2))
    points: Array = sizes * np.column_stack([x_signs, y_signs])
    return points


def _circle_points(generator: np.random.Generator, labels: IntArray) -> Array:
    angles = generator.uniform(0.0, 2.0 * np.pi, size=len(labels))
    shares = generator.uniform(size=len(labels))
    disc, ring = 0.5 * np.sqrt(shares), 0.7 + 0.3 * shares
    return _at(np.where(labels == 1, disc, ring), angles)


def _spiral_points(generator: np.random.Generator, labels: IntArray) -> Array:
    radii = generator.uniform(0.05, 1.0, size=len(labels))
    return _at(radii, 1.75 * 2.0 * np.pi * radii + np.pi * labels)


def _moon_points(generator: np.random.Generator, labels: IntArray) -> Array:
    angles = generator.uniform(0.0, np.pi, size=len(labels))
    upper = np.column_stack([np.cos(angles), np.sin(angles)])
    lower = np.column_stack([1.0 - np.cos(angles), 0.5 - np.sin(angles)])
    points: Array = np.where(labels[:, np.newaxis] == 1, lower, upper)
    # The pair reaches from -1 to 2 and from -0.5 to 1: centre it, keep its shape.
    points -= np.array([0.5, 0.25])
    points /= 1.5
    return points


def _at(radii: Array, angles: Array) -> Array:
    return np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])


def _plane(
    key: str, title: str, points_of: PointMaker, seed: int, noise: float
) -> Dataset:
    generator = np.random.default_rng(seed)
    train = _samples(generator, points_of, TRAIN_COUNT, noise)
    test = _samples(generator, points_of, TEST_COUNT, noise)
    reach = max(np.abs(train.inputs).max(), np.abs(test.inputs).max())
    axis = np.linspace(-1.1 * reach, 1.1 * reach, GRID_SIDE)
    return Dataset(
        key=key,
        title=title,
        task=Task.CLASSIFICATION,
        picture=Picture.PLANE,
        train=train,
        test=test,
        input_names=("x", "y"),
        output_names=("p",),
        class_names=("0", "1"),
        probe=grid_points(axis, axis),
        probe_axes=(axis, axis),
    )


def _samples(
    generator: np.random.Generator, points_of: PointMaker, count: int, noise: float
) -> Samples:
    # As many of one class as of the other, in no order.
    labels = generator.permutation(np.arange(count, dtype=np.int64) % 2)
    points = points_of(generator, labels)
    points = points + generator.normal(0.0, noise, size=points.shape)
    return Samples(points, labels[:, np.newaxis].astype(np.float64), labels)
