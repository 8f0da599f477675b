"""Breakpoints: conditions under which a run pauses, chosen from a form.

Leaving the finite numbers always pauses a run, so there is no condition for it.
"""

import msgspec

from bpviz.nn.parameter_key import ParameterKey


class LossCondition(msgspec.Struct, frozen=True, tag="loss"):
    """The batch loss of an update is above (or below) `value`."""

    is_above: bool
    value: float


class WrongAnswer(msgspec.Struct, frozen=True, tag="wrong"):
    """A sample of the batch is answered wrongly; for classification only."""


class SampleComes(msgspec.Struct, frozen=True, tag="sample"):
    """A sample of the training data, by its index, is in the batch."""

    sample: int


class SignChange(msgspec.Struct, frozen=True, tag="sign"):
    """A parameter's sign after an update is not the one it had before."""

    key: ParameterKey


class GradientNorm(msgspec.Struct, frozen=True, tag="norm"):
    """The Euclidean norm of a layer's gradient is above (or below) `value`.

    The layer counts from 1; 0 means all parameters together.
    """

    is_above: bool
    value: float
    layer: int = 0


Condition = LossCondition | WrongAnswer | SampleComes | SignChange | GradientNorm
