"""Finding the first number of a run that is not finite."""

from collections.abc import Iterator

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters, layer_matrices
from bpviz.nn.trace import BackpropTrace
from bpviz.training.messages import Divergence
from bpviz.training.steps import Operation, OperationKind, operations_for


def first_non_finite(
    trace: BackpropTrace, memories: Array, update: int
) -> Divergence | None:
    """Return where in an update the numbers stop being finite, None if nowhere.

    Parameters
    ----------
    trace : BackpropTrace
        Of the update.
    memories : Array
        What the optimizer remembers after it, (memories, parameter_count).
    update : int
        Its number, counted from 1.
    """
    # Whatever goes wrong on the way and matters ends up in one of these.
    results = (np.array(trace.loss), trace.parameters_after.flat, memories)
    if all(np.isfinite(result).all() for result in results):
        return None
    for operation in operations_for(len(trace.deltas)):
        for quantity, array in _results(trace, operation):
            if not np.isfinite(array).all():
                return Divergence(update, quantity, operation.layer)
    for quantity, layer, array in _left(trace.parameters_after, memories):
        if not np.isfinite(array).all():
            return Divergence(update, quantity, layer)
    return None


def _left(parameters: Parameters, memories: Array) -> Iterator[tuple[str, int, Array]]:
    """Yield what an update leaves: quantity, layer and values."""
    for layer, (weights, biases) in enumerate(
        zip(parameters.weights, parameters.biases, strict=True), start=1
    ):
        yield "weights", layer, weights
        yield "biases", layer, biases
    for memory in memories:
        for layer, matrix in enumerate(
            layer_matrices(parameters.network, memory), start=1
        ):
            yield "memory", layer, matrix


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
            return (("loss", trace.losses), ("loss", np.array(trace.loss)))
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
