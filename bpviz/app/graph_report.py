"""A graph in words: both passes line by line, and the same for ``--json``.

Numbers have as many digits as it takes to tell them from every other float.
"""

from collections.abc import Iterator
from typing import Any

from bpviz.nn.arrays import Array
from bpviz.nn.graph.backward import BackwardPass, BackwardStep, Contribution
from bpviz.nn.graph.graph import Graph, GraphNode
from bpviz.nn.graph.local_derivative import Rule
from bpviz.nn.graph.operations import OPERATIONS

_RULES = {
    Rule.TIMES: "{g} × {d}",
    Rule.SUM_OF_PRODUCTS: "sum({g} × {d})",
    Rule.TIMES_TRANSPOSED: "{g} · {d}ᵀ",
    Rule.TRANSPOSED_TIMES: "{d}ᵀ · {g}",
    Rule.SUM_OF_ROWS: "sum of the rows of {g}",
}


class GraphReport:
    """Carries out the backward pass and tells of both.

    Parameters
    ----------
    graph : Graph
        What to tell of.

    Raises
    ------
    InputError
        If a derivative is too large for a number.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        backward = BackwardPass(graph)
        self._steps = list(backward.steps())
        self._gradients = backward.gradients

    def lines(self) -> Iterator[str]:
        """Yield the forward pass, the backward pass, and the derivatives."""
        yield "forward"
        width = len(str(len(self._graph.nodes) - 1))
        for node in self._graph.nodes:
            yield f"  #{node.index:<{width}}  {self._forward(node)}"
        yield ""
        yield "backward: gradient × local derivative"
        for step in self._steps:
            gradient = _text(step.gradient)
            name = self._called(step.node)
            yield f"  #{step.node:<{width}}  gradient of {name}: {gradient}"
            for contribution in step.contributions:
                if not self._graph.nodes[contribution.operand].is_constant:
                    yield f"       {self._backward(step, contribution)}"
        yield ""
        yield "derivatives"
        names = list(self._graph.variables)
        longest = max(map(len, names), default=0)
        for name in names:
            derivative = self._gradients[self._graph.variables[name].index]
            yield f"  {name:<{longest}}  {_text(derivative)}"

    def as_dict(self) -> dict[str, Any]:
        """Return everything as what JSON has words for."""
        return {
            "value": self._graph.output.value.tolist(),
            "gradients": {
                name: _plain(self._gradients[node.index])
                for name, node in self._graph.variables.items()
            },
            "nodes": [
                {
                    "index": node.index,
                    "name": node.name or None,
                    "text": node.text,
                    "operation": node.operation,
                    "operands": node.operands,
                    "value": node.value.tolist(),
                    "gradient": _plain(self._gradients[node.index]),
                }
                for node in self._graph.nodes
            ],
            "backward": [
                {
                    "node": step.node,
                    "gradient": step.gradient.tolist(),
                    "contributions": [
                        {
                            "place": contribution.place,
                            "operand": contribution.operand,
                            "rule": contribution.local_derivative.rule,
                            "local_derivative": (
                                contribution.local_derivative.factor.tolist()
                            ),
                            "product": contribution.product.tolist(),
                            "accumulated": contribution.accumulated.tolist(),
                        }
                        for contribution in step.contributions
                    ],
                }
                for step in self._steps
            ],
        }

    def _forward(self, node: GraphNode) -> str:
        parts = [node.name] if node.name else []
        if node.operands:
            operands = [self._graph.nodes[operand] for operand in node.operands]
            parts.append(_applied(node, [self._called(o) for o in node.operands]))
            if not any(operand.value.shape for operand in operands):
                parts.append(_applied(node, [_text(o.value) for o in operands]))
        return " = ".join(dict.fromkeys([*parts, _text(node.value)]))

    def _backward(self, step: BackwardStep, contribution: Contribution) -> str:
        derivative = contribution.local_derivative
        factors = _RULES[derivative.rule].format(
            g=_text(step.gradient), d=_text(derivative.factor)
        )
        line = f"{self._called(contribution.operand)}: {factors}"
        product, sum_ = _text(contribution.product), _text(contribution.accumulated)
        return f"{line} = {product}" + ("" if product == sum_ else f", in all {sum_}")

    def _called(self, index: int) -> str:
        node = self._graph.nodes[index]
        return node.name or (f"#{index}" if node.operands else _text(node.value))


def _applied(node: GraphNode, operands: list[str]) -> str:
    operation = OPERATIONS[node.operation]
    if operation.is_infix:
        bracketed = [f"({o})" if o.startswith("-") else o for o in operands]
        return f" {operation.symbol} ".join(bracketed)
    return f"{operation.name}({', '.join(operands)})"


def _text(value: Array | None) -> str:
    return "none" if value is None else str(value.tolist())


def _plain(value: Array | None) -> Any:
    return None if value is None else value.tolist()
