"""Measures a case: rounds in which every contestant has its turn.

Taking turns keeps comparisons fair on a machine that is not always equally fast.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from time import perf_counter, thread_time

from bpviz.app.bench.agreement import check_agreement
from bpviz.app.bench.cases import Case
from bpviz.app.bench.entrants import Entrant
from bpviz.app.bench.machine import (
    PEAK_SIZE,
    BlasThreads,
    ForeignLoad,
    MatrixProduct,
    processors,
)
from bpviz.app.bench.results import CaseResult, Line
from bpviz.app.bench.setting import Contestant, Setting
from bpviz.nn.backprop import quiet


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure.

    Attributes
    ----------
    rounds : int
        Turns of every contestant.
    work : float
        Share of the full amount of work in a turn.
    peak_size : int
        Rows of the matrices whose product shows the peak.
    """

    rounds: int
    work: float
    peak_size: int = PEAK_SIZE


FULL = Effort(rounds=9, work=1.0)
QUICK = Effort(rounds=3, work=0.1)


@dataclass(slots=True, eq=False)
class _Runner:
    """A contestant at a number of threads, and what was measured of it."""

    entrant: Entrant
    contestant: Contestant
    threads: int
    batch_size: int
    updates: int
    speeds: list[float] = field(default_factory=list)
    cpu_speeds: list[float] = field(default_factory=list)

    def measure(self) -> None:
        """Take one turn."""
        cpu_start, start = thread_time(), perf_counter()
        self.contestant.advance(self.updates)
        seconds, cpu_seconds = perf_counter() - start, thread_time() - cpu_start
        samples = self.updates * self.batch_size
        self.speeds.append(samples / seconds)
        # A clock may tick too slowly to see a short turn.
        self.cpu_speeds.append(samples / (cpu_seconds or seconds))


def measure_case(
    case: Case,
    setting: Setting,
    effort: Effort,
    tick: Callable[[], None],
) -> CaseResult:
    """Check that the contestants agree, then let them run in turns.

    Parameters
    ----------
    case : Case
        Only with contestants that are installed.
    setting : Setting
        Where all of them begin.
    effort : Effort
        How long to measure.
    tick : callable
        Called after every round.

    Raises
    ------
    RunError
        If a contestant computes something else than bpviz.
    """
    contestants = [
        (entrant, entrant.build(setting, entrant.dtype)) for entrant in case.entrants
    ]
    threads = BlasThreads()
    threads.use(1)
    check_agreement(case.key, setting, contestants)
    runners = [
        _Runner(
            entrant=entrant,
            contestant=contestant,
            threads=count,
            batch_size=case.experiment.batch_size,
            updates=_updates(case, entrant, count, effort),
        )
        for entrant, contestant in contestants
        for count in thread_counts(entrant, processors())
    ]
    products = {
        dtype: MatrixProduct(dtype, effort.peak_size)
        for dtype in sorted({entrant.dtype for entrant in case.entrants})
    }
    peaks: dict[str, list[float]] = {dtype: [] for dtype in products}
    load = ForeignLoad()
    try:
        with quiet():
            for _ in range(effort.rounds):
                for dtype, product in products.items():
                    peaks[dtype].append(product.flops_per_second())
                for runner in runners:
                    threads.use(runner.threads)
                    runner.measure()
                threads.use(1)
                tick()
    finally:
        threads.use(1)
    return _result(case, runners, peaks, load.processors_busy())


def thread_counts(entrant: Entrant, available: int) -> Sequence[int]:
    """Return at how many threads an entrant is measured: one, and its most."""
    return sorted({1, min(entrant.threads, available)})


def flops_per_sample(layer_sizes: Sequence[int]) -> int:
    """Return the operations of the products of one update for one sample.

    Forward, back and gradient take a multiplication and an addition for every
    weight; the first layer's inputs need no deltas.
    """
    weights = [fan_in * fan_out for fan_in, fan_out in pairwise(layer_sizes)]
    return 6 * sum(weights) - 2 * weights[0]


def _updates(case: Case, entrant: Entrant, threads: int, effort: Effort) -> int:
    """Return how many updates a turn has.

    Several threads wait for one another, on a busy machine nearly all of the time and
    the longer the smaller the work is that they share: less of it shows that as well.
    """
    batch_size = case.experiment.batch_size
    share = effort.work
    if threads > 1:
        share *= 0.05 if batch_size == 1 else 0.2
    return max(1, round(entrant.samples * share / batch_size))


def _result(
    case: Case,
    runners: list[_Runner],
    peaks: dict[str, list[float]],
    foreign_load: float | None,
) -> CaseResult:
    experiment = case.experiment
    flops = flops_per_sample(experiment.layer_sizes)
    own = runners[0]
    lines = tuple(
        Line(
            name=runner.entrant.name,
            dtype=runner.entrant.dtype,
            threads=runner.threads,
            samples_per_second=median(runner.speeds),
            samples_per_cpu_second=(
                median(runner.cpu_speeds) if runner.threads == 1 else None
            ),
            bpviz_is_times=_median_ratio(own.speeds, runner.speeds),
            bpviz_is_times_by_cpu=(
                _median_ratio(own.cpu_speeds, runner.cpu_speeds)
                if runner.threads == 1
                else None
            ),
            share_of_peak=flops
            * _median_ratio(runner.speeds, peaks[runner.entrant.dtype]),
            same_mathematics=not runner.entrant.exception,
            exception=runner.entrant.exception,
        )
        for runner in runners
    )
    return CaseResult(
        key=case.key,
        preset=experiment.preset,
        layer_sizes=experiment.layer_sizes,
        batch_size=experiment.batch_size,
        dtype=experiment.dtype,
        flops_per_sample=flops,
        peak_flops={dtype: median(speeds) for dtype, speeds in peaks.items()},
        foreign_load=foreign_load,
        lines=lines,
        budgets=tuple(budget.held_against(lines) for budget in case.budgets),
    )


def _median_ratio(some: Sequence[float], others: Sequence[float]) -> float:
    return median(a / b for a, b in zip(some, others, strict=True))
