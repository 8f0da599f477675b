"""Sums that BLAS adds onto what is there, where NumPy needs a fresh array.

NumPy can multiply deltas^T a only into a matrix of its own, which then has to be walked
twice more (scaled, subtracted). BLAS adds the product onto W in one sweep: `gemm` for
a batch, `ger` for a single sample. Where NumPy brings another BLAS than OpenBLAS the
sums are formed in fresh arrays instead: the same, slower.
"""

from functools import partial
from itertools import pairwise

import numpy as np

from bpviz.nn.arrays import Array, row_stride
from bpviz.nn.blas import (
    PLAIN,
    REALS,
    ROW_MAJOR,
    TRANSPOSED,
    Routine,
    pointer,
    routine,
)
from bpviz.nn.calls import Call, Calls
from bpviz.nn.products import column_cuts


def product_update_calls(
    matrix: Array, deltas: Array, a: Array, factor: float, keep: float = 1.0
) -> Calls:
    """Yield what does W <- keep * W + factor * deltas^T a.

    Parameters
    ----------
    matrix : Array
        W, (fan_out, fan_in + 1). There may be gaps between the rows.
    deltas : Array
        (rows, fan_out), C-contiguous.
    a : Array
        With its trailing 1, (rows, fan_in + 1); there may be gaps between the rows.
    factor, keep : float
        With a `keep` of 0 W is only written.
    """
    letter, _ = REALS[matrix.dtype]
    is_single = len(deltas) == 1
    found = routine(letter + ("ger" if is_single else "gemm"), keep_lock=is_single)
    if found is None:
        yield partial(_add_product, matrix, deltas, a, factor, keep)
    elif is_single:
        if keep != 1:
            yield partial(_scale, matrix, keep)
        yield _ger(found, matrix, deltas, a, factor)
    else:
        for first, stop in pairwise(column_cuts(len(deltas), *matrix.shape)):
            columns = slice(first, stop)
            part = matrix[:, columns]
            yield _gemm(found, part, deltas, a[:, columns], factor, keep)


def vector_update_call(y: Array, x: Array, factor: float) -> Call:
    """Return the call that does y <- y + factor * x.

    NumPy takes two sweeps and a third vector for it; a network's parameters and what
    belongs to them fill the cache as it is.

    Parameters
    ----------
    y, x : Array
        Of the same length, C-contiguous; `y` is written.
    """
    letter, real = REALS[y.dtype]
    found = routine(letter + "axpy", keep_lock=False)
    if found is None:
        return partial(_add_vector, y, x, factor)
    axpy, integer = found
    length, one = map(integer.from_param, (len(y), 1))
    return partial(
        axpy, length, real.from_param(factor), pointer(x), one, pointer(y), one
    )


def _ger(found: Routine, matrix: Array, deltas: Array, a: Array, factor: float) -> Call:
    """Return the call for a single sample."""
    ger, integer = found
    _, real = REALS[matrix.dtype]
    m, n = map(integer.from_param, matrix.shape)
    one, stride = map(integer.from_param, (1, row_stride(matrix)))
    return partial(
        ger,
        *(
            ROW_MAJOR,
            m,
            n,
            real.from_param(factor),
            pointer(deltas),
            one,
            pointer(a),
            one,
        ),
        *(pointer(matrix), stride),
    )


def _gemm(
    found: Routine,
    matrix: Array,
    deltas: Array,
    a: Array,
    factor: float,
    keep: float,
) -> Call:
    """Return the call for a batch."""
    gemm, integer = found
    _, real = REALS[matrix.dtype]
    m, n = map(integer.from_param, matrix.shape)
    a_stride, stride = (integer.from_param(row_stride(array)) for array in (a, matrix))
    return partial(
        gemm,
        *(ROW_MAJOR, TRANSPOSED, PLAIN, m, n, integer.from_param(len(deltas))),
        *(real.from_param(factor), pointer(deltas), m, pointer(a), a_stride),
        *(real.from_param(keep), pointer(matrix), stride),
    )


def _scale(matrix: Array, keep: float) -> None:
    """Multiply W by `keep`, which `ger` does not."""
    if keep:
        np.multiply(matrix, keep, out=matrix)
    else:
        matrix.fill(0)


def _add_product(
    matrix: Array, deltas: Array, a: Array, factor: float, keep: float
) -> None:
    product = np.dot(deltas.T, a)
    np.multiply(product, factor, out=product)
    if keep != 1:
        _scale(matrix, keep)
    np.add(matrix, product, out=matrix)


def _add_vector(y: Array, x: Array, factor: float) -> None:
    np.add(y, x * factor, out=y)
