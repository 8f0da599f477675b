"""What a check needs to know of a moment's update besides its trace."""

from bpviz.nn.arrays import Array
from bpviz.nn.faults import Fault
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings


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
    leaked: Array = trace.faulty_gradients.flat - right.backprop()
    return leaked
