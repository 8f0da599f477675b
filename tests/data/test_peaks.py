import tracemalloc
from dataclasses import replace

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


def test_of_very_many_pictures_only_the_first_are_looked_at() -> None:
    """So it takes no time, however many there are."""
    data = load_dataset("mnist", 0)
    pictures = np.full_like(data.train.inputs, 255)
    pictures[:1000] = 51
    grey_then_white = replace(data, train=replace(data.train, inputs=pictures))
    assert peaks_of(grey_then_white)[0] == pytest.approx(0.2)
    assert peaks_of(data)[0] == 1


def test_not_all_pictures_are_made_floats_for_them() -> None:
    data = load_dataset("mnist", 0)
    tracemalloc.start()
    try:
        peaks_of(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # All of them would be 376 MB, and 47 MB as the bytes that they are.
    assert most < 0.25 * data.train.inputs.nbytes
