"""What the window and the process that draws edges say to each other.

Numbers and pictures lie in shared memory; everything else is pickled, with its length
before it. Each of the two is started by the same program, so that is safe.
"""

import pickle
import struct
from dataclasses import dataclass

from bpviz.scene.drawn_edges import EdgeOrder
from bpviz.scene.gap_scene import GapScene

LENGTH = struct.Struct("<I")
"""What stands before every message."""


@dataclass(frozen=True, slots=True)
class EdgeRequest:
    """One picture.

    Attributes
    ----------
    place : int
        Which of the shared pictures is to be drawn.
    order : EdgeOrder or None
        How from now on; None for as before.
    path : str
        With an order: the file that is shared from now on; empty for the same.
    in_full : bool
        Whether every edge is listed in the answer.
    """

    place: int
    order: EdgeOrder | None = None
    path: str = ""
    in_full: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class EdgeAnswer:
    """What a picture shows.

    Attributes
    ----------
    gaps : tuple of GapScene
        They list only what a pen draws, unless all was asked for.
    has_picture : bool
        False where a pen draws all edges.
    """

    gaps: tuple[GapScene, ...]
    has_picture: bool


def message(content: object) -> bytes:
    """Return `content` as it is sent."""
    data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(data)) + data
