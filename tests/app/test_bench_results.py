"""`bpviz bench` from the measurements to the table and the JSON object."""

import json
from dataclasses import asdict, replace

import pytest

from bpviz.app.bench import measuring, suite
from bpviz.app.bench.budgets import Budget
from bpviz.app.bench.cases import CASES, Case
from bpviz.app.bench.entrants import ALL_THREADS
from bpviz.app.bench.measuring import Effort, flops_per_sample, thread_counts
from bpviz.app.bench.report import report_lines
from bpviz.app.bench.results import BenchResult, Line
from bpviz.app.bench.suite import PEERS, run_bench
from tests.app.command_line import CommandLine

TINY = Effort(rounds=2, work=0.002, peak_size=32)


@pytest.fixture(scope="module")
def result() -> BenchResult:
    """Two small cases, measured so shortly that the numbers mean nothing."""
    cases = [case for case in CASES if case.key in "ad"]
    return run_bench(TINY, lambda _share, _words: None, cases, most_samples=200)


def line(name: str, threads: int, times: float, share: float = 0.5) -> Line:
    return Line(
        name=name,
        dtype="float32",
        threads=threads,
        samples_per_second=1000.0,
        samples_per_cpu_second=None,
        bpviz_is_times=times,
        bpviz_is_times_by_cpu=None,
        share_of_peak=share,
        same_mathematics=True,
        exception="",
    )


LINES = (line("bpviz", 1, 1.0, 0.65), line("torch", 1, 2.5), line("torch", 2, 1.8))


@pytest.mark.parametrize(
    ("budget", "measured", "met"),
    [
        (Budget("torch at one thread", 2.0, ("torch",), threads=1), 2.5, True),
        (Budget("torch at its best", 2.0, ("torch",)), 1.8, False),
        (Budget("torch", 1.8, ("torch",), threads=2), 1.8, True),
        (Budget("torch unasked", 2.0, ("torch",), threads=ALL_THREADS), 1.8, False),
        (Budget("the fastest of them", 1.0, ("torch", "bpviz")), 1.0, True),
        (Budget("peak", 0.6), 0.65, True),
        (Budget("peak", 0.7, is_stretch=True), 0.65, False),
        (Budget("somebody absent", 2.0, ("sklearn",)), None, None),
    ],
)
def test_budget(budget: Budget, measured: float | None, met: bool | None) -> None:
    held = budget.held_against(LINES)
    assert (held.measured, held.met) == (measured, met)
    assert held.stretch == budget.is_stretch


def test_every_budget_of_every_case_can_be_measured() -> None:
    for case in CASES:
        names = {entrant.name for entrant in case.entrants}
        for budget in case.budgets:
            assert set(budget.opponents) <= names


def test_flops() -> None:
    # Forward 2, gradient 2, deltas 2 for each weight; no deltas of the inputs.
    assert flops_per_sample((784, 30, 10)) == 4 * 784 * 30 + 6 * 30 * 10


def test_thread_counts() -> None:
    entrant = CASES[0].entrants[0]
    assert thread_counts(entrant, 8) == [1]
    assert thread_counts(replace(entrant, threads=2), 8) == [1, 2]
    assert thread_counts(replace(entrant, threads=ALL_THREADS), 8) == [1, 8]
    assert thread_counts(replace(entrant, threads=2), 1) == [1]


def test_lines(result: BenchResult) -> None:
    assert [case.key for case in result.cases] == ["a", "d"]
    for case in result.cases:
        first, *others = case.lines
        assert (first.name, first.dtype) == ("bpviz", case.dtype)
        assert first.bpviz_is_times == 1.0
        assert len(others) >= 2
        for each in case.lines:
            assert each.samples_per_second > 0
            assert each.bpviz_is_times > 0
            assert each.share_of_peak > 0
            assert (each.samples_per_cpu_second is None) == (each.threads > 1)
            assert (each.bpviz_is_times_by_cpu is None) == (each.threads > 1)


