"""The whole benchmark: every case with those contestants that are installed."""

import platform
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from time import perf_counter

import bpviz
from bpviz.app.bench.cases import CASES, Case
from bpviz.app.bench.machine import processors
from bpviz.app.bench.measuring import Effort, measure_case
from bpviz.app.bench.results import BenchResult
from bpviz.app.bench.setting import Setting, first_samples
from bpviz.data.catalog import load_dataset
from bpviz.nn.blas import use_one_thread

MOST_SAMPLES = 12_800
"""Enough for every batch to be new to the caches, few enough for float64 copies."""

PEERS = {
    "torch": "torch",
    "sklearn": "scikit-learn",
    "nn_digits": "neural-network-digits",
}
"""What the contestants import, and the distributions it comes in."""


def run_bench(
    effort: Effort,
    show: Callable[[float, str], None],
    cases: Iterable[Case] = CASES,
    most_samples: int = MOST_SAMPLES,
) -> BenchResult:
    """Measure every case.

    Parameters
    ----------
    effort : Effort
        How long to measure.
    show : callable
        Told how much is done, from 0 to 1, and what is being measured.
    cases : iterable of Case
        Which ones.
    most_samples : int
        So many of a data set's first samples are used.

    Raises
    ------
    RunError
        If a contestant computes something else than bpviz.
    """
    use_one_thread()
    start = perf_counter()
    cases = list(cases)
    rounds_done, rounds = 0, len(cases) * effort.rounds
    results = []
    for case in cases:
        words = f"case {case.key}, {'-'.join(map(str, case.experiment.layer_sizes))}"
        show(rounds_done / rounds, words)

        def tick(words: str = words) -> None:
            nonlocal rounds_done
            rounds_done += 1
            show(rounds_done / rounds, words)

        data = case.experiment.data
        dataset = first_samples(load_dataset(data.key, data.seed), most_samples)
        setting = Setting(case.experiment, dataset)
        results.append(measure_case(_with_installed(case), setting, effort, tick))
    return BenchResult(
        versions=_versions(),
        processors=processors(),
        rounds=effort.rounds,
        work=effort.work,
        seconds=perf_counter() - start,
        cases=tuple(results),
    )


def _with_installed(case: Case) -> Case:
    """Leave out the contestants that need something that is not there."""
    return replace(
        case,
        entrants=tuple(
            entrant
            for entrant in case.entrants
            if entrant.package is None or find_spec(entrant.package) is not None
        ),
    )


def _versions() -> dict[str, str | None]:
    versions: dict[str, str | None] = {
        "python": platform.python_version(),
        "bpviz": bpviz.__version__,
    }
    for name in ("numpy", *PEERS.values()):
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = None
    return versions
