"""A session answers every kind of request, with nothing of Qt."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.messages import (
    Evaluate,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
    Step,
)
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from tests.nn import oracle
from tests.training.clock import steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents_of

EXPERIMENT = EXPERIMENTS["momentum, sample by sample, shuffled"]
CLASSIFICATION = EXPERIMENTS["adam, small batches, float32"]
OPERATIONS = 15


def opened(tick: float = 1e-6) -> Session:
    session = Session(steady_clock(tick))
    session.handle(OpenExperiment(experiment=EXPERIMENT))
    return session


def step(session: Session, granularity: Granularity, direction: int = 1) -> Report:
    return session.handle(Step(granularity=granularity, direction=direction))


@pytest.mark.parametrize(
    "request_",
    [
        Restart(),
        Run(budget=1.0),
        Step(granularity=Granularity.UPDATE),
        Evaluate(),
        SaveFile(path="run.bpviz"),
    ],
)
def test_before_anything_is_open(request_: Request) -> None:
    with pytest.raises(InputError) as caught:
        Session().handle(request_)
    assert str(caught.value) == "Nothing is open yet; open a preset first."


def test_what_is_no_request_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="not a request"):
        opened().handle(Request())


def test_opening_an_experiment() -> None:
    report = Session().handle(OpenExperiment(number=3, experiment=CLASSIFICATION))
    assert (report.number, report.session, report.reached) == (3, 1, True)
    assert report.opened is not None
    assert report.opened.experiment == CLASSIFICATION
    assert report.opened.dataset.key == "xor"
    assert report.opened.updates_per_epoch == 20
    assert report.opened.path is None
    frame = report.frame
    assert (frame.moment, frame.epoch, frame.trace) == (Moment(), 0, None)
    assert frame.network == CLASSIFICATION.network
    assert len(report.curves.losses.mean) == 0
    assert report.samples_per_second is None
    assert report.divergence is None


def test_opening_from_given_parameters() -> None:
    count = CLASSIFICATION.network.parameter_count
    first = np.linspace(-1, 1, count).astype(np.float32)
    session = Session()
    report = session.handle(OpenExperiment(experiment=CLASSIFICATION, initial=first))
    assert np.array_equal(report.frame.parameters.flat, first)
    session.handle(Run(budget=10.0, until=7))
    report = session.handle(Restart())
    assert np.array_equal(report.frame.parameters.flat, first)


@pytest.mark.parametrize(
    "experiment",
    [
        replace(EXPERIMENT, data=DataChoice(key="no such data")),
        replace(EXPERIMENT, data=DataChoice(key="chain")),
        replace(EXPERIMENT, batch_size=31),
        replace(EXPERIMENT, initialisation=Initialisation("given", values=(1.0,))),
    ],
)
def test_an_opening_that_fails_leaves_what_was_open(
    experiment: Experiment, tmp_path: Path
) -> None:
    session = opened()
    before = session.handle(Run(budget=10.0, until=12))
    damaged = tmp_path / "damaged.bpviz"
    damaged.write_bytes(b"no session")
    for request in (
        OpenExperiment(experiment=experiment),
        OpenFile(path=str(damaged)),
        OpenFile(path=str(tmp_path / "missing.bpviz")),
    ):
        with pytest.raises(InputError):
            session.handle(request)
        report = session.handle(Run(budget=10.0, until=12))
        assert report.session == before.session
        assert report.frame.moment == Moment(12)
        assert contents_of(report.frame) == contents_of(before.frame)


def test_every_opening_and_restart_is_another_session() -> None:
    session = Session()
    numbers = [
        session.handle(request).session
        for request in (
            OpenExperiment(experiment=EXPERIMENT),
            Run(budget=0.01),
            Restart(),
            Step(granularity=Granularity.UPDATE),
            OpenExperiment(experiment=CLASSIFICATION),
            Evaluate(),
        )
    ]
    assert numbers == [1, 1, 2, 2, 3, 3]


def test_steps_of_every_size() -> None:
    session = opened()
    for granularity, direction, moment in (
        (Granularity.OPERATION, 1, Moment(0, 1)),
        (Granularity.OPERATION, 1, Moment(0, 2)),
        (Granularity.OPERATION, -1, Moment(0, 1)),
        (Granularity.UPDATE, 1, Moment(1)),
        (Granularity.OPERATION, -1, Moment(0, OPERATIONS - 1)),
        (Granularity.EPOCH, 1, Moment(30)),
        (Granularity.UPDATE, 1, Moment(31)),
        (Granularity.EPOCH, 1, Moment(60)),
        (Granularity.UPDATE, -1, Moment(59)),
        (Granularity.EPOCH, -1, Moment(30)),
        (Granularity.EPOCH, -1, Moment(0)),
        (Granularity.UPDATE, -1, Moment(0)),
    ):
        report = step(session, granularity, direction)
        assert report.reached
        assert report.frame.moment == moment
        assert report.frame.epoch == moment.update // 30
    known = step(session, Granularity.OPERATION).curves.evaluations
    assert [entry.update for entry in known] == [0, 30, 60]


def test_running_until_an_update() -> None:
    report = opened().handle(Run(number=9, budget=100.0, until=77))
    assert report.reached
    assert report.number == 9
    assert report.frame.moment == Moment(77)
    assert len(report.curves.losses.mean) == 77
    assert report.samples_per_second is not None
    assert report.samples_per_second > 0


def test_running_for_a_time() -> None:
    session = opened(tick=0.001)
    first = session.handle(Run(budget=0.05))
    assert not first.reached
    second = session.handle(Run(budget=0.05))
    assert 0 < first.frame.moment.update < second.frame.moment.update


@pytest.mark.parametrize("until", [None, 500])
def test_running_without_time_still_gets_on(until: int | None) -> None:
    session = opened(tick=0.001)
    places = [
        session.handle(Run(budget=0.0, until=until)).frame.moment.update
        for _ in range(20)
    ]
    assert places == sorted(places)
    assert places[-1] >= 10


def test_a_run_that_has_arrived_stays() -> None:
    session = opened()
    session.handle(Run(budget=10.0, until=40))
    for until in (40, 10, 0):
        report = session.handle(Run(budget=10.0, until=until))
        assert report.reached
        assert report.frame.moment == Moment(40)
        assert report.samples_per_second is None


def epoch_steps(session: Session, direction: int) -> list[Report]:
    reports = []
    for _ in range(200):
        reports.append(step(session, Granularity.EPOCH, direction))
        if reports[-1].reached:
            return reports
    raise AssertionError("it does not arrive")


def test_a_long_step_reports_on_the_way_and_arrives() -> None:
    session = opened(tick=0.1)
    ahead = epoch_steps(session, 1)
    assert len(ahead) > 2
    assert ahead[-1].frame.moment == Moment(30)
    assert epoch_steps(session, 1)[-1].frame.moment == Moment(60)
    session.handle(Run(budget=1e9, until=75))
    assert epoch_steps(session, -1)[-1].frame.moment == Moment(60)
    assert epoch_steps(session, -1)[-1].frame.moment == Moment(30)


def test_another_request_gives_up_a_step_that_is_under_way() -> None:
    session = opened(tick=0.1)
    assert not step(session, Granularity.EPOCH).reached
    here = step(session, Granularity.UPDATE).frame.moment
    assert here.update < 30
    back = epoch_steps(session, -1)[-1]
    assert back.frame.moment == Moment(0)
    assert not step(session, Granularity.EPOCH).reached
    session.handle(Run(budget=1e9, until=31))
    assert epoch_steps(session, 1)[-1].frame.moment == Moment(60)


def test_evaluating_where_it_stands() -> None:
    session = opened()
    session.handle(Run(budget=10.0, until=44))
    report = session.handle(Evaluate(number=5))
    assert report.number == 5
    assert report.curves.evaluations[-1].update == 44
    assert report.frame.moment == Moment(44)


def test_restarting() -> None:
    session = opened()
    first = session.handle(Run(budget=10.0, until=44))
    report = session.handle(Restart())
    assert report.frame.moment == Moment()
    assert report.opened is not None
    assert len(report.curves.losses.mean) == len(report.curves.evaluations) == 0
    again = session.handle(Run(budget=10.0, until=44))
    assert contents_of(again.frame) == contents_of(first.frame)
    assert again.curves.evaluations == first.curves.evaluations


def test_saving_and_opening(tmp_path: Path) -> None:
    path = str(tmp_path / "run.bpviz")
    session = opened()
    session.handle(Run(budget=10.0, until=44))
    step(session, Granularity.OPERATION)
    saved = session.handle(SaveFile(path=path))
    assert saved.saved == path
    other = Session()
    report = other.handle(OpenFile(path=path))
    assert report.opened is not None
    assert report.opened.path == path
    assert report.opened.experiment == EXPERIMENT
    assert report.frame.moment == Moment(44, 1)
    assert contents_of(report.frame) == contents_of(saved.frame)
    assert report.curves.evaluations == saved.curves.evaluations
    assert report.curves.losses.mean.tolist() == saved.curves.losses.mean.tolist()
    restarted = other.handle(Restart())
    first = session.handle(Restart())
    assert contents_of(restarted.frame) == contents_of(first.frame)


@pytest.mark.parametrize("key", ["quadratic", "xor", "mazur"])
def test_the_probe_is_answered_with_the_parameters_of_the_moment(key: str) -> None:
    session = Session()
    experiment = preset(key).experiment
    opening = session.handle(OpenExperiment(experiment=experiment))
    assert opening.opened is not None
    dataset = opening.opened.dataset
    for operation in (0, 1, 4):
        session.handle(Run(budget=10.0, until=6))
        report = opening
        for _ in range(operation):
            report = step(session, Granularity.OPERATION)
        outputs = report.frame.probe_outputs
        if dataset.probe is None:
            assert outputs is None
            continue
        assert outputs is not None
        a = dataset.probe
        parameters = report.frame.parameters
        for weights, biases, name in zip(
            parameters.weights, parameters.biases, experiment.activations, strict=True
        ):
            a = oracle.ACTIVATE[name](a @ weights + biases)
        np.testing.assert_allclose(outputs, a, rtol=1e-10, atol=1e-12)
        assert not outputs.flags.writeable


def test_the_session_and_a_plain_run_agree() -> None:
    session, reference = opened(tick=0.003), Reference(EXPERIMENT)
    while not session.handle(Run(budget=0.01, until=200)).reached:
        pass
    report = session.handle(Run(budget=0.01, until=200))
    assert contents_of(report.frame) == reference.contents(Moment(200))


def test_an_opening_tells_how_large_the_data_are() -> None:
    """The window has no time to look through them."""
    report = Session().handle(
        OpenExperiment(experiment=preset("mnist-relu").experiment)
    )
    assert report.opened is not None
    assert report.opened.peaks == (1.0, 1.0)
