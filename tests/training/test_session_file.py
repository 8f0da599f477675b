"""A session file brings a run back bit for bit, or says in a sentence why not."""

import io
import json
import os
import struct
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.lib import format as npy_format
from typing_extensions import override

from bpviz.messages import InputError
from bpviz.training.curves import EVALUATIONS, LOSS_ENTRIES
from bpviz.training.messages import OpenExperiment, OpenFile, Run, SaveFile, Step
from bpviz.training.session import Session
from bpviz.training.session_file import FORMAT, load_session
from bpviz.training.steps import Granularity, Moment
from tests.nn.effort import cases
from tests.training.clock import steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents_of

ROOT = Path(__file__).parent.parent.parent
NAME = "adam with l2, drawn"
ARRAYS = ("first", "checkpoint", "losses_lowest", "losses_highest", "losses_mean")

EVALUATION = {
    "update": 0,
    "epoch": 0,
    "train_loss": 1.0,
    "test_loss": None,
    "train_accuracy": None,
    "test_accuracy": None,
}

Members = dict[str, bytes]


def save(path: Path, name: str = NAME, updates: int = 42) -> None:
    session = Session(steady_clock(1e-6))
    session.handle(OpenExperiment(experiment=EXPERIMENTS[name]))
    session.handle(Run(budget=1e9, until=updates))
    session.handle(Step(granularity=Granularity.OPERATION))
    session.handle(SaveFile(path=str(path)))


@pytest.fixture(name="saved", scope="module")
def make_saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("saved") / "run.bpviz"
    save(path)
    return path.read_bytes()


def members_of(saved: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(saved)) as box:
        return {name: box.read(name) for name in box.namelist()}


def packed(members: Members, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as box:
        for name, content in members.items():
            box.writestr(name, content)
    return buffer.getvalue()


def with_member(saved: bytes, name: str, content: bytes) -> bytes:
    return packed(members_of(saved) | {name: content})


def with_header(saved: bytes, **changes: Any) -> bytes:
    """Change entries of the JSON; ``a__b`` is entry b of a."""
    header = json.loads(members_of(saved)["session.json"])
    for name, value in changes.items():
        place = header
        *outer, last = name.split("__")
        for key in outer:
            place = place[key]
        place[last] = value
    return with_member(saved, "session.json", json.dumps(header).encode())


def npy(array: Any, *, allow_pickle: bool = False) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=allow_pickle)
    return buffer.getvalue()


def array_in(saved: bytes, name: str) -> Any:
    return np.load(io.BytesIO(members_of(saved)[f"{name}.npy"]))


