"""How far a number goes when it is dragged: in steps of its third digit."""

from math import floor, log10

_DIGIT = 2
"""A pixel moves the digit that is so many places behind the first."""
_AT_ZERO = -2
"""The power of ten that a pixel is worth where the number is 0."""
_SMALLEST, _LARGEST = -12, 9


def scrubbed(start: float, pixels: float, power: int = 0) -> float:
    """Return the number that a drag makes of `start`.

    It moves in round steps, so that it stays short: 2 becomes 2.01, 2.02, …

    Parameters
    ----------
    start : float
        Where the drag began.
    pixels : float
        How far it has gone to the right; below 0 for the left.
    power : int
        1 for steps ten times as large, -1 for a tenth.
    """
    exponent = floor(log10(abs(start))) - _DIGIT if start else _AT_ZERO
    exponent = min(max(exponent + power, _SMALLEST), _LARGEST)
    steps = round(pixels)
    if not steps:
        return start
    step = float(f"{steps}e{exponent}")
    # Adding 0 turns the float −0.0 into 0.0.
    return round(start + step, max(-exponent, 0)) + 0.0
