"""Each fault is wrong in its one place, everywhere the same, and the check finds it."""

from math import inf

import numpy as np
import pytest

from bpviz.nn.array_check import ArrayCheck
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop, with_ones
from bpviz.nn.faults import DESCRIPTIONS, Fault, applicable, extra_memories
from bpviz.nn.faulty_backprop import FaultyBackprop
from bpviz.nn.gradient_check import TOLERANCE, GradientCheck
from bpviz.nn.network import Network
from bpviz.nn.optimizers import (
    MEMORIES,
    Hyperparameters,
    Optimizer,
    OptimizerName,
    TrainingState,
)
from bpviz.nn.parameters import Parameters, layer_matrices
from bpviz.nn.trace import BackpropTrace, publish

NETWORK = Network((3, 5, 4, 2), ("tanh", "sigmoid", "identity"), "squared_error")
RNG = np.random.default_rng(15)
FLAT = RNG.standard_normal(NETWORK.parameter_count)
RATE = 0.2
F = Fault

ARRAYS = tuple(
    f"{kind}_{layer}" for layer in (1, 2, 3) for kind in ("weights", "biases")
)
BIASES = tuple(name for name in ARRAYS if name.startswith("biases"))
WRONG = {
    F.FORGOTTEN_ACTIVATION_DERIVATIVE: ARRAYS[:4],
    F.TRANSPOSED_WEIGHTS: ARRAYS[:4],
    F.SUM_FOR_MEAN: ARRAYS,
    F.FORGOTTEN_BIAS_GRADIENT: BIASES,
    F.LEAKING_GRADIENTS: ARRAYS,
    F.BIAS_UPDATED_PER_WEIGHT: BIASES,
}
"""The arrays that the gradient check must name."""


def batch(rows: int) -> tuple[Array, Array]:
    inputs = with_ones(rows, 3, np.float64)
    inputs[:, :-1] = RNG.standard_normal((rows, 3))
    return inputs, RNG.standard_normal((rows, 2))


def gradient_of(passes: Backprop, inputs: Array, targets: Array) -> Array:
    passes.forward(inputs)
    passes.backward(targets)
    gradient = np.full(NETWORK.parameter_count, np.nan)
    passes.gradients(layer_matrices(NETWORK, gradient))
    return gradient


def textbook(fault: Fault | None, inputs: Array, targets: Array) -> Array:
    """Return the gradients as a person with this misunderstanding would write them."""
    rows = len(inputs)
    parameters = Parameters(NETWORK, FLAT)
    w1, w2, w3 = parameters.weights
    b1, b2, b3 = parameters.biases
    x = inputs[:, :-1]
    a1 = np.tanh(x @ w1 + b1)
    a2 = 1 / (1 + np.exp(-(a1 @ w2 + b2)))
    delta3 = 2 * (a2 @ w3 + b3 - targets)
    mixed = fault is F.TRANSPOSED_WEIGHTS
    delta2 = delta3 @ (w3.reshape(w3.shape[::-1]) if mixed else w3.T)
    if fault is not F.FORGOTTEN_ACTIVATION_DERIVATIVE:
        delta2 *= a2 * (1 - a2)
    delta1 = delta2 @ (w2.reshape(w2.shape[::-1]) if mixed else w2.T)
    if fault is not F.FORGOTTEN_ACTIVATION_DERIVATIVE:
        delta1 *= 1 - a1**2
    parts = []
    for a, delta in ((x, delta1), (a1, delta2), (a2, delta3)):
        n = 1 if fault is F.SUM_FOR_MEAN else rows
        by_biases = delta.sum(axis=0) / n
        if fault is F.FORGOTTEN_BIAS_GRADIENT:
            by_biases = np.zeros_like(by_biases)
        if fault is F.BIAS_UPDATED_PER_WEIGHT:
            by_biases = sum(by_biases for _ in range(a.shape[1]))
        parts.append(np.column_stack([delta.T @ a / n, by_biases]).ravel())
    return np.concatenate(parts)


@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize("fault", Fault)
def test_is_the_mistake_that_it_is_said_to_be(fault: Fault, rows: int) -> None:
    flat = FLAT.copy()
    passes = FaultyBackprop(NETWORK, flat, rows, fault)
    right = Backprop(NETWORK, FLAT.copy(), rows)
    inputs, targets = batch(rows)
    gradient = gradient_of(passes, inputs, targets)
    np.testing.assert_allclose(gradient, textbook(fault, inputs, targets), rtol=1e-9)
    np.testing.assert_array_equal(passes.computed, gradient)
    assert passes.forward(inputs).tobytes() == right.forward(inputs).tobytes()
    assert passes.losses(targets).tobytes() == right.losses(targets).tobytes()
    np.testing.assert_array_equal(flat, FLAT)


