"""Relative errors as colours: what agrees sinks into the canvas, what is wrong burns.

Errors run over ten powers of ten, so the scale is logarithmic. It begins where right
derivatives are (1e-8 and less), and everything from 1 on, which no rounding brings
about, has the end's colour. The colours are those of positive numbers, so there is
no second scale to learn.
"""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.scene.colors import ColorArray, signed_colors

LOWEST, HIGHEST = 1e-8, 1.0
"""The errors at the scale's ends."""

_UNKNOWN = {False: 0xFFE3E5E9, True: 0xFF2C2E33}


def error_places(errors: Array) -> Array:
    """Return each error's place between 0 (`LOWEST`) and 1 (`HIGHEST`); nan stays."""
    with np.errstate(all="ignore"):
        places = np.log10(np.maximum(errors, LOWEST) / LOWEST)
    places /= np.log10(HIGHEST / LOWEST)
    return np.where(np.isnan(errors), np.nan, np.clip(places, 0, 1))


def error_colors(errors: Array, theme_is_dark: bool) -> ColorArray:
    """Return each error's colour; what is not compared has a grey of its own."""
    colors = signed_colors(error_places(errors), 1.0, theme_is_dark)
    colors[np.isnan(errors)] = _UNKNOWN[theme_is_dark]
    return colors


@dataclass(frozen=True, slots=True, eq=False)
class ErrorPicture:
    """The errors of one array as a matrix of cells, wider than high.

    Biases are one row, a matrix that is higher than wide lies on its side. Where there
    are more entries than fit, a cell stands for a block of them and shows the largest.

    Attributes
    ----------
    cells : Array
        (rows, columns); nan where nothing is compared.
    """

    errors: Array
    cells: Array
    _block: tuple[int, int]

    @classmethod
    def of(cls, errors: Array, most_rows: int, most_columns: int) -> "ErrorPicture":
        """Make the picture of one array's errors with no more cells than that."""
        matrix = _lying(errors)
        rows, columns = matrix.shape
        block = -(-rows // most_rows), -(-columns // most_columns)
        height, width = -(-rows // block[0]), -(-columns // block[1])
        padded = np.full((height * block[0], width * block[1]), -np.inf)
        padded[:rows, :columns] = np.where(np.isnan(matrix), -np.inf, matrix)
        blocks = padded.reshape(height, block[0], width, block[1])
        cells = blocks.max(axis=(1, 3))
        cells[np.isneginf(cells)] = np.nan
        return cls(errors, cells, block)

    def entry_at(self, row: int, column: int) -> tuple[int, ...]:
        """Return the entry of the array that a cell shows."""
        matrix = _lying(self.errors)
        top, left = row * self._block[0], column * self._block[1]
        block = matrix[top : top + self._block[0], left : left + self._block[1]]
        known = np.where(np.isnan(block), -np.inf, block)
        inner = np.unravel_index(int(known.argmax()), known.shape)
        place = top + int(inner[0]), left + int(inner[1])
        if self.errors.ndim == 1:
            return (place[1],)
        return place[::-1] if _is_tall(self.errors) else place


def _is_tall(errors: Array) -> bool:
    return errors.ndim == 2 and errors.shape[1] < errors.shape[0]


def _lying(errors: Array) -> Array:
    return errors.T if _is_tall(errors) else np.atleast_2d(errors)
