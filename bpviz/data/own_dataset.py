"""What all data of one's own have in common: the split, the names, the picture."""

import math

import numpy as np

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.outputs import Outputs
from bpviz.data.probes import curve_positions, grid_points, plane_axes
from bpviz.nn.arrays import Array, IntArray

OWN_DATA = "file"
"""The key of data that are no part of the program."""

FEWEST_TO_SPLIT = 20
TEST_SHARE = 5  # one sample in so many

SMALLEST_PICTURE_SIDE = 8


def split_rows(count: int, seed: int) -> tuple[IntArray, IntArray | None]:
    """Return which samples to learn from and which to keep for the test.

    One in five is kept, chosen by `seed`; of fewer than 20 none is, for a truth
    table has no row to spare. Within each part samples stay in the file's order.
    """
    if count < FEWEST_TO_SPLIT:
        return np.arange(count, dtype=np.int64), None
    mixed = np.random.default_rng(seed).permutation(np.arange(count, dtype=np.int64))
    test_count = count // TEST_SHARE
    return np.sort(mixed[test_count:]), np.sort(mixed[:test_count])


def own_dataset(
    title: str,
    outputs: Outputs,
    train: Samples,
    test: Samples | None,
    input_names: tuple[str, ...] = (),
    image_shape: tuple[int, int] | None = None,
) -> Dataset:
    """Return a data set, drawn in the way that suits its shape.

    A curve needs one number in and one number out, a plane two numbers in and
    classes out; pictures have classes too.
    """
    input_size = train.inputs.shape[1]
    picture = Picture.TABLE
    probe: Array | None = None
    probe_axes: tuple[Array, ...] = ()
    if outputs.task is Task.REGRESSION:
        if (input_size, len(outputs.names)) == (1, 1):
            picture = Picture.CURVE
            probe, probe_axes = _curve_probe(train, test)
    elif image_shape is not None:
        picture = Picture.IMAGES
    elif input_size == 2:
        picture = Picture.PLANE
        probe, probe_axes = _plane_probe(train, test)
    return Dataset(
        key=OWN_DATA,
        title=title,
        task=outputs.task,
        picture=picture,
        train=train,
        test=test,
        input_names=input_names,
        output_names=outputs.names,
        class_names=outputs.class_names,
        image_shape=image_shape,
        probe=probe,
        probe_axes=probe_axes,
    )


def picture_side(pixel_count: int) -> int | None:
    """Return the side of a square picture of so many pixels, if there is one."""
    side = math.isqrt(pixel_count)
    if side * side != pixel_count or side < SMALLEST_PICTURE_SIDE:
        return None
    return side


def _curve_probe(train: Samples, test: Samples | None) -> tuple[Array, tuple[Array]]:
    x = curve_positions(_all_inputs(train, test)[:, 0])
    return train.scaled(x[:, np.newaxis]), (x,)


def _plane_probe(
    train: Samples, test: Samples | None
) -> tuple[Array, tuple[Array, Array]]:
    axes = plane_axes(_all_inputs(train, test))
    return train.scaled(grid_points(*axes)), axes


def _all_inputs(train: Samples, test: Samples | None) -> Array:
    parts = [train.inputs] if test is None else [train.inputs, test.inputs]
    return np.concatenate(parts).astype(np.float64)
