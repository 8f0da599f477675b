"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path
from typing import IO

import pytest

from bpviz.messages import InputError
from bpviz.training.whole_file import check_writable, whole_file


def test_a_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    with whole_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    usual, path = tmp_path / "usual", tmp_path / "file"
    usual.touch()
    with whole_file(path) as file:
        file.write(b"new")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, MemoryError])
def test_what_ends_the_writing_early_leaves_the_old_file(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")

    def write_half() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        write_half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_system_refuses_is_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="could not be written: No such file"),
        whole_file(tmp_path / "nowhere" / "file.txt"),
    ):
        pytest.fail("there is nothing to write to")


def test_what_cannot_be_written_is_refused_before_any_work(tmp_path: Path) -> None:
    check_writable(tmp_path / "file.txt")
    with pytest.raises(InputError, match="it is a folder"):
        check_writable(tmp_path)
    with pytest.raises(InputError, match="there is no folder"):
        check_writable(tmp_path / "nowhere" / "file.txt")


def test_a_protected_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError, match="write-protected"):
        check_writable(tmp_path / "file.txt")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="it is a device or a pipe"):
        check_writable(pipe)
    with (
        pytest.raises(InputError, match="it is a device or a pipe"),
        whole_file(pipe),
    ):
        pytest.fail("it would be replaced")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path, link = tmp_path / "elsewhere" / "file", tmp_path / "link"
    path.write_bytes(b"old")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links are not allowed here")
    with whole_file(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_no_file_is_written_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    check_writable(path, None, str(tmp_path / "other"))
    with pytest.raises(InputError, match="names it for something else"):
        check_writable(path, None, str(tmp_path / "." / "file"))


@pytest.mark.parametrize("name", ["a" * 255, "\N{CJK UNIFIED IDEOGRAPH-6F22}" * 85])
def test_a_name_as_long_as_a_name_may_be(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    try:
        path.write_bytes(b"old")
    except OSError:
        pytest.skip("names are shorter here")
    with whole_file(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_closed_when_it_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows renames no file that is open."""
    files: list[IO[bytes]] = []
    replace = os.replace

    def replace_closed(source: Path, target: Path) -> None:
        assert files[0].closed
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_closed)
    with whole_file(tmp_path / "file.txt") as file:
        files.append(file)
        file.write(b"new")
    assert (tmp_path / "file.txt").read_bytes() == b"new"


def test_a_renaming_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", fail)
    with (
        pytest.raises(InputError, match="Access is denied"),
        whole_file(path) as file,
    ):
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(InputError):
        check_writable(path)
    with pytest.raises(InputError), whole_file(path) as file:
        file.write(b"never")
    assert list(tmp_path.iterdir()) == []
