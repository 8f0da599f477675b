"""The training thread: round trips, failures, stopping in the middle of a run."""

import logging
import threading
import time
from collections.abc import Iterator
from math import inf

import pytest
from PyQt6.QtCore import QThread
from pytestqt.qtbot import QtBot

from bpviz.training.messages import (
    OpenExperiment,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
)
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.worker import worker_thread
from bpviz.worker.worker_thread import WorkerThread
from tests.window.reports import report

LIMIT_MS = 5000


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[WorkerThread]:
    worker = WorkerThread(Session)
    worker.start()
    yield worker
    assert worker.stop()


def ask(qtbot: QtBot, worker: WorkerThread, request: Request) -> Report:
    with qtbot.waitSignal(worker.reported, timeout=LIMIT_MS) as answer:
        worker.send(request)
    (got,) = answer.args
    assert isinstance(got, Report)
    return got


def open_chain(number: int = 1) -> OpenExperiment:
    return OpenExperiment(number=number, experiment=preset("chain").experiment)


def test_round_trip(qtbot: QtBot, worker: WorkerThread) -> None:
    assert ask(qtbot, worker, open_chain(1)).number == 1
    ran = ask(qtbot, worker, Run(number=2, budget=10, until=25))
    assert (ran.number, ran.frame.moment.update) == (2, 25)


def test_a_failing_request_is_answered_and_the_next_one_too(
    qtbot: QtBot, worker: WorkerThread
) -> None:
    with qtbot.waitSignal(worker.failed, timeout=LIMIT_MS) as failed:
        worker.send(Run(number=1, budget=1))
    assert failed.args[0].number == 1
    assert failed.args[0].details == ""
    assert ask(qtbot, worker, open_chain(2)).number == 2


def test_what_arrives_is_what_was_sent_and_cannot_be_written(
    qtbot: QtBot, worker: WorkerThread
) -> None:
    ask(qtbot, worker, open_chain())
    frame = ask(qtbot, worker, Run(number=2, budget=1, until=3)).frame
    assert frame.trace is not None
    for array in (*frame.parameters.weights, *frame.trace.deltas):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_session_lives_on_the_training_thread(qtbot: QtBot) -> None:
    places: list[int] = []

    class Placed:
        def __init__(self) -> None:
            places.append(threading.get_ident())

        def handle(self, request: Request) -> Report:
            places.append(threading.get_ident())
            return report(request.number)

        def hurry(self, number: int) -> None:
            """Answers come at once anyway."""

    worker = WorkerThread(Placed)
    worker.start()
    ask(qtbot, worker, Restart(number=1))
    worker.stop()
    assert len(set(places)) == 1
    assert threading.get_ident() not in places


def test_reports_arrive_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    places: list[int] = []
    worker = WorkerThread(Session)
    # A plain function, which has no thread of its own to be queued for.
    worker.reported.connect(lambda _: places.append(threading.get_ident()))
    worker.failed.connect(lambda _: places.append(threading.get_ident()))
    worker.start()
    with qtbot.waitSignal(worker.failed, timeout=LIMIT_MS):
        worker.send(Run(number=1, budget=1))
    ask(qtbot, worker, open_chain(2))
    worker.stop()
    assert places == [threading.get_ident()] * 2


def test_requests_sent_before_the_start_are_answered_after_it(qtbot: QtBot) -> None:
    worker = WorkerThread(Session)
    with qtbot.waitSignal(worker.reported, timeout=LIMIT_MS):
        worker.send(open_chain())
        worker.start()
    assert worker.stop()


def test_stopping_in_the_middle_of_a_run_takes_less_than_200_ms(qtbot: QtBot) -> None:
    worker = WorkerThread(Session)
    worker.start()
    ask(qtbot, worker, open_chain())
    worker.reported.connect(lambda report: worker.send(Run(budget=0.025)))
    ask(qtbot, worker, Run(number=2, budget=0.025))
    began = time.perf_counter()
    assert worker.stop()
    assert time.perf_counter() - began < 0.2
    assert not worker.is_running


def test_nothing_is_reported_after_stopping(qtbot: QtBot) -> None:
    worker = WorkerThread(Session)
    worker.start()
    with qtbot.assertNotEmitted(worker.reported, wait=50):
        worker.send(open_chain())
        worker.stop()


