"""Changes make runs; undo, redo and switching lead between them."""

from dataclasses import replace
from itertools import count
from math import inf, nan

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training import checkpoint_store, replay, run_tree
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.debug_requests import MakeChange, Redo, SwitchRun, Undo
from bpviz.training.messages import (
    Evaluate,
    OpenExperiment,
    Report,
    Restart,
    Run,
    Seek,
    Step,
)
from bpviz.training.runs import Runs
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from tests.training.clock import steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import contents_of

EXPERIMENT = EXPERIMENTS["momentum, sample by sample, shuffled"]
FLOAT32 = EXPERIMENTS["adam, small batches, float32"]
RATE = EXPERIMENT.hyperparameters.learning_rate
FASTER = SettingsChange(replace(EXPERIMENT.hyperparameters, learning_rate=2 * RATE))
SLOWER = SettingsChange(replace(EXPERIMENT.hyperparameters, learning_rate=RATE / 2))
BIAS = ParameterKey(layer=2, end=1)
WEIGHT = ParameterKey(layer=1, end=2, start=1)


def opened(experiment: object = EXPERIMENT, tick: float = 1e-6) -> Session:
    session = Session(steady_clock(tick))
    session.handle(OpenExperiment(experiment=experiment))  # type: ignore[arg-type]
    return session


def run(session: Session, until: int) -> Report:
    return session.handle(Run(budget=1e9, until=until))


def change(session: Session, change: Change) -> Report:
    return session.handle(MakeChange(change=change))


def runs_of(report: Report) -> Runs:
    assert report.runs is not None
    return report.runs


def operations(session: Session, steps: int) -> Report:
    report = session.handle(Step(granularity=Granularity.OPERATION))
    for _ in range(steps - 1):
        report = session.handle(Step(granularity=Granularity.OPERATION))
    return report


def numbers(report: Report) -> tuple[int, list[int]]:
    """Return the number of the run that is on, and those of the others."""
    runs = runs_of(report)
    return runs.current.number, [other.number for other in runs.others]


def test_every_report_names_the_runs() -> None:
    session = opened()
    report = session.handle(Restart())
    runs = runs_of(report)
    assert numbers(report) == (0, [])
    assert (runs.current.parent, runs.current.log) == (None, ())
    assert not runs.can_undo
    assert not runs.can_redo
    assert runs.current.curves is report.curves
    report = run(session, 12)
    assert runs_of(report).current.updates == 12
    assert runs_of(report).current.moment == Moment(12)


def test_a_change_makes_a_run_and_the_old_one_stays() -> None:
    session = opened()
    run(session, 50)
    before = session.handle(Seek(update=20))
    report = change(session, FASTER)
    assert report.frame.moment == Moment(20)
    assert report.frame.settings.hyperparameters == FASTER.hyperparameters
    assert contents_of(report.frame) == contents_of(before.frame)
    assert numbers(report) == (1, [0])
    runs = runs_of(report)
    assert runs.current.parent == 0
    assert runs.current.log == (LoggedChange(20, FASTER),)
    assert len(report.curves.losses.mean) == 20
    (old,) = runs.others
    assert (old.updates, old.moment, old.log) == (50, Moment(20), ())
    assert len(old.curves.losses.mean) == 50
    after = run(session, 50)
    assert runs_of(after).others[0] is old
    new_losses = after.curves.losses.mean.tolist()
    old_losses = old.curves.losses.mean.tolist()
    # The loss of update 21 was computed before the rate could make a difference.
    assert new_losses[:21] == old_losses[:21]
    assert new_losses[21] != old_losses[21]


def test_undo_and_redo_lead_back_and_forth() -> None:
    session = opened()
    run(session, 30)
    here = session.handle(Seek(update=10))
    change(session, FASTER)
    there = run(session, 25)
    undone = session.handle(Undo())
    assert undone.frame.moment == Moment(10)
    assert contents_of(undone.frame) == contents_of(here.frame)
    assert numbers(undone) == (0, [1])
    assert (runs_of(undone).can_undo, runs_of(undone).can_redo) == (False, True)
    # Moving about does not matter, only another change does.
    run(session, 28)
    redone = session.handle(Redo())
    assert redone.frame.moment == Moment(25)
    assert contents_of(redone.frame) == contents_of(there.frame)
    assert (runs_of(redone).can_undo, runs_of(redone).can_redo) == (True, False)
    session.handle(Undo())
    report = change(session, SLOWER)
    assert numbers(report) == (2, [0, 1])
    assert not runs_of(report).can_redo


