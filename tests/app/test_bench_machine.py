"""What `bpviz bench` knows of the machine."""

import os
from pathlib import Path
from time import perf_counter, process_time

import pytest
from threadpoolctl import ThreadpoolController

from bpviz.app.bench.machine import (
    BlasThreads,
    ForeignLoad,
    MatrixProduct,
    processors,
)

needs_ticks = pytest.mark.skipif(
    not hasattr(os, "sysconf"), reason="only Unix counts in clock ticks"
)


def stat(busy_ticks: int) -> str:
    """user nice system idle iowait irq softirq steal guest guest_nice."""
    return f"cpu  {busy_ticks} 10 20 99999 500 3 2 5 0 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n"


def spin(seconds: float) -> None:
    """Use the processor for a while."""
    end = process_time() + seconds
    while process_time() < end:
        pass


@needs_ticks
def test_foreign_load_counts_others(tmp_path: Path) -> None:
    file = tmp_path / "stat"
    file.write_text(stat(1000))
    start = perf_counter()
    load = ForeignLoad(file)
    spin(0.05)
    ticks = os.sysconf("SC_CLK_TCK")
    file.write_text(stat(1000 + 3 * ticks))  # three seconds of work since
    busy = load.processors_busy()
    seconds = perf_counter() - start
    assert busy is not None
    # All but our own twentieth of a second were somebody else's.
    assert 2.5 / seconds < busy < 3.05 / seconds * 1.2


@needs_ticks
def test_own_work_is_not_foreign(tmp_path: Path) -> None:
    file = tmp_path / "stat"
    file.write_text(stat(1000))
    load = ForeignLoad(file)
    spin(0.1)
    file.write_text(stat(1000 + os.sysconf("SC_CLK_TCK") // 20))
    assert load.processors_busy() == 0.0


@pytest.mark.parametrize("text", ["", "intr 1 2 3\n", "cpu 1 2 3\n"])
def test_foreign_load_is_unknown_where_nobody_counts(tmp_path: Path, text: str) -> None:
    file = tmp_path / "stat"
    assert ForeignLoad(file).processors_busy() is None
    file.write_text(text)
    assert ForeignLoad(file).processors_busy() is None


def test_threads_are_set_and_put_back() -> None:
    threads = BlasThreads()
    try:
        threads.use(2)
        assert blas_threads() == {2}
    finally:
        threads.use(1)
    assert blas_threads() == {1}


def blas_threads() -> set[int]:
    pools = ThreadpoolController().select(user_api="blas").info()
    return {pool["num_threads"] for pool in pools}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_peak(dtype: str) -> None:
    # Any machine makes more than a tenth and less than a hundred thousand GFLOP/s.
    assert 1e8 < MatrixProduct(dtype, size=256).flops_per_second() < 1e14


def test_processors() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
