"""What stands in the nodes of a layer for one sample."""

from dataclasses import dataclass

from bpviz.nn.arrays import Array
from bpviz.scene.quantities import activations, deltas, pre_activations
from bpviz.training.frame import Frame


@dataclass(frozen=True, slots=True, eq=False)
class LayerValues:
    """One sample's numbers in a layer, each None where it is not computed yet.

    Attributes
    ----------
    activations, pre_activations, deltas : Array or None
        (nodes,); the input has only the first.
    """

    activations: Array | None
    pre_activations: Array | None
    deltas: Array | None


def layer_values(frame: Frame, layer: int, row: int) -> LayerValues:
    """Return the numbers of a row of the batch in a layer; 0 is the input."""
    if layer == 0:
        return LayerValues(activations(frame, 0, row), None, None)
    return LayerValues(
        activations(frame, layer, row),
        pre_activations(frame, layer, row),
        deltas(frame, layer, row),
    )
