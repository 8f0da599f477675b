"""Numbers as they stand in a formula."""

from bpviz.scene.numbers import MINUS, format_decimals, format_number


def number(value: float | None, precision: int = 4) -> str:
    """Return a number in LaTeX: its sign belongs to it, its exponent is raised.

    None is not allowed: what is worked out has been computed.
    """
    assert value is not None
    return _set(format_number(float(value), precision))


def fixed(value: float, places: int | None) -> str:
    """Return a number with so many digits behind the point, or as many as it needs."""
    return number(value) if places is None else _set(format_decimals(value, places))


def factor(value: float | None, precision: int = 4) -> str:
    """Return a number to multiply with: in brackets where it is negative."""
    text = number(value, precision)
    return f"({text})" if value is not None and value < 0 else text


def added(value: float) -> str:
    """Return a number with the sign that adds it to what stands before."""
    return f"- {number(-value)}" if value < 0 else f"+ {number(value)}"


def times(left: str, right: str) -> str:
    """Return a product of two numbers."""
    return rf"{left} \, \times \, {right}"


def _set(text: str) -> str:
    if text == "NaN":
        return r"\mathrm{NaN}"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.replace("∞", r"\infty").replace(MINUS, "{-}")
    if not exponent:
        return mantissa
    return rf"{mantissa} \cdot 10^{{{exponent.replace(MINUS, '{-}')}}}"
