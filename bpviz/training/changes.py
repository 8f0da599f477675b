"""What a person may change in a run that has begun, and how a run remembers it.

A change takes effect between two updates. A run's log of them, each with the number
of updates made before it, is part of what determines the run: replaying the same
updates and the same changes gives the same bits.
"""

from dataclasses import dataclass, field

import msgspec

from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey

NodePlace = tuple[int, int]
"""(layer, node): layer 0 is the input, nodes count from 0."""


class SettingsChange(msgspec.Struct, frozen=True, tag="settings"):
    """Go on with other hyperparameters.

    A new kind of optimizer begins with an empty memory; one of the same kind keeps it.
    """

    hyperparameters: Hyperparameters


class ParameterEdit(msgspec.Struct, frozen=True, tag="parameter"):
    """Set one weight or bias to `value`."""

    key: ParameterKey
    value: float


class NodeSwitch(msgspec.Struct, frozen=True, tag="node"):
    """Switch a hidden node or an input off, or on again.

    The activation of one that is off is 0, and so is its delta.
    """

    layer: int
    node: int
    is_on: bool


class SampleChoice(msgspec.Struct, frozen=True, tag="sample"):
    """Make the next update with this one sample of the training data alone.

    Later updates take their batches as if nothing had been chosen.
    """

    sample: int


class FaultSwitch(msgspec.Struct, frozen=True, tag="fault"):
    """Go on with a classic fault in the backward pass, or without any (None).

    One that is secret is not named before the person has found it.
    """

    fault: Fault | None
    is_secret: bool = False


Change = SettingsChange | ParameterEdit | NodeSwitch | SampleChoice | FaultSwitch


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A change, and how many updates were complete when it was made."""

    update: int
    change: Change


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What the changes so far have made of the way updates are carried out.

    Attributes
    ----------
    hyperparameters : Hyperparameters
        The optimizer and its numbers.
    switched_off : frozenset of NodePlace
        Nodes that are off.
    fault : Fault or None
        The fault that is on.
    fault_is_secret : bool
        Whether the person is still to find out which it is.
    optimizer_since : int
        Updates that were complete when the optimizer began with an empty memory:
        adam's t counts from there.
    """

    hyperparameters: Hyperparameters = field(default_factory=Hyperparameters)
    switched_off: frozenset[NodePlace] = frozenset()
    fault: Fault | None = None
    fault_is_secret: bool = False
    optimizer_since: int = 0
