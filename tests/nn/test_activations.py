"""Every activation: its value, its derivative, and both far from zero."""

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from typing import Any

import numpy as np
import pytest

from bpviz.nn.activations import ACTIVATIONS, LEAK
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet

# Enough digits for 1 - tanh(50)^2, which is about 1e-43.
PRECISE = Context(prec=120)
ONE = Decimal(1)

VALUES: dict[str, Callable[[Decimal], Decimal]] = {
    "identity": lambda z: z,
    "sigmoid": lambda z: ONE / (ONE + (-z).exp()),
    "tanh": lambda z: (z.exp() - (-z).exp()) / (z.exp() + (-z).exp()),
    "relu": lambda z: z if z > 0 else Decimal(0),
    "leaky_relu": lambda z: z if z > 0 else z * Decimal(LEAK),
    "softplus": lambda z: (ONE + z.exp()).ln(),
}
SLOPES: dict[str, Callable[[Decimal], Decimal]] = {
    "identity": lambda _z: ONE,
    "sigmoid": lambda z: (-z).exp() / (ONE + (-z).exp()) ** 2,
    "tanh": lambda z: 4 / (z.exp() + (-z).exp()) ** 2,
    "relu": lambda z: ONE if z > 0 else Decimal(0),
    "leaky_relu": lambda z: ONE if z > 0 else Decimal(LEAK),
    "softplus": lambda z: ONE / (ONE + (-z).exp()),
}
SINGLE = tuple(VALUES)
"""The activations that treat every node by itself."""

FLOAT_TYPES = (np.float32, np.float64)

POINTS = np.concatenate(
    [
        np.linspace(-40.0, 40.0, 81),
        np.linspace(-1.0, 1.0, 41) + 1e-3,
        np.array([-1e4, -1e3, -100.0, -1e-8, -0.0, 0.0, 1e-8, 100.0, 1e3, 1e4]),
    ]
)

FloatType = type[np.floating[Any]]


def value(name: str, z: Array) -> Array:
    a, scratch = np.full_like(z, np.nan), np.full_like(z, np.nan)
    before = z.copy()
    with quiet():
        ACTIVATIONS[name].for_dtype(z.dtype)[0](z, a, scratch)
    assert np.array_equal(z, before)
    return a


def backpropagated(name: str, z: Array, deltas: Array) -> Array:
    """Return dL/dz where `deltas` are dL/da."""
    a = value(name, z)
    before = z.copy(), a.copy()
    result, scratch = deltas.copy(), np.full_like(z, np.nan)
    with quiet():
        ACTIVATIONS[name].for_dtype(z.dtype)[1](result, z, a, scratch)
    assert np.array_equal(z, before[0])
    assert np.array_equal(a, before[1])
    return result


def precise(function: Callable[[Decimal], Decimal], z: Array) -> Array:
    with localcontext(PRECISE):
        return np.array([[float(function(Decimal(float(x)))) for x in z[0]]])


def points(float_type: FloatType) -> Array:
    return POINTS[np.newaxis].astype(float_type)


def test_all_activations_are_tested() -> None:
    assert {*SINGLE, "softmax"} == set(ACTIVATIONS)


def test_names_are_their_keys() -> None:
    assert all(name == activation.name for name, activation in ACTIVATIONS.items())


def test_only_softmax_needs_the_whole_layer() -> None:
    assert [name for name, kind in ACTIVATIONS.items() if kind.output_only] == [
        "softmax"
    ]


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("name", SINGLE)
def test_values_are_the_formula(name: str, float_type: FloatType) -> None:
    z = points(float_type)
    a = value(name, z)
    assert a.dtype == float_type
    # A few units in the last place, over 8 orders of magnitude.
    epsilon = float(np.finfo(float_type).eps)
    np.testing.assert_allclose(
        a,
        precise(VALUES[name], z),
        rtol=8 * epsilon,
        atol=float(np.finfo(float_type).tiny),
    )


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("name", SINGLE)
def test_slopes_are_the_formula(name: str, float_type: FloatType) -> None:
    z = points(float_type)
    deltas = np.linspace(-2.0, 3.0, z.size)[np.newaxis].astype(float_type)
    result = backpropagated(name, z, deltas)
    assert result.dtype == float_type
    # a (1 - a) and 1 - a^2 are exact to a rounding of 1, not of themselves.
    epsilon = float(np.finfo(float_type).eps)
    np.testing.assert_allclose(
        result, precise(SLOPES[name], z) * deltas, rtol=8 * epsilon, atol=8 * epsilon
    )


