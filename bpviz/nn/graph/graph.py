"""A computational graph: nodes in the order in which they are computed."""

from dataclasses import dataclass

from bpviz.nn.arrays import Array
from bpviz.nn.graph.local_derivative import LocalDerivative

VARIABLE = "variable"
CONSTANT = "constant"


@dataclass(frozen=True, slots=True, eq=False)
class GraphNode:
    """One value and where it came from.

    Attributes
    ----------
    index : int
        Its place in the forward order, from 0.
    operation : str
        A name from `OPERATIONS`, ``variable`` or ``constant``.
    operands : tuple of int
        Indices of the nodes it is computed from, in order; x × x has one twice.
    value : Array
        float64, read-only, of any shape; () for a number.
    local_derivatives : tuple of LocalDerivative or None
        One for each operand, in the same order. None where it does not exist and the
        operand is constant, such as that of (-3)^2 by its exponent.
    name : str
        What it is called, where it has a name.
    text : str
        Its name or the expression it stands for; long parts of it as ``#index``.
    is_constant : bool
        Whether no variable takes part in it.
    """

    index: int
    operation: str
    operands: tuple[int, ...]
    value: Array
    local_derivatives: tuple[LocalDerivative | None, ...]
    name: str
    text: str
    is_constant: bool


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Nodes, each after all of its operands.

    Attributes
    ----------
    nodes : tuple of GraphNode
        At least one; the last is the output.
    """

    nodes: tuple[GraphNode, ...]

    @property
    def output(self) -> GraphNode:
        """The node whose derivatives are asked for."""
        return self.nodes[-1]

    @property
    def variables(self) -> dict[str, GraphNode]:
        """The variables by name, in forward order."""
        return {node.name: node for node in self.nodes if node.operation == VARIABLE}

    def named(self, name: str) -> GraphNode:
        """Return the node called `name`.

        Raises
        ------
        KeyError
            If there is none.
        """
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)
