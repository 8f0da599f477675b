"""Reader for IDX, the format of MNIST's files, plain or gzipped.

A file is 0, 0, the type of its numbers, how many dimensions, the size of each
dimension as four bytes with the highest first, then the numbers.
"""

import gzip
import math
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
import numpy.typing as npt

from bpviz.data.files import check_size, readable
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

IMAGE_DIMENSIONS = 3
LABEL_DIMENSIONS = 1

GZIP_MAGIC = b"\x1f\x8b"
GZIP_BEST_RATIO = 1032
"""Deflate cannot pack more bytes than this into one."""

UNSIGNED_BYTES = 0x08


def read_idx(path: Path, dimensions: int) -> npt.NDArray[np.uint8]:
    """Return the bytes that an IDX file holds, read-only.

    Parameters
    ----------
    path : Path
        The file, plain or gzipped.
    dimensions : int
        How many the file must have: 3 for pictures, 1 for labels.

    Raises
    ------
    InputError
        If the file is absent or is not a whole IDX file of bytes. Its sizes are
        checked before memory is asked for.
    """
    try:
        with readable(path), _unpacked(path) as (stream, most_bytes):
            shape = _read_shape(stream, path, dimensions)
            size = math.prod(shape)
            if size > most_bytes:
                raise _cut_short(path)
            check_size(path, size)
            content = stream.read(size)
            # Reading to the very end is also what makes gzip check its checksum.
            is_longer = bool(stream.read(1))
    except EOFError as error:
        raise _cut_short(path) from error
    except zlib.error as error:
        raise _damaged(path) from error
    if len(content) < size:
        raise _cut_short(path)
    if is_longer:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} goes on after the {size} bytes that it announces; it is "
                "damaged or not an IDX file.",
            ),
            path=path,
            size=f"{size:,}",
        )
    return np.frombuffer(content, dtype=np.uint8).reshape(shape)


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Give the content and the most bytes that it can possibly have."""
    with path.open("rb") as file:
        file_size = path.stat().st_size
        is_gzipped = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        file.seek(0)
        if not is_gzipped:
            yield file, file_size
            return
        with gzip.GzipFile(fileobj=file) as stream:
            try:
                yield cast("BinaryIO", stream), file_size * GZIP_BEST_RATIO
            except gzip.BadGzipFile as error:
                raise _damaged(path) from error


def _read_shape(stream: BinaryIO, path: Path, dimensions: int) -> tuple[int, ...]:
    expected = UNSIGNED_BYTES << 8 | dimensions
    start = stream.read(4)
    if len(start) < 4:
        raise _cut_short(path)
    (magic,) = struct.unpack(">I", start)
    if magic != expected:
        raise _wrong_magic(path, dimensions, magic, expected)
    sizes = stream.read(4 * dimensions)
    if len(sizes) < 4 * dimensions:
        raise _cut_short(path)
    shape: tuple[int, ...] = struct.unpack(f">{dimensions}I", sizes)
    if not math.prod(shape):
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{path} holds no samples."), path=path
        )
    return shape


def _wrong_magic(path: Path, dimensions: int, found: int, expected: int) -> InputError:
    if dimensions == LABEL_DIMENSIONS:
        template = QT_TRANSLATE_NOOP(
            "Errors",
            "{path} starts with the number {found}, but an IDX file of labels starts "
            "with {expected}.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "Errors",
            "{path} starts with the number {found}, but an IDX file of pictures starts "
            "with {expected}.",
        )
    return InputError(template, path=path, found=found, expected=expected)


def _cut_short(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path} ends before all that it announces; fetch it again."
        ),
        path=path,
    )


def _damaged(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path} is damaged and cannot be unpacked; fetch it again."
        ),
        path=path,
    )
