"""What is watched late is looked up in the past, bit for bit, in slices."""

import numpy as np
import pytest

from bpviz.nn.parameter_key import ParameterKey
from bpviz.training import watch_filling
from bpviz.training.changes import ParameterEdit
from bpviz.training.debug_requests import MakeChange, SetWatches
from bpviz.training.messages import OpenExperiment, Report, Run, Seek
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.training.watch_recorder import ENTRIES
from bpviz.training.watches import Watch, WatchCurve, WatchQuantity

WEIGHT = Watch(WatchQuantity.WEIGHT, 2, node=0, start=1)
GRADIENT = Watch(WatchQuantity.GRADIENT_NORM, 0)


def session_on(key: str = "mazur") -> Session:
    session = Session()
    session.handle(OpenExperiment(experiment=preset(key).experiment))
    return session


def run(session: Session, update: int) -> None:
    while not session.handle(Run(budget=5, until=update)).reached:
        pass


def seek(session: Session, update: int) -> Report:
    for _ in range(1000):
        report = session.handle(Seek(update=update))
        if report.reached:
            return report
    raise AssertionError("it never gets there")


def watch(session: Session, *watches: Watch) -> tuple[WatchCurve, ...]:
    """Watch these, and ask until all that can be looked up is."""
    for _ in range(1000):
        report = session.handle(SetWatches(watches=watches))
        if report.reached:
            return report.watches
    raise AssertionError("it never ends")


def same(one: WatchCurve, other: WatchCurve) -> None:
    assert (one.start, one.stride) == (other.start, other.stride)
    np.testing.assert_array_equal(one.lowest, other.lowest)
    np.testing.assert_array_equal(one.highest, other.highest)
    np.testing.assert_allclose(one.mean, other.mean, rtol=1e-12)


@pytest.mark.parametrize("updates", [1, 37, 700, ENTRIES + 300])
def test_a_watch_added_late_knows_what_one_from_the_beginning_knows(
    updates: int,
) -> None:
    early, late = session_on(), session_on()
    watch(early, WEIGHT, GRADIENT)
    run(early, updates)
    run(late, updates)
    watch(late, GRADIENT)
    found = watch(late, GRADIENT, WEIGHT)
    known = seek(early, updates).watches
    same(found[1], known[0])
    same(found[0], known[1])
    assert found[1].since == 1


def test_the_run_stands_as_before_and_goes_on_the_same() -> None:
    plain, watched = session_on("quadratic"), session_on("quadratic")
    for session in (plain, watched):
        run(session, 400)
        seek(session, 123)
    watch(watched, WEIGHT)
    for target in (123, 124, 600):
        one, other = seek(plain, target), seek(watched, target)
        assert one.frame.moment == other.frame.moment
        assert (one.frame.parameters.flat == other.frame.parameters.flat).all()
        np.testing.assert_array_equal(one.curves.losses.mean, other.curves.losses.mean)


def test_what_was_changed_on_the_way_is_seen() -> None:
    session = session_on()
    run(session, 50)
    key = ParameterKey(WEIGHT.layer, WEIGHT.node, WEIGHT.start)
    session.handle(MakeChange(change=ParameterEdit(key=key, value=3.0)))
    run(session, 90)
    (curve,) = watch(session, WEIGHT)
    assert curve.mean[50] == 3.0
    assert abs(curve.mean[49] - 3.0) > 0.5
    assert len(curve.mean) == 90


def test_the_latest_updates_come_first_and_a_slice_is_short() -> None:
    now = [0.0]

    def clock() -> float:
        now[0] += 0.0005
        return now[0]

    session = Session(clock)
    session.handle(OpenExperiment(experiment=preset("mazur").experiment))
    run(session, 2000)
    before = now[0]
    report = session.handle(SetWatches(watches=(WEIGHT,)))
    assert not report.reached
    assert now[0] - before < 0.2
    for _ in range(40):
        report = session.handle(SetWatches(watches=(WEIGHT,)))
        if report.watches[0].since < 1600:
            break
    (curve,) = report.watches
    assert 1 < curve.since < 1600
    assert np.isfinite(curve.mean[curve.since - 1 :]).all()


def test_another_request_gives_it_up_and_the_same_one_takes_it_up_again() -> None:
    session = session_on("quadratic")
    run(session, 3000)
    assert not session.handle(SetWatches(watches=(WEIGHT,))).reached
    curve = session.handle(Seek(update=3000)).watches[0]
    assert curve.since > 1
    assert watch(session, WEIGHT)[0].since == 1


def test_it_ends_when_it_has_taken_long_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watch_filling, "MOST_SECONDS", 0.0)
    session = session_on()
    run(session, 100)
    (curve,) = watch(session, WEIGHT)
    assert curve.since > 1
