"""What the arrow keys make of a number: the next one on a scale of round numbers."""

from math import floor, log10

_FACTORS = (1, 2, 5, 10)
_SMALLEST = 1e-12


def next_round(value: float, direction: int) -> float:
    """Return the next of ..., 0.1, 0.2, 0.5, 1, 2, 5, ... above or below a number.

    Parameters
    ----------
    value : float
        Not negative; from 0 the next above is 0.0001, below which 0 comes next.
    direction : int
        1 for above, -1 for below.
    """
    if value < _SMALLEST:
        return 1e-4 if direction > 0 else 0.0
    exponent = floor(log10(value) + 1e-9)
    # Read as text: 5 * 10 ** -1 need not be the float that 0.5 is.
    scale = [
        float(f"{factor}e{power}")
        for power in range(exponent - 1, exponent + 2)
        for factor in _FACTORS[:-1]
    ]
    slack = 1e-9 * value
    if direction > 0:
        return min(one for one in scale if one > value + slack)
    return max(one for one in scale if one < value - slack)


def next_share(value: float, direction: int) -> float:
    """Return the next of 0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, ..., below 1.

    What is left to 1 is on the scale of `next_round`.
    """
    left = next_round(max(1.0 - value, 0.0), -direction)
    return round(1.0 - min(left, 1.0), 12) if left > 0 else value
