"""Pictures of one's own, in files named as MNIST's are."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from bpviz.data.dataset import Picture
from bpviz.data.own_data import load_path
from bpviz.messages import InputError


def write_pair(
    folder: Path,
    prefix: str,
    labels: list[int],
    shape: tuple[int, int] = (3, 4),
    suffix: str = "",
) -> None:
    pack = gzip.compress if suffix else bytes
    count = len(labels)
    # Every pixel of a picture is its place in the file.
    pixels = np.repeat(np.arange(count, dtype=np.uint8), shape[0] * shape[1]).tobytes()
    images = struct.pack(">IIII", 2051, count, *shape) + pixels
    marks = struct.pack(">II", 2049, count) + bytes(labels)
    (folder / f"{prefix}-images-idx3-ubyte{suffix}").write_bytes(pack(images))
    (folder / f"{prefix}-labels-idx1-ubyte{suffix}").write_bytes(pack(marks))


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("test_word", ["t10k", "test"])
def test_a_folder_of_two_pairs(tmp_path: Path, suffix: str, test_word: str) -> None:
    write_pair(tmp_path, "train", [5, 9, 5], suffix=suffix)
    write_pair(tmp_path, test_word, [9, 7], suffix=suffix)
    dataset = load_path(tmp_path, 0)
    assert dataset.test is not None
    assert dataset.picture is Picture.IMAGES
    assert dataset.image_shape == (3, 4)
    assert dataset.class_names == dataset.output_names == ("5", "7", "9")
    assert dataset.train.targets.tolist() == [[1, 0, 0], [0, 0, 1], [1, 0, 0]]
    assert dataset.test.targets.tolist() == [[0, 0, 1], [0, 1, 0]]
    assert dataset.train.inputs[:, 0].tolist() == [0, 1, 2]
    assert dataset.train.input_scale == 255.0
    assert dataset.title == tmp_path.name


@pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
def test_either_file_of_a_pair(tmp_path: Path, name: str) -> None:
    write_pair(tmp_path, "train", [0, 1, 1])
    write_pair(tmp_path, "other-train", [0, 2, 2])
    dataset = load_path(tmp_path / name, 0)
    assert dataset.class_names == ("0", "1")
    # Also two classes have one bar each under a picture.
    assert dataset.train.targets.tolist() == [[1, 0], [0, 1], [0, 1]]
    assert dataset.test is None


def test_without_a_test_some_are_kept(tmp_path: Path) -> None:
    write_pair(tmp_path, "letters", [index % 3 for index in range(50)])
    dataset = load_path(tmp_path, 1)
    assert dataset.test is not None
    assert (len(dataset.train), len(dataset.test)) == (40, 10)
    for samples in (dataset.train, dataset.test):
        places = samples.inputs[:, 0].astype(int)
        assert np.array_equal(samples.targets.argmax(axis=1), places % 3)


def test_a_file_unpacked_beside_itself_is_one(tmp_path: Path) -> None:
    write_pair(tmp_path, "train", [0, 1])
    write_pair(tmp_path, "train", [0, 1], suffix=".gz")
    assert len(load_path(tmp_path, 0).train) == 2


@pytest.mark.parametrize("unpacked", ["images-idx3", "labels-idx1"])
def test_one_of_a_pair_may_be_unpacked(tmp_path: Path, unpacked: str) -> None:
    write_pair(tmp_path, "train", [0, 1], suffix=".gz")
    packed = tmp_path / f"train-{unpacked}-ubyte.gz"
    packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    assert len(load_path(tmp_path, 0).train) == 2


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no pictures named like"):
        load_path(tmp_path, 0)


def test_several_sets_in_a_folder(tmp_path: Path) -> None:
    write_pair(tmp_path, "a-train", [0, 1])
    write_pair(tmp_path, "b-train", [0, 1])
    with pytest.raises(InputError, match=r"several sets .*a-train-images.*open one"):
        load_path(tmp_path, 0)


def test_pictures_without_labels(tmp_path: Path) -> None:
    write_pair(tmp_path, "train", [0, 1])
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(InputError, match=r"no file .*train-labels-idx1-ubyte;"):
        load_path(tmp_path, 0)


def test_a_name_that_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "digits.idx"
    path.write_bytes(b"\0")
    with pytest.raises(InputError, match="does not say what it holds"):
        load_path(path, 0)


def test_test_pictures_of_another_size(tmp_path: Path) -> None:
    write_pair(tmp_path, "train", [0, 1], shape=(3, 4))
    write_pair(tmp_path, "t10k", [0, 1], shape=(4, 4))
    with pytest.raises(InputError, match="3 × 4 pixels and the test pictures 4 × 4"):
        load_path(tmp_path, 0)


def test_one_label_for_all(tmp_path: Path) -> None:
    write_pair(tmp_path, "train", [4, 4, 4])
    with pytest.raises(InputError, match="nothing to learn"):
        load_path(tmp_path, 0)
