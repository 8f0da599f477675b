"""What a check needs to know of a moment's update besides its trace."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.faults import Fault
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings

_ROUNDINGS = 64.0
"""Roundings that may separate two ways to the same gradient, generously."""


def leaked_before(trace: BackpropTrace, settings: RunSettings) -> Array | None:
    """Return the gradients that leaked into the update of `trace`, if any do.

    They are what the faulty gradients are too many: (parameter_count,).
    """
    if settings.fault is not Fault.LEAKING_GRADIENTS or trace.faulty_gradients is None:
        return None
    right = NumericalGradient(
        trace.parameters.network,
        trace.parameters.flat,
        trace.activations[0],
        trace.targets,
        off=settings.switched_off,
    )
    gradient = right.backprop()
    leaked: Array = trace.faulty_gradients.flat - gradient
    # What is left by rounding to the run's precision has not leaked.
    network, epsilon = trace.parameters.network, np.finfo(trace.parameters.flat.dtype)
    for matrix, whole in zip(
        layer_matrices(network, leaked), layer_matrices(network, gradient), strict=True
    ):
        matrix[np.abs(matrix) <= _ROUNDINGS * epsilon.eps * np.abs(whole).max()] = 0
    return leaked
