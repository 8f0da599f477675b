"""Both passes through a graph as it is drawn, step by step: what is known when.

Forward, every step computes one node. Backward, the first step is dL/dL = 1, and every
other lets one node hand its gradient, times its local derivatives, to its operands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.nn.arrays import Array, frozen
from bpviz.nn.graph.backward import BackwardPass, Contribution
from bpviz.scene.graph_folding import ShownGraph
from bpviz.training.steps import Granularity


class Direction(StrEnum):
    """Which pass."""

    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class GraphStep:
    """One node's turn in one pass.

    Attributes
    ----------
    direction : Direction
        In which pass.
    node : int
        Index of the node that is drawn.
    number, count : int
        The how manieth step of its pass, from 1, and how many it has.
    is_seed : bool
        Whether it is dL/dL = 1, with which the backward pass begins.
    """

    direction: Direction
    node: int
    number: int
    count: int
    is_seed: bool = False


class GraphPasses:
    """Everything that the two passes compute, and in which order.

    Parameters
    ----------
    shown : ShownGraph
        The graph.

    Attributes
    ----------
    steps : tuple of GraphStep
        Forward, then backward.
    gradients : tuple of Array or None
        The complete derivative of the output by every node of the whole graph.
    contributions : dict
        What goes back along each use in the whole graph, by (node, place).

    Raises
    ------
    InputError
        If a derivative is too large for a number.
    """

    def __init__(self, shown: ShownGraph) -> None:
        self.shown = shown
        backward = BackwardPass(shown.full)
        self.contributions: dict[tuple[int, int], Contribution] = {
            (step.node, contribution.place): contribution
            for step in backward.steps()
            for contribution in step.contributions
        }
        self.gradients: tuple[Array | None, ...] = tuple(backward.gradients)
        self.steps: tuple[GraphStep, ...] = tuple(_steps(shown))
        self._turns = {
            (step.direction, step.node): place
            for place, step in enumerate(self.steps, start=1)
            if not step.is_seed
        }

    @property
    def forward_count(self) -> int:
        """How many steps the forward pass has."""
        return sum(step.direction is Direction.FORWARD for step in self.steps)

    def turn(self, direction: Direction, node: int) -> int | None:
        """Return after which step a node has had its turn; None if it has none."""
        return self._turns.get((direction, node))

    def gradient(self, node: int) -> Array | None:
        """Return the derivative of the output by a node that is drawn."""
        return self.gradients[self.shown.output_of(node)]

    def product(self, source: int, target: int, place: int) -> Array | None:
        """Return what goes back along an edge; None where there is no derivative."""
        if self.shown.graph.nodes[source].is_constant:
            return None
        found = [
            self.contributions[use].product
            for use in self.shown.uses(source, target, place)
            if use in self.contributions
        ]
        return frozen(np.asarray(sum(found[1:], found[0]))) if found else None


@dataclass(frozen=True, slots=True, eq=False)
class GraphMoment:
    """A place in the two passes.

    Attributes
    ----------
    passes : GraphPasses
        Both.
    position : int
        So many steps have been done.
    """

    passes: GraphPasses
    position: int = 0

    @property
    def step(self) -> GraphStep | None:
        """The step done last; None at the beginning."""
        return self.passes.steps[self.position - 1] if self.position else None

    def has_value(self, node: int) -> bool:
        """Tell whether a node is computed; what is given always is."""
        turn = self.passes.turn(Direction.FORWARD, node)
        return turn is None or turn <= self.position

    def has_gone_back(self, node: int) -> bool:
        """Tell whether a node has handed its gradient to its operands."""
        turn = self.passes.turn(Direction.BACKWARD, node)
        return turn is not None and turn <= self.position

    def derivative(self, source: int, target: int, place: int) -> Array | None:
        """Return what has come back along an edge by now.

        Parameters
        ----------
        target : int
            Negative for the way out, along which dL/dL = 1 comes.
        """
        if target < 0:
            is_back = self.position > self.passes.forward_count
            return self.passes.gradient(source) if is_back else None
        if not self.has_gone_back(target):
            return None
        return self.passes.product(source, target, place)

    def arrived(self, node: int) -> list[Array]:
        """Return what has come back to a node by now, one by one in time's order."""
        graph = self.passes.shown.graph
        found = []
        if node == graph.output.index:
            found.append(self.derivative(node, -1, 0))
        for user in reversed(graph.nodes):
            for place, operand in enumerate(user.operands):
                if operand == node:
                    found.append(self.derivative(node, user.index, place))
        return [product for product in found if product is not None]

    def is_complete(self, node: int) -> bool:
        """Tell whether all derivatives that a node adds up have come back."""
        users = [
            user
            for user in self.passes.shown.graph.nodes
            if node in user.operands and not user.is_constant
        ]
        return self.position > self.passes.forward_count and all(
            self.has_gone_back(user.index) for user in users
        )

    def moved(self, granularity: Granularity, direction: int) -> "GraphMoment":
        """Return where a step leads: an operation, a whole pass, or both passes.

        Parameters
        ----------
        direction : int
            1 forward in time, -1 back.
        """
        last, half = len(self.passes.steps), self.passes.forward_count
        if granularity is Granularity.OPERATION:
            place = min(max(self.position + direction, 0), last)
            return GraphMoment(self.passes, place)
        ends = (0, half, last) if granularity is Granularity.UPDATE else (0, last)
        if direction > 0:
            place = min((end for end in ends if end > self.position), default=last)
        else:
            place = max((end for end in ends if end < self.position), default=0)
        return GraphMoment(self.passes, place)


def running_sums(arrived: list[Array]) -> list[Array]:
    """Return the sums as they grow, in the order in which the backward pass adds."""
    sums: list[Array] = []
    for product in arrived:
        sums.append(np.asarray(sums[-1] + product) if sums else product)
    return sums


def _steps(shown: ShownGraph) -> Iterator[GraphStep]:
    nodes = [node for node in shown.graph.nodes if node.operands]
    for number, node in enumerate(nodes, start=1):
        yield GraphStep(Direction.FORWARD, node.index, number, len(nodes))
    # What no variable takes part in has nothing to hand back that anybody asks for.
    turns = [node for node in reversed(nodes) if not node.is_constant]
    count = len(turns) + 1
    yield GraphStep(
        Direction.BACKWARD, shown.graph.output.index, 1, count, is_seed=True
    )
    for number, node in enumerate(turns, start=2):
        yield GraphStep(Direction.BACKWARD, node.index, number, count)
