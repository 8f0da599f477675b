"""A network with nodes switched off is the network without them."""

import dataclasses
from math import inf

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.messages import InputError
from bpviz.nn.arrays import Array, IntArray
from bpviz.nn.backprop import Backprop, with_ones
from bpviz.nn.gradient_check import GradientCheck
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.network import Network
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.optimizers import (
    Hyperparameters,
    Optimizer,
    OptimizerName,
    TrainingState,
)
from bpviz.nn.parameters import Parameters, layer_matrices
from bpviz.nn.trace import publish
from tests.nn import oracle
from tests.nn.effort import cases
from tests.nn.problems import HIDDEN, Problem, problems

NETWORK = Network((4, 5, 3, 2), ("tanh", "softplus", "sigmoid"), "binary_cross_entropy")
OFF = ((0, 1), (0, 3), (1, 0), (1, 4), (2, 1))
RNG = np.random.default_rng(6)
FLAT = RNG.standard_normal(NETWORK.parameter_count)
LEARNING_RATE = 0.3


def batch(rows: int, network: Network = NETWORK) -> tuple[Array, Array]:
    inputs = with_ones(rows, network.layer_sizes[0], np.float64)
    inputs[:, :-1] = RNG.standard_normal((rows, network.layer_sizes[0]))
    return inputs, RNG.uniform(size=(rows, network.layer_sizes[-1]))


def kept(network: Network, layer: int, off: tuple[tuple[int, int], ...]) -> list[int]:
    return [n for n in range(network.layer_sizes[layer]) if (layer, n) not in off]


def without(
    off: tuple[tuple[int, int], ...], flat: Array
) -> tuple[Network, Array, list[IntArray]]:
    """Return the network with the nodes cut out, its parameters, and their places."""
    sizes = [len(kept(NETWORK, n, off)) for n in range(NETWORK.depth + 1)]
    small = dataclasses.replace(NETWORK, layer_sizes=tuple(sizes))
    places = np.arange(NETWORK.parameter_count, dtype=np.float64)
    left = []
    for layer, matrix in enumerate(layer_matrices(NETWORK, places), start=1):
        columns = [*kept(NETWORK, layer - 1, off), matrix.shape[1] - 1]
        place = matrix[np.ix_(kept(NETWORK, layer, off), columns)]
        left.append(place.astype(np.int64))
    return small, np.concatenate([flat[place].ravel() for place in left]), left


@pytest.mark.parametrize("rows", [1, 6])
def test_equals_the_network_without_them(rows: int) -> None:
    flat = FLAT.copy()
    passes = Backprop(NETWORK, flat, rows)
    passes.switch_off(OFF)
    small, small_flat, places = without(OFF, FLAT)
    small_passes = Backprop(small, small_flat, rows)
    inputs, targets = batch(rows)
    small_inputs = np.ascontiguousarray(inputs[:, [*kept(NETWORK, 0, OFF), 4]])

    for _ in range(3):
        outputs = passes.forward(inputs)
        np.testing.assert_allclose(outputs, small_passes.forward(small_inputs))
        passes.backward(targets)
        small_passes.backward(targets)
        np.testing.assert_allclose(passes.losses(targets), small_passes.losses(targets))
        gradient, small_gradient = np.empty_like(flat), np.empty_like(small_flat)
        passes.gradients(layer_matrices(NETWORK, gradient))
        small_passes.gradients(layer_matrices(small, small_gradient))
        left = np.concatenate([place.ravel() for place in places])
        np.testing.assert_allclose(gradient[left], small_gradient)
        np.testing.assert_array_equal(np.delete(gradient, left), 0)
        passes.descend(LEARNING_RATE)
        small_passes.descend(LEARNING_RATE)
        np.testing.assert_allclose(flat[left], small_flat)
        cut = np.setdiff1d(np.arange(len(flat)), left)
        np.testing.assert_array_equal(flat[cut], FLAT[cut])


@pytest.mark.parametrize("rows", [1, 6])
def test_switching_all_on_again_gives_the_same_bits(rows: int) -> None:
    inputs, targets = batch(rows)
    flats = []
    for off in ((), OFF):
        flat = FLAT.copy()
        passes = Backprop(NETWORK, flat, rows)
        passes.switch_off(off)
        passes.forward(inputs)
        passes.backward(targets)
        passes.switch_off(())
        passes.forward(inputs)
        passes.backward(targets)
        passes.descend(LEARNING_RATE)
        flats.append(flat.tobytes())
    assert flats[0] == flats[1]


def test_those_switched_off_before_work_again() -> None:
    inputs, _ = batch(2)
    passes = Backprop(NETWORK, FLAT.copy(), 2)
    passes.switch_off([(1, 0), (0, 2)])
    passes.switch_off([(1, 3)])
    passes.forward(inputs)
    zero = (passes.layers[0].a == 0).all(axis=0)
    assert zero.tolist() == [False, False, False, True, False]
    assert np.array_equal(passes.inputs, inputs)


def test_inputs_are_not_written() -> None:
    """Nor is the update made with the inputs as they were given."""
    inputs, targets = batch(3)
    before = inputs.copy()
    inputs.setflags(write=False)
    flat = FLAT.copy()
    passes = Backprop(NETWORK, flat, 3)
    passes.switch_off([(0, 2)])
    passes.forward(inputs)
    passes.backward(targets)
    passes.descend(LEARNING_RATE)
    assert np.array_equal(inputs, before)
    first, first_before = (layer_matrices(NETWORK, f)[0] for f in (flat, FLAT))
    assert np.array_equal(first[:, 2], first_before[:, 2])
    assert (first[:, [0, 1, 3, 4]] != first_before[:, [0, 1, 3, 4]]).all()


