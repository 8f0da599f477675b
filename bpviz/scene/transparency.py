"""Takes the canvas out of a picture, so that it can be laid on anything."""

import numpy as np
import numpy.typing as npt

from bpviz.scene.colors import ColorArray

_STRIP = 64
"""Rows that are worked on at once: a large picture would not fit into the memory."""

_SHIFTS = np.array([16, 8, 0], np.uint32)


def without_canvas(picture: ColorArray, canvas: int) -> ColorArray:
    """Return a picture that shows the same again when it is laid on `canvas`.

    What has the canvas' own colour becomes transparent, and what shines through it,
    such as a weak edge, as transparent as it can be.

    Parameters
    ----------
    picture : ndarray of uint32 of shape (height, width)
        0xAARRGGBB, opaque.
    canvas : int
        What it was painted on, 0xAARRGGBB.

    Returns
    -------
    ndarray of uint32 of shape (height, width)
        0xAARRGGBB, its colours not multiplied with their opacity.
    """
    result = np.empty_like(picture)
    for top in range(0, len(picture), _STRIP):
        strip = slice(top, top + _STRIP)
        result[strip] = _strip_without(picture[strip], canvas)
    return result


def _strip_without(picture: ColorArray, canvas: int) -> ColorArray:
    paper = _channels(np.array(canvas, np.uint32))
    ways = _channels(picture) - paper
    # How far each channel has gone from the canvas towards the end of its range.
    rooms = np.where(ways > 0, 255 - paper, paper)
    shares = np.abs(ways) / np.maximum(rooms, 1)
    alphas = np.ceil(shares.max(axis=-1) * 255)
    colors = paper + ways * (255 / np.maximum(alphas, 1))[..., np.newaxis]
    packed = np.rint(np.clip(colors, 0, 255)).astype(np.uint32) << _SHIFTS
    result: ColorArray = packed.sum(axis=-1, dtype=np.uint32)
    result |= alphas.astype(np.uint32) << np.uint32(24)
    return result


def _channels(colors: ColorArray) -> npt.NDArray[np.float32]:
    parts = (colors[..., np.newaxis] >> _SHIFTS) & np.uint32(0xFF)
    return parts.astype(np.float32)
