"""Which graph ``bpviz graph`` shows: an expression, a preset, or a small network."""

from dataclasses import dataclass

import numpy as np

from bpviz.app.parser import UsageError
from bpviz.data.catalog import load_dataset
from bpviz.nn.graph.expression import Expression, parse_expression
from bpviz.nn.graph.expression_error import ExpressionError
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.network_graph import network_graph
from bpviz.nn.graph.presets import GRAPH_PRESETS, GraphPreset
from bpviz.nn.graph.value_text import Value
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.parameters import Parameters
from bpviz.training.experiment import Experiment
from bpviz.training.presets import PRESETS


@dataclass(frozen=True, slots=True, eq=False)
class ChosenGraph:
    """A graph and what it was made from.

    Attributes
    ----------
    graph : Graph
        Computed.
    preset : str or None
        The key of a preset.
    expression : str or None
        As it was typed; a network has none.
    together : ChosenGraph or None
        The same put together to one node, where a preset takes one apart.
    """

    graph: Graph
    preset: str | None = None
    expression: str | None = None
    together: "ChosenGraph | None" = None


def chosen_graph(what: str, values: dict[str, Value]) -> ChosenGraph:
    """Return the graph that a call asks for.

    Parameters
    ----------
    what : str
        The key of a graph or of a preset with a small network, or an expression.
    values : dict
        By variable; for a preset those that shall differ from its own.

    Raises
    ------
    InputError
        If the graph cannot be computed; what is wrong with an expression begins with
        its column, from 1.
    """
    if what in PRESETS:
        if values:
            raise UsageError(f"the network of {what} takes no values")
        return ChosenGraph(_network(PRESETS[what].experiment), preset=what)
    if what in GRAPH_PRESETS:
        return _preset(GRAPH_PRESETS[what], values)
    try:
        expression = parse_expression(what)
        _check_names(values, expression)
        return ChosenGraph(expression.graph(values), expression=what)
    except ExpressionError as error:
        raise UsageError(f"column {error.start + 1}: {error}") from error


def _preset(preset: GraphPreset, values: dict[str, Value]) -> ChosenGraph:
    _check_names(values, parse_expression(preset.expression))
    graph, together = preset.graph(values), preset.graph_together(values)
    return ChosenGraph(
        graph,
        preset.key,
        preset.expression,
        None
        if together is None
        else ChosenGraph(together, preset.key, preset.together),
    )


def _check_names(values: dict[str, Value], expression: Expression) -> None:
    for name in values:
        if name not in expression.names:
            known = ", ".join(expression.names) or "none"
            raise UsageError(
                f"there is no {name} in the expression; its names: {known}"
            )


def _network(experiment: Experiment) -> Graph:
    """Return the loss of the first sample with the first parameters, in float64."""
    dataset = load_dataset(experiment.data.key, experiment.data.seed)
    inputs = np.empty((1, dataset.input_size))
    targets = np.empty((1, dataset.output_size))
    dataset.train.fill_range(0, 1, inputs, targets)
    flat = initial_parameters(
        experiment.network, experiment.initialisation, experiment.seed, np.float64
    )
    parameters = Parameters.copy_of(experiment.network, flat)
    return network_graph(parameters, inputs[0], targets[0])
