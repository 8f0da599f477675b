"""The gradient check passes right gradients, notices wrong ones and says where."""

from functools import partial
from math import inf, isinf
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.nn.activations import ACTIVATIONS, Activation, Formulas
from bpviz.nn.array_check import ArrayCheck
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.calls import Calls
from bpviz.nn.gradient_check import TOLERANCE, GradientCheck
from bpviz.nn.initialisation import initial_parameters
from bpviz.nn.losses import LOSSES, Loss
from bpviz.nn.network import Network
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.parameters import layer_matrices
from tests.nn.effort import cases
from tests.nn.problems import Problem, problems

NETWORK = Network((3, 4, 2), ("tanh", "sigmoid"), "squared_error")
RNG = np.random.default_rng(5)
FLAT = RNG.standard_normal(NETWORK.parameter_count)
INPUTS = RNG.standard_normal((5, 3))
TARGETS = RNG.standard_normal((5, 2))


def finished(
    network: Network = NETWORK,
    flat: Array = FLAT,
    inputs: Array = INPUTS,
    targets: Array = TARGETS,
    **options: Any,
) -> GradientCheck:
    check = GradientCheck(network, flat, inputs, targets, **options)
    assert check.advance(inf)
    return check


def by_name(check: GradientCheck) -> dict[str, ArrayCheck]:
    return {f"{array.kind}_{array.layer}": array for array in check.arrays()}


@given(problems(), st.sampled_from([np.float32, np.float64]))
@settings(max_examples=cases(60))
def test_agrees_on_every_kind_of_network(problem: Problem, dtype: type) -> None:
    experiment = problem.experiment
    flat = initial_parameters(
        experiment.network, experiment.initialisation, experiment.seed, dtype
    )
    check = finished(
        experiment.network,
        flat,
        problem.inputs,
        problem.targets,
        l2=experiment.hyperparameters.l2,
        entries=25,
    )
    assert check.is_right, check.arrays()


def test_every_entry_is_checked_and_named_as_people_see_it() -> None:
    check = finished()
    arrays = by_name(check)
    assert {name: array.checked for name, array in arrays.items()} == {
        "weights_1": 12,
        "biases_1": 4,
        "weights_2": 8,
        "biases_2": 2,
    }
    assert all(array.size == array.checked for array in arrays.values())
    assert check.done == check.count == 26
    assert all(0 < a.mean_absolute_difference < 1e-9 for a in arrays.values())
    assert all(0 < a.max_relative_error < 1e-7 for a in arrays.values())
    assert [len(a.worst or ()) for a in check.arrays()] == [2, 1, 2, 1]


@pytest.mark.parametrize(
    ("layer", "kind", "index", "name"),
    [
        (0, "weights", (2, 1), "weights_1"),
        (0, "biases", (3,), "biases_1"),
        (1, "weights", (3, 0), "weights_2"),
        (1, "biases", (1,), "biases_2"),
    ],
)
def test_says_where_a_single_wrong_derivative_is(
    monkeypatch: pytest.MonkeyPatch,
    layer: int,
    kind: str,
    index: tuple[int, ...],
    name: str,
) -> None:
    from bpviz.nn.backprop import Backprop

    right = Backprop.gradients

    def slightly_wrong(self: Backprop, into: tuple[Array, ...]) -> None:
        right(self, into)
        matrix = into[layer]  # (nodes, inputs + 1), the bias last
        shown = matrix[:, :-1].T if kind == "weights" else matrix[:, -1]
        shown[index] *= 1.001

    monkeypatch.setattr(Backprop, "gradients", slightly_wrong)
    check = finished()
    assert not check.is_right
    wrong = by_name(check).pop(name)
    assert wrong.worst == index
    assert wrong.max_relative_error == pytest.approx(0.001, rel=0.01)
    others = [a for a in check.arrays() if a != wrong]
    assert all(a.max_relative_error < TOLERANCE for a in others)


def test_a_wrong_activation_derivative_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = ACTIVATIONS["tanh"]

    def formulas(one: Array) -> Formulas:
        def slopes(a: Array, slopes: Array, _scratch: Array) -> Calls:
            yield partial(np.subtract, one, a, slopes)  # 1 - a instead of 1 - a^2

        return right.formulas(one)._replace(slopes=slopes)

    monkeypatch.setitem(ACTIVATIONS, "tanh", Activation("tanh", formulas))
    arrays = by_name(finished())
    assert arrays["weights_1"].max_relative_error > 0.01
    assert arrays["biases_1"].max_relative_error > 0.01
    assert arrays["weights_2"].max_relative_error < TOLERANCE


def test_a_wrong_loss_derivative_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = LOSSES["squared_error"]

    def derivative(a: Array, targets: Array, deltas: Array) -> Calls:
        yield partial(np.subtract, a, targets, deltas)  # without the factor 2

    wrong = Loss("squared_error", right.per_sample, derivative)
    monkeypatch.setitem(LOSSES, "squared_error", wrong)
    assert all(a.max_relative_error > 0.4 for a in finished().arrays())


