"""A file is opened as what its name says it is."""

import os
from pathlib import Path

import numpy as np
import pytest

from bpviz.data.own_data import load_path
from bpviz.messages import InputError


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.tsv", "a.txt"])
def test_tables(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a\tb\n1\t2.5\n2\t3.5\n", encoding="utf-8")
    assert load_path(str(path), 0).train.inputs.tolist() == [[1], [2]]


def test_arrays(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, X=[1.0, 2.0], y=[2.5, 3.5])
    assert load_path(path, 0).train.inputs.tolist() == [[1], [2]]


@pytest.mark.parametrize("name", ["weights.pt", "a.pkl", "a.xlsx", "noname"])
def test_other_kinds_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"anything")
    with pytest.raises(InputError, match="is no kind of data that can be opened"):
        load_path(path, 0)


@pytest.mark.parametrize(
    "name", ["a.csv", "a.npz", "folder", "train-images-idx3-ubyte"]
)
def test_absent_data(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=f"There is no file .*{name}"):
        load_path(tmp_path / name, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["a.csv", "a.npz", "train-images-idx3-ubyte"])
def test_pipes_are_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / "train-labels-idx1-ubyte").touch()
    with pytest.raises(InputError, match="is a device or a pipe"):
        load_path(tmp_path / name, 0)


def test_a_name_that_no_session_file_can_hold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not in UTF-8") as caught:
        load_path(tmp_path / "\udcff.csv", 0)
    str(caught.value).encode()


def test_a_name_that_is_too_long() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_path("a" * 5000 + ".csv", 0)
