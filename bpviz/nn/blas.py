"""The BLAS that NumPy has loaded: its threads and its routines.

Calling the very OpenBLAS that NumPy multiplies with means that no second copy of it
(and no second thread pool) appears.
"""

import ctypes
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from bpviz.nn.arrays import Array

# `from_param` makes what ctypes would otherwise make of an argument in every call.
ROW_MAJOR, PLAIN, TRANSPOSED = map(ctypes.c_int.from_param, (101, 111, 112))
REALS: dict[Any, tuple[str, Any]] = {
    np.dtype(np.float32): ("s", ctypes.c_float),
    np.dtype(np.float64): ("d", ctypes.c_double),
}
"""First letter of the routines for a type of floats, and what they take for it."""

Routine = tuple[Callable[..., None], Any]
"""A CBLAS routine and the type of its integers."""

# Suffix of a symbol and the width of the integers it takes: "64_" marks the build
# with 64-bit integers that NumPy's own wheels carry.
_SYMBOLS = (
    ("scipy_cblas_{}64_", ctypes.c_int64),
    ("cblas_{}64_", ctypes.c_int64),
    ("scipy_cblas_{}", ctypes.c_int32),
    ("cblas_{}", ctypes.c_int32),
)
_WITH_SMALL_KERNELS = {"SkylakeX", "Cooperlake", "SapphireRapids"}


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


@lru_cache(maxsize=1)
def has_small_kernels() -> bool:
    """Tell whether NumPy's OpenBLAS multiplies small matrices as they lie.

    It does so since 0.3.17 on processors with AVX-512; see
    https://github.com/OpenMathLib/OpenBLAS, `kernel/x86_64/*_small_kernel_*`.
    """
    return any(
        library.get("architecture") in _WITH_SMALL_KERNELS
        for library in _openblas().info()
        if _is_numpys(library)
    )


@lru_cache(maxsize=8)
def routine(name: str, keep_lock: bool) -> Routine | None:
    """Find a CBLAS routine and its integer type in the library NumPy uses.

    With `keep_lock` Python's interpreter lock is held during the call: right for
    calls of a microsecond, for which handing it over costs more than the work.
    """
    for library in _openblas().info():
        if not _is_numpys(library):
            continue
        load = ctypes.PyDLL if keep_lock else ctypes.CDLL
        loaded = load(library["filepath"])
        for pattern, integer in _SYMBOLS:
            found = getattr(loaded, pattern.format(name), None)
            if found is not None:
                found.restype = None
                return found, integer
    return None


def pointer(array: Array) -> Any:
    """Return where `array` begins, as an argument that keeps its memory alive."""
    first = ctypes.c_char.from_address(array.ctypes.data)
    first.memory = array  # type: ignore[attr-defined]
    # Quicker than `ctypes.c_void_p`, of which every call makes such an argument anew.
    return ctypes.byref(first)


def _is_numpys(library: dict[str, Any]) -> bool:
    return library["internal_api"] == "openblas" and "numpy" in library["filepath"]
