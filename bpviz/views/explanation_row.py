"""A named number and the factors that it is made of, as a row of a list."""

from dataclasses import dataclass
from enum import IntEnum

from bpviz.scene.numbers import format_number
from bpviz.views.number_columns import aligned_number

NOT_YET = "—"
"""Stands for a number that the moment has not computed."""


class RowKind(IntEnum):
    """How a row is set."""

    NUMBER = 0
    RESULT = 1
    HEADING = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list.

    Attributes
    ----------
    name : str
        What the number is called.
    value : float or None
        The number; None while it is not computed, and for a heading.
    factors : tuple of float
        The two numbers whose product it is, or none.
    note : str
        Stands where the factors would, if there are none.
    kind : RowKind
        A plain number, the result of those above it, or a heading without a number.
    places : int or None
        Digits behind the point, for numbers that are added up; None for as many as
        the number itself needs.
    """

    name: str
    value: float | None = None
    factors: tuple[float, ...] = ()
    note: str = ""
    kind: RowKind = RowKind.NUMBER
    places: int | None = None

    def middle(self, precision: int) -> str:
        """Return the factors with so many significant digits, or the note."""
        factors = (format_number(factor, precision) for factor in self.factors)
        return " × ".join(factors) or self.note

    def value_text(self, precision: int) -> str:
        """Return the number, with so many significant digits unless it has places."""
        if self.kind is RowKind.HEADING:
            return ""
        if self.value is None:
            return NOT_YET
        if self.places is None or self.value == 0:
            return format_number(self.value, precision)
        return aligned_number(self.value, self.places)

    def exact(self) -> str:
        """Return the number with every digit and a plain minus; empty if none."""
        return "" if self.value is None else repr(float(self.value))

    def tab_separated(self) -> str:
        """Return the row as a spreadsheet reads it: every digit, a plain minus."""
        left, right = self.factors or ("", "")
        return "\t".join((self.name, *(str(f) for f in (left, right)), self.exact()))
