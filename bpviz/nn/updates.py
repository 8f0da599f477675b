"""Sums that BLAS adds onto what is there, where NumPy needs a fresh array.

NumPy can multiply deltas^T a only into a matrix of its own, which then has to be walked
twice more (scaled, subtracted). BLAS adds the product onto W in one sweep: `gemm` for
a batch, `ger` for a single sample. Where NumPy brings another BLAS than OpenBLAS the
sums are formed in scratch memory instead: the same, slower.
"""

import ctypes
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from bpviz.nn.arrays import Array, row_stride
from bpviz.nn.blas import PLAIN, REALS, ROW_MAJOR, TRANSPOSED, routine
from bpviz.nn.products import column_cuts

_pointer = ctypes.c_void_p


class ProductUpdates:
    """W <- keep * W + factor * deltas^T a of every layer, over buffers that stay.

    Parameters
    ----------
    matrices : sequence of Array
        W of each layer, (fan_out, fan_in + 1); written. There may be gaps between the
        rows.
    deltas : sequence of Array
        (rows, fan_out) each, C-contiguous.
    activations : sequence of Array
        a with its trailing 1, (rows, fan_in + 1) each; there may be gaps between the
        rows.
    """

    def __init__(
        self,
        matrices: Sequence[Array],
        deltas: Sequence[Array],
        activations: Sequence[Array],
    ) -> None:
        _, real = REALS[matrices[0].dtype]
        self._factor, self._keep = real(), real()
        self._products = [
            _Product(*arrays, self._factor, self._keep)
            for arrays in zip(matrices, deltas, activations, strict=True)
        ]
        self._calls = [call for product in self._products for call in product.calls]
        self._read_from = self._products[0].read_from
        self._is_single = len(deltas[0]) == 1

    def add(
        self, inputs: Array, address: int, factor: float, keep: float = 1.0
    ) -> None:
        """Do it once for all layers.

        Parameters
        ----------
        inputs : Array
            The first layer's a, which may be in another place every time.
        address : int
            Where that begins.
        factor, keep : float
            With a `keep` of 0 W is only written.
        """
        self._read_from(inputs, address)
        self._factor.value = factor
        self._keep.value = keep
        if self._is_single and keep != 1:
            for product in self._products:
                product.scale()
        for call in self._calls:
            call()


class _Product:
    """One layer's share: the calls that add it, with factors that others set."""

    def __init__(
        self, matrix: Array, deltas: Array, activations: Array, factor: Any, keep: Any
    ) -> None:
        # Kept here, the memory stays alive.
        self._matrix, self._deltas, self._activations = matrix, deltas, activations
        self._factor, self._keep = factor, keep
        self._is_single = len(deltas) == 1
        self._stride: Any = ctypes.c_int64()
        self._sources: list[tuple[Any, int]] = []
        letter, _ = REALS[matrix.dtype]
        name = letter + ("ger" if self._is_single else "gemm")
        found = routine(name, keep_lock=self._is_single)
        self.calls: list[Callable[[], None]]
        if found is None:
            self._scratch = np.empty_like(matrix)
            self.calls = [self._through_scratch]
        elif self._is_single:
            self.calls = [self._ger(*found)]
        else:
            self._stride = found[1]()
            self.calls = [
                self._gemm(*found, *columns)
                for columns in pairwise(column_cuts(len(deltas), *matrix.shape))
            ]
        self.read_from(activations, activations.ctypes.data)

    def read_from(self, activations: Array, address: int) -> None:
        """Take a from other memory of the same shape, which begins at `address`."""
        self._activations = activations
        for pointer, offset in self._sources:
            pointer.value = address + offset
        if not self._is_single:
            self._stride.value = row_stride(activations)

    def scale(self) -> None:
        """Multiply W by `keep`, which `ger` does not."""
        if self._keep.value:
            np.multiply(self._matrix, self._keep.value, out=self._matrix)
        else:
            self._matrix.fill(0)

    def _ger(self, ger: Callable[..., None], integer: Any) -> Callable[[], None]:
        """Prepare the call for a single sample."""
        m, n = map(integer.from_param, self._matrix.shape)
        one = integer.from_param(1)
        w, d = map(_address, (self._matrix, self._deltas))
        a = self._source(0)
        stride = integer.from_param(row_stride(self._matrix))
        return partial(ger, ROW_MAJOR, m, n, self._factor, d, one, a, one, w, stride)

    def _gemm(
        self, gemm: Callable[..., None], integer: Any, first: int, stop: int
    ) -> Callable[[], None]:
        """Prepare the call for the columns from `first` up to `stop`."""
        m, n = map(integer.from_param, (len(self._matrix), row_stride(self._matrix)))
        columns, k = map(integer.from_param, (stop - first, len(self._deltas)))
        w, d = map(_address, (self._matrix[:, first:], self._deltas))
        a = self._source(first)
        return partial(
            gemm,
            *(ROW_MAJOR, TRANSPOSED, PLAIN, m, columns, k),
            *(self._factor, d, m, a, self._stride, self._keep, w, n),
        )

    def _source(self, column: int) -> Any:
        """Return a pointer to a column of a that follows when a moves."""
        pointer = _pointer()
        self._sources.append((pointer, column * self._matrix.itemsize))
        return pointer

    def _through_scratch(self) -> None:
        np.dot(self._deltas.T, self._activations, out=self._scratch)
        np.multiply(self._scratch, self._factor.value, out=self._scratch)
        if not self._is_single and self._keep.value != 1:
            self.scale()
        np.add(self._matrix, self._scratch, out=self._matrix)


class VectorUpdate:
    """y <- y + factor * x over vectors that stay where they are.

    NumPy takes two sweeps and a third vector for it; a network's parameters and what
    belongs to them fill the cache as it is.

    Parameters
    ----------
    y, x : Array
        Of the same length, C-contiguous; `y` is written.
    """

    def __init__(self, y: Array, x: Array) -> None:
        self.y, self.x = y, x
        letter, real = REALS[y.dtype]
        self._factor: Any = real()
        found = routine(letter + "axpy", keep_lock=False)
        if found is None:
            self._call: Callable[[], None] = self._through_copy
            return
        axpy, integer = found
        length, one = map(integer.from_param, (len(y), 1))
        self._call = partial(
            axpy, length, self._factor, _address(x), one, _address(y), one
        )

    def add(self, factor: float) -> None:
        """Do it once with `factor`."""
        self._factor.value = factor
        self._call()

    def _through_copy(self) -> None:
        np.add(self.y, self.x * self._factor.value, out=self.y)


def _address(array: Array) -> Any:
    """Return where `array` begins, as an argument."""
    return _pointer.from_param(array.ctypes.data)
