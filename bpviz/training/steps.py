"""The operations inside an update, and the moments between them.

One update is a fixed row of operations: load the batch; z and a of each layer going
forward; the loss; the deltas and gradients of each layer going backward; the update
of the parameters. A moment says how many updates are complete and how many
operations of the next one have been done.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class OperationKind(StrEnum):
    """What an operation computes."""

    LOAD = "load"
    PRE_ACTIVATION = "pre_activation"
    ACTIVATION = "activation"
    LOSS = "loss"
    DELTA = "delta"
    GRADIENT = "gradient"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Operation:
    """The smallest visible move.

    Attributes
    ----------
    kind : OperationKind
        What is computed.
    layer : int
        Of which layer, counted from 1 as people do; 0 where it is the whole
        network's.
    """

    kind: OperationKind
    layer: int = 0


@lru_cache(maxsize=64)
def operations_for(depth: int) -> tuple[Operation, ...]:
    """Return the operations of one update of a network with `depth` layers.

    There are ``4 * depth + 3`` of them.
    """
    layers = range(1, depth + 1)
    kind = OperationKind
    return (
        Operation(kind.LOAD),
        *(
            Operation(step, layer)
            for layer in layers
            for step in (kind.PRE_ACTIVATION, kind.ACTIVATION)
        ),
        Operation(kind.LOSS),
        *(
            Operation(step, layer)
            for layer in reversed(layers)
            for step in (kind.DELTA, kind.GRADIENT)
        ),
        Operation(kind.UPDATE),
    )


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A place on the time axis.

    Attributes
    ----------
    update : int
        Updates that are complete.
    operation : int
        Operations of the next update that have been done. 0 right after an update:
        its last operation and the first moment of the next are one and the same.
    """

    update: int = 0
    operation: int = 0


class Granularity(StrEnum):
    """How far one step goes."""

    OPERATION = "operation"
    UPDATE = "update"
    EPOCH = "epoch"


def moved(
    moment: Moment,
    granularity: Granularity,
    direction: int,
    operation_count: int,
    updates_per_epoch: int,
) -> Moment:
    """Return where one step from `moment` leads; never before the beginning.

    Parameters
    ----------
    direction : int
        1 forward, -1 back.
    operation_count : int
        Operations in an update.
    updates_per_epoch : int
        Updates in an epoch.

    Notes
    -----
    A step of an update or an epoch ends where one ends. From the middle of an
    update, back leads to its beginning and forward to its end.
    """
    if granularity is Granularity.OPERATION:
        place = moment.update * operation_count + moment.operation + direction
        return Moment(*divmod(max(place, 0), operation_count))
    size = 1 if granularity is Granularity.UPDATE else updates_per_epoch
    whole, rest = divmod(moment.update, size)
    is_between = rest == 0 and moment.operation == 0
    if direction > 0:
        return Moment((whole + 1) * size)
    return Moment(max((whole - 1 if is_between else whole) * size, 0))
