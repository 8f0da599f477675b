from time import perf_counter

import numpy as np
import pytest

from bpviz.data.catalog import DATASETS, load_dataset
from bpviz.data.peaks import peaks_of


def test_the_largest_sizes_are_those_that_the_network_sees() -> None:
    data = load_dataset("quadratic", 333)
    inputs, targets = peaks_of(data)
    given = np.empty(data.train.inputs.shape)
    answers = np.empty(data.train.targets.shape)
    data.train.fill_range(0, len(data.train), given, answers)
    assert inputs == pytest.approx(np.abs(given).max())
    assert targets == pytest.approx(np.abs(answers).max())


@pytest.mark.parametrize("key", DATASETS)
def test_every_data_set_has_them(key: str) -> None:
    inputs, targets = peaks_of(load_dataset(key, 0))
    assert 0 < inputs < 100
    assert 0 < targets < 100


def test_pictures_take_no_time() -> None:
    data = load_dataset("mnist", 0)
    times = []
    for _ in range(5):
        start = perf_counter()
        assert peaks_of(data)[0] == 1
        times.append(perf_counter() - start)
    assert min(times) < 0.016
