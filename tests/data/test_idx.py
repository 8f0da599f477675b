"""IDX files: whole ones are read, every other one is refused in a sentence."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.data.idx import read_idx
from bpviz.messages import InputError

IMAGES = struct.pack(">IIII", 2051, 2, 3, 4) + bytes(range(24))
LABELS = struct.pack(">II", 2049, 5) + bytes([3, 1, 4, 1, 5])


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("is_gzipped", [False, True])
def test_whole_files(tmp_path: Path, is_gzipped: bool) -> None:
    pack = gzip.compress if is_gzipped else bytes
    images = read_idx(written(tmp_path / "images", pack(IMAGES)), 3)
    labels = read_idx(written(tmp_path / "labels", pack(LABELS)), 1)
    assert images.shape == (2, 3, 4)
    assert images.ravel().tolist() == list(range(24))
    assert labels.tolist() == [3, 1, 4, 1, 5]
    assert images.dtype == np.uint8
    assert not images.flags.writeable


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "ends before all"),
        (IMAGES[:3], "ends before all"),
        (IMAGES[:10], "ends before all"),
        (IMAGES[:-1], "ends before all"),
        (IMAGES + b"\0", "goes on after the 24 bytes"),
        (LABELS, "starts with the number 2049, but an IDX file of pictures"),
        (b"\0\0\x0d\x03" + IMAGES[4:], "starts with the number 3331"),
        (struct.pack(">IIII", 2051, 0, 28, 28), "holds no samples"),
        (b"PK\x03\x04 something else", "starts with the number"),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, sentence: str) -> None:
    for packed in (content, gzip.compress(content)):
        with pytest.raises(InputError, match=sentence):
            read_idx(written(tmp_path / "images", packed), 3)


def test_pictures_are_no_labels(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"2051, but an IDX file of labels .* 2049"):
        read_idx(written(tmp_path / "labels", IMAGES), 1)


def test_absent_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_idx(tmp_path / "nothing", 3)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_idx(tmp_path, 3)


@given(st.integers(1, len(gzip.compress(IMAGES)) - 1))
def test_a_gzipped_file_cut_anywhere(
    tmp_path_factory: pytest.TempPathFactory, size: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "images.gz"
    with pytest.raises(InputError):
        read_idx(written(path, gzip.compress(IMAGES)[:size]), 3)


def test_a_wrong_checksum_is_noticed(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(IMAGES))
    packed[-8] ^= 1
    with pytest.raises(InputError, match="is damaged"):
        read_idx(written(tmp_path / "images.gz", bytes(packed)), 3)


def test_damaged_compression_is_noticed(tmp_path: Path) -> None:
    packed = gzip.compress(IMAGES)
    path = written(tmp_path / "images.gz", packed[:10] + b"\xff" * 20 + packed[30:])
    with pytest.raises(InputError, match="is damaged"):
        read_idx(path, 3)


@pytest.mark.parametrize("is_gzipped", [False, True])
def test_a_huge_claim_asks_for_no_memory(tmp_path: Path, is_gzipped: bool) -> None:
    content = struct.pack(">IIII", 2051, 2**32 - 1, 2**32 - 1, 2**32 - 1) + bytes(9)
    path = written(
        tmp_path / "images", gzip.compress(content) if is_gzipped else content
    )
    with pytest.raises(InputError, match="ends before all"):
        read_idx(path, 3)


def test_more_than_memory_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.data.files.MAX_BYTES", 20)
    with pytest.raises(InputError, match="holds 24 bytes, more than the 20"):
        read_idx(written(tmp_path / "images", IMAGES), 3)
