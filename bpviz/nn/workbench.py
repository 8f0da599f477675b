"""Where parameters are worked on: in rows that begin at cache lines.

A processor moves memory in lines of 64 bytes, and OpenBLAS reads weights whose rows
begin at one up to a third quicker. In the vector that holds all parameters rows follow
one another without gaps; so large matrices are copied out before some updates and put
back after them. Many updates share that, and a copy is the same bits.
"""

import numpy as np

from bpviz.nn.arrays import Array, aligned
from bpviz.nn.blas import has_small_kernels
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices

_FEWEST_BYTES = 32_768
"""Measured: what fits into the first-level cache gains nothing."""


class Workbench:
    """A network's matrices, the large ones as copies to work on.

    Parameters
    ----------
    network : Network
        Whose parameters they are.
    flat : Array
        All of them, shape (network.parameter_count,).
    is_apart : bool
        False if nothing may be copied, because others write the vector meanwhile.

    Attributes
    ----------
    matrices : tuple of Array
        Weights and biases of each layer, (fan_out, fan_in + 1); there may be gaps
        between the rows.
    is_outdated : bool
        Whether the two may differ: to be set by who writes the vector, or begins to
        work here.
    """

    def __init__(self, network: Network, flat: Array, *, is_apart: bool) -> None:
        self.is_outdated = True
        owned = layer_matrices(network, flat)
        self.matrices = tuple(
            aligned(len(matrix), matrix.shape[1], matrix.dtype)
            if is_apart and _gains(matrix)
            else matrix
            for matrix in owned
        )
        self._copies = [
            (mine, theirs)
            for mine, theirs in zip(self.matrices, owned, strict=True)
            if mine is not theirs
        ]

    def fetch(self) -> None:
        """Take over what the vector holds."""
        if self.is_outdated:
            for mine, theirs in self._copies:
                np.copyto(mine, theirs)
            self.is_outdated = False

    def put_back(self) -> None:
        """Write what became of it into the vector."""
        for mine, theirs in self._copies:
            np.copyto(theirs, mine)
        self.is_outdated = False


def _gains(matrix: Array) -> bool:
    return matrix.nbytes > _FEWEST_BYTES and has_small_kernels()
