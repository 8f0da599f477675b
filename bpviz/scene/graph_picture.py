"""What the picture of a graph shows at one moment: states and numbers in their places.

Places are those of the layout; whoever paints moves and enlarges them.
"""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.graph.graph import VARIABLE, GraphNode
from bpviz.scene.graph_layout import GraphLayout
from bpviz.scene.graph_numbers import is_too_large, longest
from bpviz.scene.graph_parts import (
    GraphPicture,
    LabelKind,
    NodeState,
    PictureEdge,
    PictureLabel,
    PictureNode,
)
from bpviz.scene.graph_passes import Direction, GraphMoment, running_sums
from bpviz.scene.graph_sizes import node_text
from bpviz.scene.graph_texts import short_name

CHARACTER = 7.6
"""The width of a digit beside an edge."""
_FEWEST_CHARACTERS = 3
_BETWEEN_COLUMNS = 1.6
"""Characters between the numbers of a matrix."""
_BELOW_THE_WAY_BACK = 3.0
"""Derivatives stand so much lower: below the line stands the one that runs back."""


def graph_picture(
    layout: GraphLayout,
    moment: GraphMoment,
    draggable: frozenset[str] = frozenset(),
) -> GraphPicture:
    """Return the picture of a moment.

    Parameters
    ----------
    layout : GraphLayout
        Of the graph that is drawn.
    draggable : frozenset of str
        The variables whose values can be dragged.
    """
    return GraphPicture(
        layout.width,
        layout.height,
        moment,
        tuple(_nodes(layout, moment, draggable)),
        tuple(_edges(layout, moment)),
        tuple(_labels(layout, moment)),
    )


def _nodes(
    layout: GraphLayout, moment: GraphMoment, draggable: frozenset[str]
) -> list[PictureNode]:
    shown = moment.passes.shown
    step = moment.step
    nodes = []
    for node in shown.graph.nodes:
        n = node.index
        state = NodeState.DONE if moment.has_value(n) else NodeState.WAITING
        if step is not None and step.node == n:
            state = NodeState.NOW
        is_variable = node.operation == VARIABLE
        nodes.append(
            PictureNode(
                index=n,
                x=float(layout.x[n]),
                y=float(layout.y[n]),
                width=float(layout.node_width[n]),
                height=float(layout.node_height[n]),
                text=node_text(node),
                name="" if np.isnan(layout.name_y[n]) else short_name(node.name),
                name_y=float(layout.name_y[n]),
                state=state,
                is_variable=is_variable,
                is_constant_leaf=not node.operands and not is_variable,
                is_folded=shown.is_folded(n),
                is_draggable=is_variable and node.name in draggable,
            )
        )
    return nodes


def _edges(layout: GraphLayout, moment: GraphMoment) -> list[PictureEdge]:
    edges = []
    for number, route in enumerate(layout.routes):
        source, target, place = _ends(layout, number)
        edges.append(
            PictureEdge(
                source,
                target,
                route,
                has_value=moment.has_value(source),
                has_derivative=moment.derivative(source, target, place) is not None,
                is_now=_runs_now(moment, source, target),
            )
        )
    return edges


def _labels(layout: GraphLayout, moment: GraphMoment) -> list[PictureLabel]:
    labels = []
    nodes = moment.passes.shown.graph.nodes
    step = moment.step
    for number in range(len(layout.routes)):
        source, target, place = _ends(layout, number)
        x, width = float(layout.label_x[number]), float(layout.label_width[number])
        height = float(layout.label_height[number])
        is_now = _runs_now(moment, source, target)
        is_back = step is not None and step.direction is Direction.BACKWARD
        derivative = moment.derivative(source, target, place)
        for kind, y, numbers in (
            (LabelKind.VALUE, layout.value_y, nodes[source].value),
            (LabelKind.DERIVATIVE, layout.derivative_y, derivative),
        ):
            is_value = kind is LabelKind.VALUE
            if numbers is None or (is_value and not moment.has_value(source)):
                continue
            if is_value and _says_its_value(nodes[source]):
                continue
            came_now = _came_now(moment, source) if is_value else is_now and is_back
            at = float(y[number]) + (0.0 if is_value else _BELOW_THE_WAY_BACK)
            labels.append(
                PictureLabel(
                    kind,
                    source,
                    number,
                    x,
                    at,
                    _width(numbers, width),
                    height,
                    width,
                    numbers,
                    came_now,
                )
            )
    for node in nodes:
        n = node.index
        arrived = [] if np.isnan(layout.sum_y[n]) else moment.arrived(n)
        if not arrived:
            continue
        edge = layout.source.tolist().index(n)
        room = float(layout.label_width[edge])
        labels.append(
            PictureLabel(
                LabelKind.SUM,
                n,
                -1,
                float(layout.x[n]),
                float(layout.sum_y[n]),
                _width(node.value, room),
                float(layout.label_height[edge]),
                room,
                running_sums(arrived)[-1],
                is_now=_adds_now(moment, n),
                is_final=moment.is_complete(n),
            )
        )
    return labels


def _says_its_value(node: GraphNode) -> bool:
    """Tell whether what stands in a node is its value."""
    return not node.operands and not node.name


def _width(numbers: Array, room: float) -> float:
    """Return how wide numbers are drawn: a matrix only as wide as it needs."""
    if not numbers.shape or is_too_large(numbers):
        return room
    characters = max(longest(numbers), _FEWEST_CHARACTERS) + _BETWEEN_COLUMNS
    return min(float(numbers.shape[-1] * characters * CHARACTER), room)


def _ends(layout: GraphLayout, edge: int) -> tuple[int, int, int]:
    ends = layout.source[edge], layout.target[edge], layout.place[edge]
    source, target, place = map(int, ends)
    return source, target, place


def _runs_now(moment: GraphMoment, source: int, target: int) -> bool:
    """Tell whether the step done last sent something along an edge."""
    step = moment.step
    if step is None:
        return False
    if step.is_seed:
        return target < 0
    if step.direction is Direction.BACKWARD:
        is_asked = not moment.passes.shown.graph.nodes[source].is_constant
        return target == step.node and is_asked
    return target == step.node


def _came_now(moment: GraphMoment, node: int) -> bool:
    step = moment.step
    is_forward = step is not None and step.direction is Direction.FORWARD
    return is_forward and step is not None and step.node == node


def _adds_now(moment: GraphMoment, node: int) -> bool:
    step = moment.step
    if step is None or step.direction is Direction.FORWARD or step.is_seed:
        return False
    return node in moment.passes.shown.graph.nodes[step.node].operands
