"""Arrays in a zip file: nothing is unpickled, no size is believed unchecked."""

import io
import random
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from bpviz.data.npz import read_npz
from bpviz.messages import InputError


def npy(array: Any, *, allow_pickle: bool = False) -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.asarray(array), allow_pickle=allow_pickle)
    return stream.getvalue()


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return path


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_what_numpy_saved(tmp_path: Path, save: Any) -> None:
    path = tmp_path / "a.npz"
    arrays = {
        "X": np.arange(6, dtype=np.float32).reshape(2, 3),
        "F": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        "y": np.array(["a", "bc"]),
        "scalar": np.array(3),
        "none": np.zeros((0, 4)),
    }
    save(path, **arrays)
    found = read_npz(path)
    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        assert found[name].dtype == array.dtype
        assert np.array_equal(found[name], array)


def test_python_objects_are_never_read(tmp_path: Path) -> None:
    class Trap:
        @override
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "sprung",)

    trap = npy(np.array([Trap()], dtype=object), allow_pickle=True)
    with pytest.raises(InputError, match="'x' holds Python objects, which are never"):
        read_npz(zipped(tmp_path / "a.npz", x=trap))
    assert not (tmp_path / "sprung").exists()


def test_a_huge_claim_asks_for_no_memory(tmp_path: Path) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        header,
        {"descr": "<f8", "fortran_order": False, "shape": (10**9, 10**9)},
    )
    path = zipped(tmp_path / "a.npz", x=header.getvalue() + bytes(80))
    with pytest.raises(InputError, match="'x' is not a whole array"):
        read_npz(path)


def test_more_than_memory_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.npz", x=npy(np.zeros(1000)), y=npy(np.zeros(1000)))
    monkeypatch.setattr("bpviz.data.files.MAX_BYTES", 10_000)
    with pytest.raises(InputError, match="more than the 10,000"):
        read_npz(path)


@pytest.mark.parametrize(
    "content", [b"", b"\x93NUMPY", b"no array", npy(np.zeros(5))[:-1]]
)
def test_members_that_are_no_arrays(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="'x' is not a whole array"):
        read_npz(zipped(tmp_path / "a.npz", x=content))


@pytest.mark.parametrize("shape", ["(-2, -4)", "(8.0,)", "8", "('a',)"])
def test_shapes_that_are_none(tmp_path: Path, shape: str) -> None:
    whole = npy(np.zeros(8))
    content = whole.replace(b"(8,), }      ", f"{shape}, }}".ljust(13).encode())
    assert len(content) == len(whole)
    assert content != whole
    with pytest.raises(InputError, match="'x' is not a whole array"):
        read_npz(zipped(tmp_path / "a.npz", x=content))


@pytest.mark.parametrize(
    "header",
    [
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (8,",  # not closed
        b"{'descr': '<f8', 'fortran_order': False,\n  'shape': (8,), }",
        b"  {'descr': '<f8', 'fortran_order': False, 'shape': (8,), }\n x",
        b"{'descr': '<f8', 'fortran_order': False, [1]: (8,), }",
        b"{'descr': ('<f8', ()), 'fortran_order': False, 'shape': (8,), }",
        b"{'descr': 7, 'fortran_order': False, 'shape': (8,), }",
        b"{'descr': '\\d', 'fortran_order': False, 'shape': (8,), }",
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (8L,) }(",
        b"(" * 9000,
    ],
)
def test_headers_that_upset_the_parser(tmp_path: Path, header: bytes) -> None:
    content = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header
    path = zipped(tmp_path / "a.npz", x=content + bytes(8))
    with pytest.raises(InputError, match="'x' is not a whole array"):
        read_npz(path)


def test_2000_damaged_files_give_a_sentence_or_arrays(tmp_path: Path) -> None:
    """Bytes changed in the file and in the headers, files cut short; no warnings."""
    path = tmp_path / "a.npz"
    parts = {"X": npy(np.arange(20.0).reshape(4, 5)), "y": npy(np.arange(20))}
    rng = random.Random(0)
    kinds = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA)
    sentences = []
    for number in range(2000):
        members = {name: bytearray(content) for name, content in parts.items()}
        in_header = number % 2 == 0
        if in_header:
            marks = b"0123456789eLjx_'\"{}[]()<>|:,. \\\n\tTFnbru#-=*fio"
            members["X"][rng.randrange(128)] = rng.choice(marks)
        with zipfile.ZipFile(path, "w", rng.choice(kinds)) as archive:
            for name, content in members.items():
                archive.writestr(f"{name}.npy", bytes(content))
        if not in_header:
            damaged = bytearray(path.read_bytes())
            for _ in range(rng.choice((1, 1, 2, 5))):
                damaged[rng.randrange(len(damaged))] ^= rng.randrange(1, 256)
            end = len(damaged) if number % 3 else rng.randrange(len(damaged))
            path.write_bytes(damaged[:end])
        try:
            found = read_npz(path)
        except InputError as error:
            sentences.append(str(error))
        else:
            assert all(isinstance(array, np.ndarray) for array in found.values())
    assert 500 < len(sentences) < 2000
    assert all(s.endswith(".") and ": ." not in s for s in sentences)


def test_a_file_of_python_2_is_read_without_a_warning(tmp_path: Path) -> None:
    content = npy(np.arange(8.0)).replace(b"(8,), } ", b"(8L,), }")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read_npz(zipped(tmp_path / "a.npz", x=content))
    assert np.array_equal(found["x"], np.arange(8.0))


@given(st.data())
def test_a_damaged_file_is_an_input_error_or_still_arrays(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a.npz"
    zipped(path, X=npy(np.arange(20.0)), y=npy(np.arange(20)))
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content[: data.draw(st.integers(place, len(content)))])
    try:
        found = read_npz(path)
    except InputError:
        return
    assert all(isinstance(array, np.ndarray) for array in found.values())


def test_what_is_no_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(b"\x93NUMPY, but alone")
    with pytest.raises(InputError, match=r"is not a whole \.npz file"):
        read_npz(path)


def test_absent_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_npz(tmp_path / "a.npz")
