"""Weights and biases as people write them, and the one vector they are kept in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.messages import InputError
from bpviz.nn.arrays import Array, frozen_copy
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters, flat_from_arrays, layer_matrices

sizes = st.lists(st.integers(1, 6), min_size=2, max_size=5).map(tuple)


def network_of(layer_sizes: tuple[int, ...]) -> Network:
    return Network(layer_sizes, ("tanh",) * (len(layer_sizes) - 1), "squared_error")


def random_arrays(network: Network) -> tuple[list[Array], list[Array]]:
    rng = np.random.default_rng(6)
    return (
        [rng.standard_normal(fans) for fans in network.fans()],
        [rng.standard_normal(fan_out) for _, fan_out in network.fans()],
    )


def test_every_node_has_its_weights_and_then_its_bias() -> None:
    network = network_of((2, 3, 1))
    weights = [np.array([[1.0, 2, 3], [4, 5, 6]]), np.array([[7.0], [8], [9]])]
    biases = [np.array([10.0, 20, 30]), np.array([40.0])]
    flat = flat_from_arrays(network, weights, biases, np.float64)
    assert flat.tolist() == [1, 4, 10, 2, 5, 20, 3, 6, 30, 7, 8, 9, 40]


@given(sizes)
def test_there_and_back(layer_sizes: tuple[int, ...]) -> None:
    network = network_of(layer_sizes)
    weights, biases = random_arrays(network)
    flat = flat_from_arrays(network, weights, biases, np.float64)
    assert flat.shape == (network.parameter_count,)
    parameters = Parameters.copy_of(network, flat)
    for shown, given_array in zip(
        (*parameters.weights, *parameters.biases), (*weights, *biases), strict=True
    ):
        assert np.array_equal(shown, given_array)


@given(sizes)
def test_matrices_are_views_that_cover_everything_once(
    layer_sizes: tuple[int, ...],
) -> None:
    network = network_of(layer_sizes)
    flat = np.zeros(network.parameter_count)
    for matrix, (fan_in, fan_out) in zip(
        layer_matrices(network, flat), network.fans(), strict=True
    ):
        assert matrix.shape == (fan_out, fan_in + 1)
        matrix += 1
    assert (flat == 1).all()


def test_a_published_copy_does_not_change_and_cannot_be_changed() -> None:
    network = network_of((2, 3, 1))
    flat = np.arange(13.0)
    parameters = Parameters.copy_of(network, flat)
    flat[:] = -1
    assert parameters.flat.tolist() == list(range(13))
    for array in (parameters.flat, *parameters.weights, *parameters.biases):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_float32_is_the_rounded_float64() -> None:
    network = network_of((2, 3, 1))
    weights, biases = random_arrays(network)
    precise = flat_from_arrays(network, weights, biases, np.float64)
    single = flat_from_arrays(network, weights, biases, np.float32)
    assert single.dtype == np.float32
    assert np.array_equal(single, precise.astype(np.float32))


@pytest.mark.parametrize(
    ("name", "array", "sentence"),
    [
        (
            "weights",
            np.zeros((3, 2)),
            "weights_1 has shape (3, 2); this network needs (2, 3).",
        ),
        (
            "biases",
            np.zeros((1, 3)),
            "biases_1 has shape (1, 3); this network needs (3,).",
        ),
        (
            "weights",
            np.full((2, 3), np.nan),
            "weights_1 holds something that is not a finite number.",
        ),
        (
            "biases",
            np.array([0.0, np.inf, 0.0]),
            "biases_1 holds something that is not a finite number.",
        ),
        (
            "weights",
            np.full((2, 3), "a"),
            "weights_1 holds something that is not a finite number.",
        ),
        (
            "weights",
            np.full((2, 3), None),
            "weights_1 holds something that is not a finite number.",
        ),
        (
            "weights",
            np.full((2, 3), 1j),
            "weights_1 holds something that is not a finite number.",
        ),
    ],
)
def test_arrays_that_do_not_fit_are_refused(
    name: str, array: Array, sentence: str
) -> None:
    network = network_of((2, 3, 1))
    weights, biases = random_arrays(network)
    (weights if name == "weights" else biases)[0] = array
    with pytest.raises(InputError) as caught:
        flat_from_arrays(network, weights, biases, np.float64)
    assert str(caught.value) == sentence


def test_the_layer_at_fault_is_named() -> None:
    network = network_of((2, 3, 1))
    weights, biases = random_arrays(network)
    biases[1] = np.zeros(2)
    with pytest.raises(InputError, match=r"^biases_2 has shape \(2,\)"):
        flat_from_arrays(network, weights, biases, np.float64)


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("name", ["weights", "biases"])
def test_too_many_or_too_few_arrays_are_refused(name: str, count: int) -> None:
    network = network_of((2, 3, 1))
    weights, biases = random_arrays(network)
    (weights if name == "weights" else biases)[:] = [np.zeros((2, 3))] * count
    with pytest.raises(InputError) as caught:
        flat_from_arrays(network, weights, biases, np.float64)
    assert str(caught.value) == f"2 layers need 2 arrays of {name}; got {count}."


def test_numbers_too_large_for_float32_are_refused() -> None:
    network = network_of((2, 3, 1))
    weights, biases = random_arrays(network)
    weights[1][0] = 1e39
    with pytest.raises(InputError, match=r"^weights_2 holds"):
        flat_from_arrays(network, weights, biases, np.float32)


def test_whole_numbers_will_do() -> None:
    network = network_of((1, 1))
    flat = flat_from_arrays(
        network,
        [np.array([[3]])],
        [np.array([4], np.uint8)],
        np.float64,
    )
    assert flat.tolist() == [3.0, 4.0]


def test_a_frozen_copy_is_in_rows_whatever_it_was() -> None:
    array = np.arange(6.0).reshape(2, 3).T
    copy = frozen_copy(array)
    assert copy.flags.c_contiguous
    assert not copy.flags.writeable
    assert np.array_equal(copy, array)
    assert not np.shares_memory(copy, array)
