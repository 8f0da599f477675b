"""With how many digits behind the point numbers that belong together are read best."""

from collections.abc import Iterable
from math import floor, isfinite, log10

from bpviz.scene.change import Change

_STEP_DIGITS = 2
# Beside the significant digits: zeros between the point and the first of them.
_MOST_ZEROS = 3


def places_of(numbers: Iterable[float | None], precision: int = 4) -> int | None:
    """Return as many as the largest of them needs; None where that is too many.

    Then their points are in line and rounded numbers still add up, but for half a
    unit of the last place each.

    Parameters
    ----------
    precision : int
        Significant digits of the largest.
    """
    known = [abs(number) for number in numbers if number is not None]
    largest = max((number for number in known if isfinite(number)), default=0.0)
    if largest == 0:
        return None
    places = max(precision - 1 - floor(log10(largest)), 0)
    return places if places <= precision + _MOST_ZEROS else None


def places_of_change(change: Change, precision: int = 4) -> int | None:
    """Return as many as it takes to see that a number moved."""
    places = places_of((change.old, change.new), precision)
    step = abs(change.step)
    if places is None or step == 0 or not isfinite(step):
        return places
    most = precision + _MOST_ZEROS
    return max(places, min(_STEP_DIGITS - 1 - floor(log10(step)), most))
