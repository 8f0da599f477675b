"""The parabola is the fourth article's own, bit for bit."""
# The article draws with NumPy's old generator, and so does its listing here:
# ruff: noqa: NPY002

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from bpviz.data.dataset import Picture, Task
from bpviz.data.quadratic import quadratic


def listing(seed: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Run the article's lines; leave NumPy's global generator as it was."""
    state = np.random.get_state()
    np.random.seed(seed)
    data = np.random.random(size=(1, 30)) * 5
    data = np.sort(data, axis=1)
    y = (data**2).T + np.random.randn(30, 1) * 2
    t_data = np.vstack([data, data**2])
    np.random.set_state(state)
    return t_data, y


@pytest.mark.parametrize("seed", [333, 111, 0, 2**32 - 1])
def test_points_are_bitwise_those_of_the_listing(seed: int) -> None:
    t_data, y = listing(seed)
    samples = quadratic(seed).train
    assert samples.inputs.tobytes() == np.ascontiguousarray(t_data.T).tobytes()
    assert samples.targets.tobytes() == y.tobytes()


def test_the_default_is_the_seed_of_the_text() -> None:
    assert np.array_equal(quadratic().train.inputs, quadratic(333).train.inputs)


def test_making_it_leaves_the_global_generator_alone() -> None:
    np.random.seed(1)
    expected = np.random.random()
    np.random.seed(1)
    quadratic()
    assert np.random.random() == expected


def test_the_probe_reaches_beyond_the_points() -> None:
    dataset = quadratic()
    (x,) = dataset.probe_axes
    assert dataset.probe is not None
    assert (dataset.task, dataset.picture) == (Task.REGRESSION, Picture.CURVE)
    assert x[0] < 0.0 < 5.0 < x[-1]
    assert np.array_equal(dataset.probe, np.column_stack([x, x**2]))
