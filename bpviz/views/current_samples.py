"""What a frame says about the samples that are being learned from; Qt-free."""

from dataclasses import dataclass

from bpviz.nn.arrays import Array, IntArray
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind


@dataclass(frozen=True, slots=True, eq=False)
class CurrentSamples:
    """The batch of an update, as far as it has come.

    Attributes
    ----------
    indices : IntArray
        Which samples of the training data, (rows,).
    targets : Array
        (rows, outputs).
    outputs : Array or None
        What the network answers, (rows, outputs); None until the forward pass has
        got to the end.
    """

    indices: IntArray
    targets: Array
    outputs: Array | None


def current_samples(frame: Frame) -> CurrentSamples | None:
    """Return the batch that `frame`'s update uses; None before the first is loaded."""
    trace = frame.trace
    if trace is None:
        return None
    is_answered = frame.has(OperationKind.ACTIVATION, frame.network.depth)
    return CurrentSamples(
        trace.samples, trace.targets, trace.activations[-1] if is_answered else None
    )
