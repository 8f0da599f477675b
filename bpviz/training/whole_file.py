"""Writing files so that a crash leaves the old one or the new one, never a part."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO

from bpviz.messages import QT_TRANSLATE_NOOP, InputError


def check_writable(path: Path, *others: str | None) -> None:
    """Refuse now what could not be written later, when the work is done.

    Parameters
    ----------
    path : Path
        The file.
    *others : str or None
        Files that are read, or written too: this must be none of them.

    Raises
    ------
    InputError
        If no file can be made there.
    """
    with _failures_named(path):
        target = path.resolve()
        if path.is_dir():
            raise _not_written(path, "it is a folder")
        if not path.parent.is_dir():
            raise _not_written(path, f"there is no folder {path.parent}")
        if not os.access(path.parent, os.W_OK):
            raise _not_written(path, f"the folder {path.parent} is write-protected")
        _check_kind(path)
        for other in others:
            if other is not None and target == Path(other).resolve():
                raise _not_written(path, "the same call names it for something else")


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a new file to write to, which takes the place of `path` at the end.

    It is written beside its target, flushed to disk and renamed; whatever ends the
    writing early, also Ctrl+C, leaves the target as it was and nothing beside it.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    with _failures_named(path):
        _check_kind(path)
        # The file that a link leads to is replaced, not the link.
        target = path.resolve()
        # Not made of the target's name, to which nothing may be added if it is long.
        unfinished = target.with_name(f".bpviz-{token_hex(8)}")
        with _removed_on_failure(unfinished):
            with unfinished.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            # After it is closed: Windows renames no file that is open.
            os.replace(unfinished, target)
        _flush_folder(target.parent)


@contextmanager
def _failures_named(path: Path) -> Iterator[None]:
    """Say in a sentence what the system, or Python before it, does not like."""
    try:
        yield
    except OSError as error:
        raise _not_written(path, error.strerror or str(error)) from error
    except ValueError as error:  # such as a NUL in the name
        raise _not_written(path, str(error)) from error


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is reported
            path.unlink()
        raise


def _check_kind(path: Path) -> None:
    """Refuse devices and pipes: a file would take their place."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise _not_written(path, "it is a device or a pipe")


def _not_written(path: Path, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("Errors", "The file {path} could not be written: {reason}."),
        path=path,
        reason=reason,
    )


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
