"""Memory that two processes share: two pictures of one size, and arrays.

    [ one picture | another | array | array | ... ]

While one picture is on the screen the other is painted.
"""

import mmap
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import accumulate
from math import prod
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bpviz.scene.colors import ColorArray
    from bpviz.views.frame_parts import AnyArray, ArrayKind

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
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)
        width, height = size
        pictures = np.frombuffer(self._memory, np.uint32, PICTURES * width * height)
        self.pictures: tuple[ColorArray, ...]
        self.pictures = tuple(pictures.reshape(PICTURES, height, width))
        self._start = pictures.nbytes

    @property
    def room(self) -> int:
        """Bytes for arrays; see `room_for`."""
        return len(self._memory) - self._start

    def arrays(self, kinds: Sequence["ArrayKind"]) -> list["AnyArray"]:
        """Return arrays of some kinds, what the pictures are made from.

        They have to have room.
        """
        ends = accumulate(map(_room, kinds), initial=self._start)
        return [
            np.frombuffer(self._memory, dtype, prod(shape), start).reshape(shape)
            for (dtype, shape), start in zip(kinds, ends, strict=False)
        ]


def create_file(size: tuple[int, int], room: int) -> Path:
    """Make a file for `SharedPictures`; whoever asks for it takes it away again.

    Parameters
    ----------
    room : int
        For so many bytes of arrays.

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


def room_for(kinds: Sequence["ArrayKind"]) -> int:
    """Return how many bytes arrays of some kinds take in `SharedPictures`."""
    return sum(map(_room, kinds))


def _room(kind: "ArrayKind") -> int:
    dtype, shape = kind
    return -(-dtype.itemsize * prod(shape) // _LINE) * _LINE


def _can_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
