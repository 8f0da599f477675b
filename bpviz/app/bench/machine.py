"""The machine that is measured on: processors, BLAS threads, peak, other programs."""

import os
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from threadpoolctl import ThreadpoolController

PEAK_SIZE = 1024
PROC_STAT = Path("/proc/stat")


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class BlasThreads:
    """Sets the threads of every BLAS and OpenMP pool that is loaded by now."""

    def __init__(self) -> None:
        self._pools = ThreadpoolController()

    def use(self, threads: int) -> None:
        """Use so many threads from now on."""
        self._pools.limit(limits=threads)
        torch = sys.modules.get("torch")
        if torch is not None:
            torch.set_num_threads(threads)


class MatrixProduct:
    """A matrix product large enough to run at the peak of one thread."""

    def __init__(self, dtype: str, size: int = PEAK_SIZE) -> None:
        self._flops = 2 * size**3
        # Two matrices: a product with its own transpose is half the work to BLAS.
        self._left = np.full((size, size), 0.5, dtype)
        self._right = np.full((size, size), 0.25, dtype)
        self._product = np.zeros((size, size), dtype)

    def flops_per_second(self) -> float:
        """Return the best of three: a peak is what nothing gets in the way of."""
        return self._flops / min(self._seconds() for _ in range(3))

    def _seconds(self) -> float:
        start = perf_counter()
        np.matmul(self._left, self._right, out=self._product)
        return perf_counter() - start


class ForeignLoad:
    """Counts processor time that other programs use, from now on.

    Linux alone tells; elsewhere the answer is None.
    """

    def __init__(self, proc_stat: Path = PROC_STAT) -> None:
        self._proc_stat = proc_stat
        self._start = self._reading()

    def processors_busy(self) -> float | None:
        """Return how many processors others kept busy on average."""
        reading = self._reading()
        if self._start is None or reading is None:
            return None
        wall, busy, own = (
            end - start for start, end in zip(self._start, reading, strict=True)
        )
        return max(0.0, (busy - own) / wall) if wall > 0 else None

    def _reading(self) -> tuple[float, float, float] | None:
        """Return seconds on the clock, of all processors' work, of our own work."""
        try:
            first_line = self._proc_stat.read_text().partition("\n")[0]
        except OSError:
            return None
        name, _, numbers = first_line.partition(" ")
        ticks = [int(number) for number in numbers.split()]
        if name != "cpu" or len(ticks) < 8:
            return None
        user, nice, system, _idle, _waiting, interrupts, soft, stolen = ticks[:8]
        busy = user + nice + system + interrupts + soft + stolen
        own = os.times()
        return (
            perf_counter(),
            busy / os.sysconf("SC_CLK_TCK"),
            own.user + own.system,
        )
