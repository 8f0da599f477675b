"""The different parts of an expression, each kept once."""

from dataclasses import dataclass

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.expression_error import ExpressionError

MOST_TERMS = 500
"""Different parts in an expression."""


@dataclass(frozen=True, slots=True)
class Term:
    """One part of an expression.

    Attributes
    ----------
    operation : str
        A name from `OPERATIONS`, ``variable`` or ``constant``.
    operands : tuple of int
        Indices of the terms it is computed from.
    name : str
        Of a variable.
    number : float
        Of a constant.
    start, stop : int
        The characters where it is first written.
    """

    operation: str
    operands: tuple[int, ...]
    name: str
    number: float
    start: int
    stop: int


class TermTable:
    """Terms by what they are, in the order in which they come."""

    def __init__(self) -> None:
        self._terms: list[Term] = []
        self._indices: dict[tuple[object, ...], int] = {}

    @property
    def terms(self) -> tuple[Term, ...]:
        """Those that are there so far."""
        return tuple(self._terms)

    def index(self, term: Term) -> int:
        """Return the index of `term`, wherever it is written; add it if it is new.

        Raises
        ------
        ExpressionError
            If there are too many.
        """
        key = (term.operation, term.operands, term.name, term.number)
        if key not in self._indices:
            if len(self._terms) == MOST_TERMS:
                raise ExpressionError(
                    QT_TRANSLATE_NOOP(
                        "Errors", "The expression has more than {most} different parts."
                    ),
                    term.start,
                    term.stop,
                    most=MOST_TERMS,
                )
            self._indices[key] = len(self._terms)
            self._terms.append(term)
        return self._indices[key]
