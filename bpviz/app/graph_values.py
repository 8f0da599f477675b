"""Reading ``NAME=VALUE``: numbers, and arrays as JSON lists."""

from collections.abc import Iterable
from unicodedata import normalize

from bpviz.app.parser import UsageError
from bpviz.messages import InputError
from bpviz.nn.graph.value_text import Value, read_value


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
        try:
            values[name] = read_value(name, value)
        except InputError as error:
            raise UsageError(str(error)) from error
    return values
