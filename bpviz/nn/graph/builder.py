"""Building a graph: every node is computed, with its local derivatives, as it is added.

builder = GraphBuilder()
x = builder.variable("x", 3.0)
builder.apply("multiply", x, x)
graph = builder.graph()
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, frozen_copy
from bpviz.nn.graph.graph import CONSTANT, VARIABLE, Graph, GraphNode
from bpviz.nn.graph.local_derivative import LocalDerivative
from bpviz.nn.graph.operation import Operation
from bpviz.nn.graph.operations import OPERATIONS

_LONGEST_OPERAND = 24
"""Operands with longer texts are written as ``#index``, so that texts stay short."""


class GraphBuilder:
    """Collects nodes; each method that adds one returns its index."""

    def __init__(self) -> None:
        self._nodes: list[GraphNode] = []

    def variable(self, name: str, value: npt.ArrayLike) -> int:
        """Add an input whose derivative is asked for.

        Raises
        ------
        InputError
            If a number is not finite.
        """
        return self._add_leaf(VARIABLE, name, value)

    def constant(self, value: npt.ArrayLike, name: str = "") -> int:
        """Add a number that stays as it is.

        Raises
        ------
        InputError
            If a number is not finite.
        """
        return self._add_leaf(CONSTANT, name, value)

    def apply(self, operation: str, *operands: int, name: str = "") -> int:
        """Add what `operation` makes of earlier nodes.

        Parameters
        ----------
        operation : str
            A name from `OPERATIONS`.
        *operands : int
            Indices of its operands, in order.
        name : str
            What the node is called, if it has a name.

        Raises
        ------
        InputError
            If the operands do not fit, or a value or a derivative is not a finite
            number; it names the node.
        """
        kind = OPERATIONS[operation]
        nodes = [self._nodes[operand] for operand in operands]
        text = name or _text(kind, nodes)
        values = [node.value for node in nodes]
        _check_operands(kind, values, text)
        with np.errstate(all="ignore"):  # What is not finite is found below.
            value, derivatives = kind.evaluate(*values)
        _check_value(value, text)
        return self._add(
            operation=operation,
            operands=operands,
            value=value,
            local_derivatives=tuple(
                _existing(derivative, node, text)
                for derivative, node in zip(derivatives, nodes, strict=True)
            ),
            name=name,
            text=text,
            is_constant=all(node.is_constant for node in nodes),
        )

    def call(self, index: int, name: str) -> None:
        """Give a node a name, before others are computed from it."""
        self._nodes[index] = replace(self._nodes[index], name=name, text=name)

    def graph(self) -> Graph:
        """Return what was built; the node that was added last is the output."""
        return Graph(tuple(self._nodes))

    def _add_leaf(self, kind: str, name: str, value: npt.ArrayLike) -> int:
        array = np.asarray(value, np.float64)
        text = name or _value_text(array)
        _check_value(array, text)
        return self._add(
            operation=kind,
            operands=(),
            value=array,
            local_derivatives=(),
            name=name,
            text=text,
            is_constant=kind == CONSTANT,
        )

    def _add(
        self,
        *,
        operation: str,
        operands: tuple[int, ...],
        value: Array,
        local_derivatives: tuple[LocalDerivative | None, ...],
        name: str,
        text: str,
        is_constant: bool,
    ) -> int:
        index = len(self._nodes)
        self._nodes.append(
            GraphNode(
                index=index,
                operation=operation,
                operands=operands,
                value=frozen_copy(value),
                local_derivatives=local_derivatives,
                name=name,
                text=text,
                is_constant=is_constant,
            )
        )
        return index


def _check_operands(kind: Operation, values: Sequence[Array], text: str) -> None:
    problem = kind.problem(*values)
    if problem is not None:
        shapes = ", ".join(str(value.shape) if value.shape else "1" for value in values)
        raise InputError(problem, node=text, shapes=shapes)


def _check_value(value: Array, text: str) -> None:
    if not np.isfinite(value).all():
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{node} is too large for a number."), node=text
        )


def _existing(
    derivative: LocalDerivative, operand: GraphNode, text: str
) -> LocalDerivative | None:
    """Return the derivative if it is finite; a constant can do without."""
    if np.isfinite(derivative.factor).all():
        return derivative
    if operand.is_constant:
        return None
    raise InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{node} has no finite derivative by {operand} at this value."
        ),
        node=text,
        operand=operand.text,
    )


def _text(kind: Operation, operands: Sequence[GraphNode]) -> str:
    """Return a node without a name as people write it: ``(a + b) × c``."""
    if kind.is_infix:
        return f" {kind.symbol} ".join(map(_in_brackets, operands))
    if kind.name == "negate":
        return kind.symbol + _in_brackets(operands[0])
    return f"{kind.name}({', '.join(map(_short, operands))})"


def _in_brackets(node: GraphNode) -> str:
    text = _short(node)
    is_sum_or_so = node.operation in OPERATIONS and OPERATIONS[node.operation].is_infix
    is_compound = is_sum_or_so and text not in (node.name, f"#{node.index}")
    return f"({text})" if is_compound or text.startswith(("-", "−")) else text


def _short(node: GraphNode) -> str:
    return node.text if len(node.text) <= _LONGEST_OPERAND else f"#{node.index}"


def _value_text(value: Array) -> str:
    return str(value.tolist()).removesuffix(".0")
