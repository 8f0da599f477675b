"""One layer's memory for a batch, and which functions work on it."""

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array, IntArray, with_ones
from bpviz.nn.products import rows_in_a_piece
from bpviz.nn.switched_off import silenced


class Layer:
    """One layer's buffers for a batch of a fixed number of rows.

    Attributes
    ----------
    matrix : Array
        Weights and biases, (fan_out, fan_in + 1), a view of the flat parameters.
    z, deltas, scratch : Array
        (rows, fan_out).
    a : Array
        (rows, fan_out), a view of `a_and_one`, which is (rows, fan_out + 1). The
        output layer, which feeds none, has an `a` of its own: NumPy is slower on a
        view that leaves something out of every row.
    piece : int
        Rows of a that are multiplied at a time.
    deltas_and_one : Array
        (1, fan_out + 1) for a single sample, of which `deltas` is a view: with the
        delta of the constant 1, which nobody needs, it is a product of whole matrices.
    functions : tuple
        The activation's (apply, backpropagate); the attributes of these names are
        what the passes call, with switched-off nodes taken care of.
    """

    __slots__ = (
        *("matrix", "transposed", "weights", "piece", "z", "a_and_one", "a", "deltas"),
        *("deltas_and_one", "scratch", "functions", "apply", "backpropagate"),
    )

    def __init__(
        self, matrix: Array, activation: str, rows: int, *, is_output: bool
    ) -> None:
        fan_out = matrix.shape[0]
        shape = (rows, fan_out)
        self.matrix = matrix
        self.transposed = matrix.T
        self.weights = matrix[:, :-1]
        self.piece = rows_in_a_piece(rows, matrix.shape[1], fan_out)
        self.z = np.zeros(shape, matrix.dtype)
        self.a_and_one = with_ones(rows, fan_out, matrix.dtype)
        self.a = self.a_and_one[:, :-1]
        if is_output:
            self.a = np.zeros(shape, matrix.dtype)
        self.deltas = np.zeros(shape, matrix.dtype)
        if rows == 1:
            self.deltas_and_one = with_ones(rows, fan_out, matrix.dtype)
            self.deltas = self.deltas_and_one[:, :-1]
        self.scratch = np.zeros(shape, matrix.dtype)
        self.functions = ACTIVATIONS[activation].for_dtype(matrix.dtype)
        self.apply, self.backpropagate = self.functions

    def switch_off(self, nodes: IntArray | None) -> None:
        """Silence `nodes` alone, or none."""
        self.apply, self.backpropagate = self.functions
        if nodes is not None:
            self.apply, self.backpropagate = silenced(*self.functions, nodes)
