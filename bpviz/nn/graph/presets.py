"""The computational graphs of the third article, ready to open."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy.typing as npt

from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph


@dataclass(frozen=True, slots=True, eq=False)
class GraphPreset:
    """An expression with a name and values.

    Attributes
    ----------
    key : str
        Its name on the command line.
    title, description : str
        For people; marked for translation in the context ``Presets``.
    expression : str
        What is computed; see `expression`.
    values : mapping
        A number, a row or a matrix as nested tuples for every variable.
    together : str
        The same with its parts put together to one node, where that is the point of
        taking it apart; else empty.
    """

    key: str
    title: str
    description: str
    expression: str
    values: Mapping[str, npt.ArrayLike]
    together: str = ""

    def graph(self, values: Mapping[str, npt.ArrayLike] | None = None) -> Graph:
        """Return its graph, with other values for the variables that are named.

        Raises
        ------
        InputError
            If the graph cannot be computed with them.
        """
        all_values = {**self.values, **(values or {})}
        return parse_expression(self.expression).graph(all_values)

    def graph_together(
        self, values: Mapping[str, npt.ArrayLike] | None = None
    ) -> Graph | None:
        """Return the graph of `together`, or None where there is none."""
        if not self.together:
            return None
        all_values = {**self.values, **(values or {})}
        return parse_expression(self.together).graph(all_values)


GRAPH_PRESETS: dict[str, GraphPreset] = {
    preset.key: preset
    for preset in (
        GraphPreset(
            "apples",
            QT_TRANSLATE_NOOP("Presets", "Apples"),
            QT_TRANSLATE_NOOP(
                "Presets",
                "Two apples and the tax on them: what the price owes to each number.",
            ),
            "apple * apple_n * tax",
            {"apple": 100, "apple_n": 2, "tax": 1.1},
        ),
        GraphPreset(
            "apples-oranges",
            QT_TRANSLATE_NOOP("Presets", "Apples and oranges"),
            QT_TRANSLATE_NOOP(
                "Presets",
                "Two apples, three oranges and the tax: a sum hands its gradient on to "
                "both sides.",
            ),
            "(apple * apple_n + orange * orange_n) * tax",
            {"apple": 100, "apple_n": 2, "orange": 150, "orange_n": 3, "tax": 1.1},
        ),
        GraphPreset(
            "relu",
            QT_TRANSLATE_NOOP("Presets", "ReLU"),
            QT_TRANSLATE_NOOP(
                "Presets",
                "Lets positive numbers through, and their gradients; the rest is 0.",
            ),
            "relu(x)",
            {"x": ((1.0, -0.5), (-2.0, 3.0))},
        ),
        GraphPreset(
            "sigmoid",
            QT_TRANSLATE_NOOP("Presets", "Sigmoid, taken apart"),
            QT_TRANSLATE_NOOP(
                "Presets",
                "Times -1, exp, plus 1, one over: put together, its derivative is "
                "y (1 - y).",
            ),
            "1 / (1 + exp(x * -1))",
            {"x": 1.0},
            together="sigmoid(x)",
        ),
        GraphPreset(
            "affine-softmax",
            QT_TRANSLATE_NOOP("Presets", "Affine and softmax with loss"),
            QT_TRANSLATE_NOOP(
                "Presets",
                "A batch through one layer, X W + b, to softmax with cross-entropy, "
                "whose derivative is (y - t) / rows.",
            ),
            "softmax_with_loss(affine(X, W, b), t)",
            {
                "X": ((1.0, -0.5), (-2.0, 3.0)),
                "W": ((0.2, -0.4, 0.1), (0.3, 0.5, -0.6)),
                "b": (0.1, 0.2, -0.3),
                "t": ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
            },
        ),
    )
}
