"""Numbers as they stand in a formula."""

from dataclasses import dataclass

from bpviz.scene.numbers import MINUS, format_decimals, format_number


@dataclass(frozen=True, slots=True)
class LatexNumbers:
    """Writes numbers in LaTeX, all with the same care.

    Attributes
    ----------
    precision : int
        Significant digits.
    """

    precision: int = 4

    def number(self, value: float | None) -> str:
        """Return a number: its sign belongs to it, its exponent is raised.

        None is not allowed: what is worked out has been computed.
        """
        assert value is not None
        return _set(format_number(float(value), self.precision))

    def fixed(self, value: float, places: int | None) -> str:
        """Return it with so many digits behind the point, or as many as it needs."""
        if places is None:
            return self.number(value)
        return _set(format_decimals(value, places))

    def factor(self, value: float | None) -> str:
        """Return a number to multiply with: in brackets where it is negative."""
        text = self.number(value)
        return f"({text})" if value is not None and value < 0 else text

    def added(self, value: float) -> str:
        """Return a number with the sign that adds it to what stands before."""
        if value < 0:
            return f"- {self.number(-value)}"
        return f"+ {self.number(value)}"


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
