"""How one weight came to its gradient and its step, sample by sample."""

from dataclasses import dataclass

from bpviz.nn.backprop import quiet
from bpviz.scene.change import Change
from bpviz.scene.options import EdgeKey
from bpviz.scene.quantities import activations, deltas, edge_gradient
from bpviz.scene.terms import Terms, first_terms
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind


@dataclass(frozen=True, slots=True)
class EdgeNumbers:
    """What is computed of one edge; None is what is not computed yet.

    Attributes
    ----------
    weight : float
        With which the sample's activation is, or will be, multiplied.
    activation, delta : float or None
        Of the node where the edge begins and of the one where it ends.
    samples : Terms or None
        a delta of every sample of the batch; their mean is the gradient.
    rows : int
        Samples in the batch; 0 at the very beginning.
    penalty : float or None
        l2 w, which is added to the mean; None without l2.
    gradient : float or None
        dL/dw.
    change : Change or None
        What the update made of the weight.
    """

    weight: float
    activation: float | None
    delta: float | None
    samples: Terms | None
    rows: int
    penalty: float | None
    gradient: float | None
    change: Change | None


def edge_numbers(frame: Frame, key: EdgeKey, row: int, limit: int) -> EdgeNumbers:
    """Return the numbers of an edge.

    Parameters
    ----------
    row : int
        Whose activation and delta are meant.
    limit : int
        How many samples are shown one by one at most.
    """
    layer, start, end = key
    trace = frame.trace
    if trace is None:
        weight = float(frame.parameters.weights[layer - 1][start, end])
        return EdgeNumbers(weight, None, None, None, 0, None, None, None)
    weight = float(trace.parameters.weights[layer - 1][start, end])
    a, delta = activations(frame, layer - 1, row), deltas(frame, layer, row)
    with quiet():
        gradient = edge_gradient(frame, key)
    ingoing, outgoing = trace.activations[layer - 1], trace.deltas[layer - 1]
    after = float(trace.parameters_after.weights[layer - 1][start, end])
    return EdgeNumbers(
        weight=weight,
        activation=None if a is None else float(a[start]),
        delta=None if delta is None else float(delta[end]),
        samples=(
            None
            if gradient is None
            else first_terms(ingoing[:, start], outgoing[:, end], limit)
        ),
        rows=len(ingoing),
        penalty=trace.l2 * weight if trace.l2 else None,
        gradient=gradient,
        change=Change(weight, after) if frame.has(OperationKind.UPDATE) else None,
    )
