"""The parts that the picture of a graph consists of: nodes, lines and numbers."""

from dataclasses import dataclass
from enum import Enum, auto

from bpviz.nn.arrays import Array
from bpviz.scene.graph_passes import GraphMoment


class NodeState(Enum):
    """How far a node has come."""

    WAITING = auto()
    DONE = auto()
    NOW = auto()
    """Its turn was the step done last."""


class LabelKind(Enum):
    """What a number in the picture is."""

    VALUE = auto()
    DERIVATIVE = auto()
    SUM = auto()
    """Of the derivatives that came back to a node that is used more than once."""


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A node in its place.

    Attributes
    ----------
    index : int
        Of the node that is drawn.
    x, y, width, height : float
        Its middle and its size.
    text, name, name_y
        What stands in it and above it; the name is empty where there is none.
    state : NodeState
        How far it has come.
    is_variable, is_constant_leaf, is_folded : bool
        What kind of node it is.
    is_draggable : bool
        Whether its value can be dragged.
    """

    index: int
    x: float
    y: float
    width: float
    height: float
    text: str
    name: str
    name_y: float
    state: NodeState
    is_variable: bool
    is_constant_leaf: bool
    is_folded: bool
    is_draggable: bool


@dataclass(frozen=True, slots=True, eq=False)
class PictureEdge:
    """A line, and what has run along it.

    Attributes
    ----------
    source, target : int
        The nodes that it joins; a negative target is the way out.
    route : Array
        Its points, (points, 2).
    has_value, has_derivative : bool
        Whether its value has run forward, and its derivative back.
    is_now : bool
        Whether that was the step done last.
    """

    source: int
    target: int
    route: Array
    has_value: bool
    has_derivative: bool
    is_now: bool


@dataclass(frozen=True, slots=True, eq=False)
class PictureLabel:
    """Numbers in their room.

    Attributes
    ----------
    kind : LabelKind
        What they are.
    node : int
        Whose value it is, or by which the derivative is.
    edge : int
        On which edge, as an index of the layout's; -1 for a sum.
    x, y, width, height : float
        Their middle, and how large they are at the scale 1.
    room : float
        How wide they may be, where letters cannot become as small as the scale.
    numbers : Array
        What they are.
    is_now : bool
        Whether they came with the step done last.
    is_final : bool
        False for a sum that more is added to.
    """

    kind: LabelKind
    node: int
    edge: int
    x: float
    y: float
    width: float
    height: float
    room: float
    numbers: Array
    is_now: bool
    is_final: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class GraphPicture:
    """Everything that is drawn of a graph at one moment.

    Attributes
    ----------
    width, height : float
        Of all of it.
    moment : GraphMoment
        Which moment.
    nodes, edges, labels : tuple
        The parts.
    """

    width: float
    height: float
    moment: GraphMoment
    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    labels: tuple[PictureLabel, ...]
