"""What the window and the process that paints pictures say to each other.

Pictures and arrays lie in shared memory; all else is pickled, with its length before
it. Each of the two is started by the same program, so that is safe.
"""

import pickle
import struct
from dataclasses import dataclass

from bpviz.scene.gap_scene import GapScene
from bpviz.scene.options import EdgeKey, NodeKey, SceneOptions
from bpviz.training.frame import Frame

LENGTH = struct.Struct("<I")
"""What stands before every message."""


@dataclass(frozen=True, slots=True)
class PictureLook:
    """What the application looks like.

    Attributes
    ----------
    is_dark : bool
        Which of the two themes it wears.
    font : str
        Its font, as `QFont.toString` writes it.
    language : str
        The one it speaks; a key of `look.translation.LANGUAGES`.
    """

    is_dark: bool
    font: str
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class PictureOrder:
    """A picture of the network that is to be painted.

    Attributes
    ----------
    frame : Frame
        Of which moment.
    options : SceneOptions
        How it is to be seen.
    width, height : int
        In the window's pixels; `options` say how many of the screen's each becomes.
    look : PictureLook
        What else it depends on.
    hovered : NodeKey, EdgeKey or None
        What is under the pointer.
    pointer : tuple of float
        Where the pointer is.
    is_in_full : bool
        Whether nothing else is to be done soon: then the window paints the picture,
        and wants of it what takes long, all edges listed and their faint bundle drawn.
    changes : int
        How often what is wanted has been changed before.
    """

    frame: Frame
    options: SceneOptions
    width: int
    height: int
    look: PictureLook
    hovered: NodeKey | EdgeKey | None = None
    pointer: tuple[float, float] = (0.0, 0.0)
    is_in_full: bool = False
    changes: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in the screen's pixels."""
        ratio = self.options.pixel_ratio
        return max(round(self.width * ratio), 1), max(round(self.height * ratio), 1)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """One picture.

    Attributes
    ----------
    place : int
        Which of the shared pictures is to be painted.
    order : bytes
        The `PictureOrder`, pickled without its arrays.
    lengths : tuple of int
        How long each of its arrays is, in bytes; they lie in the shared memory.
    path : str
        The file that is shared from now on; empty for the same.
    size : tuple of int
        Width and height of the pictures in it.
    """

    place: int
    order: bytes
    lengths: tuple[int, ...]
    path: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PictureAnswer:
    """What has been painted.

    Attributes
    ----------
    options : SceneOptions or None
        The order's, with the scales that this picture was the first to lock; None if
        it locked none.
    gaps : tuple of GapScene
        All edges, if the order wanted them in full; else none.
    size : tuple of int, or None
        Width and height of what lies at the beginning of the shared picture: all of
        it, or the faint bundle; None where a pen draws all edges.
    """

    options: SceneOptions | None
    gaps: tuple[GapScene, ...]
    size: tuple[int, int] | None


def message(content: object) -> bytes:
    """Return `content` as it is sent."""
    data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(data)) + data
