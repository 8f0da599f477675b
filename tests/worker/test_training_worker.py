"""The worker answers every request with exactly one signal, whatever happens."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.messages import InputError
from bpviz.training.messages import Failure, Report, Request, Restart, SaveFile
from bpviz.worker.training_worker import TrainingWorker
from tests.window.reports import report


class FakeSession:
    """Answers with a report, or with what it is told to raise."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.made_on = threading.get_ident()
        self.hurries = 0

    def handle(self, request: Request) -> Report:
        if self.error is not None:
            raise self.error
        return report(request.number)

    def hurry(self, number: int) -> None:
        self.hurries += 1


def answers(
    make_session: Callable[[], FakeSession], *requests: Request
) -> tuple[list[Report], list[Failure]]:
    reports: list[Report] = []
    failures: list[Failure] = []
    worker = TrainingWorker(make_session)
    worker.reported.connect(reports.append)
    worker.failed.connect(failures.append)
    for request in requests:
        worker.handle(request)
    return reports, failures


def test_reports_what_the_session_answers(qtbot: QtBot) -> None:
    reports, failures = answers(FakeSession, Restart(number=7), Restart(number=8))
    assert [report.number for report in reports] == [7, 8]
    assert failures == []


def test_one_session_serves_all_requests(qtbot: QtBot) -> None:
    made: list[FakeSession] = []

    def make() -> FakeSession:
        made.append(FakeSession())
        return made[-1]

    answers(make, Restart(number=1), Restart(number=2))
    assert len(made) == 1


def test_an_expected_failure_keeps_its_sentence(qtbot: QtBot) -> None:
    error = InputError("{path} is no session file.", path="a.txt")
    reports, failures = answers(lambda: FakeSession(error), SaveFile(path="", number=3))
    assert reports == []
    assert failures == [Failure(3, "{path} is no session file.", {"path": "a.txt"})]


@pytest.mark.parametrize("error", [ZeroDivisionError("by zero"), MemoryError()])
def test_an_unexpected_failure_brings_its_traceback(
    qtbot: QtBot, error: Exception
) -> None:
    reports, failures = answers(lambda: FakeSession(error), Restart(number=4))
    assert reports == []
    (failure,) = failures
    assert failure.number == 4
    assert failure.template.format(**failure.values).endswith(".")
    assert "Traceback" in failure.details
    assert type(error).__name__ in failure.details


def test_a_session_that_cannot_be_made_is_a_failure_too(qtbot: QtBot) -> None:
    def make() -> FakeSession:
        raise InputError("The data are missing.")

    reports, failures = answers(make, Restart(number=5))
    assert reports == []
    assert failures == [Failure(5, "The data are missing.")]


def test_a_hurry_is_passed_on_to_the_session(qtbot: QtBot) -> None:
    session = FakeSession()
    worker = TrainingWorker(lambda: session)
    worker.hurry(1)  # There is no session yet, and nothing to wait for.
    worker.handle(Restart(number=1))
    assert session.hurries == 0
    worker.hurry(1)
    worker.hurry(1)
    assert session.hurries == 2


@pytest.mark.parametrize(
    "error", [None, InputError("The data are missing."), MemoryError()]
)
def test_there_is_something_to_wait_for_until_the_answer_has_been_sent(
    qtbot: QtBot, error: Exception | None
) -> None:
    rests: list[bool] = []

    class Looking(FakeSession):
        @override
        def handle(self, request: Request) -> Report:
            rests.append(worker.wait(0))
            return super().handle(request)

    worker = TrainingWorker(lambda: Looking(error))
    worker.reported.connect(lambda _: rests.append(worker.wait(0)))
    worker.failed.connect(lambda _: rests.append(worker.wait(0)))
    assert worker.wait(0)
    for number in range(2):
        rests.clear()
        worker.expect()
        assert not worker.wait(0)
        worker.handle(Restart(number=number))
        assert rests == [False, False]
        assert worker.wait(0)
