"""With how many digits behind the point numbers that belong together are read best."""

from collections.abc import Iterable
from math import floor, isfinite, log10

from bpviz.scene.change import Change

_DIGITS, _STEP_DIGITS, _MOST_PLACES = 4, 2, 7


def places_of(numbers: Iterable[float | None]) -> int | None:
    """Return as many as the largest of them needs; None where that is too many.

    Then their points are in line and rounded numbers still add up, but for half a
    unit of the last place each.
    """
    known = [abs(number) for number in numbers if number is not None]
    largest = max((number for number in known if isfinite(number)), default=0.0)
    if largest == 0:
        return None
    places = max(_DIGITS - 1 - floor(log10(largest)), 0)
    return places if places <= _MOST_PLACES else None


def places_of_change(change: Change) -> int | None:
    """Return as many as it takes to see that a number moved."""
    places = places_of((change.old, change.new))
    step = abs(change.step)
    if places is None or step == 0 or not isfinite(step):
        return places
    return max(places, min(_STEP_DIGITS - 1 - floor(log10(step)), _MOST_PLACES))
