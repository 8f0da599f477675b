"""A trace holds what the passes computed, and nobody can write to it."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest

from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.engine import Engine
from tests.nn.problems import Problem
from tests.nn.small import small_problem

FIELDS = {field.name for field in dataclasses.fields(BackpropTrace)}


def arrays(trace: BackpropTrace) -> Iterator[tuple[str, Array]]:
    """Yield every array of a trace with its name."""
    for name in sorted(FIELDS - {"l2", "faulty_gradients"}):
        value = getattr(trace, name)
        if isinstance(value, Parameters):
            yield f"{name}.flat", value.flat
            value = (*value.weights, *value.biases)
        for array in value if isinstance(value, tuple) else (value,):
            yield name, array
    for layer in range(len(trace.deltas)):
        yield "weight_gradients", trace.weight_gradients(layer)
        yield "bias_gradients", trace.bias_gradients(layer)


def trace_of(problem: Problem) -> BackpropTrace:
    return Engine(problem.experiment, problem.dataset).trace()


@pytest.mark.parametrize("batch_size", [1, 3])
@pytest.mark.parametrize("l2", [0.0, 0.1])
def test_no_array_can_be_written(batch_size: int, l2: float) -> None:
    trace = trace_of(small_problem(batch_size=batch_size, l2=l2))
    for name, array in arrays(trace):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
        assert not array.flags.writeable, name


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_no_field_can_be_replaced(name: str) -> None:
    trace = trace_of(small_problem())
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(trace, name, None)


def test_later_updates_leave_a_trace_as_it_is() -> None:
    problem = small_problem(batch_size=3)
    engine = Engine(problem.experiment, problem.dataset)
    trace = engine.trace()
    before = [array.tobytes() for _, array in arrays(trace)]
    for _ in range(5):
        engine.trace()
    engine.run_block(4)
    assert [array.tobytes() for _, array in arrays(trace)] == before


def test_what_belongs_to_what() -> None:
    problem = small_problem(batch_size=3)
    engine = Engine(problem.experiment, problem.dataset)
    first, second = engine.trace(), engine.trace()
    assert first.samples.tolist() == [0, 1, 2]
    assert second.samples.tolist() == [3, 4, 5]
    assert np.array_equal(second.activations[0], problem.inputs[3:6])
    assert np.array_equal(second.targets, problem.targets[3:6])
    assert np.array_equal(second.parameters.flat, first.parameters_after.flat)
    assert np.array_equal(engine.parameters().flat, second.parameters_after.flat)
    sizes = problem.experiment.layer_sizes
    assert [array.shape for array in first.activations] == [(3, n) for n in sizes]
    for per_layer in (first.pre_activations, first.deltas):
        assert [array.shape for array in per_layer] == [(3, n) for n in sizes[1:]]
    assert first.losses.shape == (3,)
    assert first.loss == pytest.approx(float(np.mean(first.losses)))


def test_a_trace_repeats_the_equations() -> None:
    """z = a_prev W + b, of the parameters before the update."""
    trace = trace_of(small_problem(batch_size=3))
    for layer, z in enumerate(trace.pre_activations):
        weights = trace.parameters.weights[layer]
        biases = trace.parameters.biases[layer]
        np.testing.assert_allclose(z, trace.activations[layer] @ weights + biases)
    step = trace.parameters.weights[0] - trace.parameters_after.weights[0]
    np.testing.assert_allclose(step, 0.05 * trace.weight_gradients(0), atol=1e-15)