def test_the_penalty_takes_part_in_both_methods() -> None:
    plain = NumericalGradient(NETWORK, FLAT, INPUTS, TARGETS)
    penalised = NumericalGradient(NETWORK, FLAT, INPUTS, TARGETS, l2=0.7)
    shares = np.zeros_like(FLAT)
    for share, matrix in zip(
        layer_matrices(NETWORK, shares), layer_matrices(NETWORK, FLAT), strict=True
    ):
        share[:, :-1] = 0.7 * matrix[:, :-1]  # and nothing for the biases
    np.testing.assert_allclose(penalised.backprop() - plain.backprop(), shares)
    by_trying = [penalised.at(n).value - plain.at(n).value for n in range(len(FLAT))]
    np.testing.assert_allclose(by_trying, shares, rtol=0, atol=1e-9)
    assert finished(l2=0.7).is_right


@example(0.0)
@given(st.floats(-3e-6, 3e-6))
def test_kinks_are_counted_apart(bias: float) -> None:
    """One ReLU whose z is all but 0: every step across it is left out."""
    network = Network((1, 1, 1), ("relu", "identity"), "squared_error")
    flat = np.array([0.0, bias, 2.0, 0.5])  # z of the hidden node is the bias
    check = finished(network, flat, np.array([[1.0]]), np.array([[3.0]]))
    arrays = by_name(check)
    assert (arrays["weights_1"].kinks, arrays["weights_1"].checked) == (1, 0)
    assert (arrays["biases_1"].kinks, arrays["biases_1"].checked) == (1, 0)
    assert arrays["weights_1"].worst is None
    assert arrays["weights_2"].kinks == arrays["biases_2"].kinks == 0
    assert check.is_right


def test_a_relu_far_from_its_kink_is_compared() -> None:
    network = Network((1, 1, 1), ("relu", "identity"), "squared_error")
    for bias in (-0.1, 0.1):
        flat = np.array([0.0, bias, 2.0, 0.5])
        check = finished(network, flat, np.array([[1.0]]), np.array([[3.0]]))
        assert sum(a.kinks for a in check.arrays()) == 0
        assert check.is_right


def test_a_derivative_that_is_not_a_number_is_wrong() -> None:
    check = finished(flat=np.full(NETWORK.parameter_count, np.nan))
    assert not check.is_right
    assert all(isinf(a.max_relative_error) for a in check.arrays())
    assert all(a.worst is not None for a in check.arrays())


def test_large_inputs_and_confident_answers_are_no_reason_to_fail() -> None:
    network = Network((3, 4, 2), ("tanh", "softmax"), "softmax_cross_entropy")
    targets = np.eye(2)[[0, 1, 1, 0, 1]]
    for factor in (1e-3, 1.0, 30.0):
        for size in (1e-3, 1.0, 1e3):
            check = finished(network, FLAT * factor, INPUTS * size, targets)
            assert check.is_right, (factor, size, check.arrays())


def test_slices_give_the_same_as_one_go() -> None:
    whole = finished()
    sliced = GradientCheck(NETWORK, FLAT, INPUTS, TARGETS)
    slices = 1
    while not sliced.advance(0.0):
        assert sliced.done == slices
        slices += 1
    assert slices == 26
    assert sliced.arrays() == whole.arrays()
    assert sliced.numerical_seconds > 0
    assert sliced.advance(0.0)


def test_time_is_kept_within_the_slice() -> None:
    ticks = iter(range(100))
    check = GradientCheck(NETWORK, FLAT, INPUTS, TARGETS)
    assert not check.advance(3.0, clock=lambda: float(next(ticks)))
    assert check.done == 3


def test_an_entry_is_drawn_by_the_seed() -> None:
    network = Network((30, 40, 2), ("tanh", "sigmoid"), "squared_error")
    flat = RNG.standard_normal(network.parameter_count)
    inputs = RNG.standard_normal((2, 30))
    results = [
        finished(network, flat, inputs, TARGETS[:2], entries=7, seed=seed).arrays()
        for seed in (1, 1, 2)
    ]
    assert results[0] == results[1] != results[2]
    assert [a.checked for a in results[0]] == [7, 7, 7, 2]
    assert [a.size for a in results[0]] == [1200, 40, 80, 2]


def test_time_for_all_is_that_of_the_entries_multiplied() -> None:
    check = finished(entries=2)
    assert check.count == 8
    assert check.numerical_seconds_for_all == pytest.approx(
        check.numerical_seconds / 8 * 26
    )
    assert 0 < check.backprop_seconds < check.numerical_seconds_for_all


def test_the_given_parameters_are_not_touched() -> None:
    flat = FLAT.copy()
    flat.setflags(write=False)
    finished(flat=flat)
    assert np.array_equal(flat, FLAT)


@pytest.mark.parametrize("l2", [0.0, 0.1])
@pytest.mark.parametrize("size", [1.0, 1e150, 1e200])
def test_the_loss_along_a_parameter_of_any_size(size: float, l2: float) -> None:
    flat = FLAT.copy()
    flat[0] = size
    numerical = NumericalGradient(NETWORK, flat, INPUTS, TARGETS, l2)
    values = size * np.array([0.9, 1.0, 1.1])
    with quiet():
        losses = numerical.losses_along(0, values)
    assert flat[0] == size
    assert np.isfinite(losses[1])
    # What the penalty adds is told from where the weight stands.
    squares = [0.81 - 1, 0.0, 1.21 - 1]
    plain = NumericalGradient(NETWORK, flat, INPUTS, TARGETS, 0.0)
    with quiet():
        added = losses - plain.losses_along(0, values)
        expected = l2 / 2 * np.array(squares) * size * size if l2 else np.zeros(3)
    expected[1] = 0.0
    np.testing.assert_allclose(added, expected, rtol=1e-9, atol=1e-12)
