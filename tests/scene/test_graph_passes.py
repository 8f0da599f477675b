"""The passes run through a graph in order, and every number comes in its own time."""

from itertools import pairwise

import pytest

from bpviz.scene.graph_passes import Direction, GraphMoment, running_sums
from bpviz.training.steps import Granularity
from tests.scene.graphs import expression_passes, finished, preset_passes

OPERATION, UPDATE, EPOCH = Granularity


def test_every_operation_has_a_turn_in_each_pass() -> None:
    passes = preset_passes("apples-oranges")
    forward = [s for s in passes.steps if s.direction is Direction.FORWARD]
    backward = [s for s in passes.steps if s.direction is Direction.BACKWARD]
    assert [s.number for s in forward] == [1, 2, 3, 4]
    assert [s.number for s in backward] == [1, 2, 3, 4, 5]
    assert [s.is_seed for s in backward] == [True, False, False, False, False]
    assert [s.node for s in backward[1:]] == [s.node for s in reversed(forward)]
    assert {s.count for s in forward} == {4}
    assert {s.count for s in backward} == {5}


def test_at_the_beginning_only_what_is_given_is_known() -> None:
    passes = preset_passes("apples")
    moment = GraphMoment(passes)
    for node in passes.shown.graph.nodes:
        assert moment.has_value(node.index) == (not node.operands)
        assert moment.arrived(node.index) == []
        assert not moment.is_complete(node.index)


def test_each_step_forward_makes_one_value_known() -> None:
    passes = preset_passes("apples-oranges")
    known = []
    for position in range(passes.forward_count + 1):
        moment = GraphMoment(passes, position)
        nodes = passes.shown.graph.nodes
        known.append({n.index for n in nodes if moment.has_value(n.index)})
    for (before, after), step in zip(pairwise(known), passes.steps, strict=False):
        assert after - before == {step.node}


def test_the_article_s_derivatives_come_back_one_node_at_a_time() -> None:
    passes = preset_passes("apples")
    graph = passes.shown.graph
    tax, apple = graph.named("tax").index, graph.named("apple").index
    output = graph.output.index
    seeded = GraphMoment(passes, 3)
    assert seeded.derivative(output, -1, 0) == 1
    assert seeded.derivative(tax, output, 1) is None
    moment = GraphMoment(passes, 4)
    assert moment.derivative(tax, output, 1) == 200
    assert moment.is_complete(tax)
    assert not moment.is_complete(apple)
    last = finished(passes)
    assert [float(p) for p in last.arrived(apple)] == [2.2]
    apple_n = graph.named("apple_n").index
    assert float(last.arrived(apple_n)[0]) == 110.00000000000001


def test_a_variable_that_is_used_twice_adds_up() -> None:
    passes = expression_passes("x * x + x", x="3")
    x = passes.shown.graph.named("x").index
    last = finished(passes)
    assert [float(p) for p in last.arrived(x)] == [1, 3, 3]
    assert [float(s) for s in running_sums(last.arrived(x))] == [1, 4, 7]
    gradient = passes.gradient(x)
    assert gradient is not None
    assert float(gradient) == 7
    before = last.moved(OPERATION, -1)
    assert [float(p) for p in before.arrived(x)] == [1]
    assert not before.is_complete(x)


def test_the_sum_is_that_of_the_mathematics_to_the_last_bit() -> None:
    passes = expression_passes("x*0.1 + x*0.2 + x*0.3 + exp(x)*x", x="0.7")
    x = passes.shown.graph.named("x").index
    gradient = passes.gradient(x)
    assert gradient is not None
    sums = running_sums(finished(passes).arrived(x))
    assert float(sums[-1]) == float(gradient)


def test_what_no_variable_takes_part_in_hands_nothing_back() -> None:
    passes = expression_passes("x * (2 * 3)", x="1")
    backward = [s.node for s in passes.steps if s.direction is Direction.BACKWARD]
    constant = next(n for n in passes.shown.graph.nodes if n.operands and n.is_constant)
    assert constant.index not in backward
    moment = finished(passes)
    output = passes.shown.graph.output.index
    assert moment.derivative(constant.index, output, 1) is None


@pytest.mark.parametrize(
    ("granularity", "places"),
    [(OPERATION, [0, 1, 2, 3, 4, 5]), (UPDATE, [0, 2, 5]), (EPOCH, [0, 5])],
)
def test_steps_forward_and_back(granularity: Granularity, places: list[int]) -> None:
    moment = GraphMoment(preset_passes("apples"))
    there = [0]
    for _ in places[1:]:
        moment = moment.moved(granularity, 1)
        there.append(moment.position)
    assert there == places
    assert moment.moved(granularity, 1).position == places[-1]
    for place in reversed(places[:-1]):
        moment = moment.moved(granularity, -1)
        assert moment.position == place
    assert moment.moved(granularity, -1).position == 0


def test_a_pass_ends_where_one_ends() -> None:
    moment = GraphMoment(preset_passes("apples"), 3)
    assert moment.moved(UPDATE, 1).position == 5
    assert moment.moved(UPDATE, -1).position == 2


def test_a_graph_of_one_variable_has_only_the_derivative_by_itself() -> None:
    passes = expression_passes("x", x="2")
    assert [s.is_seed for s in passes.steps] == [True]
    assert finished(passes).derivative(0, -1, 0) == 1
