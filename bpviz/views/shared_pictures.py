"""Memory that two processes share: two pictures of one size, and numbers.

    [ one picture | another | numbers ]

While one picture is on the screen the other is painted.
"""

import mmap
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bpviz.scene.colors import ColorArray

PICTURES = 2

_LINE = 64
"""Bytes of a line of the processor's cache: where every array begins."""

_IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files that never reach a disk."""


class SharedPictures:
    """The shared memory, as arrays.

    Parameters
    ----------
    path : Path
        A file made by `create_file`.
    size : tuple of int
        Width and height of each picture.

    Attributes
    ----------
    pictures : tuple of ndarray of uint32
        (height, width), 0xffRRGGBB.
    numbers : memoryview of bytes
        What the pictures are made from.
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        with path.open("r+b") as file:
            memory = mmap.mmap(file.fileno(), 0)
        width, height = size
        pictures = np.frombuffer(memory, np.uint32, PICTURES * width * height)
        self.pictures: tuple[ColorArray, ...]
        self.pictures = tuple(pictures.reshape(PICTURES, height, width))
        self.numbers = memoryview(memory)[pictures.nbytes :]

    def put(self, parts: Sequence[memoryview]) -> tuple[int, ...]:
        """Write bytes among the numbers, one part after the other; return the lengths.

        They have to have room; see `room_for`.
        """
        start = 0
        for part in parts:
            self.numbers[start : start + part.nbytes] = part
            start += _aligned(part.nbytes)
        return tuple(part.nbytes for part in parts)

    def parts(self, lengths: Sequence[int]) -> Iterator[memoryview]:
        """Yield what `put` has written, for as long as nothing else is written."""
        start = 0
        for length in lengths:
            yield self.numbers[start : start + length].toreadonly()
            start += _aligned(length)


def create_file(size: tuple[int, int], room: int) -> Path:
    """Make a file for `SharedPictures`; whoever asks for it takes it away again.

    Parameters
    ----------
    room : int
        For so many bytes of numbers.

    Raises
    ------
    OSError
        If there is no room for it.
    """
    length = 4 * PICTURES * size[0] * size[1] + room
    if sys.platform == "linux" and _can_write(_IN_MEMORY):
        with suppress(OSError):  # Containers often give it little room.
            return _reserved(_IN_MEMORY, length)
    return _reserved(None, length)


def _reserved(folder: Path | None, length: int) -> Path:
    """Make a file that has all of its room: writing must not find the disk full.

    Whoever writes to a part of a mapped file for which there is no room is killed.
    """
    descriptor, name = mkstemp(prefix="bpviz-", suffix=".pictures", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, length)
            else:
                file.truncate(length)
    except OSError:
        path.unlink()
        raise
    return path


def room_for(parts: Sequence[memoryview]) -> int:
    """Return how many bytes `SharedPictures.put` takes for some parts."""
    return sum(_aligned(part.nbytes) for part in parts)


def _aligned(length: int) -> int:
    return -(-length // _LINE) * _LINE


def _can_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
