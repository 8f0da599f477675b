"""An expression with the values of its variables, as a source of graphs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.presets import GraphPreset
from bpviz.nn.graph.tokens import shortened
from bpviz.nn.graph.value_text import read_value, value_text
from bpviz.scene.graph_sizes import MOST_NODES
from bpviz.scene.numbers import format_count

_FIRST_VALUE = "1"
"""Of a name that has just been typed."""


@dataclass(slots=True)
class ExpressionSource:
    """An expression and its values, as the person has typed them.

    Attributes
    ----------
    text : str
        The expression.
    typed : dict of str to str
        The values by name; of names that are not in the expression as well, so that
        they are there again when the name is.
    """

    text: str
    typed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_preset(cls, preset: GraphPreset, *, together: bool) -> "ExpressionSource":
        """Return the expression of a preset, or the one put together to a node."""
        typed = {
            name: value_text(np.asarray(value, np.float64))
            for name, value in preset.values.items()
        }
        return cls(preset.together if together else preset.expression, typed)

    def graph(self) -> Graph:
        """Compute the expression; a name without a value is 1.

        Raises
        ------
        InputError
            If it cannot be read or computed, or a value cannot be read.
        """
        expression = parse_expression(self.text)
        texts = self.texts(expression.names)
        values = {name: read_value(name, text) for name, text in texts.items()}
        try:
            graph = expression.graph(values)
        except ExpressionError as error:
            # Called by what the person has typed, not by its place in the graph.
            part = {"node": shortened(self.text[error.start : error.stop])}
            known = {**error.values, **(part if "node" in error.values else {})}
            raise ExpressionError(
                error.template, error.start, error.stop, **known
            ) from error
        if len(graph.nodes) > MOST_NODES:
            raise ExpressionError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The graph of this expression would have {count} nodes; up to "
                    "{most} can be read.",
                ),
                0,
                len(self.text),
                count=format_count(len(graph.nodes)),
                most=MOST_NODES,
            )
        return graph

    def wrong_values(self, names: Sequence[str]) -> frozenset[str]:
        """Return the names whose values cannot be read."""
        wrong = set()
        for name, text in self.texts(names).items():
            try:
                read_value(name, text)
            except InputError:
                wrong.add(name)
        return frozenset(wrong)

    def drag(self, name: str, entry: Sequence[int], number: float) -> None:
        """Give a variable, or one of the numbers of its array, another value."""
        if entry:
            value = np.array(read_value(name, self.typed[name]), np.float64)
            value[tuple(entry)] = number
        else:
            value = np.array(number)
        self.typed[name] = value_text(value)

    def names(self, otherwise: Sequence[str]) -> Sequence[str]:
        """Return the names in the expression; others while it cannot be read."""
        try:
            return parse_expression(self.text).names
        except InputError:
            return otherwise

    def texts(self, names: Sequence[str]) -> Mapping[str, str]:
        """Return what is typed for these names, in this order."""
        return {name: self.typed.get(name, _FIRST_VALUE) for name in names}
