"""Reading the value of a variable as people type it: a number, or a JSON list."""

import json
from collections.abc import Sequence
from math import isfinite

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array

Value = float | list[float] | list[list[float]]

_LONGEST_QUOTED = 50
"""Characters of what was typed that a sentence repeats."""

_MINUS = "\N{MINUS SIGN}"


def read_value(name: str, text: str) -> Value:
    """Return the value typed for `name`.

    Parameters
    ----------
    text : str
        Such as ``1.1``, ``[0.1,0.2]`` or ``[[1,-0.5],[-2,3]]``.

    Raises
    ------
    InputError
        If it is neither a finite number nor a list of such, nor rows of one length.
    """
    text = text.replace(_MINUS, "-")
    try:
        number = float(text)
    except ValueError:
        return _read_list(name, text)
    if not isfinite(number):
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{name} must be a finite number; got {text}."),
            name=name,
            text=repr(text[:_LONGEST_QUOTED]),
        )
    return number


def value_text(value: Array) -> str:
    """Return a value so that `read_value` finds the same again, every digit of it."""
    return _written(value.tolist())


def _written(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return str(value).removesuffix(".0")


def _read_list(name: str, text: str) -> Value:
    problem = InputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{name} must be a number, a list such as [1,2] or rows of one length such "
            "as [[1,2],[3,4]]; got {text}.",
        ),
        name=name,
        text=repr(text[:_LONGEST_QUOTED]),
    )
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        raise problem from None
    if not isinstance(parsed, list) or not parsed:
        raise problem
    is_matrix = isinstance(parsed[0], list)
    rows = parsed if is_matrix else [parsed]
    if not all(isinstance(row, list) and len(row) == len(rows[0]) > 0 for row in rows):
        raise problem
    try:
        numbers = [_numbers(row) for row in rows]
    except (TypeError, OverflowError):
        raise problem from None
    return numbers if is_matrix else numbers[0]


def _numbers(row: Sequence[object]) -> list[float]:
    numbers = []
    for entry in row:
        if isinstance(entry, bool) or not isinstance(entry, int | float):
            raise TypeError(entry)
        number = float(entry)
        if not isfinite(number):
            raise OverflowError(entry)
        numbers.append(number)
    return numbers
