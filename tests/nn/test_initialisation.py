"""First parameters: of the distribution asked for, and the same for the same seed."""

from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.initialisation import (
    InitialBiases,
    Initialisation,
    InitialisationName,
    initial_parameters,
)
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters

# Wide enough for moments: 60,000 and 15,000 weights.
NETWORK = Network((200, 300, 50), ("tanh", "tanh"), "squared_error")
SMALL = Network((2, 3, 1), ("tanh", "identity"), "squared_error")

DRAWN: tuple[InitialisationName, ...] = ("normal", "uniform", "xavier", "he")
SCALE = 0.4

DEVIATIONS: dict[str, Callable[[int, int], float]] = {
    "normal": lambda _fan_in, _fan_out: SCALE,
    "uniform": lambda _fan_in, _fan_out: SCALE / 3**0.5,
    "xavier": lambda fan_in, fan_out: SCALE * (2 / (fan_in + fan_out)) ** 0.5,
    "he": lambda fan_in, _fan_out: SCALE * (2 / fan_in) ** 0.5,
}
FOURTH_MOMENTS = {"normal": 3.0, "uniform": 1.8, "xavier": 3.0, "he": 3.0}
"""Mean of x^4 in units of the squared variance: this tells the shapes apart."""


def drawn(
    name: InitialisationName,
    biases: InitialBiases = "same",
    network: Network = NETWORK,
    seed: int = 0,
    dtype: type = np.float64,
) -> Parameters:
    initialisation = Initialisation(name, SCALE, biases)
    flat = initial_parameters(network, initialisation, seed, dtype)
    assert flat.dtype == dtype
    assert flat.shape == (network.parameter_count,)
    return Parameters.copy_of(network, flat)


def test_all_names_are_tested() -> None:
    assert {*DRAWN, "zeros", "constant", "given"} == set(get_args(InitialisationName))


@pytest.mark.parametrize("name", DRAWN)
def test_moments(name: InitialisationName) -> None:
    parameters = drawn(name)
    for weights, (fan_in, fan_out) in zip(
        parameters.weights, NETWORK.fans(), strict=True
    ):
        deviation = DEVIATIONS[name](fan_in, fan_out)
        x = weights.ravel() / deviation
        # Five standard errors of a mean of `size` numbers.
        bound = 5 / x.size**0.5
        assert abs(x.mean()) < bound
        assert abs((x**2).mean() - 1) < 1.5 * bound
        assert abs((x**4).mean() - FOURTH_MOMENTS[name]) < 10 * bound


def test_uniform_stays_inside() -> None:
    weights = drawn("uniform").weights[0]
    assert 0.999 * SCALE < np.abs(weights).max() <= SCALE


@pytest.mark.parametrize("name", DRAWN)
def test_same_biases_are_drawn_like_weights(name: InitialisationName) -> None:
    for biases, (fan_in, fan_out) in zip(
        drawn(name).biases, NETWORK.fans(), strict=True
    ):
        deviation = DEVIATIONS[name](fan_in, fan_out)
        assert 0.6 < biases.std() / deviation < 1.4


@pytest.mark.parametrize("name", DRAWN)
def test_zero_biases(name: InitialisationName) -> None:
    parameters = drawn(name, "zeros")
    assert all((biases == 0).all() for biases in parameters.biases)
    assert all((weights != 0).any() for weights in parameters.weights)


@pytest.mark.parametrize("biases", ["same", "zeros"])
def test_constant_and_zeros(biases: InitialBiases) -> None:
    constant, zeros = drawn("constant", biases), drawn("zeros", biases)
    assert all((weights == SCALE).all() for weights in constant.weights)
    expected = SCALE if biases == "same" else 0
    assert all((values == expected).all() for values in constant.biases)
    assert (zeros.flat == 0).all()


@pytest.mark.parametrize("name", DRAWN)
def test_the_seed_decides(name: InitialisationName) -> None:
    first, again, other = drawn(name), drawn(name), drawn(name, seed=1)
    assert np.array_equal(first.flat, again.flat)
    assert not np.array_equal(first.flat, other.flat)


@pytest.mark.parametrize("name", DRAWN)
def test_both_precisions_start_at_the_same_point(name: InitialisationName) -> None:
    single, double = drawn(name, dtype=np.float32), drawn(name)
    assert np.array_equal(single.flat, double.flat.astype(np.float32))


def test_the_order_of_drawing() -> None:
    """Layer by layer, (fan_out, fan_in) weights and then biases from one generator."""
    rng = np.random.default_rng(9)
    parameters = drawn("normal", network=SMALL, seed=9)
    for layer, (fan_in, fan_out) in enumerate(SMALL.fans()):
        weights = rng.standard_normal((fan_out, fan_in)) * SCALE
        assert np.array_equal(parameters.weights[layer], weights.T)
        biases = rng.standard_normal(fan_out) * SCALE
        assert np.array_equal(parameters.biases[layer], biases)


def test_given_values_are_read_as_people_write_them() -> None:
    values = tuple(float(number) for number in range(1, 14))
    given = Initialisation("given", values=values)
    flat = initial_parameters(SMALL, given, 0, np.float64)
    parameters = Parameters.copy_of(SMALL, flat)
    assert parameters.weights[0].tolist() == [[1, 2, 3], [4, 5, 6]]
    assert parameters.biases[0].tolist() == [7, 8, 9]
    assert parameters.weights[1].tolist() == [[10], [11], [12]]
    assert parameters.biases[1].tolist() == [13]


@pytest.mark.parametrize("count", [0, 12, 14])
def test_a_wrong_number_of_given_values_is_refused(count: int) -> None:
    given = Initialisation("given", values=(0.5,) * count)
    with pytest.raises(InputError) as caught:
        initial_parameters(SMALL, given, 0, np.float64)
    assert str(caught.value) == (
        f"The network has 13 weights and biases; {count} values are given."
    )


def test_given_values_must_be_finite() -> None:
    given = Initialisation("given", values=(*(0.5,) * 12, float("nan")))
    with pytest.raises(InputError, match=r"^biases_2 holds"):
        initial_parameters(SMALL, given, 0, np.float64)


@pytest.mark.parametrize(
    ("name", "scale", "dtype"),
    [
        ("constant", 1e39, np.float32),
        ("normal", 1e39, np.float32),
        ("normal", 1e308, np.float64),  # the largest number is 1.8e308
    ],
)
def test_a_scale_that_leaves_the_finite_numbers_is_refused(
    name: InitialisationName, scale: float, dtype: type
) -> None:
    with pytest.raises(InputError) as caught:
        initial_parameters(NETWORK, Initialisation(name, scale), 0, dtype)
    assert str(caught.value) == (
        f"With init_scale {scale} the first weights are not finite: make it smaller."
    )
