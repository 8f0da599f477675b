"""One layer's memory for a batch, and which functions work on it."""

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array, IntArray, with_ones, without_rows, zeros
from bpviz.nn.calls import Calls, carry_out
from bpviz.nn.products import product_calls, rows_in_a_piece
from bpviz.nn.row_product import RowProduct
from bpviz.nn.switched_off import silenced


class Layer:
    """One layer's buffers for a batch of a fixed number of rows.

    Attributes
    ----------
    matrix : Array
        Weights and biases, (fan_out, fan_in + 1), a view of the flat parameters or a
        copy to work on (`workbench`).
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
    row_product : RowProduct or None
        What computes z of a single sample where there are gaps between M's rows, which
        NumPy's dot would first copy to close.
    functions : tuple
        The activation's (apply, backpropagate); the attributes of these names are
        what the passes take, with switched-off nodes taken care of.
    """

    __slots__ = (
        *("matrix", "transposed", "weights", "piece", "z", "a_and_one", "a", "deltas"),
        "row_product",
        *("deltas_and_one", "scratch", "functions", "apply", "backpropagate"),
    )

    def __init__(
        self, matrix: Array, activation: str, rows: int, *, is_output: bool
    ) -> None:
        fan_out = matrix.shape[0]
        self.matrix = matrix
        self.transposed = matrix.T
        self.weights = matrix[:, :-1]
        # Only matrices to work on have gaps (`workbench`).
        is_aligned = not matrix.flags.c_contiguous
        self.piece = rows_in_a_piece(
            rows, matrix.shape[1], fan_out, is_aligned=is_aligned
        )
        self.z = zeros(rows, fan_out, matrix.dtype)
        self.a_and_one = with_ones(rows, fan_out, matrix.dtype)
        self.a = self.a_and_one[:, :-1]
        if is_output:
            self.a = zeros(rows, fan_out, matrix.dtype)
        self.deltas = zeros(rows, fan_out, matrix.dtype)
        self.row_product: RowProduct | None = None
        if rows == 1:
            if is_aligned:
                one_row = with_ones(1, matrix.shape[1] - 1, matrix.dtype)
                self.row_product = RowProduct(one_row, matrix, self.z)
            self.deltas_and_one = with_ones(rows, fan_out, matrix.dtype)
            self.deltas = self.deltas_and_one[:, :-1]
        self.scratch = zeros(rows, fan_out, matrix.dtype)
        self.functions = ACTIVATIONS[activation].calls_for(matrix.dtype)
        self.apply, self.backpropagate = self.functions

    def multiply(self, a_previous: Array, address: int) -> None:
        """Compute z of an a that is in another place every time.

        Parameters
        ----------
        a_previous : Array
            (rows, fan_in + 1), with its trailing 1.
        address : int
            Where it begins.
        """
        if self.row_product is not None:
            self.row_product.read_from(a_previous, address)
            self.row_product.call()
        elif len(a_previous) == 1:
            a_previous.dot(self.transposed, self.z)
        else:
            carry_out(self.product_calls(a_previous))

    def product_calls(self, a_previous: Array) -> Calls:
        """Yield what computes z of an a that stays where it is."""
        if self.row_product is None:
            yield from product_calls(a_previous, self.transposed, self.z, self.piece)
        else:
            self.row_product.read_from(a_previous, a_previous.ctypes.data)
            yield self.row_product.call

    def activation_calls(self) -> Calls:
        """Yield what makes a of z."""
        yield from self.apply(*map(without_rows, (self.z, self.a, self.scratch)))

    def delta_calls(self) -> Calls:
        """Yield what makes dL/dz of the dL/da that is in `deltas`."""
        buffers = self.deltas, self.z, self.a, self.scratch
        yield from self.backpropagate(*map(without_rows, buffers))

    def switch_off(self, nodes: IntArray | None) -> None:
        """Silence `nodes` alone, or none."""
        self.apply, self.backpropagate = self.functions
        if nodes is not None:
            self.apply, self.backpropagate = silenced(*self.functions, nodes)
