"""The backward pass through a graph: a loop over nodes that can be held at any step.

From the output to the inputs, every node multiplies the gradient that has reached it
with its local derivatives and hands the products to its operands; a node that is used
more than once adds up what it gets:

    dL/d(operand) += dL/d(node) × d(node)/d(operand)

In the reverse of the forward order, all uses of a node come before the node itself,
so its gradient is complete when its turn comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, frozen, frozen_copy
from bpviz.nn.graph.graph import Graph, GraphNode
from bpviz.nn.graph.local_derivative import LocalDerivative


@dataclass(frozen=True, slots=True, eq=False)
class Contribution:
    """What one operand gets from one node.

    Attributes
    ----------
    place : int
        Which of the node's operands, from 0.
    operand : int
        Its index in the graph.
    local_derivative : LocalDerivative
        The derivative of the node by the operand.
    product : Array
        The node's gradient times that, in the operand's shape.
    accumulated : Array
        The operand's gradient with this product added.
    """

    place: int
    operand: int
    local_derivative: LocalDerivative
    product: Array
    accumulated: Array


@dataclass(frozen=True, slots=True, eq=False)
class BackwardStep:
    """One node's turn.

    Attributes
    ----------
    node : int
        Its index in the graph.
    gradient : Array
        dL/d(node), complete.
    contributions : tuple of Contribution
        In the order of the operands; none for an operand without a derivative.
    """

    node: int
    gradient: Array
    contributions: tuple[Contribution, ...]


class BackwardPass:
    """The derivatives of a graph's output by all of its nodes, as far as it has come.

    Parameters
    ----------
    graph : Graph
        What to differentiate.
    seed : Array, optional
        dL/d(output) in the output's shape; ones when left out, which for an array
        gives the derivatives of the sum of its entries.

    Attributes
    ----------
    gradients : list of Array or None
        By node, read-only, in the shape of its value; None for a constant by which
        there is no derivative.
    """

    def __init__(self, graph: Graph, seed: Array | None = None) -> None:
        self._graph = graph
        self.gradients: list[Array | None] = [
            frozen(np.zeros(node.value.shape)) for node in graph.nodes
        ]
        output = graph.output
        self.gradients[output.index] = (
            frozen(np.ones(output.value.shape)) if seed is None else frozen_copy(seed)
        )

    def steps(self) -> Iterator[BackwardStep]:
        """Yield one step for every node that has operands, the output first.

        Raises
        ------
        InputError
            If a derivative is too large for a number; it names the node.
        """
        for node in reversed(self._graph.nodes):
            gradient = self.gradients[node.index]
            if gradient is None:
                for operand in node.operands:
                    self.gradients[operand] = None
            elif node.operands:
                yield BackwardStep(
                    node.index, gradient, tuple(self._contributions(node, gradient))
                )

    def finish(self) -> tuple[Array | None, ...]:
        """Take all steps and return the gradients."""
        for _step in self.steps():
            pass
        return tuple(self.gradients)

    def _contributions(
        self, node: GraphNode, gradient: Array
    ) -> Iterator[Contribution]:
        for place, (operand, derivative) in enumerate(
            zip(node.operands, node.local_derivatives, strict=True)
        ):
            before = self.gradients[operand]
            if derivative is None or before is None:
                self.gradients[operand] = None
                continue
            with np.errstate(all="ignore"):  # What is not finite is found here.
                product = derivative.times(gradient)
                accumulated = frozen_copy(before + product)
            if not np.isfinite(accumulated).all():
                raise InputError(
                    QT_TRANSLATE_NOOP(
                        "Errors", "The derivative by {node} is too large for a number."
                    ),
                    node=self._graph.nodes[operand].text,
                )
            self.gradients[operand] = accumulated
            yield Contribution(place, operand, derivative, product, accumulated)


def variable_gradients(graph: Graph, seed: Array | None = None) -> dict[str, Array]:
    """Return the derivative of the output by every variable, by name."""
    gradients = BackwardPass(graph, seed).finish()
    found = {name: gradients[node.index] for name, node in graph.variables.items()}
    # A variable always has one: the graph could not have been built without.
    return {name: gradient for name, gradient in found.items() if gradient is not None}
