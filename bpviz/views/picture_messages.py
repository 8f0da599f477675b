"""What the window and the process that paints pictures say to each other.

Pictures and arrays lie in shared memory, and of all else only what has changed is said.
That is pickled; each of the two is started by the same program, so that is safe. Before
every message stands its length.

    request: [ REQUEST | PictureTerms, if they have changed ]
    answer:  [ PictureAnswer, if there is anything to say ]
"""

import pickle
import struct
from dataclasses import dataclass
from typing import NamedTuple

from bpviz.scene.gap_scene import GapScene
from bpviz.scene.options import EdgeKey, NodeKey, SceneOptions
from bpviz.training.frame import Frame
from bpviz.views.frame_parts import FrameForm

LENGTH = struct.Struct("<I")
"""What stands before every message."""

REQUEST = struct.Struct("<Bqqq")
"""What every request begins with: which of the shared pictures is to be painted; of the
frame's moment the updates and the operations; and its epoch."""


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


class PictureTerms(NamedTuple):
    """What mostly stays the same from one picture to the next.

    A tuple, as the form is: both are compared with those before for every picture.

    Attributes
    ----------
    form : FrameForm
        All of the frame but its arrays and when it was.
    options, width, height, look, hovered, pointer, is_in_full
        Those of the `PictureOrder`.
    path : str
        The file that is shared.
    size : tuple of int
        Width and height of the pictures in it.
    """

    form: FrameForm
    options: SceneOptions
    width: int
    height: int
    look: PictureLook
    hovered: NodeKey | EdgeKey | None
    pointer: tuple[float, float]
    is_in_full: bool
    path: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PictureAnswer:
    """What has been painted, and is more than the picture that was ordered.

    Attributes
    ----------
    options : SceneOptions or None
        The order's, with the scales that this picture was the first to lock; None if
        it locked none.
    gaps : tuple of GapScene
        All edges, if the order wanted them in full; else none.
    bundle_size : tuple of int, or None
        Width and height of the faint bundle, which lies at the beginning of the shared
        picture if the order wanted all edges; None where a pen draws them all.
    """

    options: SceneOptions | None = None
    gaps: tuple[GapScene, ...] = ()
    bundle_size: tuple[int, int] | None = None


NO_NEWS = PictureAnswer()
"""What an empty answer means: the picture has been painted, and that is all."""


def message(data: bytes = b"") -> bytes:
    """Return `data` as it is sent."""
    return LENGTH.pack(len(data)) + data


def pickled(content: object) -> bytes:
    """Return `content` as it is put into a message."""
    return pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