@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize("fault", Fault)
def test_applies_where_it_makes_a_difference(fault: Fault, rows: int) -> None:
    inputs, targets = batch(rows)
    passes = FaultyBackprop(NETWORK, FLAT.copy(), rows, fault)
    right = Backprop(NETWORK, FLAT.copy(), rows)
    gradient_of(passes, inputs, targets)
    gradient = gradient_of(passes, inputs, targets)
    differs = not np.allclose(gradient, gradient_of(right, inputs, targets))
    assert differs == (fault in applicable(NETWORK, rows))


def test_each_narrow_network_says_what_it_cannot_show() -> None:
    chain = Network((1, 1, 1), ("sigmoid", "sigmoid"), "squared_error")
    assert set(Fault) - set(applicable(chain, 1)) == {
        F.TRANSPOSED_WEIGHTS,
        F.SUM_FOR_MEAN,
        F.BIAS_UPDATED_PER_WEIGHT,
    }
    line = Network((4, 3, 1), ("identity", "sigmoid"), "squared_error")
    assert set(Fault) - set(applicable(line, 8)) == {
        F.FORGOTTEN_ACTIVATION_DERIVATIVE,
        F.TRANSPOSED_WEIGHTS,
    }
    single = Network((4, 3), ("softmax",), "softmax_cross_entropy")
    assert F.TRANSPOSED_WEIGHTS not in applicable(single, 8)
    assert applicable(NETWORK, 2) == tuple(Fault)


@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize("fault", Fault)
def test_descends_along_its_own_gradient(fault: Fault, rows: int) -> None:
    leaked = RNG.standard_normal(NETWORK.parameter_count)
    flat = FLAT.copy()
    inputs, targets = batch(rows)
    descending = FaultyBackprop(NETWORK, flat, rows, fault, leaked.copy())
    descending.forward(inputs)
    descending.backward(targets)
    descending.descend(RATE)
    passes = FaultyBackprop(NETWORK, FLAT.copy(), rows, fault, leaked.copy())
    gradient = gradient_of(passes, inputs, targets)
    np.testing.assert_array_equal(flat, FLAT - RATE * gradient)


def test_weights_that_move_are_mixed_up_anew() -> None:
    inputs, targets = batch(4)
    flat = FLAT.copy()
    passes = FaultyBackprop(NETWORK, flat, 4, F.TRANSPOSED_WEIGHTS)
    gradient_of(passes, inputs, targets)
    passes.descend(RATE)
    fresh = FaultyBackprop(NETWORK, flat.copy(), 4, F.TRANSPOSED_WEIGHTS)
    assert (
        gradient_of(passes, inputs, targets).tobytes()
        == gradient_of(fresh, inputs, targets).tobytes()
    )


def test_gradients_leak_from_batch_to_batch_of_any_size() -> None:
    leaked = np.zeros(NETWORK.parameter_count)
    total = np.zeros(NETWORK.parameter_count)
    for rows in (4, 1, 4):
        inputs, targets = batch(rows)
        passes = FaultyBackprop(NETWORK, FLAT.copy(), rows, F.LEAKING_GRADIENTS, leaked)
        gradient = gradient_of(passes, inputs, targets)
        total += textbook(None, inputs, targets)
        np.testing.assert_allclose(gradient, total, rtol=1e-9)
        np.testing.assert_array_equal(leaked, gradient)


@pytest.mark.parametrize("optimizer", MEMORIES)
def test_what_leaks_is_restored_with_the_state(optimizer: OptimizerName) -> None:
    settings = Hyperparameters(optimizer, learning_rate=0.01, l2=0.1)
    memories = MEMORIES[settings.optimizer] + extra_memories(F.LEAKING_GRADIENTS)
    state = TrainingState(NETWORK, FLAT, memories)
    passes = FaultyBackprop(
        NETWORK, state.flat, 4, F.LEAKING_GRADIENTS, state.block[-1]
    )
    updates = Optimizer(state, settings)
    batches = [batch(4) for _ in range(5)]

    def walk(first: int) -> bytes:
        for number in range(first, 5):
            inputs, targets = batches[number]
            passes.forward(inputs)
            passes.backward(targets)
            updates.update(passes, number)
        return state.block.tobytes()

    for number in range(2):
        inputs, targets = batches[number]
        passes.forward(inputs)
        passes.backward(targets)
        updates.update(passes, number)
    checkpoint = state.block.copy()
    once = walk(2)
    np.copyto(state.block, checkpoint)
    assert walk(2) == once
    assert np.abs(state.block[-1]).min() > 0


