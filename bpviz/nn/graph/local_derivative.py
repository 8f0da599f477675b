"""What a node does to a gradient that passes through it, kept as data.

The chain rule at one node: the gradient that arrives from the output, times the
local derivative, is what goes on to an operand. The local derivative stands here as
an array and the name of the rule that multiplies with it, so that a picture can show
both and a student can redo the multiplication.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from bpviz.nn.arrays import Array, frozen_copy


class Rule(StrEnum):
    """How a gradient g and a local derivative d are multiplied."""

    TIMES = "times"
    """g × d, number by number."""
    SUM_OF_PRODUCTS = "sum_of_products"
    """Σ g × d: for a number that was used in every place of an array."""
    TIMES_TRANSPOSED = "times_transposed"
    """g dᵀ, a matrix product: how a gradient reaches the inputs X of X W + b."""
    TRANSPOSED_TIMES = "transposed_times"
    """dᵀ g, a matrix product: how it reaches the weights W."""
    SUM_OF_ROWS = "sum_of_rows"
    """g × d, summed over the rows: how it reaches the biases b."""


@dataclass(frozen=True, slots=True, eq=False)
class LocalDerivative:
    """The derivative of a node by one of its operands.

    Attributes
    ----------
    rule : Rule
        How it is multiplied with a gradient.
    factor : Array
        What is multiplied, read-only.
    """

    rule: Rule
    factor: Array

    def times(self, gradient: Array) -> Array:
        """Return the operand's share of `gradient`, in the operand's shape.

        Parameters
        ----------
        gradient : Array
            dL/d(node), in the node's shape.
        """
        return frozen_copy(np.asarray(_PRODUCTS[self.rule](gradient, self.factor)))


_PRODUCTS: dict[Rule, Callable[[Array, Array], npt.ArrayLike]] = {
    Rule.TIMES: lambda g, d: g * d,
    Rule.SUM_OF_PRODUCTS: lambda g, d: np.sum(g * d),
    Rule.TIMES_TRANSPOSED: lambda g, d: np.dot(g, d.T),
    Rule.TRANSPOSED_TIMES: lambda g, d: np.dot(np.atleast_2d(d).T, np.atleast_2d(g)),
    Rule.SUM_OF_ROWS: lambda g, d: np.sum(np.atleast_2d(g) * d, axis=0),
}
