"""Writes a GIF picture by picture, keeping no more than two in memory.

Pillow's own writer keeps every picture until the last one is there. Here it chooses
the colours and compresses; what stands around that (GIF89a, W3C 1990) is written as it
comes. Each picture holds only what has changed since the one before, in colours of its
own, so that nothing flickers and a film of many colours has all of them.
"""

import io
import struct
from types import TracebackType
from typing import IO, Self

import numpy as np
import numpy.typing as npt
from PIL import Image

from bpviz.app.film.pixels import Pixels

LAST_STAYS = 1.5
"""Seconds for which the last picture stays before the film begins again."""

_CLEAR = 255  # The colour that leaves what is there.
_LEAVE = 1 << 2  # A picture stays when its time is over.
_LONGEST = 0xFFFF  # Hundredths of a second.


class GifWriter:
    """A film that begins again when it ends; ends with the ``with`` it is used in.

    Parameters
    ----------
    file : binary file
        Where it is written.
    size : tuple of int
        Width and height in pixels.
    fps : int
        Pictures a second.
    """

    def __init__(self, file: IO[bytes], size: tuple[int, int], fps: int) -> None:
        self._file, self._fps = file, fps
        self._count = 0
        self._shown: Pixels | None = None
        self._waiting: tuple[bytes, bytes, int] | None = None
        file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0x70, 0, 0))
        file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")  # for ever

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self._write_waiting(LAST_STAYS)
            self._file.write(b"\x3b")

    def add(self, picture: Pixels) -> None:
        """Add a picture; one that looks like the last makes that one last longer."""
        region = _changed(self._shown, picture)
        if region is not None:
            self._write_waiting()
            self._waiting = (*_encoded(self._shown, picture, region), self._count)
            self._shown = picture
        self._count += 1

    def _write_waiting(self, longer: float = 0.0) -> None:
        """Write the picture whose time is known now."""
        if self._waiting is None:
            return
        head, body, since = self._waiting
        # Hundredths are counted from the beginning, so that roundings do not add up.
        begin, end = (round(100 * n / self._fps) for n in (since, self._count))
        duration = min(end - begin + round(100 * longer), _LONGEST)
        clear = 0 if since == 0 else 1
        control = struct.pack("<BHBB", _LEAVE | clear, duration, _CLEAR, 0)
        self._file.write(b"\x21\xf9\x04" + control + head + body)


def _changed(before: Pixels | None, picture: Pixels) -> tuple[slice, slice] | None:
    """Return the smallest rectangle outside of which nothing has changed."""
    if before is None:
        return slice(0, picture.shape[0]), slice(0, picture.shape[1])
    differs = ~_same(before, picture)
    rows, columns = (np.flatnonzero(differs.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _same(before: Pixels, picture: Pixels) -> npt.NDArray[np.bool_]:
    """Return which pixels are the same, (height, width)."""
    red, green, blue = np.moveaxis(before == picture, 2, 0)
    # `all` along an axis of three takes ten times as long.
    same: npt.NDArray[np.bool_] = red & green & blue
    return same


def _encoded(
    before: Pixels | None, picture: Pixels, region: tuple[slice, slice]
) -> tuple[bytes, bytes]:
    """Return the description of a part of the picture, and its colours and pixels."""
    part = picture[region]
    height, width = part.shape[:2]
    same = np.zeros((height, width), np.bool_)
    if before is not None:
        same = _same(before[region], part)
    places, colours = _quantized(part, ~same)
    places[same] = _CLEAR
    image = Image.fromarray(places)
    image.putpalette(colours.tobytes())
    table, pixels = _taken_apart(image)
    x, y = int(region[1].start), int(region[0].start)
    flags = 0x80 | (len(table) // 3).bit_length() - 2
    return struct.pack("<BHHHHB", 0x2C, x, y, width, height, flags), table + pixels


def _quantized(
    part: Pixels, is_new: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Find 255 colours for what is new, without mixing dots: text gets no better by it.

    Returns
    -------
    places : ndarray of shape (height, width)
        The place of each pixel's colour.
    colours : ndarray of shape (256, 3)
        Each is the commonest of those that it stands for, so that a background has
        the same colour in every picture.
    """
    new = np.where(is_new[..., np.newaxis], part, np.uint8(0))
    image = Image.fromarray(new).quantize(
        _CLEAR, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    places = np.array(image)
    red, green, blue = (new[..., band][is_new].astype(np.uint32) for band in range(3))
    packed = places[is_new].astype(np.uint32) << 24 | red << 16 | green << 8 | blue
    found, counts = np.unique(packed, return_counts=True)
    found = found[np.argsort(counts, kind="stable")]
    colours = np.zeros((256, 3), np.uint8)
    # Of many that are assigned to one place the last stays.
    for band, shift in enumerate((16, 8, 0)):
        colours[found >> 24, band] = found >> shift & 0xFF
    return places, colours


def _taken_apart(image: Image.Image) -> tuple[bytes, bytes]:
    """Return the 256 colours and the compressed pixels that Pillow writes."""
    stream = io.BytesIO()
    image.save(stream, "GIF", optimize=False, interlace=0)
    content = stream.getvalue()
    at = 13 + _table_size(content[10])
    table = content[13:at]
    while content[at] == 0x21:  # what Pillow says beside the picture
        at += 2
        while content[at]:
            at += 1 + content[at]
        at += 1
    at += 10 + _table_size(content[at + 9])
    table = table.ljust(768, b"\0")
    return table, content[at:-1]


def _table_size(flags: int) -> int:
    """Return how many bytes of colours the flags of a picture announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
