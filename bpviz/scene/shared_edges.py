"""Memory that two processes share: the numbers of all edges, and pictures of them.

    [ numbers of every layer, float32, (fan_out, fan_in) | one picture | another ]

While one picture is on the screen the other is drawn.
"""

import mmap
import os
import sys
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

import numpy as np

from bpviz.nn.network import Network

if TYPE_CHECKING:
    from bpviz.scene.colors import ColorArray
    from bpviz.scene.edge_raster import Floats

PICTURES = 2

_IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files that never reach a disk."""


class SharedEdges:
    """The shared memory, as arrays.

    Parameters
    ----------
    path : Path
        A file of the right size.
    network : Network
        Whose edges.
    size : tuple of int
        Width and height of the pictures.

    Attributes
    ----------
    values : tuple of ndarray of float32
        One a layer, (fan_out, fan_in).
    pictures : tuple of ndarray of uint32
        (height, width).
    """

    def __init__(self, path: Path, network: Network, size: tuple[int, int]) -> None:
        with path.open("r+b") as file:
            memory = mmap.mmap(file.fileno(), 0)
        self.values: tuple[Floats, ...] = ()
        start = 0
        for fan_in, fan_out in network.fans():
            values = np.frombuffer(memory, np.float32, fan_in * fan_out, start)
            self.values += (values.reshape(fan_out, fan_in),)
            start += values.nbytes
        width, height = size
        self.pictures: tuple[ColorArray, ...] = ()
        for _ in range(PICTURES):
            picture = np.frombuffer(memory, np.uint32, width * height, start)
            self.pictures += (picture.reshape(height, width),)
            start += picture.nbytes


def create_file(network: Network, size: tuple[int, int]) -> Path:
    """Make a file for `SharedEdges`; whoever asks for it takes it away again."""
    edges = sum(fan_in * fan_out for fan_in, fan_out in network.fans())
    length = 4 * (edges + PICTURES * size[0] * size[1])
    folder = _IN_MEMORY if sys.platform == "linux" and _can_write(_IN_MEMORY) else None
    descriptor, path = mkstemp(prefix="bpviz-", suffix=".edges", dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        file.truncate(length)
    return Path(path)


def _can_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)
