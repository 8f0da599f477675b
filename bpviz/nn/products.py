"""Matrix products of a batch, cut into pieces that BLAS multiplies quickest.

The matrices of a batch are wide and short. OpenBLAS's kernels for large products first
copy both into another order, which for them takes about as long as the product; those
for small ones read them as they lie.
"""

from functools import partial

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.blas import has_small_kernels
from bpviz.nn.calls import Calls

# What OpenBLAS takes for small: so many multiplications, and so many entries of the
# result where rows are multiplied with rows (interface/gemm.c and
# kernel/x86_64/sgemm_small_kernel_permit_skylakex.c of its release 0.3.31).
SMALL_WORK = 1_000_000
_SMALL_RESULT = 1200
# Measured: pieces smaller than these gain nothing.
_FEWEST_ROWS = 8
_FEWEST_ALIGNED_ROWS = 4
_FEWEST_COLUMNS = 128
_FEWEST_SUMMANDS = 512
# Pieces begin at cache lines where the rows do: so many numbers fill one at most.
_LINE = 16


def rows_in_a_piece(
    rows: int, columns: int, fan_out: int, *, is_aligned: bool = False
) -> int:
    """Return how many rows to multiply at a time; all where pieces are no use.

    Parameters
    ----------
    rows, columns, fan_out : int
        The left matrix is (rows, columns), the right one (columns, fan_out).
    is_aligned : bool
        Whether the right one's columns begin at cache lines.
    """
    if columns < _FEWEST_SUMMANDS or not has_small_kernels():
        return rows
    most = min(rows, _SMALL_RESULT // fan_out, SMALL_WORK // (fan_out * columns))
    fewest = _FEWEST_ALIGNED_ROWS if is_aligned else _FEWEST_ROWS
    fitting = [size for size in range(fewest, most + 1) if rows % size == 0]
    return max(fitting, default=rows)


def product_calls(left: Array, right: Array, product: Array, piece: int) -> Calls:
    """Yield what writes left times right into `product`, so many rows at a time.

    Parameters
    ----------
    left : Array
        (rows, columns); there may be gaps between its rows.
    right : Array
        (columns, fan_out).
    product : Array
        (rows, fan_out), C-contiguous.
    piece : int
        Divides the number of rows.
    """
    if len(left) == 1:
        yield partial(left[0].dot, right, product[0])
    elif piece == len(left):
        yield partial(np.matmul, left, right, product)
    else:
        pieces = left.reshape(-1, piece, left.shape[1])
        yield partial(
            np.matmul, pieces, right, product.reshape(-1, piece, product.shape[1])
        )


def column_cuts(rows: int, fan_out: int, columns: int) -> list[int]:
    """Return where to cut the columns of a gradient, from 0 to their number."""
    most = SMALL_WORK // (rows * fan_out) // _LINE * _LINE
    pieces = -(-columns // max(most, 1))
    if columns < pieces * _FEWEST_COLUMNS or not has_small_kernels():
        return [0, columns]
    width = -(-columns // (pieces * _LINE)) * _LINE
    return [*range(0, columns, width), columns]
