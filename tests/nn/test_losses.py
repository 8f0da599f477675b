"""Every loss: its value, its derivative, and both for confident answers."""

from decimal import Context, Decimal, localcontext
from typing import Any

import numpy as np
import pytest

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.calls import carry_out
from bpviz.nn.losses import LOSSES

PRECISE = Context(prec=120)
FloatType = type[np.floating[Any]]
FLOAT_TYPES = (np.float32, np.float64)

CASES = (
    ("squared_error", "identity"),
    ("binary_cross_entropy", "sigmoid"),
    ("softmax_cross_entropy", "softmax"),
)


def activations(name: str, z: Array) -> Array:
    a = np.empty_like(z)
    with quiet():
        ACTIVATIONS[name].for_dtype(z.dtype)[0](z, a, np.empty_like(z))
    return a


def losses_of(loss: str, output: str, z: Array, targets: Array) -> Array:
    with quiet():
        return LOSSES[loss].per_sample(z, activations(output, z), targets)


def deltas_of(loss: str, output: str, z: Array, targets: Array) -> Array:
    """Return dL/dz."""
    a = activations(output, z)
    deltas = np.full_like(z, np.nan)
    with quiet():
        carry_out(LOSSES[loss].derivative(a, targets, deltas))
        if LOSSES[loss].partner is None:
            backpropagate = ACTIVATIONS[output].for_dtype(z.dtype)[1]
            backpropagate(deltas, z, a, np.empty_like(z))
    return deltas


def sigmoid(z: Decimal) -> Decimal:
    return 1 / (1 + (-z).exp())


def by_definition(loss: str, z: list[Decimal], y: list[Decimal]) -> Decimal:
    """Return one sample's loss as the textbooks define it."""
    if loss == "squared_error":
        return sum(((a - t) ** 2 for a, t in zip(z, y, strict=True)), Decimal(0))
    if loss == "binary_cross_entropy":
        answers = [sigmoid(number) for number in z]
        return -sum(
            (
                t * a.ln() + (1 - t) * (1 - a).ln()
                for a, t in zip(answers, y, strict=True)
            ),
            Decimal(0),
        )
    total = sum((number.exp() for number in z), Decimal(0))
    return -sum(
        (t * (number.exp() / total).ln() for number, t in zip(z, y, strict=True)),
        Decimal(0),
    )


def data(loss: str, spread: float, float_type: FloatType) -> tuple[Array, Array]:
    rng = np.random.default_rng(5)
    z = rng.normal(0.0, spread, (30, 4)).astype(float_type)
    if loss == "squared_error":
        targets = rng.normal(0.0, spread, z.shape)
    elif loss == "binary_cross_entropy":
        targets = rng.integers(2, size=z.shape).astype(np.float64)
        targets[-5:] = rng.uniform(size=(5, 4))  # shares are answers too
    else:
        targets = np.eye(4)[rng.integers(4, size=30)]
        targets[-5:] = rng.dirichlet(np.ones(4), size=5)
    return z, targets.astype(float_type)


def test_all_losses_are_tested() -> None:
    assert {loss for loss, _ in CASES} == set(LOSSES)


def test_names_are_their_keys() -> None:
    assert all(name == loss.name for name, loss in LOSSES.items())


def test_partners() -> None:
    assert {name: loss.partner for name, loss in LOSSES.items()} == {
        "squared_error": None,
        "binary_cross_entropy": "sigmoid",
        "softmax_cross_entropy": "softmax",
    }


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("spread", [1.0, 10.0, 100.0])
@pytest.mark.parametrize(("loss", "output"), CASES)
def test_values_are_the_definition(
    loss: str, output: str, spread: float, float_type: FloatType
) -> None:
    z, targets = data(loss, spread, float_type)
    result = losses_of(loss, output, z, targets)
    assert result.shape == (30,)
    assert result.dtype == float_type
    with localcontext(PRECISE):
        expected = [
            float(
                by_definition(
                    loss,
                    [Decimal(float(x)) for x in row],
                    [Decimal(float(x)) for x in y],
                )
            )
            for row, y in zip(z, targets, strict=True)
        ]
    # Exact to a rounding of the largest z: a loss is a difference of such numbers.
    epsilon = float(np.finfo(float_type).eps)
    np.testing.assert_allclose(
        result, expected, rtol=20 * epsilon, atol=4 * epsilon * float(np.abs(z).max())
    )


