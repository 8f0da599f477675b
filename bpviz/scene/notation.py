"""Which way matrices lie: both ways are common, so both can be shown."""

from enum import StrEnum


class Notation(StrEnum):
    """How a layer's product is written.

    Attributes
    ----------
    ROWS
        X W: rows are samples, ``z = a W + b``, and W is (fan_in, fan_out).
    COLUMNS
        W a: columns are samples, ``z = W a + b``, and W is (fan_out, fan_in).
    """

    ROWS = "rows"
    COLUMNS = "columns"

    @property
    def product(self) -> str:
        """The product itself, which is the same in every language."""
        return "X W" if self is Notation.ROWS else "W a"
