"""A network as a graph, number by number, has the gradients that backprop finds."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bpviz.messages import InputError
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.graph.backward import BackwardPass, variable_gradients
from bpviz.nn.graph.graph import Graph
from bpviz.nn.graph.network_graph import MOST_PARAMETERS, network_graph
from bpviz.nn.graph.neuron import REST, neuron_graph, node_name, weight_name
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters, layer_matrices
from bpviz.training.presets import PRESETS
from tests.nn.effort import cases
from tests.nn.problems import HIDDEN, OUTPUTS

MAZUR = PRESETS["mazur"].experiment
MAZUR_INPUTS, MAZUR_TARGETS = np.array([0.05, 0.10]), np.array([0.01, 0.99])


Off = tuple[tuple[int, int], ...]


class Kernel:
    """One sample through `backprop`."""

    def __init__(
        self, parameters: Parameters, inputs: Array, targets: Array, off: Off = ()
    ) -> None:
        network = parameters.network
        self.passes = Backprop(network, parameters.flat.copy(), 1)
        self.passes.switch_off(off)
        row = with_ones(1, network.layer_sizes[0], np.float64)
        row[:, :-1] = inputs
        flat = np.empty(network.parameter_count)
        with quiet():
            self.passes.forward(row)
            self.passes.backward(targets[np.newaxis])
            self.passes.gradients(layer_matrices(network, flat))
            self.loss = float(self.passes.losses(targets[np.newaxis])[0])
        self.gradients = Parameters(network, flat)


def is_close(ours: list[float], theirs: Array) -> None:
    """Compare arrays entry by entry, relative to the largest entry."""
    largest = max(float(np.abs(theirs).max()), 1e-300)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12 * largest)


@st.composite
def samples(draw: st.DrawFn) -> tuple[Parameters, Array, Array]:
    """Draw a small network, its parameters and a sample."""
    output, loss = draw(st.sampled_from(OUTPUTS))
    depth = draw(st.integers(1, 4))
    outputs = draw(st.integers(2 if output == "softmax" else 1, 4))
    network = Network(
        (*(draw(st.integers(1, 5)) for _ in range(depth)), outputs),
        (*(draw(st.sampled_from(HIDDEN)) for _ in range(depth - 1)), output),
        loss,
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    flat = rng.normal(scale=0.7, size=network.parameter_count)
    inputs = rng.normal(size=network.layer_sizes[0])
    targets = rng.normal(size=outputs)
    if loss == "binary_cross_entropy":
        targets = rng.integers(2, size=outputs).astype(np.float64)
    if loss == "softmax_cross_entropy":
        targets = np.eye(outputs)[rng.integers(outputs)]
    return Parameters.copy_of(network, flat), inputs, targets


@given(samples())
@settings(max_examples=cases(150))
def test_all_numbers_are_those_of_backprop(
    sample: tuple[Parameters, Array, Array],
) -> None:
    parameters, inputs, targets = sample
    kernel = Kernel(*sample)
    # A delta such as a - y has lost its digits where the answer is all but right, and
    # so has a layer's where those behind it cancel.
    largest = [float(np.abs(layer.deltas).max()) for layer in kernel.passes.layers]
    assume(min(largest) > 1e-3)
    graph = network_graph(parameters, inputs, targets)
    assert graph.named("L") is graph.output
    assert float(graph.output.value) == pytest.approx(kernel.loss, rel=1e-12)
    gradients = BackwardPass(graph).finish()

    def values(names: list[str]) -> list[float]:
        return [float(graph.named(name).value) for name in names]

    def derivatives(names: list[str]) -> list[float]:
        found = [gradients[graph.named(name).index] for name in names]
        return [float(gradient) for gradient in found if gradient is not None]

    fans = pairwise(parameters.network.layer_sizes)
    for number, (fan_in, fan_out) in enumerate(fans, start=1):
        layer = kernel.passes.layers[number - 1]
        z = [node_name("z", number, node) for node in range(fan_out)]
        a = [node_name("a", number, node) for node in range(fan_out)]
        b = [node_name("b", number, node) for node in range(fan_out)]
        is_close(values(z), layer.z[0])
        is_close(values(a), layer.a[0])
        is_close(derivatives(z), layer.deltas[0])
        is_close(derivatives(b), kernel.gradients.biases[number - 1])
        w = [
            weight_name(number, start, end)
            for start in range(fan_in)
            for end in range(fan_out)
        ]
        is_close(derivatives(w), kernel.gradients.weights[number - 1].ravel())


def mazur() -> Graph:
    values = np.array(MAZUR.initialisation.values)
    parameters = Parameters.copy_of(MAZUR.network, _flat(MAZUR.network, values))
    return network_graph(parameters, MAZUR_INPUTS, MAZUR_TARGETS)


def _flat(network: Network, values: Array) -> Array:
    """Pack numbers given layer by layer, weights first, each (fan_in, fan_out)."""
    flat = np.empty(network.parameter_count)
    start = 0
    for matrix in layer_matrices(network, flat):
        fan_out, fan_in = matrix.shape[0], matrix.shape[1] - 1
        stop = start + fan_in * fan_out
        matrix[:, :-1] = values[start:stop].reshape(fan_in, fan_out).T
        matrix[:, -1] = values[stop : stop + fan_out]
        start = stop + fan_out
    return flat


def test_a_node_that_is_off_lets_nothing_through() -> None:
    network = Network((2, 3, 3, 1), ("tanh", "sigmoid", "identity"), "squared_error")
    flat = np.random.default_rng(1).normal(size=network.parameter_count)
    parameters = Parameters.copy_of(network, flat)
    inputs, targets = np.array([0.3, -0.8]), np.array([0.5])
    off = ((1, 2), (2, 0))
    kernel = Kernel(parameters, inputs, targets, off)
    graph = network_graph(parameters, inputs, targets, off)
    gradients = BackwardPass(graph).finish()
    assert graph.named("a1[3]").value == graph.named("a2[1]").value == 0
    assert float(graph.output.value) == pytest.approx(kernel.loss, rel=1e-12)
    for number, weights in enumerate(kernel.gradients.weights, start=1):
        for (start, end), theirs in np.ndenumerate(weights):
            ours = gradients[graph.named(weight_name(number, start, end)).index]
            assert ours is not None
            assert float(ours) == pytest.approx(float(theirs), rel=1e-12, abs=1e-15)
    assert not kernel.gradients.weights[0][:, 2].any()
    activations = kernel.passes.layers[0].a[0]
    neuron = neuron_graph(parameters, activations, 2, 0, is_off=True)
    assert neuron.output.value == 0


def test_mazur_s_published_numbers() -> None:
    graph = mazur()
    published = {
        "z1[1]": 0.3775,
        "a1[1]": 0.593269992,
        "a1[2]": 0.596884378,
        "z2[1]": 1.105905967,
        "a2[1]": 0.75136507,
        "a2[2]": 0.772928465,
        "L": 2 * 0.298371109,  # without the factor 1/2
    }
    for name, value in published.items():
        assert float(graph.named(name).value) == pytest.approx(value, abs=1e-9), name
    gradients = variable_gradients(graph)
    assert gradients["w2[1,1]"] == pytest.approx(2 * 0.082167041, abs=1e-9)
    assert gradients["w1[1,1]"] == pytest.approx(2 * 0.000438568, abs=1e-9)


def test_names_say_which_way_a_weight_leads() -> None:
    """w[from,to]: Mazur's w2 = 0.20 leads from i2 to h1, his w3 from i1 to h2."""
    variables = mazur().variables
    assert float(variables["w1[2,1]"].value) == 0.20
    assert float(variables["w1[1,2]"].value) == 0.25
    assert float(variables["a0[2]"].value) == 0.10