@pytest.mark.parametrize("name", SINGLE)
def test_slopes_are_the_central_differences(name: str) -> None:
    z = np.linspace(-6.0, 6.0, 240)[np.newaxis] + 1e-3
    step = 1e-5
    slope = (value(name, z + step) - value(name, z - step)) / (2 * step)
    result = backpropagated(name, z, np.ones_like(z))
    np.testing.assert_allclose(result, slope, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize("name", ["relu", "leaky_relu"])
@pytest.mark.parametrize("zero", [0.0, -0.0])
def test_at_the_kink_the_slope_is_that_of_the_left(name: str, zero: float) -> None:
    left = 0.0 if name == "relu" else LEAK
    assert backpropagated(name, np.array([[zero]]), np.array([[3.0]])) == 3.0 * left


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_far_from_zero_nothing_overflows(name: str, float_type: FloatType) -> None:
    far = np.array([1.0, 30.0, 89.0, 104.0, 710.0, 746.0, 1e4])
    z = np.concatenate([-far, far])[:, np.newaxis] * np.array([1.0, -0.5, 0.0, 1.0])
    z = np.ascontiguousarray(z, float_type)
    assert np.isfinite(value(name, z)).all()
    assert np.isfinite(backpropagated(name, z, np.full_like(z, 5.0))).all()


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
def test_softmax_is_the_formula_row_by_row(float_type: FloatType) -> None:
    rng = np.random.default_rng(1)
    z = rng.normal(0.0, 5.0, (20, 7)).astype(float_type)
    a = value("softmax", z)
    assert a.dtype == float_type
    with localcontext(PRECISE):
        for row, answers in zip(z, a, strict=True):
            powers = [Decimal(float(x)).exp() for x in row]
            np.testing.assert_allclose(
                answers,
                [float(power / sum(powers)) for power in powers],
                rtol=30 * float(np.finfo(float_type).eps),
            )


def test_softmax_is_not_moved_by_a_constant() -> None:
    z = np.array([[1.0, 2.0, 4.0]])
    np.testing.assert_allclose(
        value("softmax", z + 1e4), value("softmax", z), rtol=1e-12
    )


def test_softmax_carries_back_its_whole_jacobian() -> None:
    rng = np.random.default_rng(2)
    z, deltas = rng.normal(0.0, 2.0, (6, 5)), rng.normal(0.0, 1.0, (6, 5))
    result = backpropagated("softmax", z, deltas)
    step = 1e-5
    for k in range(z.shape[1]):
        nudge = step * np.eye(5)[k]
        column = (value("softmax", z + nudge) - value("softmax", z - nudge)) / (
            2 * step
        )
        np.testing.assert_allclose(result[:, k], (deltas * column).sum(1), atol=1e-9)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_layers_inside_a_wider_matrix_are_the_same(name: str) -> None:
    """A layer's a is a view that leaves out the trailing 1."""
    z = np.random.default_rng(3).normal(0.0, 3.0, (9, 4))
    wide = np.full((9, 5), 7.0)
    with quiet():
        ACTIVATIONS[name].for_dtype(z.dtype)[0](z, wide[:, :-1], np.empty_like(z))
    assert np.array_equal(wide[:, :-1], value(name, z))
    assert (wide[:, -1] == 7.0).all()


@pytest.mark.parametrize("float_type", [np.float32, np.float64])
@pytest.mark.parametrize("nodes", [2, 3, 7, 8, 9, 10, 31, 64, 65, 200])
def test_softmax_of_a_sample_is_the_same_alone_and_among_others(
    nodes: int, float_type: type[np.floating]
) -> None:
    """The losses of a block are computed together, those of a trace alone."""
    apply, _ = ACTIVATIONS["softmax"].for_dtype(np.dtype(float_type))
    z = np.random.default_rng(nodes).normal(0, 3, (40, nodes)).astype(float_type)
    together = np.empty_like(z)
    apply(z, together, np.empty_like(z))
    for row, expected in zip(z, together, strict=True):
        alone = np.empty_like(row[np.newaxis])
        apply(row[np.newaxis].copy(), alone, np.empty_like(alone))
        np.testing.assert_array_equal(alone[0], expected)
