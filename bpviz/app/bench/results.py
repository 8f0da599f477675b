"""What a benchmark found, as plain numbers ready for a table or for JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One contestant in one case.

    Attributes
    ----------
    name, dtype, threads
        Which contestant, its precision and its BLAS threads.
    samples_per_second : float
        Median over the rounds.
    samples_per_cpu_second : float or None
        The same by the processor time that the thread was given; none where there is
        more than one thread.
    bpviz_is_times : float
        bpviz's samples a second over this one's, measured in the same round; median
        over the rounds.
    bpviz_is_times_by_cpu : float or None
        The same by processor time, as a check: where other programs took turns on
        the processor the two differ.
    share_of_peak : float
        Floating-point operations a second over those of a large matrix product on
        one thread in the same precision, measured in the same round; median.
    same_mathematics : bool
        True where its parameters were found to agree with bpviz's.
    exception : str
        What it does instead, where it does not.
    """

    name: str
    dtype: str
    threads: int
    samples_per_second: float
    samples_per_cpu_second: float | None
    bpviz_is_times: float
    bpviz_is_times_by_cpu: float | None
    share_of_peak: float
    same_mathematics: bool
    exception: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgeted:
    """A budget beside what was measured; none where nothing could be."""

    against: str
    unit: str
    wanted: float
    measured: float | None
    met: bool | None
    stretch: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """Everything found in one case.

    Attributes
    ----------
    flops_per_sample : int
        Floating-point operations of the products of one update, per sample.
    peak_flops : dict
        Operations a second of a large matrix product on one thread, by precision.
    foreign_load : float or None
        Processors that other programs kept busy meanwhile; none if unknown.
    """

    key: str
    preset: str
    layer_sizes: tuple[int, ...]
    batch_size: int
    dtype: str
    flops_per_sample: int
    peak_flops: dict[str, float]
    foreign_load: float | None
    lines: tuple[Line, ...]
    budgets: tuple[Budgeted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchResult:
    """Everything found.

    Attributes
    ----------
    versions : dict
        Of Python, bpviz and every package taking part; None for a missing one.
    seconds : float
        How long it all took.
    """

    versions: dict[str, str | None]
    processors: int
    rounds: int
    work: float
    seconds: float
    cases: tuple[CaseResult, ...]
