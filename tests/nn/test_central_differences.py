"""Backpropagated gradients are the slopes of the loss, for every kind of layer."""

import numpy as np
import pytest

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop, with_ones
from bpviz.nn.initialisation import Initialisation, initial_parameters
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices
from tests.nn.problems import HIDDEN, OUTPUTS

STEP = 1e-6
ROWS = 5


def random_data(network: Network) -> tuple[Array, Array]:
    rng = np.random.default_rng(8)
    inputs = with_ones(ROWS, network.layer_sizes[0], np.float64)
    inputs[:, :-1] = rng.standard_normal((ROWS, network.layer_sizes[0]))
    outputs = network.layer_sizes[-1]
    targets = np.eye(outputs)[rng.integers(outputs, size=ROWS)]
    return inputs, targets


def check(network: Network) -> None:
    drawn = Initialisation("normal", 0.7, "same")
    flat = initial_parameters(network, drawn, 4, np.float64)
    passes = Backprop(network, flat, ROWS)
    inputs, targets = random_data(network)
    passes.forward(inputs)
    passes.backward(targets)
    gradient = np.full_like(flat, np.nan)
    passes.gradients(layer_matrices(network, gradient))

    slope = np.empty_like(flat)
    for place in range(len(flat)):
        kept = flat[place]
        losses = []
        for moved in (kept + STEP, kept - STEP):
            flat[place] = moved
            passes.forward(inputs)
            losses.append(passes.losses(targets).mean())
        flat[place] = kept
        slope[place] = (losses[0] - losses[1]) / (2 * STEP)
    np.testing.assert_allclose(gradient, slope, rtol=1e-6, atol=2e-9)
    assert np.abs(slope).max() > 1e-3


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("depth", [2, 3, 4])
def test_hidden_layers(hidden: str, depth: int) -> None:
    sizes = (*(3, 4, 5, 3)[:depth], 2)
    check(Network(sizes, (hidden,) * (depth - 1) + ("identity",), "squared_error"))


@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
@pytest.mark.parametrize("depth", [1, 2])
def test_output_layers(output: str, loss: str, depth: int) -> None:
    sizes = (3, 4, 3) if depth == 2 else (3, 3)
    check(Network(sizes, ("tanh",) * (depth - 1) + (output,), loss))


def test_every_kind_of_layer_is_tested() -> None:
    assert {*HIDDEN, *(output for output, _ in OUTPUTS)} == set(ACTIVATIONS)
