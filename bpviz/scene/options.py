"""What of a frame is to be seen, and how."""

from dataclasses import dataclass
from enum import StrEnum

from bpviz.scene.camera import FITTED, Camera

NodeKey = tuple[int, int]
"""(layer, node): layer 0 is the input, nodes count from 0."""

EdgeKey = tuple[int, int, int]
"""(layer, from, to): the layer that the edge leads to, then the node it comes from in
the layer before and the one it leads to, both from 0."""

DEFAULT_EDGE_LIMIT = 2000
"""Of more, no single one can be followed by eye in a window of usual size."""


class EdgeQuantity(StrEnum):
    """The number that an edge's colour stands for."""

    WEIGHT = "weight"
    GRADIENT = "gradient"
    LAST_UPDATE = "last_update"
    CONTRIBUTION = "contribution"


class ScaleMode(StrEnum):
    """Which numbers share one scale of colours."""

    BY_LAYER = "by_layer"
    BY_NETWORK = "by_network"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class SceneOptions:
    """What of a frame is to be seen, and how.

    Attributes
    ----------
    quantity : EdgeQuantity
        What edges show.
    scale_mode : ScaleMode or None
        None chooses by the network: one scale for all of a small network, whose
        edges can be compared one by one, and a scale for each layer of a large one.
    locked_scales, locked_fills, locked_rings : tuple of float or None
        For `ScaleMode.LOCKED`: the ends of the scales of the edges into every layer,
        of every layer's activations, the input's first, and of its deltas. None, and
        a tuple for another number of layers, leaves the scale to the numbers.
    input_peak, output_peak : float or None
        The largest sizes in the data, of the inputs and of the targets; with them the
        colours of inputs and answers do not change their meaning with each sample.
    edge_limit : int or None
        How many edges between two layers are drawn at most; None for all.
    row : int
        Which sample of the batch is shown.
    selected_node, selected_edge
        What everything else is quiet for.
    precision : int
        Significant digits of the numbers.
    image_shape : tuple of int or None
        Rows and columns of an input that is a picture.
    input_names, output_names : tuple of str
        Empty for none.
    left_margin, right_margin : int
        Room for the names, in pixels.
    camera : Camera
        How far the picture is moved and how large it is.
    pixel_ratio : float
        Pixels of the screen for one of the picture's.
    """

    quantity: EdgeQuantity = EdgeQuantity.WEIGHT
    scale_mode: ScaleMode | None = None
    locked_scales: tuple[float | None, ...] = ()
    locked_fills: tuple[float | None, ...] = ()
    locked_rings: tuple[float | None, ...] = ()
    input_peak: float | None = None
    output_peak: float | None = None
    edge_limit: int | None = DEFAULT_EDGE_LIMIT
    row: int = 0
    selected_node: NodeKey | None = None
    selected_edge: EdgeKey | None = None
    precision: int = 4
    image_shape: tuple[int, int] | None = None
    input_names: tuple[str, ...] = ()
    output_names: tuple[str, ...] = ()
    left_margin: int = 48
    right_margin: int = 96
    camera: Camera = FITTED
    pixel_ratio: float = 1.0
