"""The result of a benchmark as text for a terminal."""

from collections.abc import Iterator

from bpviz.app.bench.results import BenchResult, Budgeted, CaseResult, Line
from bpviz.app.bench.suite import PEERS

BUSY = 0.15
"""Processors kept busy by others from which on a measurement deserves a warning."""

HEADER = (
    "contestant",
    "precision",
    "threads",
    "samples/s",
    "bpviz is",
    "by CPU",
    "of peak",
)


def report_lines(result: BenchResult) -> Iterator[str]:
    """Yield the report line by line."""
    yield (
        f"bpviz {result.versions['bpviz']}, Python {result.versions['python']}, "
        f"NumPy {result.versions['numpy']}, {result.processors} processors"
    )
    for name in PEERS.values():
        number = result.versions[name]
        if number is None:
            yield f"{name} is not installed and left out (pip install {name})"
        else:
            yield f"{name} {number}"
    for case in result.cases:
        yield ""
        yield from _case_lines(case)
    yield ""
    yield (
        f"Medians of {result.rounds} rounds in which all take turns, "
        f"{result.seconds:.0f} s in all; ratios and"
    )
    yield "shares are medians of those within a round. `by CPU` is the same ratio by"
    yield "processor time: where the two differ, other programs were running as well."
    if all(case.foreign_load is None for case in result.cases):
        yield "How busy other programs kept the machine is not known here."


def _case_lines(case: CaseResult) -> Iterator[str]:
    sizes = "-".join(map(str, case.layer_sizes))
    batch = "one sample" if case.batch_size == 1 else f"{case.batch_size} samples"
    yield f"{case.key}  {sizes}, {batch} an update, like preset {case.preset}"
    rows = [HEADER, *(_row(line, line is case.lines[0]) for line in case.lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [name.ljust(widths[0])]
        cells += (
            cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)
        )
        yield f"   {'  '.join(cells)}".rstrip()
    for line in case.lines:
        if line.exception and line.threads == 1:
            yield f"   {line.name} computes {line.exception}"
    peaks = ", ".join(
        f"{dtype} {flops / 1e9:.1f}" for dtype, flops in case.peak_flops.items()
    )
    yield f"   peak of one thread, GFLOP/s: {peaks}"
    for budget in case.budgets:
        yield f"   {_budget_words(budget)}"
    if case.foreign_load is not None and case.foreign_load > BUSY:
        yield (
            f"   busy machine: others used {case.foreign_load:.2f} processors "
            "meanwhile; take this with care"
        )


def _row(line: Line, is_own: bool) -> tuple[str, ...]:
    times = "" if is_own else f"{line.bpviz_is_times:.2f} x"
    by_cpu = line.bpviz_is_times_by_cpu
    return (
        line.name,
        line.dtype,
        str(line.threads),
        f"{line.samples_per_second:,.0f}",
        times,
        "" if is_own or by_cpu is None else f"{by_cpu:.2f} x",
        f"{line.share_of_peak:.1%}",
    )


def _budget_words(budget: Budgeted) -> str:
    word = "stretch" if budget.stretch else "budget"
    if budget.unit == "times":
        wanted = f"at least {budget.wanted:g} x {budget.against}"
    else:
        wanted = f"at least {budget.wanted:.0%} of {budget.against}"
    if budget.measured is None:
        return f"{word}: {wanted}: not measured"
    if budget.unit == "times":
        measured = f"{budget.measured:.2f} x"
    else:
        measured = f"{budget.measured:.1%}"
    return f"{word}: {wanted}: {measured}, {'met' if budget.met else 'NOT MET'}"
