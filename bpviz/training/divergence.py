"""Finding the first number of a run that is not finite."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.trace import BackpropTrace
from bpviz.training.messages import Divergence
from bpviz.training.steps import Operation, OperationKind, operations_for


def first_non_finite(trace: BackpropTrace, update: int) -> Divergence | None:
    """Return where in an update the numbers stop being finite, None if nowhere.

    Parameters
    ----------
    trace : BackpropTrace
        Of the update.
    update : int
        Its number, counted from 1.
    """
    if (
        np.isfinite(trace.losses).all()
        and np.isfinite(trace.parameters_after.flat).all()
    ):
        return None  # whatever goes wrong on the way ends up in one of these
    for operation in operations_for(len(trace.deltas)):
        for quantity, array in _results(trace, operation):
            if not np.isfinite(array).all():
                return Divergence(update, quantity, operation.layer)
    for layer, (weights, biases) in enumerate(
        zip(trace.parameters_after.weights, trace.parameters_after.biases, strict=True),
        start=1,
    ):
        for quantity, array in (("weights", weights), ("biases", biases)):
            if not np.isfinite(array).all():
                return Divergence(update, quantity, layer)
    return None


def _results(
    trace: BackpropTrace, operation: Operation
) -> tuple[tuple[str, Array], ...]:
    """Return what `operation` computed, by name."""
    layer = operation.layer - 1
    match operation.kind:
        case OperationKind.PRE_ACTIVATION:
            return (("pre_activations", trace.pre_activations[layer]),)
        case OperationKind.ACTIVATION:
            return (("activations", trace.activations[layer + 1]),)
        case OperationKind.LOSS:
            return (("loss", trace.losses),)
        case OperationKind.DELTA:
            return (("deltas", trace.deltas[layer]),)
        case OperationKind.GRADIENT:
            with np.errstate(all="ignore"):
                return (
                    ("weight_gradients", trace.weight_gradients(layer)),
                    ("bias_gradients", trace.bias_gradients(layer)),
                )
        case _:
            return ()
