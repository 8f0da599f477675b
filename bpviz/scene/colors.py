"""One scale of colours about zero: blue below, red above, for every number on screen.

Zero is the colour of the canvas itself, so what is nearly nothing sinks into it; the
further a number is from zero the further its colour stands out, alike on both sides,
in both themes. Blue and red differ for the colour-blind as well.

The control points were chosen in Oklab, the two arms in step: equally light, at hues
of 262 and 29 degrees. Their WCAG contrast with the canvas, from zero to the end, is
1, 1.3, 2, 3.3, 5.4, 8.1 on light and 1, 1.3, 1.9, 2.9, 4.4, 6.3 on dark (blue and red
within 7 % of each other).
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array

ColorArray = npt.NDArray[np.uint32]
"""Colours as Qt's RGB32 and ARGB32 have them: 0xAARRGGBB."""

ZERO_INDEX = 128
"""Where zero stands in a table of 256; 1 is the negative end, 255 the positive."""

_ARM = 127

LIGHT_CANVAS = 0xFFF6F6F7
DARK_CANVAS = 0xFF1C1D20
LIGHT_INK = 0xFF1F2328
DARK_INK = 0xFFE4E6E9

# From zero outwards, at equal distances. The first is the canvas.
_LIGHT_BLUE = (LIGHT_CANVAS, 0xC6DAFE, 0x8AB2FC, 0x5088F2, 0x1B5EE1, 0x0141BA)
_LIGHT_RED = (LIGHT_CANVAS, 0xFCCCC5, 0xF39688, 0xE05B4C, 0xC70E0A, 0x990102)
_DARK_BLUE = (DARK_CANVAS, 0x203150, 0x294987, 0x3263C3, 0x3D7EFC, 0x6D9FFE)
_DARK_RED = (DARK_CANVAS, 0x4C251F, 0x7D2F26, 0xB3392D, 0xE64537, 0xF97161)


def canvas_color(dark: bool) -> int:
    """Return the colour of zero, which is what everything is drawn on."""
    return DARK_CANVAS if dark else LIGHT_CANVAS


@lru_cache
def signed_table(dark: bool) -> ColorArray:
    """Return the scale as a lookup table, read-only, shape (256,)."""
    blue, red = (_DARK_BLUE, _DARK_RED) if dark else (_LIGHT_BLUE, _LIGHT_RED)
    table = np.empty(256, np.uint32)
    table[ZERO_INDEX:] = _gradient(red, _ARM + 1)
    table[ZERO_INDEX : ZERO_INDEX - _ARM - 1 : -1] = _gradient(blue, _ARM + 1)
    table[0] = table[1]
    table.setflags(write=False)
    return table


@lru_cache
def ink_table(dark: bool) -> ColorArray:
    """Return the scale for pictures of samples: from the canvas to the text's colour.

    A sample is what was given, not what was computed: it is drawn like print, without
    a hue. Shape (256,), read-only.
    """
    ends = (DARK_CANVAS, DARK_INK) if dark else (LIGHT_CANVAS, LIGHT_INK)
    table = _gradient(ends, 256)
    table.setflags(write=False)
    return table


def signed_indices(
    values: Array, scale: float, power: float = 1.0
) -> npt.NDArray[np.uint8]:
    """Return each value's place in `signed_table`.

    Parameters
    ----------
    values : Array
        Any shape.
    scale : float
        The value at the end of the scale, above 0; what lies beyond has the end's
        colour, and NaN that of zero.
    power : float
        Above 1 the colours rise slowly from zero and fast towards the end: where
        thousands of lines lie over each other, that lets the strong ones stand out.
    """
    places = _shares(values, scale, -1)
    if power != 1:
        places = np.copysign(np.abs(places) ** np.float32(power), places)
    places *= _ARM
    np.rint(places, out=places)
    places += ZERO_INDEX
    return places.astype(np.uint8)


def signed_colors(
    values: Array, scale: float, theme_is_dark: bool, power: float = 1.0
) -> ColorArray:
    """Return the colour of each value; see `signed_indices`."""
    return signed_table(theme_is_dark)[signed_indices(values, scale, power)]


def hairline_colors(
    indices: npt.NDArray[np.uint8], theme_is_dark: bool, width: float
) -> ColorArray:
    """Return what a screen shows of lines on the canvas that are less than a pixel.

    Parameters
    ----------
    indices : ndarray of uint8
        The lines' own colours, as places in `signed_table`.
    width : float
        Of the lines, in the screen's pixels; from 1 on they show their own colours.
    """
    return _hairline_table(theme_is_dark, width)[indices]


def legend_colors(
    theme_is_dark: bool, start: float, count: int, power: float = 1.0
) -> ColorArray:
    """Return the colours of `count` values from `start`, -1 or 0, to 1."""
    return signed_colors(np.linspace(start, 1, count), 1.0, theme_is_dark, power)


def ink_colors(values: Array, scale: float, theme_is_dark: bool) -> ColorArray:
    """Return the print of values from 0 (the canvas) to `scale` (full ink)."""
    places = _shares(values, scale, 0)
    return ink_table(theme_is_dark)[np.rint(places * 255).astype(np.uint8)]


def _shares(values: Array, scale: float, lowest: int) -> npt.NDArray[np.float32]:
    """Return each value's share of `scale` from `lowest` to 1; NaN as 0."""
    # A run that diverges brings numbers of every size here, and some that are none.
    with np.errstate(all="ignore"):
        shares = (values / scale).astype(np.float32)
    # Not nan_to_num and clip, which take as long as all the rest for a few hundred.
    shares[np.isnan(shares)] = 0
    np.maximum(shares, lowest, out=shares)
    np.minimum(shares, 1, out=shares)
    return shares


@lru_cache
def _hairline_table(dark: bool, width: float) -> ColorArray:
    table = signed_table(dark)
    if width >= 1:
        return table
    canvas = _channels(np.array(canvas_color(dark), np.uint32))
    mixed = _packed(canvas + (_channels(table) - canvas) * width)
    mixed.setflags(write=False)
    return mixed


def _gradient(points: tuple[int, ...], count: int) -> ColorArray:
    """Return `count` colours running through `points`, which lie at equal distances."""
    channels = _channels(np.array(points, np.uint32))
    places = np.linspace(0, len(points) - 1, count)
    at = np.arange(len(points))
    return _packed(
        np.column_stack([np.interp(places, at, channels[:, k]) for k in range(3)])
    )


def _channels(colors: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return red, green and blue along a new last axis."""
    packed = np.asarray(colors, np.uint32)[..., np.newaxis]
    return ((packed >> np.array([16, 8, 0], np.uint32)) & 0xFF).astype(np.float64)


def _packed(channels: npt.NDArray[np.float64]) -> ColorArray:
    whole = np.rint(channels).astype(np.uint32)
    return np.uint32(0xFF000000) | whole @ np.array([1 << 16, 1 << 8, 1], np.uint32)
