"""The parts of an expression in the order of computation, by way of Python's parser.

This is the second gate: of the tree that Python's parser makes, only numbers, names,
arithmetic and calls of `CALLABLE` are let through. Nothing is ever run.
"""

import ast
from itertools import accumulate

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.graph import CONSTANT, VARIABLE
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.nn.graph.term import Term, TermTable
from bpviz.nn.graph.tokens import FOREIGN, Token, shortened, tokens_of

CALLABLE = (
    *("exp", "log", "sigmoid", "tanh", "relu", "leaky_relu", "softplus", "max", "sum"),
    *("affine", "softmax_with_loss"),
)
"""The operations that are written as functions."""

DEEPEST = 200
"""Parts in one another."""

_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.Pow: "power",
}


def terms_of(text: str) -> tuple[Term, ...]:
    """Return each different part of `text` once, after its own parts.

    Raises
    ------
    ExpressionError
        If it is not an expression.
    """
    return _Reader(text, tokens_of(text)).read()


class _Reader:
    """Goes through Python's tree without recursion.

    Parameters
    ----------
    text : str
        The expression.
    tokens : list of Token
        What it consists of.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._python = "".join(token.python for token in tokens)
        # Python counts bytes of its text; every part begins and ends with a token.
        ends = list(accumulate(len(token.python.encode()) for token in tokens))
        begins = [0, *ends[:-1]]
        self._starts = dict(zip(begins, (t.start for t in tokens), strict=True))
        self._stops = dict(zip(ends, (t.stop for t in tokens), strict=True))
        self._table = TermTable()

    def read(self) -> tuple[Term, ...]:
        """Return the terms, the whole expression last."""
        done: list[int] = []
        waiting: list[tuple[ast.expr, int, bool]] = [(self._tree(), 1, False)]
        while waiting:
            node, depth, operands_are_done = waiting.pop()
            if depth > DEEPEST:
                raise self._too_deep()
            operands = self._operands(node)
            if operands_are_done:
                first = len(done) - len(operands)
                done[first:] = [self._term(node, tuple(done[first:]))]
                continue
            waiting.append((node, depth, True))
            waiting.extend((operand, depth + 1, False) for operand in operands[::-1])
        return self._table.terms

    def _tree(self) -> ast.expr:
        try:
            return ast.parse(self._python, mode="eval").body
        except (RecursionError, MemoryError) as error:
            raise self._too_deep() from error

    def _operands(self, node: ast.expr) -> list[ast.expr]:
        """Return what a part is computed from, after a look at what kind it is."""
        match node:
            case ast.Constant(value=float()) | ast.Name():
                return []
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=float())):
                return []  # The sign of a number belongs to it.
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
                return [operand]
            case ast.BinOp(op=operator) if type(operator) in _BINARY:
                return [node.left, node.right]
            case ast.Call(func=ast.Name(id=name), args=operands, keywords=[]):
                self._check_call(node, name, len(operands))
                return operands
        start, stop = self._span(node)
        text = repr(shortened(self._text[start:stop]))
        raise ExpressionError(FOREIGN, start, stop, text=text)

    def _term(self, node: ast.expr, operands: tuple[int, ...]) -> int:
        """Add a part, unless it is there already, and return its index."""
        match node:
            case ast.Constant(value=float(number)):
                return self._add(node, CONSTANT, number=number)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=float(number))):
                return self._add(node, CONSTANT, number=-number)
            case ast.Name(id=name):
                self._check_name(node, name)
                return self._add(node, VARIABLE, name=name)
            case ast.UnaryOp(op=ast.UAdd()):
                return operands[0]
            case ast.UnaryOp():
                return self._add(node, "negate", operands)
            case ast.BinOp(op=operator):
                return self._add(node, _BINARY[type(operator)], operands)
            case ast.Call(func=ast.Name(id=name)):
                return self._add(node, name, operands)
        raise AssertionError(node)  # `_operands` lets nothing else through.

    def _add(
        self,
        node: ast.expr,
        operation: str,
        operands: tuple[int, ...] = (),
        name: str = "",
        number: float = 0.0,
    ) -> int:
        term = Term(operation, operands, name, number, *self._span(node))
        return self._table.index(term)

    def _check_call(self, node: ast.Call, name: str, given: int) -> None:
        start, stop = self._span(node)
        if name not in CALLABLE:
            raise ExpressionError(
                QT_TRANSLATE_NOOP(
                    "Errors", "There is no function {name}; choose from {known}."
                ),
                start,
                start + len(name),
                name=shortened(name),
                known=", ".join(CALLABLE),
            )
        arity = OPERATIONS[name].arity
        if given != arity:
            raise ExpressionError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "Wrong number of operands for {name}: {given} instead of {needed}.",
                ),
                start,
                stop,
                name=name,
                needed=arity,
                given=given,
            )

    def _check_name(self, node: ast.Name, name: str) -> None:
        if name in CALLABLE:
            start, stop = self._span(node)
            raise ExpressionError(
                QT_TRANSLATE_NOOP(
                    "Errors", "{name} is a function: write its operand in brackets."
                ),
                start,
                stop,
                name=name,
            )

    def _span(self, node: ast.expr) -> tuple[int, int]:
        """Return which characters of the expression a part is."""
        end = node.end_col_offset
        assert end is not None  # Python's parser always sets it.
        return self._starts[node.col_offset], self._stops[end]

    def _too_deep(self) -> ExpressionError:
        return ExpressionError(
            QT_TRANSLATE_NOOP(
                "Errors", "The expression has more than {most} parts in one another."
            ),
            0,
            len(self._text),
            most=DEEPEST,
        )
