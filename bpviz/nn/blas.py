"""The one BLAS call that NumPy does not offer: W <- W + factor * deltas^T a.

NumPy can multiply deltas^T a only into a fresh matrix, which then has to be walked
twice more (scaled, subtracted). BLAS adds the product onto W in one sweep: `gemm`
for a batch, `ger` for a single sample. Both are called in the very OpenBLAS that
NumPy has loaded, so no second copy of it (and no second thread pool) appears.
Where NumPy brings another BLAS the product is formed in a scratch matrix instead:
the same sums, slower.
"""

import ctypes
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from bpviz.nn.arrays import Array

# `from_param` makes what ctypes would otherwise make of an argument in every call.
_ROW_MAJOR, _PLAIN, _TRANSPOSED = map(ctypes.c_int.from_param, (101, 111, 112))
_pointer = ctypes.c_void_p
# Suffix of a symbol and the width of the integers it takes: "64_" marks the build
# with 64-bit integers that NumPy's own wheels carry.
_SYMBOLS = (
    ("scipy_cblas_{}64_", ctypes.c_int64),
    ("cblas_{}64_", ctypes.c_int64),
    ("scipy_cblas_{}", ctypes.c_int32),
    ("cblas_{}", ctypes.c_int32),
)


@lru_cache(maxsize=1)
def _openblas() -> ThreadpoolController:
    """Return a controller of NumPy's OpenBLAS, after setting it to one thread.

    Matrices of this size gain little from a second thread and lose several-fold
    when anything else, such as a window, wants the processor too.
    """
    controller = ThreadpoolController()
    controller.limit(limits=1, user_api="blas")
    return controller


def use_one_thread() -> None:
    """Keep every BLAS pool of this process at one thread from now on."""
    _openblas()


@lru_cache(maxsize=4)
def _routine(name: str, keep_lock: bool) -> tuple[Callable[..., None], Any] | None:
    """Find a CBLAS routine and its integer type in the library NumPy uses.

    With `keep_lock` Python's interpreter lock is held during the call: right for
    calls of a microsecond, for which handing it over costs more than the work.
    """
    for library in _openblas().info():
        if library["internal_api"] != "openblas" or "numpy" not in library["filepath"]:
            continue
        load = ctypes.PyDLL if keep_lock else ctypes.CDLL
        loaded = load(library["filepath"])
        for pattern, integer in _SYMBOLS:
            routine = getattr(loaded, pattern.format(name), None)
            if routine is not None:
                routine.restype = None
                return routine, integer
    return None


class ProductUpdate:
    """W <- W + factor * deltas^T a over buffers that stay where they are.

    Parameters
    ----------
    matrix : Array
        W, shape (fan_out, fan_in + 1), C-contiguous; written.
    deltas : Array
        Shape (rows, fan_out), C-contiguous.
    activations : Array
        a with its trailing 1, shape (rows, fan_in + 1), C-contiguous.
    """

    def __init__(self, matrix: Array, deltas: Array, activations: Array) -> None:
        # Kept here, the memory stays alive.
        self.matrix, self.deltas, self.activations = matrix, deltas, activations
        rows, fan_out = deltas.shape
        letter, real = {
            np.dtype(np.float32): ("s", ctypes.c_float),
            np.dtype(np.float64): ("d", ctypes.c_double),
        }[matrix.dtype]
        self._factor: Any = real()
        self._activations_pointer = _pointer(activations.ctypes.data)
        found = _routine(letter + ("ger" if rows == 1 else "gemm"), rows == 1)
        if found is None:
            self._scratch = np.empty_like(matrix)
            self._call: Callable[[], None] = self._through_scratch
            return
        routine, integer = found
        m, n, k = map(integer.from_param, (fan_out, matrix.shape[1], rows))
        w, d = (_pointer.from_param(array.ctypes.data) for array in (matrix, deltas))
        a = self._activations_pointer
        if rows == 1:
            one = integer.from_param(1)
            arguments: tuple[Any, ...] = (
                *(_ROW_MAJOR, m, n, self._factor, d, one, a, one, w, n),
            )
        else:
            arguments = (
                *(_ROW_MAJOR, _TRANSPOSED, _PLAIN, m, n, k),
                *(self._factor, d, m, a, n, real.from_param(1.0), w, n),
            )
        self._call = partial(routine, *arguments)

    def read_from(self, activations: Array, address: int) -> None:
        """Take a from other memory of the same shape, which begins at `address`."""
        self.activations = activations
        self._activations_pointer.value = address

    def add(self, factor: float) -> None:
        """Do it once with `factor`."""
        self._factor.value = factor
        self._call()

    def _through_scratch(self) -> None:
        np.dot(self.deltas.T, self.activations, out=self._scratch)
        np.multiply(self._scratch, self._factor.value, out=self._scratch)
        np.add(self.matrix, self._scratch, out=self.matrix)
