"""The mistakes that a wrong gradient is told by."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import isclose, prod

_UNEXPLAINED = 5
"""A factor that nothing explains is a poorer explanation than any other."""

_SAME_FACTOR = 1e-4


class Form(StrEnum):
    """What an array was computed as, where it is not the gradient asked for."""

    GRADIENT = "gradient"
    """The right one, but for its shape or a factor."""
    DERIVATIVE_MISSING = "derivative_missing"
    """Without the factor f'(z) of its layer."""
    DERIVATIVE_TWICE = "derivative_twice"
    """With f'(z) once more: with a cross-entropy it is in a - y already."""
    DERIVATIVE_OF_ACTIVATION = "derivative_of_activation"
    """With f'(a) for f'(z)."""
    WEIGHTS_TRANSPOSED = "weights_transposed"
    """The deltas came back through W instead of W^T."""
    PRE_ACTIVATION_AS_INPUT = "pre_activation_as_input"
    """z^T delta of the layer before for a^T delta."""
    FIRST_SAMPLE = "first_sample"
    LAST_SAMPLE = "last_sample"
    """Of one sample only, not divided by their number."""
    PER_SAMPLE = "per_sample"
    """One gradient a sample, which nobody has added up."""
    OTHER_ARRAY = "other_array"
    """The gradient of another array."""
    PARAMETER = "parameter"
    """The weights or biases themselves."""
    PENALTY_MISSING = "penalty_missing"
    PENALTY_TWICE = "penalty_twice"
    PENALTY_AVERAGED = "penalty_averaged"
    PENALTY_ON_BIASES = "penalty_on_biases"
    ZERO = "zero"
    NOT_FINITE = "not_finite"
    SHAPE = "shape"
    """Of a shape that says nothing."""
    UNKNOWN = "unknown"


class Layout(StrEnum):
    """How an array lies in memory, compared with what was asked for."""

    AS_ASKED = "as_asked"
    TRANSPOSED = "transposed"
    RESHAPED = "reshaped"


class Cause(StrEnum):
    """Where a constant factor may come from."""

    SIGN = "sign"  # -1
    SUM_FOR_MEAN = "sum_for_mean"  # n
    AVERAGED_TWICE = "averaged_twice"  # 1 / n
    DOUBLED = "doubled"  # 2
    HALVED = "halved"  # 1 / 2: the squared error with a half before it
    MEAN_OVER_OUTPUTS = "mean_over_outputs"  # 1 / outputs


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a wrong array is.

    Attributes
    ----------
    form : Form
        What it is the value of.
    layout : Layout
        How it lies.
    factor : float
        How many times that value it is.
    causes : tuple of tuple of Cause
        The simplest explanations of the factor, each of one or more causes; empty
        where it is 1, or where nothing explains it.
    other : str or None
        The array whose gradient it is, with `Form.OTHER_ARRAY`.
    """

    form: Form
    layout: Layout = Layout.AS_ASKED
    factor: float = 1.0
    causes: tuple[tuple[Cause, ...], ...] = ()
    other: str | None = None

    def is_like(self, other: "Mistake | None") -> bool:
        """Whether another array is wrong in the same recognisable way."""
        if other is None or self.form in (Form.SHAPE, Form.UNKNOWN):
            return False
        return (self.form, self.layout, self.causes, self.other) == (
            *(other.form, other.layout, other.causes, other.other),
        ) and isclose(self.factor, other.factor, rel_tol=_SAME_FACTOR)

    @property
    def complexity(self) -> int:
        """Number of things that must have gone wrong for it."""
        return (
            (self.form is not Form.GRADIENT)
            + (self.layout is not Layout.AS_ASKED)
            + (len(self.causes[0]) if self.causes else 0)
            + (_UNEXPLAINED if self.factor != 1 and not self.causes else 0)
        )


def causes_of(
    factor: float, rows: int, outputs: int, tolerance: float
) -> tuple[tuple[Cause, ...], ...]:
    """Return the simplest explanations of a factor; none where there is none.

    Parameters
    ----------
    factor : float
        How many times too large a gradient is.
    rows : int
        Samples in the batch.
    outputs : int
        Of the network.
    tolerance : float
        How far, relatively, an explanation may be from the factor.
    """
    choices: tuple[dict[Cause, float], ...] = (
        {Cause.SIGN: -1.0},
        {Cause.SUM_FOR_MEAN: rows, Cause.AVERAGED_TWICE: 1 / rows},
        {Cause.DOUBLED: 2.0, Cause.HALVED: 0.5},
        {Cause.MEAN_OVER_OUTPUTS: 1 / outputs},
    )
    # With a single sample the mean is the sum: what changes nothing explains nothing.
    values = {
        cause: value
        for choice in choices
        for cause, value in choice.items()
        if value != 1
    }
    found = [
        causes
        for picked in product(*((None, *choice) for choice in choices))
        if (causes := tuple(cause for cause in picked if cause in values))
        and isclose(factor, prod(values[c] for c in causes), rel_tol=tolerance)
    ]
    fewest = min(map(len, found), default=0)
    return tuple(dict.fromkeys(c for c in found if len(c) == fewest))
