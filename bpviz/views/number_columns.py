"""Numbers that stand under each other; Qt-free."""

from bpviz.scene.numbers import format_decimals, format_number

_LARGEST = 10_000


def aligned_number(value: float, places: int) -> str:
    """Return `value` with so many digits behind the point, if they can say it.

    Then the points of a column are in line; what is too large, or so small that only
    zeros would be seen, is written as everywhere else.
    """
    is_small = 0 < abs(value) < 0.5 * 10.0**-places
    if is_small or not abs(value) < _LARGEST:
        return format_number(value, 3)
    return format_decimals(value, places)
