"""The one way in which the program prints a number."""

from math import floor, isinf, isnan, log10

MINUS = "\N{MINUS SIGN}"
"""As wide as a digit and as high as a plus, unlike the hyphen."""

_FEWEST_DIGITS_BEFORE_EXPONENT = 6


def format_number(value: float, precision: int = 4) -> str:
    """Return `value` with so many significant digits: ``−0.1385``, ``2.5e−7``.

    Zeros at the end are left out. Digits before the point are always all there, up to
    a million; beyond it and below a ten-thousandth an exponent is shorter.

    Parameters
    ----------
    precision : int
        Significant digits, 1 or more.
    """
    if isnan(value):
        return "NaN"
    if isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    text = f"{value:.{precision - 1}e}"
    exponent = int(text.partition("e")[2])
    if -5 < exponent < max(precision, _FEWEST_DIGITS_BEFORE_EXPONENT):
        text = _without_trailing_zeros(f"{value:.{max(precision - 1 - exponent, 0)}f}")
    else:
        text = f"{_without_trailing_zeros(text.partition('e')[0])}e{exponent}"
    return text.replace("-", MINUS)


def format_short(value: float, most_characters: int = 6) -> str:
    """Return `value` with up to three digits, fewer where it would be too long."""
    for precision in (3, 2):
        text = format_number(value, precision)
        if len(text) <= most_characters:
            return text
    return format_number(value, 1)


def format_decimals(value: float, decimals: int = 3) -> str:
    """Return `value` with a fixed number of decimals, for numbers below each other."""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", MINUS)


def format_count(count: int) -> str:
    """Return a whole number with a comma before every three digits: ``40,600``."""
    return f"{count:,}".replace("-", MINUS)


def round_up(value: float) -> float:
    """Return the smallest round number that is not below `value`, for a scale's end.

    Round numbers are 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten: a scale that ends
    at one reads well, and stays where it is while the largest value moves a little.

    Parameters
    ----------
    value : float
        Not negative. 0 and what is not finite give 1, so that a scale always exists.
    """
    if not 0 < value < float("inf"):
        return 1.0
    exponent = floor(log10(value))
    for mantissa in ("1", "1.5", "2", "3", "4", "5", "6", "8", "10"):
        # Read as text: 3 * 10 ** -1 would be 0.30000000000000004.
        end = float(f"{mantissa}e{exponent}")
        if end >= value:
            return end
    return float(f"1e{exponent + 1}")


def _without_trailing_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