def test_json(result: BenchResult) -> None:
    parsed = json.loads(json.dumps(asdict(result), allow_nan=False))
    assert set(parsed) == {
        *("versions", "processors", "rounds", "work", "seconds", "cases"),
    }
    assert set(parsed["versions"]) == {"python", "bpviz", "numpy", *PEERS.values()}
    for case in parsed["cases"]:
        assert set(case) == {
            *("key", "preset", "layer_sizes", "batch_size", "dtype"),
            *("flops_per_sample", "peak_flops", "foreign_load", "lines", "budgets"),
        }
        assert set(case["peak_flops"]) == {"float32", "float64"}
        for each in case["lines"]:
            assert set(each) == {
                *("name", "dtype", "threads", "samples_per_second"),
                *("samples_per_cpu_second", "bpviz_is_times", "share_of_peak"),
                "bpviz_is_times_by_cpu",
                *("same_mathematics", "exception"),
            }
        for budget in case["budgets"]:
            assert set(budget) == {
                *("against", "unit", "wanted", "measured", "met", "stretch"),
            }


def test_table(result: BenchResult) -> None:
    lines = list(report_lines(result))
    assert max(map(len, lines)) <= 88
    text = "\n".join(lines)
    assert "a  2-100-400-1, one sample an update, like preset quadratic" in lines
    assert "d  784-30-10, 10 samples an update, like preset mnist-minibatch" in lines
    assert "budget: at least 4.5 x a naive NumPy loop: " in text
    for name, version in result.versions.items():
        absent = [each for each in lines if each.startswith(f"{name} is not installed")]
        assert len(absent) == (version is None and name in PEERS.values())


def test_table_says_when_the_machine_was_busy(result: BenchResult) -> None:
    def lines_at(load: float | None) -> str:
        cases = tuple(replace(case, foreign_load=load) for case in result.cases)
        return "\n".join(report_lines(replace(result, cases=cases)))

    assert "others used 0.50 processors" in lines_at(0.5)
    assert "busy" not in lines_at(0.05)
    assert "is not known here" in lines_at(None)


def test_absent_contestants_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "find_spec", lambda _name: None)
    cases = [case for case in CASES if case.key == "a"]
    found = run_bench(TINY, lambda _share, _words: None, cases)
    names = [each.name for each in found.cases[0].lines]
    assert names == ["bpviz", "bpviz", "fourth article"]
    naive, pytorch = found.cases[0].budgets
    assert naive.met is not None
    assert (pytorch.measured, pytorch.met) == (None, None)
    assert "PyTorch eager: not measured" in "\n".join(report_lines(found))


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "find_spec", lambda _name: None)
    told: list[float] = []
    case = next(case for case in CASES if case.key == "a")
    run_bench(TINY, lambda share, _words: told.append(share), [case, case])
    assert told == [0.0, 0.25, 0.5, 0.5, 0.75, 1.0]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Case:
    """Let the command measure one case, shortly."""
    case = next(case for case in CASES if case.key == "a")
    measured = suite.run_bench
    monkeypatch.setattr(measuring, "QUICK", TINY)
    monkeypatch.setattr(
        suite, "run_bench", lambda effort, show: measured(effort, show, [case])
    )
    return case


def test_command_prints_a_table(bpviz: CommandLine, short: Case) -> None:
    called = bpviz("bench", "--quick", "--no-window")
    assert (called.status, called.errors) == (0, "")
    assert f"\n{short.key}  2-100-400-1" in called.output


def test_command_prints_json(bpviz: CommandLine, short: Case) -> None:
    called = bpviz("bench", "--quick", "--no-window", "--json")
    assert (called.status, called.errors) == (0, "")
    parsed = called.json()
    assert parsed["rounds"] == TINY.rounds
    assert [case["key"] for case in parsed["cases"]] == [short.key]


def test_command_fails_where_a_contestant_is_wrong(
    bpviz: CommandLine, short: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    del short
    tolerances = {"float32": 1.0, "float64": 0.0}
    monkeypatch.setattr("bpviz.app.bench.agreement.TOLERANCES", tolerances)
    called = bpviz("bench", "--quick", "--no-window")
    assert called.status == 1
    assert "has other parameters than bpviz" in called.complaint()