def test_undoing_leads_to_the_operation_where_it_was_changed() -> None:
    session = opened()
    run(session, 7)
    before = operations(session, 4)
    report = change(session, ParameterEdit(BIAS, 0.5))
    assert report.frame.moment == Moment(7, 4)
    assert report.frame.trace is not None
    assert report.frame.trace.parameters.biases[1][1] == 0.5
    run(session, 20)
    undone = session.handle(Undo())
    assert undone.frame.moment == Moment(7, 4)
    assert contents_of(undone.frame) == contents_of(before.frame)


def test_nothing_to_undo_and_redo() -> None:
    session = opened()
    with pytest.raises(InputError, match=r"There is no change to take back\."):
        session.handle(Undo())
    with pytest.raises(InputError, match=r"No change has been taken back here\."):
        session.handle(Redo())
    with pytest.raises(InputError, match="Run 8 is no longer kept"):
        session.handle(SwitchRun(run=7))


def test_switching_leads_to_where_a_run_stood() -> None:
    session = opened()
    run(session, 30)
    session.handle(Seek(update=10))
    first = session.handle(Step(granularity=Granularity.OPERATION))
    change(session, FASTER)
    second = run(session, 22)
    report = session.handle(SwitchRun(run=0))
    assert report.frame.moment == Moment(10, 1)
    assert contents_of(report.frame) == contents_of(first.frame)
    report = session.handle(SwitchRun(run=1))
    assert report.frame.moment == Moment(22)
    assert contents_of(report.frame) == contents_of(second.frame)
    same = session.handle(SwitchRun(run=1))
    assert same.frame.moment == Moment(22)


def test_several_changes_in_one_place_are_one_line_in_the_list() -> None:
    session = opened()
    report = run(session, 10)
    for factor in (2, 3, 4):
        settings = replace(EXPERIMENT.hyperparameters, learning_rate=factor * RATE)
        report = change(session, SettingsChange(settings))
    assert numbers(report) == (3, [0])
    rates = []
    while runs_of(report).can_undo:
        report = session.handle(Undo())
        assert report.frame.moment == Moment(10)
        rates.append(report.frame.settings.hyperparameters.learning_rate)
    assert rates == [3 * RATE, 2 * RATE, RATE]
    while runs_of(report).can_redo:
        report = session.handle(Redo())
    assert report.frame.settings.hyperparameters.learning_rate == 4 * RATE


@pytest.mark.parametrize("experiment", [EXPERIMENT, FLOAT32])
def test_what_changes_nothing_makes_no_run(experiment: object) -> None:
    session = opened(experiment)
    report = run(session, 10)
    bias = float(report.frame.parameters.biases[0][1])
    for nothing in (
        SettingsChange(report.frame.settings.hyperparameters),
        ParameterEdit(ParameterKey(layer=1, end=1), bias),
        NodeSwitch(1, 0, is_on=True),
        FaultSwitch(None),
    ):
        report = change(session, nothing)
        assert numbers(report) == (0, [])
        assert report.frame.moment == Moment(10)
    change(session, SampleChoice(5))
    assert numbers(change(session, SampleChoice(5))) == (1, [0])
    assert numbers(change(session, SampleChoice(6))) == (2, [0])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (ParameterEdit(BIAS, nan), "value must be finite"),
        (ParameterEdit(BIAS, inf), "value must be finite"),
        (ParameterEdit(ParameterKey(layer=9, end=0), 1.0), "no parameter"),
        (NodeSwitch(0, 2, is_on=False), "no node 2 in layer 0"),
        (NodeSwitch(3, 0, is_on=False), "Outputs cannot be switched off"),
        (NodeSwitch(-1, 0, is_on=False), "no layer -1"),
        (SampleChoice(30), "There is no sample 31"),
        (SampleChoice(-1), "There is no sample 0"),
        (SettingsChange(Hyperparameters(learning_rate=-1)), "learning_rate must be"),
        (SettingsChange(Hyperparameters(momentum=nan)), "momentum must be"),
    ],
)
def test_changes_that_make_no_sense_change_nothing(wrong: Change, words: str) -> None:
    session = opened()
    before = run(session, 10)
    with pytest.raises(InputError, match=words):
        change(session, wrong)
    report = run(session, 10)
    assert numbers(report) == (0, [])
    assert contents_of(report.frame) == contents_of(before.frame)


