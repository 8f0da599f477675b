"""Which part of the network an operation works on."""

from dataclasses import dataclass

from bpviz.training.steps import Operation, OperationKind


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The layers and gaps that an operation works on.

    Attributes
    ----------
    layers : frozenset of int
        0 is the input.
    gaps : frozenset of int
        By the layer that their edges lead to.
    direction : int
        1 where numbers go from the input to the output, -1 the other way, 0 where
        they stay in their place.
    """

    layers: frozenset[int] = frozenset()
    gaps: frozenset[int] = frozenset()
    direction: int = 0


NOWHERE = Emphasis()


def emphasis_of(operation: Operation | None, depth: int) -> Emphasis:
    """Return what `operation` works on in a network of `depth` layers."""
    if operation is None:
        return NOWHERE
    layer = operation.layer
    here = frozenset({layer})
    match operation.kind:
        case OperationKind.LOAD:
            return Emphasis(layers=frozenset({0}))
        case OperationKind.PRE_ACTIVATION:
            return Emphasis(here, here, 1)
        case OperationKind.ACTIVATION:
            return Emphasis(here)
        case OperationKind.LOSS:
            return Emphasis(frozenset({depth}))
        case OperationKind.DELTA if layer == depth:
            return Emphasis(here)
        case OperationKind.DELTA:
            return Emphasis(here, frozenset({layer + 1}), -1)
        case OperationKind.GRADIENT:
            return Emphasis(gaps=here)
        case _:
            return Emphasis(gaps=frozenset(range(1, depth + 1)))