def refused(path: Path, content: bytes) -> str:
    """Return the sentence with which a file of this content is refused."""
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        load_session(str(path))
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("name", EXPERIMENTS)
@pytest.mark.parametrize("updates", [0, 1, 42])
def test_a_run_goes_on_bit_for_bit(name: str, updates: int, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    save(path, name, updates)
    reference = Reference(EXPERIMENTS[name])
    session = Session(steady_clock(1e-6))
    report = session.handle(OpenFile(path=str(path)))
    assert report.frame.moment == Moment(updates, 1)
    assert contents_of(report.frame) == reference.contents(Moment(updates, 1))
    for until in (updates + 1, updates + 50):
        report = session.handle(Run(budget=1e9, until=until))
        assert contents_of(report.frame) == reference.contents(Moment(until))
    while report.frame.moment.update:
        report = session.handle(Step(granularity=Granularity.EPOCH, direction=-1))
        assert contents_of(report.frame) == reference.contents(report.frame.moment)


def test_what_is_read_is_what_was_written(saved: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    path.write_bytes(saved)
    run = load_session(str(path))
    assert run.experiment == EXPERIMENTS[NAME]
    assert run.moment == Moment(42, 1)
    assert run.recorded_updates == 43
    assert run.checkpoint.shape == (3, run.experiment.network.parameter_count)
    assert run.checkpoint_update <= 42
    assert [entry.update for entry in run.evaluations] == list(range(0, 41, 4))


def test_a_file_may_hold_more_than_is_asked_for(saved: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    path.write_bytes(with_member(saved, "notes.txt", b"for later"))
    assert load_session(str(path)).moment == Moment(42, 1)


@pytest.mark.parametrize("tenths", range(10))
def test_a_file_cut_short(saved: bytes, tenths: int, tmp_path: Path) -> None:
    refused(tmp_path / "cut.bpviz", saved[: len(saved) * tenths // 10])


@given(st.data())
@settings(max_examples=cases(200))
def test_a_byte_that_flipped_is_noticed_or_does_not_matter(
    saved: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped.bpviz"
    place = data.draw(st.integers(0, len(saved) - 1), label="place")
    flip = data.draw(st.integers(1, 255), label="flip")
    content = bytearray(saved)
    content[place] ^= flip
    assert_refused_or_whole(path, bytes(content), saved)


def assert_refused_or_whole(path: Path, content: bytes, saved: bytes) -> None:
    """Some bytes, such as the time in a zip, may change without any harm."""
    path.write_bytes(content)
    try:
        run = load_session(str(path))
    except InputError:
        return
    path.write_bytes(saved)
    whole = load_session(str(path))
    assert (run.moment, run.experiment) == (whole.moment, whole.experiment)
    assert run.evaluations == whole.evaluations
    assert np.array_equal(run.checkpoint, whole.checkpoint)
    assert np.array_equal(run.first, whole.first)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", bytes(5000)])
def test_what_is_no_zip(content: bytes, tmp_path: Path) -> None:
    sentence = refused(tmp_path / "other.bpviz", content)
    assert "is not a whole bpviz session file" in sentence


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    refused(tmp_path / "other.zip", packed({"readme.txt": b"hello"}))


@pytest.mark.parametrize("name", ["session.json", *(f"{name}.npy" for name in ARRAYS)])
def test_a_missing_member(saved: bytes, name: str, tmp_path: Path) -> None:
    members = members_of(saved)
    del members[name]
    assert name in refused(tmp_path / "run.bpviz", packed(members))


@pytest.mark.parametrize("version", [FORMAT + 1, 99, 2**70])
def test_a_newer_format(saved: bytes, version: int, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    assert refused(path, with_header(saved, format=version)) == (
        f"{path} was written by a newer bpviz (format {version}; this one reads "
        f"{FORMAT}): update bpviz to open it."
    )


def test_a_newer_format_is_named_even_if_nothing_else_is_known(tmp_path: Path) -> None:
    content = packed({"session.json": b'{"format": 3, "everything": "is different"}'})
    assert "newer bpviz (format 3" in refused(tmp_path / "run.bpviz", content)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 1}',
        b'{"format": null}',
        b'{"format": "1"}',
        b'{"format": true}',
        b'{"format": 1.5}',
        b'{"format": 1e999}',
        b"\xff\xfe",
        b'{"format": "\xff"}',
        b'{"format": 1, "a": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    ],
)
def test_json_that_is_no_header(saved: bytes, text: bytes, tmp_path: Path) -> None:
    sentence = refused(tmp_path / "run.bpviz", with_member(saved, "session.json", text))
    assert "is not a whole bpviz session file" in sentence


@pytest.mark.parametrize(
    "changes",
    [
        {"moment__update": -1},
        {"moment__operation": -1},
        {"moment__operation": 15},
        {"moment__update": 41, "checkpoint_update": 42},
        {"moment__update": 44},
        {"moment__update": 1.5},
        {"moment": None},
        {"checkpoint_update": -1},
        {"recorded_updates": -1},
        {"recorded_updates": LOSS_ENTRIES + 1},
        {"recorded_updates": 2**62},
        {"recorded_updates": 2**70},
        {"loss_stride": 0},
        {"loss_stride": -1},
        {"loss_stride": 2},
        {"evaluations": [{}]},
        {"evaluations": None},
        {"evaluations": [EVALUATION | {"update": 44}]},
        {"evaluations": [EVALUATION | {"update": 2**70}]},
        {"evaluations": [EVALUATION | {"epoch": -1}]},
        {"evaluations": [EVALUATION | {"train_accuracy": 1e308}]},
        {"format": 0},
        {"loss_stride": 2**63},
        {"experiment__layer_sizes": [2, 5, 3, 2, 1]},
        {"experiment__layer_sizes": [2, 5, 3]},
        {"experiment__layer_sizes": [2, 5, 4, 1]},
        {"experiment__layer_sizes": [2, 10**9, 10**9, 1]},
        {"experiment__layer_sizes": [2, 10**30, 3, 1]},
        {"experiment__layer_sizes": [2, -5, 3, 1]},
        {"experiment__layer_sizes": []},
        {"experiment__activations": ["sigmoid", "relu", "nothing"]},
        {"experiment__loss": "nothing"},
        {"experiment__dtype": "float16"},
        {"experiment__dtype": "float32"},
        {"experiment__batch_size": -1},
        {"experiment__batch_order": "backwards"},
        {"experiment__seed": -1},
        {"experiment__hyperparameters__optimizer": "sgd"},
        {"experiment__hyperparameters__optimizer": "newton"},
        {"experiment__hyperparameters__learning_rate": -1.0},
        {"experiment__hyperparameters__learning_rate": None},
        {"experiment__hyperparameters__learning_rate": "fast"},
        {"experiment__initialisation__name": "magic"},
        {"experiment__data": 3},
        {"experiment__data__seed": 2**80},
    ],
)
def test_headers_that_make_no_sense(
    saved: bytes, changes: dict[str, Any], tmp_path: Path
) -> None:
    refused_anyhow(tmp_path / "run.bpviz", with_header(saved, **changes))


def refused_anyhow(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError):
        load_session(str(path))


def test_more_evaluations_than_are_ever_kept(saved: bytes, tmp_path: Path) -> None:
    entry = json.loads(members_of(saved)["session.json"])["evaluations"][0]
    content = with_header(saved, evaluations=[entry] * (EVALUATIONS + 2))
    refused(tmp_path / "run.bpviz", content)


def test_a_header_that_is_too_long(saved: bytes, tmp_path: Path) -> None:
    text = members_of(saved)["session.json"] + b" " * (5 * 2**20)
    refused(tmp_path / "run.bpviz", with_member(saved, "session.json", text))


Change = Callable[[Any], Any]


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize(
    "change",
    [
        lambda a: a[..., :-1],
        lambda a: np.concatenate([a, a], axis=-1),
        lambda a: a[np.newaxis],
        lambda a: a.ravel()[:0],
        lambda a: np.float64(3),
        lambda a: a.astype(np.float32),
        lambda a: a.astype(">f8"),
        lambda a: a.view(np.int64),
        lambda a: a.view("V8"),
        lambda a: np.asfortranarray(np.stack([a, a], axis=-1))[..., 0],
        lambda a: a.view("M8[s]"),
    ],
)
def test_arrays_of_another_shape_or_type(
    saved: bytes, name: str, change: Change, tmp_path: Path
) -> None:
    array = array_in(saved, name)
    changed = change(array)
    if changed.dtype == array.dtype and changed.shape == array.shape:
        changed = np.asfortranarray(np.stack([array, array]))
    refused(tmp_path / "run.bpviz", with_member(saved, f"{name}.npy", npy(changed)))


@pytest.mark.parametrize("name", ["first", "checkpoint"])
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_that_are_no_numbers(
    saved: bytes, name: str, value: float, tmp_path: Path
) -> None:
    array = array_in(saved, name).copy()
    array.flat[array.size // 2] = value
    refused(tmp_path / "run.bpviz", with_member(saved, f"{name}.npy", npy(array)))


class Trap:
    """Something that leaves a trace where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    @override
    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, str]]:
        return open, (self.path, "w")


@pytest.mark.parametrize("name", ARRAYS)
def test_pickles_are_never_opened(saved: bytes, name: str, tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    array = np.full(array_in(saved, name).shape, None, object)
    array.flat[0] = Trap(sprung)
    content = npy(array, allow_pickle=True)
    # However the file claims to be of the right size.
    right_size = len(members_of(saved)[f"{name}.npy"])
    for size in (len(content), right_size):
        member = content[:size].ljust(size, b"\0")
        refused(tmp_path / "run.bpviz", with_member(saved, f"{name}.npy", member))
    assert not sprung.exists()


def header_text(content: bytes) -> tuple[int, int]:
    """Return where the header of an .npy file begins and ends."""
    (length,) = struct.unpack("<H", content[8:10])
    return 10, 10 + length


@pytest.mark.parametrize("name", ["first", "losses_mean"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "}",
        "(",
        "[" * 60,
        "'",
        '"""',
        "{'descr': '<f8'",
        "{[]: 1}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1L,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (10000000000000,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': 5, }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': ('a',), }",
        "{'descr': '<f8', 'fortran_order': 'no', 'shape': (5,), }",
        "{'descr': 'nonsense', 'fortran_order': False, 'shape': (5,), }",
        "{'descr': (1, 2, 3), 'fortran_order': False, 'shape': (5,), }",
        "{'descr': [], 'fortran_order': False, 'shape': (5,), }",
        "{'descr': ['a'], 'fortran_order': False, 'shape': (5,), }",
        "{'descr': None, 'fortran_order': False, 'shape': (5,), }",
        "{'descr': '|O', 'fortran_order': False, 'shape': (5,), }",
        "__import__('os').system('true')",
        "-" * 110 + "1",
        "\t\n  x\n y",
        "0777",
        "1_",
        "{'descr': '<f8', **{}}",
        "\0",
        "{1: 2, 'a': 3}",
    ],
)
def test_headers_of_arrays_that_make_no_sense(
    saved: bytes, name: str, text: str, tmp_path: Path
) -> None:
    content = members_of(saved)[f"{name}.npy"]
    start, stop = header_text(content)
    header = text.encode().ljust(stop - start - 1)[: stop - start - 1] + b"\n"
    changed = content[:start] + header + content[stop:]
    refused(tmp_path / "run.bpviz", with_member(saved, f"{name}.npy", changed))


@pytest.mark.parametrize("version", [(0, 0), (1, 1), (3, 0), (9, 9), (255, 255)])
def test_versions_of_arrays_that_are_not_known(
    saved: bytes, version: tuple[int, int], tmp_path: Path
) -> None:
    content = members_of(saved)["first.npy"]
    changed = content[:6] + bytes(version) + content[8:]
    refused(tmp_path / "run.bpviz", with_member(saved, "first.npy", changed))


@given(content=st.binary(max_size=300), name=st.sampled_from(ARRAYS))
@settings(max_examples=cases(100))
def test_arrays_of_garbage(
    saved: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    content: bytes,
    name: str,
) -> None:
    path = tmp_path_factory.getbasetemp() / "garbage.bpviz"
    whole = members_of(saved)[f"{name}.npy"]
    for start in (0, 6, 10, 64):
        changed = whole[:start] + content + whole[start + len(content) :]
        if changed != whole and changed[:128] != whole[:128]:
            refused(path, with_member(saved, f"{name}.npy", changed[: len(whole)]))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("name", ["session.json", "first.npy"])
def test_members_packed_in_another_way_and_damaged(
    saved: bytes, compression: int, name: str, tmp_path: Path
) -> None:
    content = bytearray(packed(members_of(saved), compression))
    with zipfile.ZipFile(io.BytesIO(content)) as box:
        info = box.getinfo(name)
    start = info.header_offset + 30 + len(name)
    for place in range(start, start + info.compress_size, 7):
        content[place] ^= 0x55
    refused(tmp_path / "run.bpviz", bytes(content))


@pytest.mark.parametrize("name", ["session.json", "first.npy"])
def test_damage_inside_a_packed_member(saved: bytes, name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(saved)) as box:
        info = box.getinfo(name)
    start = info.header_offset + 30 + len(name)
    for place in range(start, start + info.compress_size):
        content = bytearray(saved)
        content[place] ^= 0xFF
        assert_refused_or_whole(tmp_path / "run.bpviz", bytes(content), saved)


def test_a_member_that_asks_for_a_password(saved: bytes, tmp_path: Path) -> None:
    content = bytearray(saved)
    place = -1
    while (place := content.find(b"PK\x01\x02", place + 1)) >= 0:
        content[place + 8] |= 1  # the flag in the central directory
    content[6] |= 1
    refused(tmp_path / "run.bpviz", bytes(content))


def peak_memory_of_refusing(path: Path, content: bytes) -> int:
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(InputError):
            load_session(str(path))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_sizes_are_checked_before_memory_is_taken(saved: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    bomb = with_member(saved, "first.npy", npy(np.zeros(10**7)))  # packs to 80 kB
    long_json = with_member(saved, "session.json", b" " * 50_000_000)
    wide = with_header(saved, experiment__layer_sizes=[2, 10**6, 100, 1])
    for content in (bomb, long_json, wide):
        assert len(content) < 200_000
        assert peak_memory_of_refusing(path, content) < 5_000_000


def test_a_member_that_lies_about_its_size(saved: bytes, tmp_path: Path) -> None:
    """The directory names the size that is right, and the member unpacks to more."""
    members = members_of(saved)
    right = len(members["first.npy"])
    long = npy(np.zeros(10**7))
    content = packed(members | {"first.npy": long})
    lie = content.replace(struct.pack("<I", len(long)), struct.pack("<I", right))
    assert lie != content
    assert peak_memory_of_refusing(tmp_path / "run.bpviz", lie) < 5_000_000


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "missing.bpviz"
    with pytest.raises(InputError) as caught:
        load_session(str(path))
    assert str(caught.value) == (
        f"The file {path} could not be read: No such file or directory."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_may_never_end_is_not_read(kind: str, tmp_path: Path) -> None:
    path = Path("/dev/zero")
    if kind == "pipe":
        path = tmp_path / "run.bpviz"
        os.mkfifo(path)
    with pytest.raises(InputError, match="is a device or a pipe"):
        load_session(str(path))


def test_a_file_cannot_keep_the_session_busy(saved: bytes, tmp_path: Path) -> None:
    """The way to a moment that no run has reached is one of many reports."""
    path, far = tmp_path / "run.bpviz", 2**60
    header = {"moment__update": far, "recorded_updates": far + 1, "loss_stride": far}
    few = io.BytesIO()
    npy_format.write_array(few, np.full(2, 0.5))
    members = members_of(with_header(saved, **header))
    members |= dict.fromkeys((f"{name}.npy" for name in ARRAYS[2:]), few.getvalue())
    path.write_bytes(packed(members))
    session = Session(steady_clock(0.1))
    opened = session.handle(OpenFile(path=str(path)))
    assert opened.opened is not None
    assert not opened.reached
    on = session.handle(OpenFile(number=1, path=str(path)))
    assert on.session == opened.session
    assert on.frame.moment > opened.frame.moment
    assert session.handle(Step(granularity=Granularity.UPDATE)).reached


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not be read"):
        load_session(str(tmp_path))


def unwritable_paths(folder: Path) -> dict[str, Path]:
    file = folder / "file"
    file.touch()
    return {
        "missing folder": folder / "missing" / "run.bpviz",
        "folder that is a file": file / "run.bpviz",
        "folder": folder,
    }


@pytest.mark.parametrize("kind", ["missing folder", "folder that is a file", "folder"])
def test_where_nothing_can_be_written(kind: str, tmp_path: Path) -> None:
    path = unwritable_paths(tmp_path)[kind]
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InputError, match="could not be written"):
        save(path)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 0)() == 0,
    reason="root may write anywhere",
)
def test_a_folder_without_permission(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(InputError, match="could not be written"):
        save(locked / "run.bpviz")


def test_saving_again_replaces_the_file(saved: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    path.write_bytes(saved)
    save(path, updates=50)
    assert load_session(str(path)).moment == Moment(50, 1)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), MemoryError])
def test_saving_that_fails_leaves_the_old_file(
    saved: bytes,
    error: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "run.bpviz"
    path.write_bytes(saved)

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(npy_format, "write_array", fail)
    with pytest.raises((InputError, MemoryError)):
        save(path)
    assert path.read_bytes() == saved
    assert list(tmp_path.iterdir()) == [path]


CRASH_WHILE_SAVING = """
import os, sys
from pathlib import Path
from numpy.lib import format as npy_format
from tests.training.test_session_file import save

def crash(*_, **__):
    os._exit(7)

if sys.argv[2] == "write":
    npy_format.write_array = crash
elif sys.argv[2] == "flush":
    os.fsync = crash
else:
    os.replace = crash
save(Path(sys.argv[1]), updates=50)
"""


@pytest.mark.parametrize("instant", ["write", "flush", "replace"])
def test_a_crash_at_any_instant_leaves_the_old_file(
    saved: bytes, instant: str, tmp_path: Path
) -> None:
    path = tmp_path / "run.bpviz"
    path.write_bytes(saved)
    finished = subprocess.run(
        [sys.executable, "-c", CRASH_WHILE_SAVING, str(path), instant],
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 7
    assert path.read_bytes() == saved
    assert load_session(str(path)).moment == Moment(42, 1)
