"""A node's and an edge's numbers are taken apart, and add up to what was computed."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from bpviz.scene.edge_numbers import edge_numbers
from bpviz.scene.latex_text import plain_text
from bpviz.scene.node_numbers import DeltaNumbers, node_numbers
from bpviz.scene.notation import Notation
from bpviz.scene.places import places_of
from bpviz.scene.terms import Terms, largest_terms
from bpviz.scene.worked import worked_formula
from bpviz.training.engine import Engine
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment, OperationKind, operations_for
from tests.nn.problems import HIDDEN, OUTPUTS
from tests.nn.small import small_problem
from tests.scene.frames import UPDATED, frame_of

_ROW = 2


def _frame(activations: tuple[str, ...], loss: str, l2: float = 0.0) -> Frame:
    """The end of the first update of a batch of four."""
    problem = small_problem(l2=l2, activations=activations, loss=loss, batch_size=4)
    engine = Engine(problem.experiment, problem.dataset)
    trace = engine.trace()
    return Frame(0, engine.network, Moment(1, 0), 0, trace.parameters_after, trace)


def _at(frame: Frame, kind: OperationKind, layer: int) -> Frame:
    operations = [(o.kind, o.layer) for o in operations_for(frame.network.depth)]
    assert frame.trace is not None
    return replace(
        frame,
        moment=Moment(0, operations.index((kind, layer)) + 1),
        parameters=frame.trace.parameters,
    )


def test_the_largest_terms_come_first_and_the_rest_is_summed() -> None:
    left, right = np.array([1.0, -5.0, 2.0, 0.5, 3.0]), np.array([1.0, 1, 2, 1, -1])
    terms = largest_terms(left, right, 2)
    assert [term.index for term in terms.shown] == [1, 2]
    assert [term.product for term in terms.shown] == [-5, 4]
    assert (terms.rest_count, terms.rest, terms.total) == (3, -1.5, -2.5)


def test_a_rest_of_one_is_shown_itself() -> None:
    terms = largest_terms(np.arange(3.0), np.ones(3), 2)
    assert (len(terms.shown), terms.rest_count, terms.rest) == (3, 0, 0)


def _made(delta: DeltaNumbers, a: float | None) -> float:
    """Put a delta together from its parts, as the rows of the list say."""
    made = delta.asked
    if made is None:
        assert delta.output is not None
        assert delta.target is not None
        made = delta.output - delta.target
    if delta.shared is not None:
        assert a is not None
        made = a * (made - delta.shared)
    return made if delta.slope is None else made * delta.slope


@pytest.mark.parametrize("limit", [2, 8])
@pytest.mark.parametrize(
    ("hidden", "output", "loss"),
    [
        *((hidden, "identity", "squared_error") for hidden in HIDDEN),
        *(("tanh", output, loss) for output, loss in OUTPUTS),
    ],
)
def test_a_nodes_parts_make_its_numbers(
    hidden: str, output: str, loss: str, limit: int
) -> None:
    frame = _frame((hidden, hidden, output), loss)
    trace = frame.trace
    assert trace is not None
    for layer in (1, 2, 3):
        for node in range(frame.network.layer_sizes[layer]):
            numbers = node_numbers(frame, (layer, node), _ROW, limit)
            assert numbers.inputs is not None
            assert numbers.z == trace.pre_activations[layer - 1][_ROW, node]
            assert numbers.inputs.total + numbers.bias == pytest.approx(numbers.z)
            assert numbers.a == trace.activations[layer][_ROW, node]
            delta = numbers.delta
            assert delta is not None
            assert delta.delta == trace.deltas[layer - 1][_ROW, node]
            assert _made(delta, numbers.a) == pytest.approx(delta.delta, abs=1e-14)
            if delta.later is not None:
                assert delta.asked == delta.later.total
            mean = trace.bias_gradients(layer - 1)[node]
            assert numbers.bias_gradient == pytest.approx(mean)
            change = numbers.bias_change
            assert change is not None
            assert change.new == frame.parameters.biases[layer - 1][node]
            assert change.old + change.step == pytest.approx(change.new)


@pytest.mark.parametrize("l2", [0.0, 0.03])
def test_an_edges_samples_make_its_gradient(l2: float) -> None:
    frame = _frame(("sigmoid", "tanh", "identity"), "squared_error", l2)
    trace = frame.trace
    assert trace is not None
    for start, end, limit in product(range(3), range(5), (2, 5)):
        numbers = edge_numbers(frame, (1, start, end), _ROW, limit)
        assert numbers.samples is not None
        assert [term.index for term in numbers.samples.shown] == list(
            range(min(limit, 4))
        )
        assert numbers.activation == trace.activations[0][_ROW, start]
        assert numbers.delta == trace.deltas[0][_ROW, end]
        made = numbers.samples.total / numbers.rows + (numbers.penalty or 0)
        assert made == pytest.approx(trace.weight_gradients(0)[start, end])
        assert made == pytest.approx(numbers.gradient)
        assert (numbers.penalty is None) == (l2 == 0)
        change = numbers.change
        assert change is not None
        assert change.old == numbers.weight
        assert change.new == trace.parameters_after.weights[0][start, end]


def test_only_what_the_moment_has_computed_is_there() -> None:
    frame = _frame(("sigmoid", "tanh", "identity"), "squared_error")
    beginning = node_numbers(frame_of(2, 3), (1, 0), 0, 4)
    assert (beginning.inputs, beginning.z, beginning.delta) == (None, None, None)
    loaded = node_numbers(_at(frame, OperationKind.LOAD, 0), (1, 0), 0, 4)
    assert (loaded.inputs, loaded.z, loaded.a) == (None, None, None)
    summed = node_numbers(_at(frame, OperationKind.PRE_ACTIVATION, 1), (1, 0), 0, 4)
    assert summed.inputs is not None
    assert (summed.a, summed.delta) == (None, None)
    # Layer 2 has its deltas, layer 1 has asked for nothing yet.
    moment = _at(frame, OperationKind.DELTA, 2)
    assert node_numbers(moment, (1, 0), 0, 4).delta is None
    delta = node_numbers(moment, (2, 0), 0, 4)
    assert delta.delta is not None
    assert (delta.bias_gradient, delta.bias_change) == (None, None)
    edge = edge_numbers(moment, (2, 0, 0), 0, 4)
    assert edge.delta is not None
    assert (edge.samples, edge.gradient, edge.change) == (None, None, None)
    edge = edge_numbers(_at(frame, OperationKind.GRADIENT, 2), (2, 0, 0), 0, 4)
    assert edge.samples is not None
    assert edge.change is None


def _rounded(terms: Terms, places: int) -> float:
    parts = [term.product for term in terms.shown] + [terms.rest]
    return sum(round(part, places) for part in parts)


def test_rounded_terms_still_add_up() -> None:
    frame = frame_of(100, 5, 1, done=UPDATED)
    for node in range(5):
        numbers = node_numbers(frame, (1, node), 0, 8)
        assert numbers.inputs is not None
        assert numbers.z is not None
        products = [term.product for term in numbers.inputs.shown]
        places = places_of((*products, numbers.bias, numbers.z))
        assert places is not None
        shown = _rounded(numbers.inputs, places) + round(numbers.bias, places)
        # Ten numbers and their sum, each off by half a unit at most.
        assert abs(shown - round(numbers.z, places)) <= 5.5 * 10.0**-places


def test_few_nodes_are_all_worked_out() -> None:
    frame = frame_of(4, 2, 1, done=(OperationKind.PRE_ACTIVATION, 1))
    worked = worked_formula(frame, 0, Notation.ROWS)
    assert len(worked.lines) == 2
    assert worked.node is None
    assert worked.lines[0].startswith("z_{1} = ")


def test_of_many_nodes_the_selected_or_the_strongest_is_worked_out() -> None:
    frame = frame_of(2, 9, 1, done=(OperationKind.ACTIVATION, 1))
    trace = frame.trace
    assert trace is not None
    worked = worked_formula(frame, 0, Notation.ROWS)
    assert worked.node == (1, int(np.abs(trace.activations[1][0]).argmax()))
    assert not worked.is_selected
    worked = worked_formula(frame, 0, Notation.ROWS, (1, 4))
    assert (worked.node, worked.is_selected) == ((1, 4), True)
    assert worked.lines[0].startswith(r"a = \sigma(")


@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
def test_every_operation_is_worked_out(output: str, loss: str) -> None:
    frame = _frame(("sigmoid", "relu", output), loss, l2=0.01)
    for operation in operations_for(3):
        moment = _at(frame, operation.kind, operation.layer)
        if operation.kind is OperationKind.UPDATE:
            moment = frame
        lines = worked_formula(moment, 0, Notation.ROWS).lines
        assert lines
        assert any("=" in line for line in lines)


def test_the_worked_gradient_and_update_are_those_of_the_selected_weight() -> None:
    frame = frame_of(2, 9, 1, done=UPDATED)
    worked = worked_formula(frame, 0, Notation.ROWS, None, (1, 1, 3))
    assert (worked.edge, worked.is_selected) == ((1, 1, 3), True)
    assert worked.lines[0].startswith(r"w \leftarrow ")


def test_softmax_is_worked_out_as_a_quotient() -> None:
    frame = _frame(("tanh", "tanh", "softmax"), "softmax_cross_entropy")
    moment = _at(frame, OperationKind.ACTIVATION, 3)
    line = plain_text(worked_formula(moment, 0, Notation.ROWS).lines[1])
    *_, quotient, result = line.split(" = ")
    above, below = map(float, quotient.split("/"))
    assert above / below == pytest.approx(float(result), rel=1e-3)
    assert frame.trace is not None
    assert float(result) == pytest.approx(frame.trace.activations[3][0, 1], rel=1e-3)
