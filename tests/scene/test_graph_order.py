"""Few edges of a graph's picture cross, and slots stand as level as they can."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_order import Columns, Links, crossings, with_few_crossings
from bpviz.scene.graph_rows import Rows, nearest_increasing
from bpviz.scene.graph_slots import SlotKind, slots_of

NUMBERS = st.floats(-100, 100)


@st.composite
def ranked(draw: st.DrawFn) -> tuple[Columns, Links]:
    """Draw slots in columns and links between neighbouring columns."""
    counts = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    columns, links, next_slot = [], [], 0
    for count in counts:
        columns.append(tuple(range(next_slot, next_slot + count)))
        next_slot += count
    for left, right in pairwise(columns):
        pairs = [(a, b) for a in left for b in right]
        links += draw(st.lists(st.sampled_from(pairs), unique=True, max_size=10))
    return tuple(columns), links


@given(ranked())
def test_crossings_are_counted(drawn: tuple[Columns, Links]) -> None:
    columns, links = drawn
    column_of = {slot: n for n, column in enumerate(columns) for slot in column}
    place = {slot: n for column in columns for n, slot in enumerate(column)}
    count = 0
    for (a, b), (c, d) in combinations(links, 2):
        if column_of[a] == column_of[c]:
            count += (place[a] - place[c]) * (place[b] - place[d]) < 0
    assert crossings(columns, links) == count


@given(ranked())
def test_order_never_becomes_worse_and_loses_nothing(
    drawn: tuple[Columns, Links],
) -> None:
    columns, links = drawn
    ordered = with_few_crossings(columns, links)
    assert crossings(ordered, links) <= crossings(columns, links)
    assert [sorted(column) for column in ordered] == list(map(sorted, columns))


def test_a_knot_is_untied() -> None:
    columns: Columns = ((0, 1, 2), (3, 4, 5))
    links = [(0, 5), (1, 3), (2, 4)]
    assert crossings(columns, links) == 2
    assert crossings(with_few_crossings(columns, links), links) == 0


@pytest.mark.parametrize(
    "text",
    [
        *(preset.expression for preset in GRAPH_PRESETS.values()),
        "((a + b) * (c + d)) / exp((e - f) * (g - h)) + max(i, j * k)",
    ],
)
def test_without_shared_parts_nothing_crosses(text: str) -> None:
    expression = parse_expression(text)
    values = {name: 1.0 + n for n, name in enumerate(expression.names)}
    for preset in GRAPH_PRESETS.values():
        if preset.expression == text:
            graph = preset.graph()
            break
    else:
        graph = expression.graph(values)
    slots = slots_of(graph)
    links = [link for chain in slots.chains for link in pairwise(chain)]
    assert crossings(slots.columns, links) == 0


def test_an_edge_across_columns_has_a_slot_in_each() -> None:
    graph = parse_expression("x + exp(exp(x))").graph({"x": 0.1})
    slots = slots_of(graph)
    x, plus = 0, graph.output.index
    long = next(chain for chain in slots.chains if chain[0] == x and chain[-1] == plus)
    kinds = [slots.slots[slot].kind for slot in long[1:-1]]
    assert kinds == [SlotKind.BEND] * 4 + [SlotKind.LABEL]
    columns = [slots.slots[slot].column for slot in long]
    assert columns == list(range(7))


@given(st.lists(st.tuples(NUMBERS, st.floats(0.1, 10)), min_size=1, max_size=8))
def test_increasing_numbers_are_the_nearest(drawn: list[tuple[float, float]]) -> None:
    """Against the known formula: max over starts of min over ends of the means."""
    wanted, weights = np.array(drawn).T
    expected = [
        max(
            min(
                float(np.average(wanted[first:last], weights=weights[first:last]))
                for last in range(place + 1, len(wanted) + 1)
            )
            for first in range(place + 1)
        )
        for place in range(len(wanted))
    ]
    np.testing.assert_allclose(
        nearest_increasing(wanted.tolist(), weights.tolist()), expected, atol=1e-9
    )


@given(st.lists(st.floats(1, 40), min_size=1, max_size=8), st.floats(0, 20))
def test_slots_without_links_stand_as_close_as_they_may(
    drawn: list[float], gap: float
) -> None:
    sizes = np.array(drawn)
    columns: Columns = (tuple(range(len(sizes))),)
    heights = Rows(columns, sizes, gap, [], []).heights()
    tops, bottoms = heights - sizes / 2, heights + sizes / 2
    assert tops.min() == pytest.approx(0.0)
    np.testing.assert_allclose(tops[1:] - bottoms[:-1], gap, atol=1e-9)


def test_a_slot_stands_in_the_middle_of_those_it_is_linked_to() -> None:
    columns: Columns = ((0, 1, 2), (3,))
    sizes = np.full(4, 10.0)
    links = [(0, 3), (1, 3), (2, 3)]
    heights = Rows(columns, sizes, 5.0, links, []).heights()
    assert heights.tolist() == pytest.approx([5.0, 20.0, 35.0, 20.0])


def test_a_level_is_level_where_there_is_room() -> None:
    columns: Columns = ((0, 1), (2, 3))
    sizes = np.array([10.0, 30.0, 10.0, 10.0])
    heights = Rows(columns, sizes, 5.0, [(0, 2), (1, 3)], [(0, 2), (1, 3)]).heights()
    assert heights[0] == pytest.approx(heights[2])
    assert heights[1] == pytest.approx(heights[3])
    assert heights[1] - heights[0] >= 25.0 - 1e-9
