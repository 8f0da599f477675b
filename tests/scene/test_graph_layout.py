"""Graphs are drawn from left to right, and nothing lies on anything else."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings

from bpviz.nn.arrays import Array
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.network_graph import network_graph
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.parameters import Parameters
from bpviz.scene.graph_layout import GraphLayout, graph_layout
from bpviz.scene.graph_sizes import GraphSizes, node_text
from bpviz.training.presets import PRESETS
from tests.nn.effort import cases
from tests.nn.graph.expressions import Problem, problems
from tests.nn.graph.test_derivatives import graph_of

TANGLED = "(x*x + y)*exp(x/y) - (x*y)*(x*y) + log(x)*y + max(x, x)"


def network(key: str) -> Graph:
    experiment = PRESETS[key].experiment
    flat = initial_parameters(
        experiment.network, experiment.initialisation, experiment.seed, np.float64
    )
    sizes = experiment.layer_sizes
    return network_graph(
        Parameters.copy_of(experiment.network, flat),
        np.linspace(0.1, 0.9, sizes[0]),
        np.linspace(0.2, 0.8, sizes[-1]),
    )


GRAPHS: dict[str, Callable[[], Graph]] = {
    **{key: preset.graph for key, preset in GRAPH_PRESETS.items()},
    **{key: partial(network, key) for key in ("chain", "mazur", "xor", "moons")},
    "tangled": lambda: parse_expression(TANGLED).graph({"x": 2.0, "y": 3.0}),
    "single": lambda: parse_expression("x").graph({"x": 1.0}),
    "large array": lambda: parse_expression("x * x").graph({"x": np.ones((7, 9))}),
}


class Box(NamedTuple):
    """A rectangle and what is in it."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def box(what: str, x: float, y: float, width: float, height: float) -> Box:
    # A hair smaller, so that touching is not overlapping.
    width, height = width - 1e-6, height - 1e-6
    return Box(what, x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def boxes(graph: Graph, layout: GraphLayout) -> Iterator[Box]:
    sizes = GraphSizes()
    for node in graph.nodes:
        n = node.index
        x, y = layout.x[n], layout.y[n]
        yield box(f"node {n}", x, y, layout.node_width[n], layout.node_height[n])
        name_width = len(node.name) * sizes.character
        if not np.isnan(layout.name_y[n]):
            yield box(f"name {n}", x, layout.name_y[n], name_width, sizes.line)
        if not np.isnan(layout.sum_y[n]):
            edge = layout.source.tolist().index(n)
            size = layout.label_width[edge], layout.label_height[edge]
            yield box(f"sum {n}", x, layout.sum_y[n], *size)
    for edge, x in enumerate(layout.label_x):
        size = layout.label_width[edge], layout.label_height[edge]
        yield box(f"value {edge}", x, layout.value_y[edge], *size)
        yield box(f"derivative {edge}", x, layout.derivative_y[edge], *size)


def crosses(start: Array, end: Array, box: Box) -> bool:
    """Tell whether a line touches a rectangle (Liang and Barsky)."""
    direction = end - start
    first, last = 0.0, 1.0
    for axis, (low, high) in enumerate(((box.left, box.right), (box.top, box.bottom))):
        if direction[axis] == 0:
            if not low < start[axis] < high:
                return False
            continue
        times = sorted((edge - start[axis]) / direction[axis] for edge in (low, high))
        first, last = max(first, times[0]), min(last, times[1])
    return bool(first < last)


def check(graph: Graph) -> None:
    layout = graph_layout(graph)
    everything = list(boxes(graph, layout))
    for one, other in combinations(everything, 2):
        assert not one.overlaps(other), (one, other)
    for one in everything:
        assert one.left >= -1e-6
        assert one.top >= -1e-6
        assert one.right <= layout.width + 1e-6
        assert one.bottom <= layout.height + 1e-6
    for edge, points in enumerate(layout.routes):
        own = {f"node {layout.source[edge]}", f"node {layout.target[edge]}"}
        for start, end in pairwise(points):
            assert end[0] >= start[0], "an edge runs back"
            for one in everything:
                assert one.what in own or not crosses(start, end, one), (edge, one)


@pytest.mark.parametrize("key", GRAPHS)
def test_nothing_lies_on_anything_else(key: str) -> None:
    check(GRAPHS[key]())


@given(problems(with_arrays=True))
@settings(max_examples=cases(40))
def test_nothing_lies_on_anything_else_in_any_graph(problem: Problem) -> None:
    check(graph_of(problem))


@pytest.mark.parametrize("key", GRAPHS)
def test_edges_join_their_nodes(key: str) -> None:
    graph = GRAPHS[key]()
    layout = graph_layout(graph)
    joined = set()
    for edge, points in enumerate(layout.routes):
        source, target = int(layout.source[edge]), int(layout.target[edge])
        place = int(layout.place[edge])
        right = layout.x[source] + layout.node_width[source] / 2
        assert points[0] == pytest.approx([right, layout.y[source]])
        if target < 0:
            assert edge == len(layout.routes) - 1
            assert source == graph.output.index
            assert points[-1][0] == pytest.approx(layout.width)
            continue
        joined.add((target, place, source))
        radius = layout.node_height[target] / 2
        center = layout.x[target] - layout.node_width[target] / 2 + radius
        distance = np.hypot(*(points[-1] - [center, layout.y[target]]))
        assert distance == pytest.approx(radius)
        assert points[-1][0] < center
        assert layout.x[source] < layout.x[target]
    assert joined == {
        (node.index, place, operand)
        for node in graph.nodes
        for place, operand in enumerate(node.operands)
    }


@pytest.mark.parametrize("key", GRAPHS)
def test_a_label_stands_on_its_edge(key: str) -> None:
    layout = graph_layout(GRAPHS[key]())
    for edge, points in enumerate(layout.routes):
        middle = (layout.value_y[edge] + layout.derivative_y[edge]) / 2
        x = layout.label_x[edge]
        assert np.interp(x, points[:, 0], points[:, 1]) == pytest.approx(middle)
        assert layout.value_y[edge] < middle < layout.derivative_y[edge]


def test_operands_stand_in_order_from_top_to_bottom() -> None:
    graph = GRAPH_PRESETS["apples-oranges"].graph()
    layout = graph_layout(graph)
    y = {node.name: float(layout.y[node.index]) for node in graph.nodes if node.name}
    assert sorted(y, key=y.__getitem__) == [
        *("apple", "apple_n"),
        *sorted(("orange", "orange_n", "tax"), key=y.__getitem__),
    ]
    assert y["orange"] < y["orange_n"]


@pytest.mark.parametrize("key", ["apples", "apples-oranges", "affine-softmax", "chain"])
def test_lines_are_level_but_for_their_ends(key: str) -> None:
    """From a node to behind its label: only where lines meet do they slant."""
    layout = graph_layout(GRAPHS[key]())
    for points in layout.routes:
        levels = points[:-1, 1] if len(points) > 2 else points[:, 1]
        assert np.ptp(levels) < 1e-9


def test_the_picture_is_the_same_whatever_the_numbers_are() -> None:
    preset = GRAPH_PRESETS["affine-softmax"]
    first = graph_layout(preset.graph())
    second = graph_layout(preset.graph({"b": [1e-9, -123456.789, 3.0]}))
    for field in fields(GraphLayout):
        ours, theirs = getattr(first, field.name), getattr(second, field.name)
        if field.name == "routes":
            pairs = list(zip(ours, theirs, strict=True))
        else:
            pairs = [(ours, theirs)]
        for one, other in pairs:
            np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    ("key", "most"), [("apples-oranges", 900), ("sigmoid", 900), ("mazur", 2000)]
)
def test_graphs_are_compact(key: str, most: float) -> None:
    layout = graph_layout(GRAPHS[key]())
    assert layout.width < most
    assert layout.height < 500


def test_arrays_cannot_be_written() -> None:
    layout = graph_layout(GRAPH_PRESETS["apples"].graph())
    arrays = [getattr(layout, field.name) for field in fields(GraphLayout)]
    arrays += layout.routes
    for array in arrays:
        if isinstance(array, np.ndarray):
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 0


def test_what_stands_in_a_node() -> None:
    graph = parse_expression("-x * 2.5").graph({"x": 1.0})
    assert [node_text(node) for node in graph.nodes] == ["x", "−", "2.5", "×"]