def test_a_number_too_large_for_the_precision_is_refused() -> None:
    session = opened(FLOAT32)
    with pytest.raises(InputError, match="value must be finite"):
        change(session, ParameterEdit(ParameterKey(layer=1, end=0), 1e300))


def test_an_edit_shows_at_once_and_is_what_goes_on() -> None:
    session = opened()
    run(session, 10)
    report = change(session, ParameterEdit(WEIGHT, 0.25))
    assert report.frame.moment == Moment(10)
    assert report.frame.parameters.weights[0][1, 2] == 0.25
    trace = session.handle(Step(granularity=Granularity.OPERATION)).frame.trace
    assert trace is not None
    assert trace.parameters.weights[0][1, 2] == 0.25
    back = session.handle(Seek(update=10))
    assert back.frame.parameters.weights[0][1, 2] == 0.25
    earlier = session.handle(Step(granularity=Granularity.UPDATE, direction=-1))
    assert earlier.frame.parameters.weights[0][1, 2] != 0.25


def test_an_edit_at_the_very_beginning() -> None:
    session = opened()
    report = change(session, ParameterEdit(WEIGHT, 0.25))
    assert report.frame.moment == Moment()
    assert report.frame.trace is None
    assert report.frame.parameters.weights[0][1, 2] == 0.25
    first = run(session, 3)
    session.handle(Seek(update=0))
    assert contents_of(run(session, 3).frame) == contents_of(first.frame)
    assert session.handle(Undo()).frame.parameters.weights[0][1, 2] != 0.25


def test_a_node_that_is_off_says_nothing() -> None:
    session = opened()
    run(session, 10)
    report = change(session, NodeSwitch(1, 2, is_on=False))
    assert report.frame.settings.switched_off == {(1, 2)}
    trace = run(session, 13).frame.trace
    assert trace is not None
    assert (trace.activations[1][:, 2] == 0).all()
    assert (trace.deltas[0][:, 2] == 0).all()
    assert (trace.activations[1][:, 1] != 0).all()
    change(session, NodeSwitch(1, 2, is_on=True))
    trace = run(session, 14).frame.trace
    assert trace is not None
    assert (trace.activations[1][:, 2] != 0).all()


def test_the_probe_is_answered_without_what_is_off() -> None:
    session = opened()
    before = run(session, 10).frame.probe_outputs
    off = change(session, NodeSwitch(2, 1, is_on=False)).frame
    parameters = off.parameters
    assert before is not None
    assert off.probe_outputs is not None
    assert not np.array_equal(off.probe_outputs, before)
    # The same as without the weights that lead on from it.
    key = ParameterKey(layer=3, end=0, start=1)
    session.handle(Undo())
    silent = change(session, ParameterEdit(key, 0.0)).frame
    assert silent.probe_outputs is not None
    np.testing.assert_allclose(silent.probe_outputs, off.probe_outputs, rtol=1e-12)
    assert parameters.weights[2][1, 0] != 0.0


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_chosen_sample_is_the_whole_next_batch(name: str) -> None:
    session = opened(EXPERIMENTS[name])
    plain = [run(session, until).frame.trace for until in (4, 5, 6)]
    session.handle(Seek(update=4))
    sample = 0 if EXPERIMENTS[name].data.key == "chain" else 17
    change(session, SampleChoice(sample))
    report = run(session, 5)
    assert report.frame.trace is not None
    assert report.frame.trace.samples.tolist() == [sample]
    assert len(report.frame.trace.losses) == 1
    following = run(session, 6).frame.trace
    assert following is not None
    assert plain[2] is not None
    assert following.samples.tolist() == plain[2].samples.tolist()


def test_another_optimizer_begins_with_nothing_remembered() -> None:
    """Adam from update 20 on is adam from its beginning, with the parameters then."""
    adam = Hyperparameters("adam", 0.01)
    session = opened()
    parameters = run(session, 20).frame.parameters.flat
    change(session, SettingsChange(adam))
    found = run(session, 21).frame
    assert found.trace is not None
    g = np.empty(0)
    flat = found.parameters.flat
    moved = np.abs(flat - parameters)
    # Its first step is the learning rate, whatever the gradient, where that is not 0.
    gradients = [
        *(found.trace.weight_gradients(layer).T for layer in range(3)),
        *(found.trace.bias_gradients(layer) for layer in range(3)),
    ]
    g = np.concatenate([gradient.ravel() for gradient in gradients])
    assert sorted(moved.round(9))[-1] == pytest.approx(0.01, rel=1e-4)
    assert (moved[moved > 0] > 0.0099).sum() >= (np.abs(g) > 1e-5).sum()


