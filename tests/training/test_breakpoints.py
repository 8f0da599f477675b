"""A condition holds where a plain computation on the trace says so, and only there."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.data.order import BatchOrder
from bpviz.messages import InputError
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.breakpoints import (
    check_condition,
    gradient_norm,
    holds,
    operation_after,
)
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.steps import OperationKind, operations_for
from tests.training.experiments import classification, regression
from tests.training.traces import traces_of

PLANE = classification(1, BatchOrder.SHUFFLED, Hyperparameters("sgd", 0.5))
CURVE = regression(7, BatchOrder.SHUFFLED, Hyperparameters("sgd", 0.01, l2=0.1))


def test_loss_is_compared_both_ways() -> None:
    losses = [trace.loss for trace in traces_of(PLANE, 40)]
    middle = sorted(losses)[20]
    for is_above in (True, False):
        found = [
            holds(LossCondition(is_above, middle), t) for t in traces_of(PLANE, 40)
        ]
        assert found == [
            loss > middle if is_above else loss < middle for loss in losses
        ]


def test_wrong_answers_of_one_output_are_those_beyond_a_half() -> None:
    found = []
    for trace in traces_of(PLANE, 200):
        output, target = trace.activations[-1][0, 0], trace.targets[0, 0]
        assert holds(WrongAnswer(), trace) == ((output >= 0.5) != (target == 1))
        found.append(holds(WrongAnswer(), trace))
    assert {True, False} == set(found)


def test_one_wrong_answer_in_a_batch_is_enough() -> None:
    batches = replace(PLANE, batch_size=3)
    for trace in traces_of(batches, 60):
        wrong = (trace.activations[-1] >= 0.5) != (trace.targets == 1)
        assert holds(WrongAnswer(), trace) == bool(wrong.any())


def test_a_sample_comes_once_an_epoch() -> None:
    found = [holds(SampleComes(11), trace) for trace in traces_of(CURVE, 10)]
    assert sum(found) == 2  # 30 samples in batches of 7 are five updates an epoch


def test_a_sign_changes_where_zero_lies_between() -> None:
    key = ParameterKey(1, 0, 1)
    wild = replace(PLANE, hyperparameters=Hyperparameters("sgd", 4.0))
    found = []
    for trace in traces_of(wild, 300):
        before = trace.parameters.weights[0][1, 0]
        after = trace.parameters_after.weights[0][1, 0]
        assert holds(SignChange(key), trace) == (before * after < 0)
        found.append(holds(SignChange(key), trace))
    assert {True, False} == set(found)


def test_the_norm_is_that_of_weights_and_biases_with_the_penalty() -> None:
    trace = next(traces_of(CURVE, 1))
    layers = []
    for layer in range(3):
        delta, a = trace.deltas[layer], trace.activations[layer]
        weights = trace.parameters.weights[layer]
        gradient = sum(np.outer(a[i], delta[i]) for i in range(7)) / 7 + 0.1 * weights
        layers.append(np.append(gradient.ravel(), delta.mean(axis=0)))
    for layer, numbers in enumerate(layers, start=1):
        assert gradient_norm(trace, layer) == pytest.approx(np.linalg.norm(numbers))
    norm = float(np.linalg.norm(np.concatenate(layers)))
    assert gradient_norm(trace, 0) == pytest.approx(norm)
    assert holds(GradientNorm(is_above=True, value=norm * 0.99), trace)
    assert not holds(GradientNorm(is_above=True, value=norm * 1.01), trace)
    assert holds(GradientNorm(is_above=False, value=norm * 1.01), trace)


@pytest.mark.parametrize(
    ("condition", "last"),
    [
        (SampleComes(0), (OperationKind.LOAD, 0)),
        (WrongAnswer(), (OperationKind.LOSS, 0)),
        (LossCondition(is_above=True, value=0), (OperationKind.LOSS, 0)),
        (GradientNorm(is_above=True, value=0, layer=2), (OperationKind.GRADIENT, 2)),
        (GradientNorm(is_above=True, value=0), (OperationKind.GRADIENT, 1)),
    ],
)
def test_a_run_pauses_where_the_condition_can_be_seen(
    condition: Condition, last: tuple[OperationKind, int]
) -> None:
    operation = operations_for(3)[operation_after(condition, 3) - 1]
    assert (operation.kind, operation.layer) == last


def test_a_sign_change_is_seen_after_the_update() -> None:
    assert operation_after(SignChange(ParameterKey(1, 0)), 3) == 0


@pytest.mark.parametrize(
    "condition",
    [
        WrongAnswer(),
        SampleComes(30),
        SampleComes(-1),
        SignChange(ParameterKey(4, 0)),
        GradientNorm(is_above=True, value=1.0, layer=4),
        GradientNorm(is_above=True, value=float("nan")),
        LossCondition(is_above=True, value=float("inf")),
    ],
)
def test_what_can_never_hold_is_refused(condition: Condition) -> None:
    dataset = load_dataset("quadratic", 333)
    with pytest.raises(InputError):
        check_condition(condition, CURVE.network, dataset)


def test_what_can_hold_is_not() -> None:
    plane = load_dataset("xor", 0)
    for condition in (
        WrongAnswer(),
        SampleComes(0),
        SignChange(ParameterKey(2, 0, 5)),
        GradientNorm(is_above=False, value=1e-3, layer=2),
        LossCondition(is_above=False, value=0.1),
    ):
        check_condition(condition, PLANE.network, plane)
