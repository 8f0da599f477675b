"""The numbers of a graph as text: every digit, or as many as there is room for."""

from functools import lru_cache
from math import isfinite

from bpviz.nn.arrays import Array
from bpviz.scene.graph_sizes import MOST_LINES
from bpviz.scene.numbers import MINUS, format_number

_MOST_DIGITS = 6
_MATRIX_DIGITS = 4
"""Of numbers that stand close to each other."""
_LONGEST_IN_MATRIX = 9
_WIDTHS = {".": 0.5, MINUS: 1.32}
"""Of what is not as wide as a digit."""

Grid = tuple[tuple[str, ...], ...]
"""Rows of numbers."""


def full_digits(value: float) -> str:
    """Return a number with all the digits that tell it from every other float."""
    return repr(float(value) + 0.0).removesuffix(".0").replace("-", MINUS)


@lru_cache(maxsize=4096)
def fitting_number(value: float, room: float, most_digits: int = _MOST_DIGITS) -> str:
    """Return a number with as many digits as fit, at least one.

    Parameters
    ----------
    room : float
        In widths of a digit.
    """
    for digits in range(most_digits, 1, -1):
        text = format_number(value, digits)
        if width(text) <= room:
            return text
    text = format_number(value, 1)
    if width(text) <= room or not isfinite(value):
        return text
    # 0.0003 is longer than 3e−4.
    mantissa, _, exponent = f"{value:.0e}".partition("e")
    return min(text, f"{mantissa}e{int(exponent)}".replace("-", MINUS), key=width)


def width(text: str) -> float:
    """Return about how wide a number is written, in widths of a digit."""
    return sum(_WIDTHS.get(character, 1.0) for character in text)


def number_grid(value: Array, room: float) -> Grid:
    """Return the numbers of an array row by row; its shape where it is too large.

    Parameters
    ----------
    room : float
        For each of them, in widths of a digit.
    """
    if is_too_large(value):
        return ((shape_text(value),),)
    if not value.shape:
        return ((fitting_number(float(value), room),),)
    rows = value.reshape(1, -1) if value.ndim < 2 else value
    return tuple(
        tuple(fitting_number(float(entry), room, _MATRIX_DIGITS) for entry in row)
        for row in rows
    )


def longest(value: Array) -> float:
    """Return how wide the longest number of an array is, in widths of a digit."""
    grid = number_grid(value, _LONGEST_IN_MATRIX)
    return max(width(text) for row in grid for text in row)


def is_too_large(value: Array) -> bool:
    """Tell whether an array is shown by its shape."""
    return max(value.shape, default=1) > MOST_LINES


def shape_text(value: Array) -> str:
    """Return the shape of an array as people write it: ``28 × 28``."""
    return " × ".join(map(str, value.shape))


def exact(value: Array) -> str:
    """Return a number in full; of an array its numbers with a few, in rows."""
    if not value.shape:
        return full_digits(float(value))
    return "\n".join("  ".join(row) for row in number_grid(value, _LONGEST_IN_MATRIX))


def worked(symbol: str, numbers: list[str], *, is_infix: bool) -> str:
    """Return an operation with numbers: ``200 × 1.1``, ``exp(−1)``."""
    if is_infix:
        return f" {symbol} ".join(map(_in_brackets, numbers))
    return f"{symbol}({', '.join(numbers)})"


def _in_brackets(number: str) -> str:
    return f"({number})" if number.startswith(MINUS) else number
