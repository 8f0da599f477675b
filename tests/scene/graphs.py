"""Graphs of real networks and of the article, as they are drawn."""

from bpviz.nn.arrays import Array
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_expression_source import ExpressionSource
from bpviz.scene.graph_folding import shown_graph
from bpviz.scene.graph_network_source import NetworkSource
from bpviz.scene.graph_passes import GraphMoment, GraphPasses
from bpviz.training.frame import Frame
from tests.scene.frames import UPDATED, frame_of


def passes_of(graph: Graph) -> GraphPasses:
    return GraphPasses(shown_graph(graph))


def preset_passes(key: str) -> GraphPasses:
    return passes_of(GRAPH_PRESETS[key].graph())


def finished(passes: GraphPasses) -> GraphMoment:
    return GraphMoment(passes, len(passes.steps))


def gradient_of(passes: GraphPasses, name: str) -> Array:
    """The derivative of the output by a node of the whole graph."""
    gradient = passes.gradients[passes.shown.full.named(name).index]
    assert gradient is not None
    return gradient


def expression_passes(text: str, **values: str) -> GraphPasses:
    return passes_of(ExpressionSource(text, dict(values)).graph())


def network_source(*sizes: int, rows: int = 1) -> NetworkSource:
    return NetworkSource(trained_frame(*sizes, rows=rows))


def trained_frame(*sizes: int, rows: int = 1) -> Frame:
    return frame_of(*sizes, done=UPDATED, rows=rows)
