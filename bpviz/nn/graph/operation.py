"""What an operation of a graph is: its value, and its derivative by each operand."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array, frozen_copy
from bpviz.nn.graph.local_derivative import LocalDerivative, Rule

Shape = tuple[int, ...]
Result = tuple[Array, tuple[LocalDerivative, ...]]
Evaluate = Callable[..., Result]
Problem = Callable[..., str | None]

ANY_NUMBER = 0
"""The arity of an operation that takes two operands or more."""

SHAPES_DIFFER = QT_TRANSLATE_NOOP(
    "Errors", "{node} needs numbers or arrays of one shape; got {shapes}."
)


def no_problem(*_values: Array) -> str | None:
    """Accept whatever an operation is given."""
    return None


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of node.

    Attributes
    ----------
    name : str
        The word used in files and on the command line.
    symbol : str
        What stands in the node, and between its operands where `is_infix`.
    arity : int
        How many operands; `ANY_NUMBER` for two or more.
    evaluate : callable
        From the operands' values to the value and one local derivative each. Where
        there is no derivative its factor is not a number.
    problem : callable
        From the operands' values to what is wrong with them: a sentence for people
        with the fields ``{node}``, ``{shapes}``, or None.
    is_infix : bool
        Whether people write the symbol between the operands.
    """

    name: str
    symbol: str
    arity: int
    evaluate: Evaluate
    problem: Problem = no_problem
    is_infix: bool = False

    def takes(self, count: int) -> bool:
        """Tell whether there may be `count` operands."""
        return count >= 2 if self.arity == ANY_NUMBER else count == self.arity


def elementwise(
    value: Array, *operands_and_factors: tuple[Array, Array | float]
) -> Result:
    """Return a value and its derivatives, where every number stands for itself.

    Parameters
    ----------
    value : Array
        What was computed, number by number.
    *operands_and_factors : tuple of Array and Array
        Each operand and the derivative by it, a number or in the value's shape.
    """
    shape = np.shape(value)
    derivatives = []
    for operand, factor in operands_and_factors:
        rule = Rule.TIMES if operand.shape == shape else Rule.SUM_OF_PRODUCTS
        derivatives.append(derivative(rule, factor))
    return np.asarray(value), tuple(derivatives)


def derivative(rule: Rule, factor: Array | float) -> LocalDerivative:
    """Return a local derivative with its own copy of `factor`."""
    return LocalDerivative(rule, frozen_copy(np.asarray(factor, np.float64)))


def differing_shapes(*values: Array) -> str | None:
    """Say so where arrays of different shapes meet; a number goes with any array."""
    shapes = {value.shape for value in values if value.shape}
    return SHAPES_DIFFER if len(shapes) > 1 else None