def test_targets_do_not_move() -> None:
    graph = mazur()
    assert graph.named("y[1]").is_constant
    assert not any(name.startswith("y") for name in graph.variables)


def test_a_large_network_is_refused() -> None:
    network = Network((MOST_PARAMETERS, 1), ("identity",), "squared_error")
    parameters = Parameters.copy_of(network, np.zeros(network.parameter_count))
    with pytest.raises(InputError, match="401 weights and biases is too large"):
        network_graph(parameters, np.zeros(MOST_PARAMETERS), np.zeros(1))


@pytest.mark.parametrize("key", ["chain", "mazur", "xor", "circles", "moons"])
def test_the_small_presets_are_small_enough(key: str) -> None:
    assert PRESETS[key].experiment.network.parameter_count <= MOST_PARAMETERS


def some_neuron(inputs: int, activation: str = "sigmoid") -> tuple[Parameters, Array]:
    network = Network((inputs, 3), (activation,), "squared_error")
    rng = np.random.default_rng(3)
    flat = rng.normal(size=network.parameter_count)
    return Parameters.copy_of(network, flat), rng.normal(size=inputs)


def test_a_neuron_has_the_layer_s_numbers() -> None:
    parameters, inputs = some_neuron(4)
    kernel = Kernel(parameters, inputs, np.zeros(3))
    layer = kernel.passes.layers[0]
    for node in range(3):
        graph = neuron_graph(parameters, inputs, 1, node)
        assert graph.output.name == f"a1[{node + 1}]"
        assert float(graph.output.value) == pytest.approx(layer.a[0, node], rel=1e-14)
        z = float(graph.named(f"z1[{node + 1}]").value)
        assert z == pytest.approx(layer.z[0, node], rel=1e-14)
        slope = float(graph.output.value) * (1 - float(graph.output.value))
        gradients = variable_gradients(graph)
        assert gradients[f"b1[{node + 1}]"] == pytest.approx(slope)
        assert gradients[f"w1[2,{node + 1}]"] == pytest.approx(slope * inputs[1])


def test_the_largest_products_are_drawn_and_the_rest_is_one_node() -> None:
    parameters, inputs = some_neuron(784)
    graph = neuron_graph(parameters, inputs, 1, 2, most_inputs=5)
    products = parameters.weights[0][:, 2] * inputs
    drawn = [n for n in graph.variables if n.startswith("a0")]
    largest = np.sort(np.argsort(-np.abs(products))[:5])
    assert drawn == [f"a0[{start + 1}]" for start in largest]
    rest = np.delete(products, largest).sum()
    assert float(graph.variables[REST].value) == pytest.approx(rest)
    whole = neuron_graph(parameters, inputs, 1, 2)
    assert REST not in whole.variables
    assert float(graph.output.value) == pytest.approx(float(whole.output.value))


def test_a_softmax_neuron_ends_with_its_sum() -> None:
    parameters, inputs = some_neuron(2, "softmax")
    assert neuron_graph(parameters, inputs, 1, 0).output.name == "z1[1]"
