"""Data sets are found by their keys."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bpviz.data.catalog import DATASETS, load_dataset
from bpviz.messages import InputError


@pytest.mark.parametrize("key", DATASETS)
def test_every_data_set_opens_under_its_key(key: str) -> None:
    dataset = load_dataset(key, 5)
    assert dataset.key == key
    assert dataset.title == DATASETS[key].title


@pytest.mark.parametrize("key", DATASETS)
def test_the_seed_matters_where_there_is_one(key: str) -> None:
    first, second = load_dataset(key, 1), load_dataset(key, 2)
    is_same = np.array_equal(first.train.inputs, second.train.inputs)
    assert is_same == (DATASETS[key].default_seed is None)


def test_an_unknown_key_names_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"'cifar'; choose from quadratic, chain, .*"):
        load_dataset("cifar", 0)


@pytest.mark.parametrize("key", ["file", "mnist"])
def test_a_path_takes_the_place_of_the_key(tmp_path: Path, key: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2.5\n2,3.5\n", encoding="utf-8")
    assert load_dataset(key, 0, str(path)).key == "file"


def test_own_data_need_a_path() -> None:
    with pytest.raises(InputError, match="need the path"):
        load_dataset("file", 0)


def test_data_need_no_qt() -> None:
    program = (
        "import sys, bpviz.data.catalog; "
        "sys.exit(any(name.startswith(('PyQt', 'pyqtgraph')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
