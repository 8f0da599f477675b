"""What the nodes of a graph are called: their names, or what they compute.

A node without a name is called by its expression, ``apple × apple_n``. What would be
too long is shortened where it is deepest: ``(… + c) × d``.
"""

from dataclasses import replace

from bpviz.nn.graph.graph import Graph, GraphNode
from bpviz.nn.graph.operations import OPERATIONS
from bpviz.scene.numbers import MINUS

LONGEST = 48
"""Characters that a node is called by, about."""
_LONGEST_NAME = 20
_DEEPEST = 6
"""Operations in one another that are written."""
LEFT_OUT = "…"
_STRENGTH = {"add": 1, "subtract": 1, "multiply": 2, "divide": 2, "power": 3}
"""How tightly an operation binds its operands."""


def with_texts(graph: Graph) -> Graph:
    """Return the graph with every node's text as people can read it."""
    texts = GraphTexts(graph)
    nodes = tuple(replace(node, text=texts.name(node)) for node in graph.nodes)
    return Graph(nodes)


def short_name(name: str) -> str:
    """Return a variable's name, or its beginning, so that it has room in a node."""
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME - 1] + LEFT_OUT


def in_brackets(node: GraphNode) -> str:
    """Return what a node is called behind ``∂L/∂``: in brackets where it needs some."""
    needs_some = _is_compound(node) or _is_negative(node.text)
    return f"({node.text})" if needs_some else node.text


class GraphTexts:
    """Writes the expressions of a graph's nodes.

    Parameters
    ----------
    graph : Graph
        Any.
    """

    def __init__(self, graph: Graph) -> None:
        self._nodes = graph.nodes
        self._widths: dict[tuple[int, int], int] = {}

    def name(self, node: GraphNode) -> str:
        """Return what a node is called: its name, or else its expression."""
        return self._leaf(node) or self.expression(node)

    def expression(self, node: GraphNode) -> str:
        """Return what a node computes, as deep as there is room for."""
        for depth in range(_DEEPEST, 1, -1):
            if self._expression_width(node, depth) <= LONGEST:
                return self._expression(node, depth)
        return self._expression(node, 1)

    def _leaf(self, node: GraphNode) -> str:
        """Return the name or the number of a node; empty where it has neither."""
        if node.name:
            return short_name(node.name)
        return "" if node.operands else node.text.replace("-", MINUS)

    def _expression(self, node: GraphNode, depth: int) -> str:
        operands = [self._nodes[operand] for operand in node.operands]
        return _joined(
            node, [self._inside(node, operand, depth - 1) for operand in operands]
        )

    def _inside(self, node: GraphNode, operand: GraphNode, depth: int) -> str:
        """Return an operand as it stands in the expression of a node."""
        leaf = self._leaf(operand)
        if not leaf and not depth:
            return LEFT_OUT
        text = leaf or self._expression(operand, depth)
        return f"({text})" if _needs_brackets(node, operand, text) else text

    def _expression_width(self, node: GraphNode, depth: int) -> int:
        """Return about how many characters `_expression` writes, without writing.

        Where parts are shared, that may be more than a computer can write.
        """
        key = node.index, depth
        if key not in self._widths:
            widths = []
            for operand in map(self._nodes.__getitem__, node.operands):
                leaf = self._leaf(operand)
                if leaf or depth == 1:
                    widths.append(len(leaf) or 1)
                    continue
                is_bracketed = _needs_brackets(node, operand, "")
                width = self._expression_width(operand, depth - 1)
                widths.append(width + 2 * is_bracketed)
            between = len(_joined(node, [""] * len(widths)))
            self._widths[key] = sum(widths) + between
        return self._widths[key]


def _joined(node: GraphNode, operands: list[str]) -> str:
    operation = OPERATIONS[node.operation]
    if operation.is_infix:
        return f" {operation.symbol} ".join(operands)
    if operation.name == "negate":
        return MINUS + operands[0]
    return f"{operation.name}({', '.join(operands)})"


def _needs_brackets(node: GraphNode, operand: GraphNode, text: str) -> bool:
    outside = _STRENGTH.get(node.operation)
    if node.operation == "negate":
        outside = _STRENGTH["multiply"]
    if outside is None:
        return False
    if _is_negative(text):
        return True
    if operand.name:
        return False
    return _STRENGTH.get(operand.operation, outside + 1) <= outside


def _is_compound(node: GraphNode) -> bool:
    is_operation = node.operation in OPERATIONS
    return is_operation and not node.name and OPERATIONS[node.operation].is_infix


def _is_negative(text: str) -> bool:
    return text.startswith(MINUS)
