"""Expressions such as ``(apple * apple_n + orange * orange_n) * tax``, typed by people.

Written as in Python: + - * / and ** for powers, which may also be written ^ and then
binds just as tightly (-x^2 is -(x^2), 2^3^2 is 2^(3^2)); × · ÷ − are understood. The
functions are those of `terms.CALLABLE`.

A name that stands in several places is one variable, and a part that is written in
several places, such as a*b in (a*b) + (a*b), is computed once: their derivatives add
up. Every number is a float, so no power can grow without end.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy.typing as npt

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.graph.builder import GraphBuilder
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.graph import CONSTANT, VARIABLE, Graph
from bpviz.nn.graph.term import Term
from bpviz.nn.graph.terms import terms_of
from bpviz.nn.graph.tokens import shortened


@dataclass(frozen=True, slots=True)
class Expression:
    """What was typed, read.

    Attributes
    ----------
    text : str
        As it was typed.
    terms : tuple of Term
        Each different part once, in the order of computation; the last is the whole.
    """

    text: str
    terms: tuple[Term, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The variables, in the order in which they are first needed."""
        return tuple(term.name for term in self.terms if term.operation == VARIABLE)

    def graph(self, values: Mapping[str, npt.ArrayLike]) -> Graph:
        """Compute the expression.

        A variable is one node however often it is used; a number is a node of its
        own in every place, since the 1 here and the 1 there have nothing in common.

        Parameters
        ----------
        values : mapping
            A number or an array for every name; others are not looked at.

        Raises
        ------
        ExpressionError
            If a value is missing or a part cannot be computed.
        """
        builder = GraphBuilder()
        nodes: dict[int, int] = {}
        for number, term in enumerate(self.terms):
            if term.operation == CONSTANT and term is not self.terms[-1]:
                continue  # Added beside each part that uses it.
            try:
                nodes[number] = self._add(term, nodes, builder, values)
            except InputError as error:
                raise ExpressionError(
                    error.template, term.start, term.stop, **error.values
                ) from error
        return builder.graph()

    def _add(
        self,
        term: Term,
        nodes: Mapping[int, int],
        builder: GraphBuilder,
        values: Mapping[str, npt.ArrayLike],
    ) -> int:
        """Add the node of a term, and of the constants that it uses."""
        if term.operation == CONSTANT:
            return builder.constant(term.number)
        if term.operation == VARIABLE:
            if term.name not in values:
                raise InputError(
                    QT_TRANSLATE_NOOP("Errors", "{name} has no value."),
                    name=shortened(term.name),
                )
            return builder.variable(term.name, values[term.name])
        operands = [
            nodes[operand]
            if operand in nodes
            else builder.constant(self.terms[operand].number)
            for operand in term.operands
        ]
        return builder.apply(term.operation, *operands)


def parse_expression(text: str) -> Expression:
    """Read an expression.

    Raises
    ------
    ExpressionError
        If it is none; it says where.
    """
    return Expression(text, terms_of(text))
