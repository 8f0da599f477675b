"""What there is to say about one node of a graph at one moment, as numbers.

The chain rule in the order in which it happens: what the node computed, what has come
back to it, and what it hands on to each of its operands: upstream × local = result.
"""

from dataclasses import dataclass

from bpviz.nn.arrays import Array
from bpviz.nn.graph.graph import Graph, GraphNode
from bpviz.nn.graph.local_derivative import LocalDerivative
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.scene.graph_numbers import full_digits, worked
from bpviz.scene.graph_passes import Direction, GraphMoment, running_sums
from bpviz.scene.graph_texts import GraphTexts, in_brackets, short_name


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """What came back to a node from one that used it.

    Attributes
    ----------
    user : str
        What that node is called; empty for dL/dL = 1, with which the output begins.
    product : Array
        What came.
    total : Array
        The sum with everything that came before.
    """

    user: str
    product: Array
    total: Array


@dataclass(frozen=True, slots=True, eq=False)
class HandedOn:
    """What a node hands back to one operand.

    Attributes
    ----------
    operand : str
        What that is called.
    operation : str
        The operation of the node that hands on.
    place : int
        Which operand it is.
    local : LocalDerivative
        The node's derivative by it.
    gradient, product : Array or None
        What came back to the node, and what goes on; None before that happens.
    total : Array or None
        The operand's gradient with that added, where it has several uses.
    """

    operand: str
    operation: str
    place: int
    local: LocalDerivative
    gradient: Array | None
    product: Array | None
    total: Array | None


@dataclass(frozen=True, slots=True, eq=False)
class ComputedLine:
    """One computation.

    Attributes
    ----------
    text : str
        What is computed, by names: ``apple × apple_n``.
    numbers : str
        The same with numbers; empty for arrays.
    value : Array or None
        The result; None while it is not computed.
    """

    text: str
    numbers: str
    value: Array | None


@dataclass(frozen=True, slots=True, eq=False)
class NodeExplanation:
    """One node at one moment.

    Attributes
    ----------
    node : GraphNode
        As it is drawn.
    computed : tuple of ComputedLine
        What it computes; several for one that stands for several, none for a leaf.
    arrivals : tuple of Arrival
        What has come back to it by now.
    is_complete : bool
        Whether that is all.
    handed_on : tuple of HandedOn
        To its operands, in order; those that are constant get nothing.
    """

    node: GraphNode
    computed: tuple[ComputedLine, ...]
    arrivals: tuple[Arrival, ...]
    is_complete: bool
    handed_on: tuple[HandedOn, ...]


def explained(moment: GraphMoment, node: int) -> NodeExplanation:
    """Return everything about a node that is drawn."""
    shown = moment.passes.shown
    has_value = moment.has_value(node)
    members = [shown.full.nodes[member] for member in shown.parts[node]]
    return NodeExplanation(
        node=shown.graph.nodes[node],
        computed=tuple(
            computed_line(shown.full, member, has_value=has_value)
            for member in members
            if member.operands
        ),
        arrivals=_arrivals(moment, node),
        is_complete=moment.is_complete(node),
        handed_on=tuple(
            handed
            for member in reversed(members)
            for handed in _handed_on(moment, node, member)
        ),
    )


def step_line(moment: GraphMoment) -> ComputedLine | None:
    """Return what the step done last has computed forward; None if it went back."""
    step = moment.step
    if step is None or step.direction is Direction.BACKWARD:
        return None
    shown = moment.passes.shown
    member = shown.full.nodes[shown.output_of(step.node)]
    return computed_line(shown.full, member, has_value=True)


def computed_line(graph: Graph, node: GraphNode, *, has_value: bool) -> ComputedLine:
    """Return how a node is computed from its operands."""
    operands = [graph.nodes[operand] for operand in node.operands]
    operation = OPERATIONS[node.operation]
    numbers = ""
    if has_value and not any(operand.value.shape for operand in operands):
        texts = [full_digits(float(operand.value)) for operand in operands]
        numbers = worked(operation.symbol, texts, is_infix=operation.is_infix)
    text = GraphTexts(graph).expression(node)
    if node.name:
        text = f"{short_name(node.name)} = {text}"
    return ComputedLine(text, numbers, node.value if has_value else None)


def called(node: GraphNode) -> str:
    """Return what a node that is drawn is called; of a folded one that is its name."""
    return short_name(node.name) or node.text


def _use_count(graph: Graph, node: int) -> int:
    return sum(user.operands.count(node) for user in graph.nodes)


def _arrivals(moment: GraphMoment, node: int) -> tuple[Arrival, ...]:
    graph = moment.passes.shown.graph
    users = [""] if node == graph.output.index else []
    users += [
        called(user)
        for user in reversed(graph.nodes)
        for operand in user.operands
        if operand == node and moment.has_gone_back(user.index)
    ]
    products = moment.arrived(node)
    return tuple(map(Arrival, users, products, running_sums(products)))


def _handed_on(
    moment: GraphMoment, shown_node: int, member: GraphNode
) -> list[HandedOn]:
    passes = moment.passes
    graph = passes.shown.full
    is_back = moment.has_gone_back(shown_node)
    handed = []
    for place, (index, local) in enumerate(
        zip(member.operands, member.local_derivatives, strict=True)
    ):
        if local is None or graph.nodes[index].is_constant:
            continue
        contribution = passes.contributions.get((member.index, place))
        if contribution is None:
            continue
        is_shared = _use_count(graph, index) > 1
        handed.append(
            HandedOn(
                operand=in_brackets(graph.nodes[index]),
                operation=member.operation,
                place=place,
                local=local,
                gradient=passes.gradients[member.index] if is_back else None,
                product=contribution.product if is_back else None,
                total=contribution.accumulated if is_back and is_shared else None,
            )
        )
    return handed
