"""A run that leaves the finite numbers is stopped where it does, and can go back."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training import feeder
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from bpviz.training.messages import (
    Divergence,
    Evaluate,
    OpenExperiment,
    OpenFile,
    Report,
    Restart,
    Run,
    SaveFile,
    Step,
)
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from tests.nn.effort import cases
from tests.training import naive
from tests.training.clock import erratic_clock, steady_clock
from tests.training.experiments import classification, regression
from tests.training.reference import Reference, contents_of

ORDERED, SHUFFLED, DRAWN = BatchOrder
FAR = 100_000

LEAKY = replace(
    regression(1, ORDERED, Hyperparameters("sgd", 0.05)),
    activations=("leaky_relu", "leaky_relu", "identity"),
    initialisation=Initialisation("xavier", 1.0),
    seed=1,
)

FAST = replace(LEAKY, hyperparameters=Hyperparameters("sgd", 0.1), seed=4)


def given_weights(first: float, second: float) -> Experiment:
    """Return a linear 2-1-1 network with one weight in each layer."""
    return replace(
        regression(1, ORDERED, Hyperparameters("sgd", 0.1)),
        layer_sizes=(2, 1, 1),
        activations=("identity", "identity"),
        initialisation=Initialisation("given", values=(first, 0.0, 0.0, second, 0.0)),
    )


CASES: dict[str, Experiment] = {
    "leaky, sample by sample": LEAKY,
    "all samples at once": replace(FAST, batch_size=ALL_SAMPLES),
    "batches, float32": replace(
        FAST, batch_size=7, batch_order=SHUFFLED, dtype="float32"
    ),
    "deep and linear, momentum": replace(
        regression(7, DRAWN, Hyperparameters("momentum", 0.02)),
        activations=("identity",) * 3,
    ),
    "one layer, slowly": replace(
        regression(30, ORDERED, Hyperparameters("sgd", 0.013)),
        layer_sizes=(2, 1),
        activations=("identity",),
    ),
    "a penalty too large": regression(
        10, SHUFFLED, Hyperparameters("sgd", 0.5, l2=10.0)
    ),
    "steps too large for adam": replace(
        regression(4, SHUFFLED, Hyperparameters("adam", 1e120)),
        activations=("softplus", "softplus", "identity"),
    ),
    "steps that are no numbers": classification(
        50, SHUFFLED, Hyperparameters("sgd", 1.7e308)
    ),
    "squares too large for rmsprop": replace(
        regression(3, ORDERED, Hyperparameters("rmsprop", 1e-3), "float32"),
        layer_sizes=(2, 3, 1),
        activations=("identity", "identity"),
        initialisation=Initialisation("constant", 1e8),
    ),
    "squares too large for adam": replace(
        regression(3, ORDERED, Hyperparameters("adam", 1e-3), "float32"),
        layer_sizes=(2, 3, 1),
        activations=("identity", "identity"),
        initialisation=Initialisation("constant", 1e8),
    ),
    "a sum of losses too large": replace(
        regression(30, ORDERED, Hyperparameters("adam", 1e-3)),
        layer_sizes=(2, 1),
        activations=("identity",),
        initialisation=Initialisation("constant", 3e152),
    ),
    "a step too large": replace(
        regression(30, ORDERED, Hyperparameters("sgd", 1e307)),
        layer_sizes=(2, 1),
        activations=("identity",),
    ),
    "gradients too large": given_weights(1e300, 1e-150),
    "deltas too large": given_weights(1e-200, 1e300),
    "wrong from the beginning": replace(
        LEAKY, initialisation=Initialisation("constant", 1e200)
    ),
}

QUANTITIES = {
    "squares too large for rmsprop": "memory",
    "squares too large for adam": "memory",
    "a sum of losses too large": "loss",
    "a step too large": "weights",
    "gradients too large": "weight_gradients",
    "deltas too large": "deltas",
    "wrong from the beginning": "pre_activations",
}
"""Where a case is meant to be about a certain quantity."""


def expected(experiment: Experiment) -> Divergence:
    reference = Reference(experiment)
    return naive.first_non_finite(
        experiment, reference.dataset, reference.parameters(0), 3000
    )


def opened(experiment: Experiment, tick: float = 1e-6) -> Session:
    session = Session(steady_clock(tick))
    session.handle(OpenExperiment(experiment=experiment))
    return session


def run_out(session: Session, budget: float = 1e9) -> Report:
    """Run until the session says that it cannot go on."""
    for _ in range(20_000):
        report = session.handle(Run(budget=budget, until=FAR))
        assert_finite(report)
        if report.divergence is not None:
            return report
        assert not report.reached
    raise AssertionError("it runs for ever")


def assert_finite(report: Report) -> None:
    assert np.isfinite(report.frame.parameters.flat).all()
    if report.frame.trace is not None:
        assert np.isfinite(report.frame.trace.losses).all()
        assert np.isfinite(report.frame.trace.parameters_after.flat).all()
    assert np.isfinite(report.curves.losses.highest).all()
    if report.divergence is not None:
        last = report.divergence.update - 1
        assert report.frame.moment <= Moment(last)
        assert len(report.curves.losses.mean) <= last
        assert all(entry.update <= last for entry in report.curves.evaluations)


@pytest.mark.parametrize("name", CASES)
def test_it_is_found_where_a_naive_program_finds_it(name: str) -> None:
    found = expected(CASES[name])
    assert found.quantity == QUANTITIES.get(name, found.quantity)
    report = run_out(opened(CASES[name]))
    assert report.divergence == found
    assert report.frame.moment == Moment(found.update - 1)
    assert report.reached


@pytest.mark.parametrize("name", CASES)
def test_stepping_finds_the_same(name: str) -> None:
    found = expected(CASES[name])
    session = opened(CASES[name])
    for update in range(1, found.update):
        report = session.handle(Step(granularity=Granularity.UPDATE))
        assert report.divergence is None
        assert report.frame.moment == Moment(update)
        assert_finite(report)
    report = session.handle(Step(granularity=Granularity.UPDATE))
    assert report.divergence == found
    assert report.frame.moment == Moment(found.update - 1)
    assert_finite(report)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("block_rows", [1, 20])
def test_running_in_slices_finds_the_same(
    name: str, block_rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeder, "BLOCK_ROWS", block_rows)
    report = run_out(opened(CASES[name], tick=0.01), budget=0.035)
    assert report.divergence == expected(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_asking_again_changes_nothing(name: str) -> None:
    session = opened(CASES[name])
    first = run_out(session)
    for request in (
        Run(budget=1.0, until=FAR),
        Run(budget=0.0),
        Run(budget=1e9),
        Step(granularity=Granularity.OPERATION),
        Step(granularity=Granularity.UPDATE),
        Step(granularity=Granularity.EPOCH),
        Evaluate(),
        Run(budget=1.0, until=FAR),
    ):
        report = session.handle(request)
        assert report.divergence == first.divergence
        assert report.frame.moment == first.frame.moment
        assert contents_of(report.frame) == contents_of(first.frame)
        assert report.reached
        assert_finite(report)


@pytest.mark.parametrize("name", CASES)
def test_going_back_works(name: str) -> None:
    session, reference = opened(CASES[name]), Reference(CASES[name])
    last = run_out(session).frame.moment
    for granularity in (*Granularity, Granularity.OPERATION):
        report = session.handle(Step(granularity=granularity, direction=-1))
        moment = report.frame.moment
        assert moment < last or moment == Moment()
        assert contents_of(report.frame) == reference.contents(moment)
        assert_finite(report)
    for _ in range(3):
        session.handle(Step(granularity=Granularity.UPDATE))
    report = session.handle(Run(budget=1.0, until=FAR))
    assert report.frame.moment == last
    assert contents_of(report.frame) == reference.contents(last)


def test_restarting_forgets_it() -> None:
    session = opened(LEAKY)
    found = run_out(session).divergence
    report = session.handle(Restart())
    assert report.divergence is None
    assert report.frame.moment == Moment()
    assert run_out(session).divergence == found


@pytest.mark.parametrize("name", CASES)
def test_a_diverged_run_can_be_put_away_and_taken_up(name: str, tmp_path: Path) -> None:
    path = str(tmp_path / "run.bpviz")
    session = opened(CASES[name])
    last = run_out(session)
    session.handle(SaveFile(path=path))
    other = Session(steady_clock(1e-6))
    report = other.handle(OpenFile(path=path))
    assert report.frame.moment == last.frame.moment
    assert contents_of(report.frame) == contents_of(last.frame)
    assert report.curves.evaluations == last.curves.evaluations
    assert run_out(other).divergence == last.divergence


@given(
    name=st.sampled_from(sorted(CASES)),
    path=st.lists(
        st.one_of(
            st.builds(
                Step,
                granularity=st.sampled_from(Granularity),
                direction=st.sampled_from([1, -1]),
            ),
            st.builds(Run, budget=st.floats(0.0, 0.3), until=st.integers(0, FAR)),
            st.just(Evaluate()),
        ),
        min_size=5,
        max_size=30,
    ),
    clock_seed=st.integers(0, 2**16),
)
@settings(max_examples=cases(60))
def test_random_walks_near_the_edge(
    name: str, path: list[Step | Run | Evaluate], clock_seed: int
) -> None:
    reference, found = Reference(CASES[name]), expected(CASES[name])
    session = Session(erratic_clock(clock_seed, 0.01))
    session.handle(OpenExperiment(experiment=CASES[name]))
    start = min(found.update - 1, 40 + clock_seed % 40)
    session.handle(Run(budget=1e9, until=start))
    for request in path:
        report = session.handle(request)
        assert report.divergence in (None, found)
        assert report.frame.moment <= Moment(found.update - 1)
        assert contents_of(report.frame) == reference.contents(report.frame.moment)
        assert_finite(report)