def test_stopping_twice_or_unstarted_does_no_harm(qtbot: QtBot) -> None:
    worker = WorkerThread(Session)
    assert worker.stop()
    worker.start()
    assert worker.stop()
    assert worker.stop()


def test_a_thread_that_does_not_end_is_left_alone_and_said_aloud(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    monkeypatch.setattr(worker_thread, "_unended", kept)
    begun, release = threading.Event(), threading.Event()

    class Stuck:
        def handle(self, request: Request) -> Report:
            begun.set()
            release.wait(10)
            return report(request.number)

        def hurry(self, number: int) -> None:
            """It cannot."""

    worker = WorkerThread(Stuck)
    worker.start()
    worker.send(SaveFile(path="", number=1))
    assert begun.wait(5)
    with caplog.at_level(logging.ERROR):
        assert not worker.stop(limit_ms=20)
    assert "did not end within 20 ms" in caplog.text
    (thread, *_) = kept
    assert isinstance(thread, QThread)
    assert thread.isRunning()
    release.set()
    assert thread.wait(5000)


class Patient:
    """Answers when it is hurried or let go; an answer that was hurried says so."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.was_hurried = False

    def handle(self, request: Request) -> Report:
        self.begun.set()
        self.let_go.wait(60)
        return report(request.number, reached=not self.was_hurried)

    def hurry(self, number: int) -> None:
        self.was_hurried = True
        self.let_go.set()


@pytest.fixture
def patient() -> Iterator[Patient]:
    session = Patient()
    yield session
    session.let_go.set()


@pytest.fixture
def waiting(qtbot: QtBot, patient: Patient) -> Iterator[WorkerThread]:
    """A thread with a request under way."""
    worker = WorkerThread(lambda: patient)
    worker.start()
    worker.send(Restart(number=1))
    assert patient.begun.wait(5)
    yield worker
    patient.let_go.set()
    assert worker.stop()


def test_a_hurry_brings_the_answer_under_way(
    qtbot: QtBot, patient: Patient, waiting: WorkerThread
) -> None:
    with qtbot.waitSignal(waiting.reported, timeout=LIMIT_MS) as answer:
        waiting.hurry()
    (got,) = answer.args
    assert isinstance(got, Report)
    assert (got.number, got.reached) == (1, False)


def test_a_run_of_an_hour_ends_in_a_hurry(qtbot: QtBot) -> None:
    now, looked_at = 0.0, threading.Event()

    def clock() -> float:
        looked_at.set()
        return now

    worker = WorkerThread(lambda: Session(clock))
    worker.start()
    ask(qtbot, worker, open_chain(1))
    looked_at.clear()
    try:
        with qtbot.waitSignal(worker.reported, timeout=LIMIT_MS) as answer:
            worker.send(Run(number=2, budget=3600))
            assert looked_at.wait(5)
            worker.hurry()
    finally:
        now = inf  # Else it would go on for ever.
        assert worker.stop()
    (got,) = answer.args
    assert isinstance(got, Report)
    assert (got.number, got.reached) == (2, False)
    assert got.frame.trace is not None


def test_waiting_ends_at_once_when_nothing_is_under_way(
    qtbot: QtBot, worker: WorkerThread
) -> None:
    assert worker.wait(0)
    ask(qtbot, worker, open_chain())
    assert worker.wait(5)
    assert worker.wait(0)


def test_waiting_for_an_answer_ends_when_it_has_been_sent_or_time_runs_out(
    qtbot: QtBot, patient: Patient, waiting: WorkerThread
) -> None:
    assert not waiting.wait(0)
    assert not waiting.wait(0.01)
    with qtbot.waitSignal(waiting.reported, timeout=LIMIT_MS) as answer:
        patient.let_go.set()
        assert waiting.wait(5)
    assert waiting.wait(0)
    (got,) = answer.args
    assert got.reached


def test_stopping_hurries_the_request_under_way(
    qtbot: QtBot, patient: Patient, waiting: WorkerThread
) -> None:
    assert waiting.stop()
    assert patient.was_hurried
