"""Breakpoints, running to a condition, watches and proofs, through a session."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.messages import InputError
from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training import replay
from bpviz.training.breakpoints import holds, operation_after
from bpviz.training.changes import FaultSwitch, ParameterEdit, SettingsChange
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Prove,
    RunTo,
    SetBreakpoints,
    SetWatches,
    Undo,
)
from bpviz.training.experiment import Experiment
from bpviz.training.messages import (
    OpenExperiment,
    Report,
    Request,
    Restart,
    Run,
    Seek,
    Step,
)
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from bpviz.training.watches import Watch, WatchQuantity
from tests.nn.effort import cases
from tests.training.clock import erratic_clock, steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import Reference, contents_of
from tests.training.test_time_travel import Circumstances, circumstances

SINGLE = EXPERIMENTS["momentum, sample by sample, shuffled"]
BATCHES = EXPERIMENTS["adam, small batches, float32"]
FAR = 200


def opened(experiment: Experiment = SINGLE, tick: float = 1e-6) -> Session:
    session = Session(steady_clock(tick))
    session.handle(OpenExperiment(experiment=experiment))
    return session


def until_reached(session: Session, request: Request) -> Report:
    for _ in range(10 * FAR):
        report = session.handle(request)
        if report.reached:
            return report
    raise AssertionError(f"{request} does not arrive")


def pauses(
    reference: Reference, conditions: tuple[Condition, ...], until: int
) -> list[tuple[Moment, Condition]]:
    """Return where and why a run pauses on its way, from plain traces."""
    depth = reference.experiment.network.depth
    places: dict[Moment, Condition] = {}
    for update in range(until):
        for condition in conditions:
            if holds(condition, reference.trace(update)):
                operation = operation_after(condition, depth)
                place = Moment(update, operation) if operation else Moment(update + 1)
                places.setdefault(place, condition)
    return sorted(places.items(), key=lambda item: item[0])


def conditions_for(reference: Reference) -> st.SearchStrategy[Condition]:
    """Draw conditions that hold at some of the updates and not at others."""
    losses = sorted(reference.losses(FAR))
    loss = st.sampled_from(losses[:: FAR // 20])
    sizes = reference.experiment.layer_sizes
    keys = [
        ParameterKey(layer, end)
        for layer in range(1, len(sizes))
        for end in range(sizes[layer])
    ]
    kinds = [
        st.builds(LossCondition, st.booleans(), loss),
        st.builds(SampleComes, st.integers(0, len(reference.dataset.train) - 1)),
        st.builds(SignChange, st.sampled_from(keys)),
        st.builds(
            GradientNorm,
            st.booleans(),
            st.sampled_from([0.01, 0.1, 0.5, 2.0]),
            st.integers(0, len(sizes) - 1),
        ),
    ]
    if reference.dataset.train.labels is not None:
        kinds.append(st.builds(WrongAnswer))
    return st.one_of(*kinds)


def test_a_search_finds_an_update_whose_trace_is_the_oldest_that_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replay, "KEPT_TRACES", 1)
    session = opened(EXPERIMENTS["sgd, sample by sample"])
    for update in (1, 5, 0):
        until_reached(session, Seek(update=update))
    condition = SampleComes(0)
    report = session.handle(RunTo(condition=condition, budget=FAR))
    assert report.paused_by == condition
    assert report.frame.moment.update == 0
    trace = report.frame.trace
    assert trace is not None
    assert trace.samples.tolist() == [0]


@pytest.mark.parametrize(
    "name",
    [
        "momentum, sample by sample, shuffled",
        "adam, small batches, float32",
        "sgd, all at once",
        "sgd with l2, float32",
    ],
)
def test_a_run_pauses_wherever_a_breakpoint_holds(name: str) -> None:
    reference = Reference(EXPERIMENTS[name])

    @given(st.lists(conditions_for(reference), min_size=1, max_size=3), circumstances)
    @settings(max_examples=cases(25))
    def check(chosen: list[Condition], circumstances: Circumstances) -> None:
        conditions = tuple(chosen)
        expected = pauses(reference, conditions, FAR)
        with circumstances.reign(reference.block_bytes) as clock:
            session = Session(clock)
            session.handle(OpenExperiment(experiment=reference.experiment))
            session.handle(SetBreakpoints(conditions=conditions))
            for place, condition in expected[:40]:
                report = until_reached(session, Run(budget=0.1, until=FAR))
                assert report.frame.moment == place
                assert report.paused_by == condition
                assert contents_of(report.frame) == reference.contents(place)
                # Nothing has been seen that lies ahead.
                seen = len(report.curves.losses.mean)
                assert seen == place.update + (place.operation > 0)
            if len(expected) <= 40:
                report = until_reached(session, Run(budget=0.1, until=FAR))
                assert report.frame.moment == Moment(FAR)
                assert report.paused_by is None

    check()


def test_steps_and_jumps_pass_over_breakpoints() -> None:
    session = opened()
    session.handle(SetBreakpoints(conditions=(LossCondition(True, -1.0),)))
    for request, moment in (
        (Step(granularity=Granularity.UPDATE), Moment(1)),
        (Step(granularity=Granularity.EPOCH), Moment(30)),
        (Seek(update=50), Moment(50)),
    ):
        report = session.handle(request)
        assert report.frame.moment == moment
        assert report.paused_by is None


def test_a_revisited_update_pauses_again() -> None:
    session = opened()
    session.handle(SetBreakpoints(conditions=(SampleComes(3),)))
    first = session.handle(Run(budget=1e9, until=30)).frame.moment
    session.handle(Run(budget=1e9, until=30))
    session.handle(Seek(update=0))
    assert session.handle(Run(budget=1e9, until=30)).frame.moment == first


def test_without_breakpoints_nothing_pauses() -> None:
    session = opened()
    session.handle(SetBreakpoints(conditions=(LossCondition(True, -1.0),)))
    assert session.handle(Run(budget=1e9, until=9)).paused_by is not None
    session.handle(SetBreakpoints(conditions=()))
    assert session.handle(Run(budget=1e9, until=9)).frame.moment == Moment(9)


def test_breakpoints_and_watches_outlive_a_restart_but_not_another_network() -> None:
    session = opened()
    condition = LossCondition(True, -1.0)
    watch = Watch(WatchQuantity.BIAS, layer=1)
    session.handle(SetBreakpoints(conditions=(condition,)))
    session.handle(SetWatches(watches=(watch,)))
    report = session.handle(Restart())
    assert [curve.watch for curve in report.watches] == [watch]
    assert session.handle(Run(budget=1e9, until=9)).paused_by == condition
    report = session.handle(OpenExperiment(experiment=BATCHES))
    assert report.watches == ()
    assert session.handle(Run(budget=1e9, until=9)).paused_by is None


@pytest.mark.parametrize(
    "request_",
    [
        SetBreakpoints(conditions=(LossCondition(True, 0.0), SampleComes(30))),
        RunTo(condition=WrongAnswer()),
        RunTo(condition=SignChange(ParameterKey(layer=7, end=0))),
        SetWatches(watches=(Watch(WatchQuantity.BIAS, layer=7),)),
        Prove(key=ParameterKey(layer=7, end=0)),
    ],
)
def test_what_is_not_there_is_refused(request_: Request) -> None:
    session = opened()
    before = session.handle(Run(budget=1e9, until=9))
    with pytest.raises(InputError):
        session.handle(request_)
    report = session.handle(Run(budget=1e9, until=9))
    assert report.frame.moment == before.frame.moment
    assert report.watches == ()
    assert session.handle(Run(budget=1e9, until=20)).paused_by is None


def test_running_to_a_condition_goes_on_from_report_to_report() -> None:
    reference = Reference(SINGLE)
    condition = SampleComes(int(reference.trace(100).samples[0]))
    expected = pauses(reference, (condition,), FAR)
    session = Session(erratic_clock(3, 0.01))
    session.handle(OpenExperiment(experiment=SINGLE))
    for place, _ in expected[:4]:
        report = until_reached(session, RunTo(condition=condition))
        assert report.frame.moment == place
        assert report.paused_by == condition


def test_running_to_what_never_comes_gives_way() -> None:
    session = opened(tick=0.001)
    first = session.handle(RunTo(condition=LossCondition(True, 1e9)))
    second = session.handle(RunTo(condition=LossCondition(True, 1e9)))
    assert not first.reached
    assert not second.reached
    assert 0 < first.frame.moment.update < second.frame.moment.update


def test_a_run_to_a_condition_ends_where_it_diverges() -> None:
    session = opened()
    wild = replace(SINGLE.hyperparameters, learning_rate=1e300)
    session.handle(MakeChange(change=SettingsChange(wild)))
    report = session.handle(RunTo(condition=LossCondition(False, -1.0), budget=1e9))
    assert report.reached
    assert report.paused_by is None
    assert report.divergence is not None


def watched_updates(report: Report) -> list[int]:
    (curve,) = report.watches
    assert curve.stride == 1
    return [int(at) for at in np.flatnonzero(np.isfinite(curve.mean))]


@pytest.mark.parametrize("tick", [1e-6, 0.002])
def test_a_watch_records_every_update_from_now_on(tick: float) -> None:
    reference = Reference(SINGLE)
    session = opened(tick=tick)
    until_reached(session, Run(budget=1.0, until=50))
    watch = Watch(WatchQuantity.ACTIVATION, layer=2, node=1)
    session.handle(SetWatches(watches=(watch,)))
    report = until_reached(session, Run(budget=0.1, until=120))
    assert set(range(50, 120)) <= set(watched_updates(report))
    (curve,) = report.watches
    for update in range(50, 120):
        expected = reference.trace(update).activations[2][:, 1].mean()
        assert curve.lowest[update] == curve.highest[update] == curve.mean[update]
        assert curve.mean[update] == expected


def test_what_is_at_hand_is_recorded_at_once() -> None:
    session = opened()
    for _ in range(3):
        session.handle(Step(granularity=Granularity.UPDATE))
    watch = Watch(WatchQuantity.WEIGHT_NORM, layer=0)
    report = session.handle(SetWatches(watches=(watch,)))
    assert watched_updates(report) == [0, 1, 2]


def test_a_branch_keeps_what_was_watched_before_it() -> None:
    session = opened()
    watch = Watch(WatchQuantity.BIAS, layer=2, node=1)
    session.handle(SetWatches(watches=(watch,)))
    old = session.handle(Run(budget=1e9, until=40)).watches[0]
    session.handle(Seek(update=25))
    edit = ParameterEdit(ParameterKey(layer=2, end=1), 3.0)
    session.handle(MakeChange(change=edit))
    report = session.handle(Run(budget=1e9, until=30))
    assert watched_updates(report) == list(range(30))
    new = report.watches[0]
    assert new.mean[:25].tolist() == old.mean[:25].tolist()
    assert new.mean[25] == 3.0
    back = session.handle(Undo())
    assert back.watches[0].mean.tolist() == old.mean.tolist()


MOMENTS = [Moment(), Moment(0, 3), Moment(12), Moment(12, 7)]


def stand_at(session: Session, moment: Moment) -> Report:
    report = session.handle(Seek(update=moment.update))
    for _ in range(moment.operation):
        report = session.handle(Step(granularity=Granularity.OPERATION))
    assert report.frame.moment == moment
    return report


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("name", ["sgd, all at once", "adam with l2, drawn"])
def test_one_derivative_is_proved(moment: Moment, name: str) -> None:
    session = opened(EXPERIMENTS[name])
    reference = Reference(EXPERIMENTS[name])
    before = stand_at(session, moment)
    report = session.handle(Prove(key=ParameterKey(layer=2, end=1, start=0)))
    proof = report.proof
    assert proof is not None
    assert proof.moment == moment == report.frame.moment
    assert contents_of(report.frame) == contents_of(before.frame)
    shown = moment.update if moment.operation else max(moment.update - 1, 0)
    trace = reference.trace(shown)
    assert proof.value == trace.parameters.weights[1][0, 1]
    assert proof.backprop == trace.weight_gradients(1)[0, 1]
    assert proof.is_right
    # Where nothing has been made yet, nothing has been made now.
    made = shown + 1 if moment > Moment() else 0
    assert len(report.curves.losses.mean) == made


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_all_derivatives_and_the_update_are_right(moment: Moment, name: str) -> None:
    session = opened(EXPERIMENTS[name])
    if moment.operation < 4 * EXPERIMENTS[name].network.depth + 3:
        stand_at(session, moment)
    report = until_reached(session, CheckGradients(entries=None, budget=0.01))
    check = report.check
    assert check is not None
    assert check.is_right
    assert check.update_is_right
    assert check.done == check.count == EXPERIMENTS[name].network.parameter_count


def test_a_check_goes_on_where_its_time_ran_out() -> None:
    session = opened(EXPERIMENTS["sgd, all at once"])
    session.handle(Run(budget=1e9, until=3))
    done = []
    while True:
        report = session.handle(CheckGradients(entries=None, budget=0.0))
        assert report.check is not None
        done.append(report.check.done)
        if report.reached:
            break
    count = EXPERIMENTS["sgd, all at once"].network.parameter_count
    assert done == list(range(1, count + 1))


def test_another_request_gives_a_check_up() -> None:
    session = opened(EXPERIMENTS["sgd, all at once"])
    session.handle(Run(budget=1e9, until=3))
    ask = CheckGradients(entries=None, budget=0.0)
    session.handle(ask)
    session.handle(ask)
    session.handle(Step(granularity=Granularity.UPDATE))
    check = session.handle(ask).check
    assert check is not None
    assert check.done == 1
    assert check.moment == Moment(4)


def test_a_fault_is_found_by_check_and_proof() -> None:
    session = opened(EXPERIMENTS["sgd, all at once"])
    session.handle(MakeChange(change=FaultSwitch(Fault.SUM_FOR_MEAN)))
    session.handle(Run(budget=1e9, until=3))
    report = until_reached(session, CheckGradients(entries=5))
    assert report.check is not None
    assert not report.check.is_right
    assert report.check.update_is_right
    proof = session.handle(Prove(key=ParameterKey(layer=1, end=0))).proof
    assert proof is not None
    assert not proof.is_right


@pytest.mark.parametrize("optimizer", ["momentum", "rmsprop", "adam"])
def test_the_update_is_right_after_another_optimizer_has_begun(optimizer: str) -> None:
    session = opened(EXPERIMENTS["adam with l2, drawn"])
    session.handle(Run(budget=1e9, until=20))
    settings = Hyperparameters(optimizer, 0.01)  # type: ignore[arg-type]
    session.handle(MakeChange(change=SettingsChange(settings)))
    for until in (21, 25):
        session.handle(Run(budget=1e9, until=until))
        check = until_reached(session, CheckGradients(entries=1)).check
        assert check is not None
        assert check.update_is_right, until


@pytest.mark.parametrize(
    "request_", [CheckGradients(entries=-1), CheckGradients(entries=5, seed=-1)]
)
def test_a_check_of_less_than_nothing_is_refused(request_: CheckGradients) -> None:
    session = Session()
    session.handle(OpenExperiment(experiment=EXPERIMENTS["sgd, all at once"]))
    with pytest.raises(InputError):
        session.handle(request_)


def test_a_value_that_is_no_float_is_refused() -> None:
    session = Session()
    session.handle(OpenExperiment(experiment=EXPERIMENTS["sgd, all at once"]))
    edit = ParameterEdit(ParameterKey(1, 0), 10**400)
    with pytest.raises(InputError):
        session.handle(MakeChange(change=edit))