def test_a_fault_trains_another_way_and_can_be_taken_away() -> None:
    session = opened()
    right = run(session, 30)
    session.handle(Seek(update=10))
    change(session, FaultSwitch(Fault.LEAKING_GRADIENTS))
    wrong = run(session, 30)
    assert wrong.frame.settings.fault is Fault.LEAKING_GRADIENTS
    assert contents_of(wrong.frame) != contents_of(right.frame)
    session.handle(Seek(update=0))
    assert contents_of(run(session, 30).frame) == contents_of(wrong.frame)
    session.handle(Undo())
    assert contents_of(run(session, 30).frame) == contents_of(right.frame)


def test_the_evaluation_is_made_again_where_another_network_answers() -> None:
    session = opened()
    before = run(session, 30).curves.evaluations
    assert [entry.update for entry in before] == [0, 30]
    kept = change(session, FASTER).curves.evaluations
    assert kept == before
    report = change(session, ParameterEdit(ParameterKey(layer=3, end=0), 5.0))
    assert [entry.update for entry in report.curves.evaluations] == [0, 30]
    assert report.curves.evaluations[0] == before[0]
    assert report.curves.evaluations[1].train_loss > before[1].train_loss
    assert runs_of(report).others[0].curves.evaluations == before


def test_a_run_after_the_end_of_a_diverged_one() -> None:
    session = opened()
    settings = replace(EXPERIMENT.hyperparameters, learning_rate=1e300)
    change(session, SettingsChange(settings))
    stuck = run(session, 100)
    assert stuck.divergence is not None
    report = change(session, SettingsChange(EXPERIMENT.hyperparameters))
    assert report.divergence is None
    assert report.frame.moment == stuck.frame.moment
    assert session.handle(Undo()).divergence == stuck.divergence


def test_restart_begins_as_the_experiment_did() -> None:
    session = opened()
    first = run(session, 20)
    change(session, FASTER)
    run(session, 25)
    report = session.handle(Restart())
    assert numbers(report) == (0, [])
    assert report.frame.settings.hyperparameters == EXPERIMENT.hyperparameters
    assert contents_of(run(session, 20).frame) == contents_of(first.frame)


def test_the_curve_of_a_branch_is_exact_where_entries_stand_for_several() -> None:
    """10,000 updates are two to four an entry; the branch divides one of them."""
    session = opened()
    parent = run(session, 10_000).curves.losses
    assert parent.stride == 4
    session.handle(Seek(update=4_999))
    change(session, FASTER)
    child = run(session, 5_003).curves.losses
    assert child.stride == 4
    assert len(child.mean) == 1251
    assert child.mean[:1249].tolist() == parent.mean[:1249].tolist()
    singly = opened()
    run(singly, 4_999)
    change(singly, FASTER)
    straight = run(singly, 5_003).curves.losses
    assert straight.stride == 2
    for name in ("lowest", "highest", "mean"):
        pairs = getattr(straight, name)[:2500].reshape(-1, 2)
        merged = {
            "lowest": pairs.min(axis=1),
            "highest": pairs.max(axis=1),
            "mean": pairs.mean(axis=1),
        }[name]
        np.testing.assert_allclose(getattr(child, name)[:1250], merged, rtol=1e-12)