@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
def test_a_trace_shows_what_was_computed(optimizer: OptimizerName) -> None:
    state = TrainingState(NETWORK, FLAT, memories=1)
    inputs, targets = batch(3)
    passes = Backprop(NETWORK, state.flat, 3)
    settings = Hyperparameters(optimizer)
    passes.switch_off(OFF)
    before = Parameters.copy_of(NETWORK, state.flat)
    passes.forward(inputs)
    passes.backward(targets)
    Optimizer(state, settings).update(passes, 0)
    after = Parameters.copy_of(NETWORK, state.flat)
    trace = publish(passes, before, after, targets, np.arange(3), 0.0)
    for layer in range(3):
        off = [node for number, node in OFF if number == layer]
        on = kept(NETWORK, layer, OFF)
        assert (trace.activations[layer][:, off] == 0).all()
        assert (trace.activations[layer][:, on] != 0).all()
        if layer:
            assert (trace.deltas[layer - 1][:, off] == 0).all()
            assert (trace.deltas[layer - 1][:, on] != 0).all()
            assert (trace.pre_activations[layer - 1][:, off] != 0).all()
        assert (trace.weight_gradients(layer)[off] == 0).all()
        step = before.weights[layer] - after.weights[layer]
        expected = settings.learning_rate * trace.weight_gradients(layer)
        np.testing.assert_allclose(step, expected, atol=1e-15)


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("l2", [0.0, 0.3])
def test_the_gradient_check_knows_of_them(hidden: str, l2: float) -> None:
    network = dataclasses.replace(NETWORK, activations=(hidden, hidden, "sigmoid"))
    inputs, targets = batch(5)
    check = GradientCheck(network, FLAT, inputs[:, :-1], targets, l2=l2, off=OFF)
    assert check.advance(inf)
    assert check.is_right, check.arrays()
    assert sum(array.kinks for array in check.arrays()) == 0


def test_the_gradient_check_finds_a_node_that_works_all_the_same() -> None:
    inputs, targets = batch(5)
    numerical = NumericalGradient(NETWORK, FLAT, inputs[:, :-1], targets, off=OFF)
    others = NumericalGradient(NETWORK, FLAT, inputs[:, :-1], targets)
    differ = numerical.backprop() != others.backprop()
    for position in np.flatnonzero(differ)[::7]:
        slope = numerical.at(int(position)).value
        assert slope == pytest.approx(numerical.backprop()[position], abs=1e-8)
        assert slope != pytest.approx(others.backprop()[position], abs=1e-8)


@given(problems(widest=12), st.data())
@settings(max_examples=cases(40))
def test_autograd_with_masks_agrees(problem: Problem, data: st.DataObject) -> None:
    network = problem.experiment.network
    nodes = [
        (layer, node)
        for layer, size in enumerate(network.layer_sizes[:-1])
        for node in range(size)
    ]
    off = data.draw(st.sets(st.sampled_from(nodes), max_size=6))
    masks = [np.ones(size) for size in network.layer_sizes]
    for layer, node in off:
        masks[layer][node] = 0
    first = problem.experiment
    flat = initial_parameters(network, first.initialisation, first.seed, np.float64)
    start = Parameters.copy_of(network, flat)
    rows = len(problem.inputs)

    def loss(layers: oracle.Layers) -> float:
        a = problem.inputs * masks[0]
        z = a
        for name, mask, (w, b) in zip(
            network.activations, masks[1:], layers, strict=True
        ):
            z = anp.matmul(a, w) + b
            a = oracle.ACTIVATE[name](z) * mask
        losses = oracle.LOSS[network.loss](z, a, problem.targets)
        return anp.mean(losses)  # type: ignore[no-any-return]

    layers = list(zip(start.weights, start.biases, strict=True))
    with np.errstate(over="ignore"):
        expected = grad(loss)(layers)
    passes = Backprop(network, flat, rows)
    passes.switch_off(off)
    inputs = with_ones(rows, network.layer_sizes[0], np.float64)
    inputs[:, :-1] = problem.inputs
    passes.forward(inputs)
    passes.backward(problem.targets)
    gradient = np.empty_like(flat)
    passes.gradients(layer_matrices(network, gradient))
    ours = Parameters(network, gradient)
    assert float(passes.losses(problem.targets).mean()) == pytest.approx(loss(layers))
    size = max(1.0, float(np.abs(gradient).max()))
    for (weights, biases), mine, my_biases in zip(
        expected, ours.weights, ours.biases, strict=True
    ):
        np.testing.assert_allclose(mine, weights, atol=1e-10 * size)
        np.testing.assert_allclose(my_biases, biases, atol=1e-10 * size)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ((3, 0), "Outputs cannot be switched off"),
        ((4, 0), "There is no layer 4"),
        ((-1, 0), "There is no layer -1"),
        ((1, 5), "There is no node 5 in layer 1, whose nodes count from 0 to 4"),
        ((0, -1), "There is no node -1 in layer 0"),
    ],
)
def test_other_nodes_are_refused_and_change_nothing(
    node: tuple[int, int], words: str
) -> None:
    inputs, _ = batch(2)
    passes = Backprop(NETWORK, FLAT.copy(), 2)
    passes.switch_off([(1, 2)])
    with pytest.raises(InputError, match=words):
        passes.switch_off([(1, 0), node])
    passes.forward(inputs)
    assert (passes.layers[0].a[:, 2] == 0).all()
    assert (passes.layers[0].a[:, 0] != 0).all()


def test_nothing_is_called_for_nodes_that_are_on() -> None:
    passes = Backprop(NETWORK, FLAT.copy(), 2)
    passes.switch_off([(2, 0)])
    untouched = passes.layers[0]
    assert untouched.working == untouched.formulas
