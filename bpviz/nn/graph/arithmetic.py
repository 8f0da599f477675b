"""The operations of arithmetic, number by number: x + y, x − y, x × y, x / y, x ^ y.

In each, z is the value; the derivatives by the operands stand in the docstring.
"""

from functools import reduce

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.arrays import Array
from bpviz.nn.graph.operation import (
    ANY_NUMBER,
    Operation,
    Result,
    differing_shapes,
    elementwise,
)

DIVIDES_BY_ZERO = QT_TRANSLATE_NOOP("Errors", "{node} divides by zero.")


def _add(*operands: Array) -> Result:
    """Addition: z = x + y + …; by every operand 1: the gradient passes as it is."""
    value = reduce(np.add, operands)
    return elementwise(value, *((operand, 1.0) for operand in operands))


def _subtract(x: Array, y: Array) -> Result:
    """Subtraction: z = x - y; dz/dx = 1, dz/dy = -1."""
    return elementwise(x - y, (x, 1.0), (y, -1.0))


def _multiply(x: Array, y: Array) -> Result:
    """Multiplication: z = x y; dz/dx = y, dz/dy = x: each gets the other."""
    return elementwise(x * y, (x, y), (y, x))


def _divide(x: Array, y: Array) -> Result:
    """Division: z = x / y; dz/dx = 1 / y, dz/dy = -x / y^2 = -z / y."""
    value = x / y
    return elementwise(value, (x, 1.0 / y), (y, -value / y))


def _division_problem(x: Array, y: Array) -> str | None:
    return differing_shapes(x, y) or (DIVIDES_BY_ZERO if np.any(y == 0) else None)


def _power(x: Array, y: Array) -> Result:
    """Power: z = x^y; dz/dx = y x^(y-1), dz/dy = z ln x.

    x^0 is 1 for every x, so that dz/dx is 0 there even for x = 0. dz/dy does not exist
    for x < 0, nor for 0^0; for x = 0 and y > 0 it is 0.
    """
    value = x**y
    by_x = np.where(y == 0, 0.0, y * x ** (y - 1.0))
    by_y = np.where((x == 0) & (y > 0), 0.0, value * np.log(x))
    return elementwise(value, (x, by_x), (y, by_y))


def _power_problem(x: Array, y: Array) -> str | None:
    problem = differing_shapes(x, y)
    if problem is not None:
        return problem
    if np.any((x == 0) & (y < 0)):
        return DIVIDES_BY_ZERO
    if np.any((x < 0) & (y != np.floor(y))):
        return QT_TRANSLATE_NOOP(
            "Errors", "{node} raises a negative number to a power that is not whole."
        )
    return None


def _negate(x: Array) -> Result:
    """Negation: z = -x; dz/dx = -1."""
    return elementwise(-x, (x, -1.0))


ARITHMETIC = (
    Operation("add", "+", ANY_NUMBER, _add, differing_shapes, is_infix=True),
    Operation("subtract", "−", 2, _subtract, differing_shapes, is_infix=True),
    Operation("multiply", "×", 2, _multiply, differing_shapes, is_infix=True),
    Operation("divide", "/", 2, _divide, _division_problem, is_infix=True),
    Operation("power", "^", 2, _power, _power_problem, is_infix=True),
    Operation("negate", "−", 1, _negate),
)
