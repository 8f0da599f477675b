"""Reading files that may be absent, unreadable or far too large."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bpviz.messages import QT_TRANSLATE_NOOP, InputError

MAX_BYTES = 2**31
"""The most that one file may hold once unpacked; beyond it memory would run out."""


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn the failures of the system while `path` is read into sentences."""
    try:
        check_kind(path)
        yield
    except FileNotFoundError as error:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "There is no file {path}."), path=path
        ) from error
    except OSError as error:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{path} cannot be read: {reason}."),
            path=path,
            reason=os.strerror(error.errno) if error.errno else str(error),
        ) from error


def check_kind(path: Path) -> None:
    """Refuse devices and pipes, which may never end and never begin."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{path} is a device or a pipe, not a file; save it as a file."
            ),
            path=path,
        )


def check_size(path: Path, size: int) -> None:
    """Refuse `path` if its `size` in bytes, once unpacked, is beyond reason."""
    if size > MAX_BYTES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} holds {size} bytes, more than the {most} that are read; "
                "take fewer samples.",
            ),
            path=path,
            size=f"{size:,}",
            most=f"{MAX_BYTES:,}",
        )
