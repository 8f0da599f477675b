"""Reading ``NAME=VALUE``: numbers, and arrays as JSON lists."""

import json
from collections.abc import Iterable, Sequence
from math import isfinite
from unicodedata import normalize

from bpviz.app.parser import UsageError

Value = float | list[float] | list[list[float]]


def read_values(texts: Iterable[str]) -> dict[str, Value]:
    """Return the values by name.

    Parameters
    ----------
    texts : iterable of str
        Such as ``tax=1.1``, ``b=[0.1,0.2]`` or ``x=[[1,-0.5],[-2,3]]``.

    Raises
    ------
    UsageError
        If one is not written so, or a name has two values.
    """
    values: dict[str, Value] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        # As Python's parser spells the names in an expression.
        name = normalize("NFKC", name.strip())
        if not equals or not name.isidentifier():
            raise UsageError(
                f"expected NAME=VALUE, got {text[:50]!r}; an expression with spaces or "
                "brackets needs quotes around it"
            )
        if name in values:
            raise UsageError(f"{name} has two values")
        values[name] = _read(name, value)
    return values


def _read(name: str, text: str) -> Value:
    try:
        number = float(text)
    except ValueError:
        return _read_list(name, text)
    if not isfinite(number):
        raise UsageError(f"{name} must be a finite number; got {text[:50]!r}")
    return number


def _read_list(name: str, text: str) -> Value:
    problem = UsageError(
        f"{name} must be a number, a list such as [1,2] or rows of one length such as "
        f"[[1,2],[3,4]]; got {text[:50]!r}"
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
