"""An expression cut into its smallest parts, checked for what may stand after what.

This is the first of two gates: only numbers, names, arithmetic, brackets and commas
come through, in an order that makes an expression, so every slip is found where it
is. What comes through is Python, so Python's parser can see to the precedence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from keyword import iskeyword
from math import isinf

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.expression_error import ExpressionError

LONGEST = 2000
"""Characters in an expression."""
_LONGEST_QUOTED = 40  # characters of it in a sentence
DEEPEST_BRACKETS = 50
"""Brackets in one another."""

_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<operator>\*\*|[-+*/^×÷·−])"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>,)|(?P<space>\s+)"
    r"|(?P<other>.)"
)
_AS_PYTHON = {"^": "**", "×": "*", "·": "*", "÷": "/", "−": "-"}
_SIGNS = ("+", "-")

FOREIGN = QT_TRANSLATE_NOOP(
    "Errors",
    "{text} cannot stand in an expression: only numbers, names, + - * / ^, brackets "
    "and commas can.",
)


class _Bracket(Enum):
    GROUP = auto()
    CALL = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A part of an expression.

    Attributes
    ----------
    kind : str
        ``number``, ``name``, ``operator``, ``open``, ``close`` or ``comma``.
    python : str
        The same for Python's parser.
    start, stop : int
        Which characters it is.
    """

    kind: str
    python: str
    start: int
    stop: int


def tokens_of(text: str) -> list[Token]:
    """Cut `text` into tokens that make an expression.

    Raises
    ------
    ExpressionError
        If they do not.
    """
    if len(text) > LONGEST:
        raise ExpressionError(
            QT_TRANSLATE_NOOP(
                "Errors", "The expression is longer than {most} characters."
            ),
            LONGEST,
            len(text),
            most=LONGEST,
        )
    tokens = list(_cut(text))
    if not tokens:
        raise ExpressionError(
            QT_TRANSLATE_NOOP("Errors", "Type an expression, such as (a + b) * c."),
            0,
            len(text),
        )
    _check_order(text, tokens)
    return tokens


def shortened(part: str) -> str:
    """Return a part of an expression, or its beginning, as a sentence can hold it."""
    return part if len(part) <= _LONGEST_QUOTED else f"{part[:_LONGEST_QUOTED]}…"


def _cut(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text.replace("\n", " ")):
        kind, part = str(match.lastgroup), match.group()
        python = _AS_PYTHON.get(part, part)
        if kind == "space":
            continue
        if kind == "other" or (
            kind == "name" and (iskeyword(part) or not part.isidentifier())
        ):
            raise ExpressionError(FOREIGN, *match.span(), text=repr(shortened(part)))
        if kind == "number":
            python = repr(float(part))
            if isinf(float(part)):
                raise ExpressionError(
                    QT_TRANSLATE_NOOP("Errors", "{node} is too large for a number."),
                    *match.span(),
                    node=shortened(part),
                )
        yield Token(kind, python, *match.span())


def _check_order(text: str, tokens: list[Token]) -> None:
    """Go through the tokens, knowing whether an operand or an operator comes next."""
    brackets: list[tuple[_Bracket, Token]] = []
    previous = ""
    for token in tokens:
        part = repr(shortened(text[token.start : token.stop]))
        span = token.start, token.stop
        after_operand = previous in ("number", "name", "close")
        match token.kind:
            case "number" | "name" if after_operand:
                raise ExpressionError(_OPERATOR_MISSING, *span, text=part)
            case "open" if previous in ("number", "close"):
                raise ExpressionError(_OPERATOR_MISSING, *span, text=part)
            case "open":
                is_call = previous == "name"
                brackets.append((_Bracket.CALL if is_call else _Bracket.GROUP, token))
            case "operator" if not after_operand and token.python not in _SIGNS:
                raise ExpressionError(_OPERAND_MISSING, *span, text=part)
            case "close" if not brackets:
                raise ExpressionError(_CLOSES_NOTHING, *span, text=part)
            case "comma" if not brackets or brackets[-1][0] is _Bracket.GROUP:
                raise ExpressionError(_STRAY_COMMA, *span, text=part)
            case "close" | "comma" if not after_operand:
                raise ExpressionError(_OPERAND_MISSING, *span, text=part)
            case "close":
                brackets.pop()
        if len(brackets) > DEEPEST_BRACKETS:
            raise ExpressionError(_TOO_MANY_BRACKETS, *span, most=DEEPEST_BRACKETS)
        previous = token.kind
    if brackets:
        opening = brackets[-1][1]
        raise ExpressionError(_NEVER_CLOSED, opening.start, opening.stop)
    if previous not in ("number", "name", "close"):
        raise ExpressionError(_OPERAND_MISSING_AT_END, len(text), len(text))


_OPERATOR_MISSING = QT_TRANSLATE_NOOP(
    "Errors", "An operator, such as *, is missing before {text}."
)
_OPERAND_MISSING = QT_TRANSLATE_NOOP(
    "Errors", "A number or a name is missing before {text}."
)
_OPERAND_MISSING_AT_END = QT_TRANSLATE_NOOP(
    "Errors", "A number or a name is missing at the end."
)
_CLOSES_NOTHING = QT_TRANSLATE_NOOP("Errors", "This bracket closes nothing.")
_NEVER_CLOSED = QT_TRANSLATE_NOOP("Errors", "This bracket is never closed.")
_STRAY_COMMA = QT_TRANSLATE_NOOP(
    "Errors", "A comma can only stand between the operands of a function."
)
_TOO_MANY_BRACKETS = QT_TRANSLATE_NOOP(
    "Errors", "There are more than {most} brackets in one another."
)
