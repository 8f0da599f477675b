"""The layers of a single sample lie side by side, and several are treated at once."""

from itertools import pairwise

import numpy as np
import pytest

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import CACHE_LINE
from bpviz.nn.backprop import Backprop
from bpviz.nn.buffers import Memory
from bpviz.nn.calls import carry_out
from bpviz.nn.network import Network

SIZES = (30, 3, 100, 16)
HIDDEN = [name for name, kind in ACTIVATIONS.items() if not kind.output_only]


@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize("dtype", [np.dtype("float32"), np.dtype("float64")])
def test_every_layer_has_memory_of_its_own(dtype: np.dtype, rows: int) -> None:
    layers = Memory(SIZES, rows, dtype).layers
    for size, layer in zip(SIZES, layers, strict=True):
        assert layer.z.shape == layer.slopes.shape == (rows, size)
        assert layer.a.shape == (rows, size + 1)
        assert (layer.a == 1).all()
        assert layer.deltas.shape == (rows, size + (rows == 1))
        for array in layer:
            assert array.dtype == dtype
            assert array.ctypes.data % CACHE_LINE == 0
    arrays = [array for layer in layers for array in layer]
    for number, array in enumerate(arrays):
        array[...] = number
    assert all((array == number).all() for number, array in enumerate(arrays))


@pytest.mark.parametrize(("first", "stop"), [(0, 1), (1, 3), (0, 4)])
def test_layers_can_be_joined(first: int, stop: int) -> None:
    memory = Memory(SIZES, 1, np.dtype("float64"))
    for joined, *parts in zip(memory.joined(first, stop), *memory.layers, strict=True):
        joined += 7
        for number, part in enumerate(parts):
            assert ((part >= 7) == (first <= number < stop)).all()


@pytest.mark.parametrize(
    "activations",
    [
        *((name,) * 4 for name in HIDDEN),
        ("relu", "sigmoid", "sigmoid", "identity"),
        ("tanh", "tanh", "leaky_relu", "sigmoid"),
    ],
)
def test_slopes_are_those_of_each_layer(activations: tuple[str, ...]) -> None:
    network = Network((5, *SIZES), activations, "squared_error")
    rng = np.random.default_rng(8)
    flat = 0.3 * rng.standard_normal(network.parameter_count)
    passes = Backprop(network, flat, 1)
    passes.forward(np.append(rng.standard_normal(5), 1.0)[np.newaxis])
    passes.backward(rng.standard_normal((1, SIZES[-1])))
    deltas = [layer.deltas.copy() for layer in passes.layers]
    for name, (layer, following), given in zip(
        activations, pairwise(passes.layers), pairwise(deltas), strict=False
    ):
        formulas = ACTIVATIONS[name].calls_for(flat.dtype)
        expected = given[1] @ following.weights
        slopes, scratch = np.ones_like(layer.z), np.empty_like(layer.z)
        carry_out(formulas.slopes(layer.a, slopes, scratch))
        assert name == "identity" or np.array_equal(layer.slopes, slopes)
        np.testing.assert_allclose(given[0], expected * slopes, rtol=1e-12, atol=1e-15)
