"""Two-dimensional sets: reproducible, balanced, and possible to learn."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bpviz.data.dataset import Dataset, Picture, Task
from bpviz.data.planes import circles, moons, spiral, xor

Maker = Callable[..., Dataset]
MAKERS = [xor, circles, spiral, moons]


@pytest.mark.parametrize("make", MAKERS)
def test_shapes_and_classes(make: Maker) -> None:
    dataset = make(3)
    assert dataset.test is not None
    assert (dataset.task, dataset.picture) == (Task.CLASSIFICATION, Picture.PLANE)
    for samples, count in ((dataset.train, 200), (dataset.test, 100)):
        assert samples.labels is not None
        assert samples.inputs.shape == (count, 2)
        assert samples.targets.shape == (count, 1)
        assert np.array_equal(samples.targets[:, 0], samples.labels)
        assert samples.labels.sum() == count // 2
        assert np.abs(samples.inputs).max() < 1.4


@pytest.mark.parametrize("make", MAKERS)
def test_the_seed_decides_everything(make: Maker) -> None:
    assert np.array_equal(make(4).train.inputs, make(4).train.inputs)
    assert not np.array_equal(make(4).train.inputs, make(5).train.inputs)


@pytest.mark.parametrize("make", MAKERS)
def test_classes_do_not_come_one_after_the_other(make: Maker) -> None:
    labels = make(0).train.labels
    assert labels is not None
    assert 60 < np.count_nonzero(np.diff(labels)) < 140


@pytest.mark.parametrize("make", MAKERS)
def test_near_points_are_of_one_class(make: Maker) -> None:
    dataset = make(0)
    test: Any = dataset.test
    gaps = test.inputs[:, np.newaxis] - dataset.train.inputs[np.newaxis]
    nearest = (gaps**2).sum(axis=2).argmin(axis=1)
    assert dataset.train.labels is not None
    assert (dataset.train.labels[nearest] == test.labels).mean() > 0.93


@pytest.mark.parametrize("make", MAKERS)
def test_noise_moves_points(make: Maker) -> None:
    clean, noisy = make(0, noise=0.0).train.inputs, make(0, noise=0.3).train.inputs
    assert np.abs(clean).max() <= 1.0 + 1e-12
    assert 0.2 < (noisy - clean).std() < 0.4


@pytest.mark.parametrize("make", MAKERS)
def test_the_grid_covers_the_data(make: Maker) -> None:
    dataset = make(1)
    assert dataset.test is not None
    assert dataset.probe is not None
    points = np.concatenate([dataset.train.inputs, dataset.test.inputs])
    assert dataset.probe.shape == (3600, 2)
    assert (dataset.probe.min(axis=0) < points.min(axis=0)).all()
    assert (dataset.probe.max(axis=0) > points.max(axis=0)).all()


def test_exclusive_or_is_one_where_signs_differ() -> None:
    samples = xor(0, noise=0.0).train
    differ = samples.inputs[:, 0] * samples.inputs[:, 1] < 0
    assert np.array_equal(differ, samples.targets[:, 0])