@pytest.mark.parametrize(
    ("loss", "output"),
    [*CASES, *(("squared_error", name) for name in ACTIVATIONS if name != "identity")],
)
def test_first_deltas_are_the_central_differences(loss: str, output: str) -> None:
    z, targets = data(loss, 2.0, np.float64)
    z += 0.01 * (z == 0)
    deltas = deltas_of(loss, output, z, targets)
    step = 1e-5
    for k in range(z.shape[1]):
        nudge = step * np.eye(z.shape[1])[k]
        ahead = losses_of(loss, output, z + nudge, targets)
        behind = losses_of(loss, output, z - nudge, targets)
        np.testing.assert_allclose(
            deltas[:, k], (ahead - behind) / (2 * step), rtol=1e-7, atol=1e-8
        )


@pytest.mark.parametrize(("loss", "output"), CASES[1:])
def test_married_derivatives_cancel_to_answer_minus_target(
    loss: str, output: str
) -> None:
    z, targets = data(loss, 3.0, np.float64)
    assert np.array_equal(
        deltas_of(loss, output, z, targets), activations(output, z) - targets
    )


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("size", [50.0, 1000.0, 1e4])
def test_confident_and_wrong_is_dear_but_finite(
    size: float, float_type: FloatType
) -> None:
    z = np.array([[size, -size]], float_type)
    wrong = np.array([[0.0, 1.0]], float_type)
    loss = losses_of("binary_cross_entropy", "sigmoid", z, wrong)
    assert loss == pytest.approx([2 * size], rel=1e-6)
    deltas = deltas_of("binary_cross_entropy", "sigmoid", z, wrong)
    np.testing.assert_allclose(deltas, [[1.0, -1.0]])
    loss = losses_of("softmax_cross_entropy", "softmax", z, wrong)
    assert loss == pytest.approx([2 * size], rel=1e-6)
    deltas = deltas_of("softmax_cross_entropy", "softmax", z, wrong)
    np.testing.assert_allclose(deltas, [[1.0, -1.0]])


@pytest.mark.parametrize("size", [20.0, 30.0, 100.0, 700.0])
def test_confident_and_right_costs_a_little(size: float) -> None:
    """ln(1 + exp(-z)) is about exp(-z), not the 0 that a difference would round to."""
    right = np.array([[1.0, 0.0]])
    z = np.array([[size, -size]])
    loss = losses_of("binary_cross_entropy", "sigmoid", z, right)
    assert loss == pytest.approx([2 * np.exp(-size)], rel=1e-8, abs=0.0)


@pytest.mark.parametrize("loss", LOSSES)
def test_derivatives_leave_their_arguments_alone(loss: str) -> None:
    a, targets = np.array([[0.2, 0.8]]), np.array([[1.0, 0.0]])
    carry_out(LOSSES[loss].derivative(a, targets, np.empty_like(a)))
    assert a.tolist() == [[0.2, 0.8]]
    assert targets.tolist() == [[1.0, 0.0]]


@pytest.mark.parametrize("float_type", FLOAT_TYPES)
@pytest.mark.parametrize("outputs", [1, 2, 7, 8, 10, 33, 200])
def test_a_loss_is_the_same_number_alone_and_among_others(
    outputs: int, float_type: FloatType
) -> None:
    """NumPy adds up in another order what lies in one row or column."""
    rng = np.random.default_rng(outputs)
    z = rng.normal(0.0, 3.0, (65, outputs)).astype(float_type)
    targets = rng.dirichlet(np.ones(outputs), 65).astype(float_type)
    for loss, output in CASES:
        together = losses_of(loss, output, z, targets)
        alone = [
            float(losses_of(loss, output, z[[n]], targets[[n]])[0]) for n in range(65)
        ]
        assert together.tolist() == alone, loss