def test_the_curve_of_a_branch_begins_before_the_last_checkpoint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An entry stands for 8 updates; there is a checkpoint in the one divided."""
    monkeypatch.setattr(checkpoint_store, "WINDOW", 19_000)  # one in 10 updates
    monkeypatch.setattr(replay, "CHECKPOINT_SECONDS", 0.0)
    session = opened()
    parent = run(session, 20_000).curves.losses
    assert parent.stride == 8
    branch = 4981
    session.handle(Seek(update=branch))
    change(session, FASTER)
    report = run(session, 5000)
    child = report.curves.losses
    assert runs_of(report).current.updates == 5000
    assert child.mean[: branch // 8].tolist() == parent.mean[: branch // 8].tolist()
    straight = opened()
    run(straight, branch)
    change(straight, FASTER)
    single = run(straight, 5000).curves.losses
    assert single.stride == 2
    fours = single.mean.reshape(-1, 4).mean(axis=1)
    np.testing.assert_allclose(child.mean, fours, rtol=1e-12)


def test_a_bounded_number_of_runs_is_kept() -> None:
    session = opened()
    report = run(session, 5)
    rates = count(11)
    for _ in range(40):
        session.handle(Seek(update=5))
        settings = replace(
            EXPERIMENT.hyperparameters, learning_rate=RATE * next(rates) / 10
        )
        change(session, SettingsChange(settings))
        report = run(session, 10)
        session.handle(SwitchRun(run=0))
    runs = runs_of(report)
    assert len(runs.others) == run_tree.MOST_RUNS
    kept = [other.number for other in runs.others]
    assert kept[0] == 0
    assert kept[1:] == list(range(40 - len(kept) + 1, 40))
    assert {other.parent for other in runs.others[1:]} == {0}
    with pytest.raises(InputError, match="Run 2 is no longer kept"):
        session.handle(SwitchRun(run=1))


def test_a_long_line_of_runs_forgets_its_beginning() -> None:
    session = opened()
    report = run(session, 0)
    for number in range(1, 41):
        run(session, 3 * number)
        settings = replace(
            EXPERIMENT.hyperparameters, learning_rate=RATE * (10 + number) / 10
        )
        report = change(session, SettingsChange(settings))
    assert numbers(report) == (40, list(range(16, 40)))
    parents = [other.parent for other in runs_of(report).others]
    assert parents == [None, *range(16, 39)]
    steps = 0
    while runs_of(report).can_undo:
        report = session.handle(Undo())
        steps += 1
    assert steps == run_tree.MOST_RUNS
    # The oldest that is left still begins where the very first did.
    assert report.frame.moment == Moment(51)
    assert session.handle(Seek(update=0)).frame.moment == Moment(0)


def test_many_changes_in_one_place_do_not_push_runs_out() -> None:
    session = opened()
    trained = report = run(session, 20)
    for number in range(1, 101):
        report = change(session, ParameterEdit(BIAS, number / 100))
    assert numbers(report) == (100, [0])
    steps = 0
    while runs_of(report).can_undo:
        report = session.handle(Undo())
        steps += 1
    assert steps == run_tree.MOST_STEPS + 1
    assert contents_of(report.frame) == contents_of(trained.frame)


def test_a_long_way_back_to_a_run_reports_on_the_way() -> None:
    session = opened(tick=0.02)
    run(session, 3000)
    session.handle(Seek(update=0))
    while not (report := session.handle(Seek(update=2500))).reached:
        pass
    assert report.frame.moment == Moment(2500)
    change(session, FASTER)
    run(session, 2600)
    reports = []
    while not (report := session.handle(Undo())).reached:
        reports.append(report)
    assert report.frame.moment == Moment(2500)
    assert numbers(report) == (0, [1])


def test_evaluating_inside_an_update_does_not_move() -> None:
    session = opened()
    run(session, 44)
    before = operations(session, 3)
    report = session.handle(Evaluate())
    assert report.frame.moment == Moment(44, 3)
    assert contents_of(report.frame) == contents_of(before.frame)
    assert report.curves.evaluations[-1].update == 44


@pytest.mark.parametrize("until", [0, 43, 44])
def test_a_run_that_has_arrived_stays_inside_its_update(until: int) -> None:
    session = opened()
    run(session, 44)
    session.handle(Step(granularity=Granularity.OPERATION))
    report = run(session, until)
    assert report.reached
    assert report.frame.moment == Moment(44, 1)


def step_back(session: Session) -> Report:
    return session.handle(Step(granularity=Granularity.UPDATE, direction=-1))


def test_a_run_never_moves_back_on_its_way_forward() -> None:
    """The engine may have to begin at a checkpoint long before the moment."""
    session = opened(tick=0.004)
    run(session, 400)
    for _ in range(3):
        while not step_back(session).reached:
            pass
    places = [
        session.handle(Run(budget=0.0, until=420)).frame.moment for _ in range(450)
    ]
    assert places == sorted(places)
    assert places[0] >= Moment(397)
    assert places[-1] == Moment(420)
