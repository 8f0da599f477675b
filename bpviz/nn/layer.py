"""One layer's memory for a batch, and which functions work on it."""

from bpviz.nn.activations import Formulas
from bpviz.nn.arrays import Array, IntArray, without_rows, zeros
from bpviz.nn.buffers import Buffers
from bpviz.nn.calls import Calls
from bpviz.nn.products import product_calls, rows_in_a_piece
from bpviz.nn.row_product import row_product_call
from bpviz.nn.switched_off import silenced


class Layer:
    """One layer's buffers for a batch of a fixed number of rows.

    Attributes
    ----------
    matrix : Array
        Weights and biases, (fan_out, fan_in + 1), a view of the flat parameters or a
        copy to work on (`workbench`).
    z, deltas, slopes : Array
        (rows, fan_out).
    a : Array
        (rows, fan_out), a view of `a_and_one`, which is (rows, fan_out + 1). The
        output layer of a batch, which feeds none, has an `a` of its own: NumPy is
        slower on a view that leaves something out of every row.
    deltas_and_one : Array
        (1, fan_out + 1) for a single sample, of which `deltas` is a view: with the
        delta of the constant 1, which nobody needs, it is a product of whole matrices.
    piece : int
        Rows of a that are multiplied at a time.
    formulas : Formulas
        The activation; those in `working` are what the passes take, with switched-off
        nodes taken care of.
    """

    __slots__ = (
        *("matrix", "transposed", "weights", "piece", "is_aligned"),
        *("z", "a_and_one", "a", "deltas_and_one", "deltas", "slopes"),
        *("formulas", "working"),
    )

    def __init__(
        self, matrix: Array, formulas: Formulas, buffers: Buffers, *, is_output: bool
    ) -> None:
        self.matrix = matrix
        self.transposed = matrix.T
        self.weights = matrix[:, :-1]
        # Only matrices to work on have gaps (`workbench`).
        self.is_aligned = not matrix.flags.c_contiguous
        self.z, self.slopes, self.a_and_one, self.deltas_and_one = buffers
        rows, fan_out = self.z.shape
        self.deltas = self.deltas_and_one[:, :fan_out]
        self.piece = rows_in_a_piece(
            rows, matrix.shape[1], fan_out, is_aligned=self.is_aligned
        )
        self.a = self.a_and_one[:, :-1]
        if is_output and rows > 1:
            self.a = zeros(rows, fan_out, matrix.dtype)
        self.formulas = self.working = formulas

    def product_calls(self, a_previous: Array, z: Array) -> Calls:
        """Yield what writes a W + b into `z`, with a trailing 1 in `a_previous`."""
        if len(z) == 1 and self.is_aligned:
            # NumPy's dot would first copy the weights to close the gaps.
            yield row_product_call(a_previous, self.matrix, z)
        else:
            yield from product_calls(a_previous, self.transposed, z, self.piece)

    def activation_calls(self, z: Array) -> Calls:
        """Yield what makes a of `z`."""
        yield from self.working.apply(*map(without_rows, (z, self.a, self.slopes)))

    def slope_calls(self) -> Calls:
        """Yield what makes f'(z) of a; it may use `deltas` for something else."""
        buffers = self.a, self.slopes, self.deltas
        yield from self.working.slopes(*map(without_rows, buffers))

    def delta_calls(self) -> Calls:
        """Yield what makes dL/dz of the dL/da that is in `deltas`."""
        buffers = self.deltas, self.a, self.slopes
        yield from self.working.backpropagate(*map(without_rows, buffers))

    def switch_off(self, nodes: IntArray | None) -> None:
        """Silence `nodes` alone, or none."""
        self.working = self.formulas
        if nodes is not None:
            self.working = silenced(self.formulas, nodes)
