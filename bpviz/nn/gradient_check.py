"""The gradient check: backpropagation beside numerical differentiation.

Both methods find the same derivatives in unlike ways (third article): where they
agree, the chain rule was applied rightly. The difference is judged relative to the
derivative itself,

    relative error = |numerical - backprop| / max(|numerical|, |backprop|, floor),

with a floor below which rounding, not backpropagation, decides: a derivative that
is all but zero is compared with what a correct one may be off by, so that it is
held to an absolute difference of some 1e-9. What agrees is off by 1e-7 or less; a
wrong factor anywhere shows as 1e-2 or more. Derivatives across a kink of a ReLU are
counted apart, for there the two may differ and both be right.
"""

from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

import numpy as np

from bpviz.nn.array_check import ArrayCheck, ArrayTally, Kind
from bpviz.nn.arrays import Array, IntArray
from bpviz.nn.backprop import quiet
from bpviz.nn.faults import Fault
from bpviz.nn.network import Network
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.switched_off import Nodes

TOLERANCE = 1e-5
"""Largest relative error of a derivative that counts as right."""

_REPEATS = 11  # Any may be held up by another thread, so the middle one counts.


class GradientCheck:
    """Compares the derivatives of one batch's loss, a slice of time after another.

    Parameters
    ----------
    network : Network
        Sizes, activations, loss.
    flat : Array
        Its parameters, (parameter_count,), of any precision; never written.
    inputs, targets : Array
        The batch: (rows, inputs) and (rows, outputs).
    l2 : float
        Weight of the penalty that takes part in the gradients.
    entries : int, optional
        Check so many entries of every array, or all where it has no more; None for
        all of every array.
    seed : int
        Which entries those are.
    off, fault, leaked
        Switched-off nodes and what is wrong with backpropagation, as in
        `NumericalGradient`.

    Attributes
    ----------
    count, done : int
        Entries to check, and those that are done.
    backprop_seconds : float
        What one forward and backward pass takes, which gives every derivative.
    numerical_seconds : float
        What the entries done have taken so far.
    """

    def __init__(
        self,
        network: Network,
        flat: Array,
        inputs: Array,
        targets: Array,
        *,
        l2: float = 0.0,
        entries: int | None = None,
        seed: int = 0,
        off: Nodes = (),
        fault: Fault | None = None,
        leaked: Array | None = None,
    ) -> None:
        self._numerical = NumericalGradient(
            network, flat, inputs, targets, l2, off, fault, leaked
        )
        self._gradient = self._numerical.backprop()
        self.backprop_seconds = median(self._timed_backprop() for _ in range(_REPEATS))
        self.numerical_seconds = 0.0
        self._tallies = [ArrayTally(*array) for array in _arrays(network)]
        rng = np.random.default_rng(seed)
        chosen = [
            _chosen(tally.positions.size, entries, rng) for tally in self._tallies
        ]
        self.count = sum(len(numbers) for numbers in chosen)
        self.done = 0
        # In any order, so that what is ended before its time has seen all arrays.
        owners = np.repeat(np.arange(len(chosen)), [len(some) for some in chosen])
        numbers = np.concatenate(chosen)
        self._rest = (
            (self._tallies[owners[place]], int(numbers[place]))
            for place in rng.permutation(self.count)
        )

    @property
    def is_right(self) -> bool:
        """Whether everything compared so far agrees within `TOLERANCE`."""
        return all(array.max_relative_error <= TOLERANCE for array in self.arrays())

    @property
    def numerical_seconds_for_all(self) -> float:
        """What numerical differentiation would take for every parameter."""
        size = sum(tally.positions.size for tally in self._tallies)
        return self.numerical_seconds / max(self.done, 1) * size

    def arrays(self) -> tuple[ArrayCheck, ...]:
        """Return what has been found so far, weights before biases, layer by layer."""
        return tuple(tally.result() for tally in self._tallies)

    def errors(self) -> tuple[Array, ...]:
        """Return every entry's relative error, array by array as in `arrays`.

        Each has the shape that people see; nan where nothing is compared (yet).
        """
        return tuple(tally.errors() for tally in self._tallies)

    def advance(
        self, seconds: float, clock: Callable[[], float] = perf_counter
    ) -> bool:
        """Check entries for about so long, one at the least; True when all are done."""
        start = clock()
        with quiet():
            while self.done < self.count:
                self._compare(*next(self._rest))
                self.done += 1
                if clock() - start >= seconds:
                    break
        self.numerical_seconds += clock() - start
        return self.done == self.count

    def _timed_backprop(self) -> float:
        start = perf_counter()
        self._numerical.backprop()
        return perf_counter() - start

    def _compare(self, tally: ArrayTally, number: int) -> None:
        position = int(tally.positions.flat[number])
        slope = self._numerical.at(position)
        if slope.crosses_kink:
            tally.add_kink()
            return
        backprop = float(self._gradient[position])
        error = relative_error(
            slope.value, backprop, self._numerical.uncertainty(position)
        )
        tally.add(number, abs(slope.value - backprop), error)


def relative_error(numerical: float, backprop: float, uncertainty: float) -> float:
    """Return the module's relative error of one derivative.

    Parameters
    ----------
    numerical, backprop : float
        The derivative both ways.
    uncertainty : float
        How far rounding may move the numerical one; see
        `NumericalGradient.uncertainty`.
    """
    floor = uncertainty / TOLERANCE
    return abs(numerical - backprop) / max(abs(numerical), abs(backprop), floor)


def _arrays(network: Network) -> Iterator[tuple[int, Kind, IntArray]]:
    """Yield every array as people see it, filled with places in the flat vector."""
    start = 0
    for layer, (fan_in, fan_out) in enumerate(network.fans(), start=1):
        stop = start + fan_out * (fan_in + 1)
        matrix = np.arange(start, stop, dtype=np.int64).reshape(fan_out, fan_in + 1)
        yield layer, "weights", matrix[:, :-1].T
        yield layer, "biases", matrix[:, -1]
        start = stop


def _chosen(size: int, entries: int | None, rng: np.random.Generator) -> IntArray:
    """Return the numbers of the entries to check, in order."""
    if entries is None or entries >= size:
        return np.arange(size, dtype=np.int64)
    return np.sort(rng.choice(size, entries, replace=False))