def trace_of(passes: Backprop, state: TrainingState, l2: float) -> BackpropTrace:
    inputs, targets = batch(passes.rows)
    before = Parameters.copy_of(NETWORK, state.flat)
    passes.forward(inputs)
    passes.backward(targets)
    Optimizer(state, Hyperparameters(learning_rate=RATE, l2=l2)).update(passes, 0)
    after = Parameters.copy_of(NETWORK, state.flat)
    return publish(
        passes, before, after, targets, np.arange(passes.rows, dtype=np.int64), l2
    )


@pytest.mark.parametrize("l2", [0.0, 0.4])
@pytest.mark.parametrize("fault", Fault)
def test_a_trace_shows_the_gradient_that_moved_the_parameters(
    fault: Fault, l2: float
) -> None:
    state = TrainingState(NETWORK, FLAT, extra_memories(fault))
    leaked = state.block[-1] if extra_memories(fault) else None
    passes = FaultyBackprop(NETWORK, state.flat, 4, fault, leaked)
    trace_of(passes, state, l2)
    trace = trace_of(passes, state, l2)
    for layer in range(NETWORK.depth):
        before, after = trace.parameters, trace.parameters_after
        for old, new, gradient in (
            (before.weights, after.weights, trace.weight_gradients(layer)),
            (before.biases, after.biases, trace.bias_gradients(layer)),
        ):
            np.testing.assert_allclose(
                (old[layer] - new[layer]) / RATE, gradient, atol=1e-13
            )
            assert not gradient.flags.writeable
    passes.gradients(layer_matrices(NETWORK, np.empty_like(FLAT)))
    assert trace.faulty_gradients is not None
    assert not np.shares_memory(trace.faulty_gradients.flat, passes.computed)


def test_a_right_trace_computes_its_gradients_when_asked() -> None:
    state = TrainingState(NETWORK, FLAT, 0)
    trace = trace_of(Backprop(NETWORK, state.flat, 4), state, 0.0)
    assert trace.faulty_gradients is None


def check_of(fault: Fault | None, leaked: Array | None = None) -> dict[str, ArrayCheck]:
    inputs, targets = batch(4)
    check = GradientCheck(
        NETWORK, FLAT, inputs[:, :-1], targets, fault=fault, leaked=leaked
    )
    assert check.advance(inf)
    return {f"{array.kind}_{array.layer}": array for array in check.arrays()}


@pytest.mark.parametrize("fault", Fault)
def test_the_gradient_check_names_what_is_wrong(fault: Fault) -> None:
    earlier = textbook(None, *batch(4))
    found = check_of(fault, earlier)
    wrong = [name for name, array in found.items() if array.max_relative_error > 1e-2]
    right = [
        name for name, array in found.items() if array.max_relative_error < TOLERANCE
    ]
    assert set(wrong) == set(WRONG[fault])
    assert set(wrong) | set(right) == set(ARRAYS)


def test_the_first_batch_gives_a_leak_away_to_nobody() -> None:
    found = check_of(F.LEAKING_GRADIENTS)
    assert all(array.max_relative_error < TOLERANCE for array in found.values())


def test_wrong_factors_show_as_they_are() -> None:
    by_samples = check_of(F.SUM_FOR_MEAN)  # 4 times as large
    assert all(
        array.max_relative_error == pytest.approx(3 / 4)
        for array in by_samples.values()
    )
    by_inputs = check_of(F.BIAS_UPDATED_PER_WEIGHT)
    for name, fan_in in (("biases_1", 3), ("biases_2", 5), ("biases_3", 4)):
        error = by_inputs[name].max_relative_error
        assert error == pytest.approx(1 - 1 / fan_in)
    none = check_of(F.FORGOTTEN_BIAS_GRADIENT)
    assert none["biases_2"].max_relative_error == pytest.approx(1)


@pytest.mark.parametrize("fault", Fault)
def test_nodes_can_be_switched_off_in_a_faulty_network(fault: Fault) -> None:
    inputs, targets = batch(4)
    passes = FaultyBackprop(NETWORK, FLAT.copy(), 4, fault)
    passes.switch_off([(0, 1), (1, 2), (2, 0)])
    gradient_of(passes, inputs, targets)
    gradients = Parameters(NETWORK, passes.computed)
    assert (passes.layers[0].deltas[:, 2] == 0).all()
    assert (gradients.weights[0][1] == 0).all()
    assert (gradients.weights[1][2] == 0).all()
    assert (gradients.weights[1][:, 0] == 0).all()
    assert (gradients.weights[1][[0, 1, 3, 4], 1:] != 0).all()


def test_every_fault_is_described() -> None:
    assert list(DESCRIPTIONS) == list(Fault)
    assert len({description.title for description in DESCRIPTIONS.values()}) == 6
