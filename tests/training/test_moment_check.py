"""The check of a moment finds faults, passes what is right, and checks the update."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.nn.faults import Fault
from bpviz.nn.parameter_key import ParameterKey
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings
from bpviz.training.experiment import Experiment
from bpviz.training.gradient_report import GradientReport
from bpviz.training.moment_check import MomentCheck
from bpviz.training.prover import prove
from bpviz.training.steps import Moment
from tests.training.experiments import EXPERIMENTS
from tests.training.traces import engine_of

MOMENT = Moment(3)


def third_update(
    experiment: Experiment,
) -> tuple[BackpropTrace, RunSettings, np.ndarray]:
    """Return the third update, its settings, and the memories before it."""
    engine = engine_of(experiment)
    for _ in range(2):
        engine.trace()
    memories = engine.state.block[1:].copy()
    return engine.trace(), RunSettings(experiment.hyperparameters), memories


def checked(
    trace: BackpropTrace, settings: RunSettings, memories: np.ndarray
) -> GradientReport:
    check = MomentCheck(trace, 3, MOMENT, settings, memories, None, 0)
    while not check.advance(0.01):
        pass
    return check.report()


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_gradients_and_update_are_right(name: str) -> None:
    report = checked(*third_update(EXPERIMENTS[name]))
    assert report.is_right
    assert report.update_is_right
    assert report.done == report.count == sum(a.size for a in report.arrays)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_an_update_with_another_rate_is_found(name: str) -> None:
    trace, settings, memories = third_update(EXPERIMENTS[name])
    numbers = settings.hyperparameters
    other = replace(numbers, learning_rate=numbers.learning_rate * 1.1)
    report = checked(trace, RunSettings(other), memories)
    assert not report.update_is_right
    assert report.update_error > 0


def test_errors_are_laid_out_as_people_see_the_arrays() -> None:
    trace, settings, memories = third_update(EXPERIMENTS["sgd, all at once"])
    report = checked(trace, settings, memories)
    for array, errors in zip(report.arrays, report.errors, strict=True):
        expected = trace.parameters.weights[array.layer - 1].shape
        if array.kind == "biases":
            expected = trace.parameters.biases[array.layer - 1].shape
        assert errors.shape == expected
        assert array.worst is not None
        assert errors[array.worst] == array.max_relative_error == np.nanmax(errors)


def test_a_slice_leaves_the_rest_open() -> None:
    trace, settings, memories = third_update(EXPERIMENTS["sgd, all at once"])
    check = MomentCheck(trace, 3, MOMENT, settings, memories, 2, 0)
    check.advance(0.0)
    report = check.report()
    assert report.done == 1
    assert sum(np.isfinite(errors).sum() for errors in report.errors) == 1
    assert report.count == 11  # two of each array; the output's bias is one alone


def test_a_fault_that_is_on_is_found() -> None:
    trace, settings, memories = third_update(EXPERIMENTS["sgd, all at once"])
    faulty = replace(settings, fault=Fault.SUM_FOR_MEAN)
    report = checked(trace, faulty, memories)
    assert not report.is_right
    assert report.arrays[0].max_relative_error == pytest.approx(29 / 30, rel=1e-3)


@pytest.mark.parametrize("name", EXPERIMENTS)
@pytest.mark.parametrize("start", [0, None])
def test_one_derivative_is_proven_with_its_slice_of_the_loss(
    name: str, start: int | None
) -> None:
    trace, settings, _ = third_update(EXPERIMENTS[name])
    key = ParameterKey(1, 0, start)
    proof = prove(key, trace, MOMENT, settings)
    assert proof.is_right
    own = (
        trace.bias_gradients(0)[0] if start is None else trace.weight_gradients(0)[0, 0]
    )
    assert proof.backprop == pytest.approx(float(own), rel=1e-3, abs=1e-6)
    assert proof.value == trace.parameters.flat[key.position(trace.parameters.network)]
    middle = len(proof.slice_values) // 2
    assert proof.slice_values[middle] == pytest.approx(proof.value)
    assert proof.slice_losses[middle] == pytest.approx(trace.loss, rel=1e-4)
    assert np.ptp(proof.slice_values) >= 1


def test_a_faulty_derivative_is_called_so() -> None:
    trace, settings, _ = third_update(EXPERIMENTS["sgd, all at once"])
    faulty = replace(settings, fault=Fault.SUM_FOR_MEAN)
    proof = prove(ParameterKey(1, 0, 1), trace, MOMENT, faulty)
    assert not proof.is_right
    assert proof.backprop == pytest.approx(30 * proof.numerical, rel=1e-3)
