"""Random expressions as text, with values, and their derivatives by other programs.

The text is Python, so Python itself computes it here, with autograd's functions; of
bpviz nothing is used.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import grad
from hypothesis import strategies as st

from bpviz.nn.arrays import Array

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": anp.exp,
    "log": anp.log,
    "sigmoid": lambda x: 1 / (1 + anp.exp(-x)),
    "tanh": anp.tanh,
    "relu": lambda x: anp.maximum(x, 0.0),
    "leaky_relu": lambda x: anp.where(x > 0, x, 0.01 * x),
    "softplus": lambda x: anp.log(1 + anp.exp(x)),
    "max": anp.maximum,
    "sum": anp.sum,
}

NAMES = ("a", "b", "x_1", "苹果")

Values = Mapping[str, Array | float]


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """An expression, and values for all of `NAMES`."""

    text: str
    values: Values

    def value(self, values: Values) -> Any:
        """Return what Python makes of it."""
        return eval(self.text, {"__builtins__": {}, **FUNCTIONS, **values})

    def gradients(self) -> dict[str, Array]:
        """Return the derivatives of the sum of its entries by autograd."""

        def total(values: Values) -> Any:
            # Whatever is not used has to take part, or autograd complains.
            unused = sum(anp.sum(0.0 * value) for value in values.values())
            return anp.sum(self.value(values)) + unused

        found: dict[str, Array] = grad(total)(dict(self.values))
        return found


def _combined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Join parts; those that stand in brackets are positive where they have to be."""
    one = ("sigmoid", "tanh", "relu", "leaky_relu", "softplus", "-")
    positive = st.builds("(sigmoid({}) + {})".format, parts, st.sampled_from("123"))
    return st.one_of(
        st.builds("({} {} {})".format, parts, st.sampled_from(["+", "-", "*"]), parts),
        # Without brackets Python's precedence has to be followed.
        st.builds("{} {} {}".format, parts, st.sampled_from(["+", "-", "*"]), parts),
        st.builds("{}({})".format, st.sampled_from(one), parts),
        st.builds("{} / {}".format, parts, positive),
        st.builds("{} ** {}".format, positive, parts),
        st.builds("({}) ** {}".format, parts, st.sampled_from(["2", "3", "1"])),
        st.builds("exp(tanh({}))".format, parts),
        st.builds("log({})".format, positive),
        st.builds("max({}, {})".format, parts, parts),
    )


LEAVES = st.sampled_from(NAMES) | st.sampled_from(["1", "0.5", "-2", ".25", "3e-1"])
TEXTS = st.recursive(LEAVES, _combined, max_leaves=12)

NUMBERS = st.floats(-2, 2).map(lambda number: round(number, 3) + 0.0005)


@st.composite
def problems(draw: st.DrawFn, *, with_arrays: bool = False) -> Problem:
    """Draw an expression of numbers, or of numbers and arrays of one shape."""
    shapes: list[tuple[int, ...]] = [(3,), (2, 3), (1, 2)]
    shape = draw(st.sampled_from(shapes if with_arrays else [()]))
    values: dict[str, Array | float] = {}
    for name in NAMES:
        if with_arrays and draw(st.booleans()):
            size = int(np.prod(shape))
            entries = draw(st.lists(NUMBERS, min_size=size, max_size=size))
            values[name] = np.array(entries).reshape(shape)
        else:
            values[name] = draw(NUMBERS)
    text = draw(TEXTS)
    if with_arrays and draw(st.booleans()):
        text = f"{draw(st.sampled_from(NAMES))} * sum({text})"
    return Problem(text, values)
