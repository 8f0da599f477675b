"""Forward pass, backward pass and the plain update, over preallocated buffers.

The equations, for a batch with one sample a row (every name is a matrix with a row
a sample; layer l maps a^(l-1) to a^l; * is elementwise):

    z^l     = a^(l-1) W^l + b^l             forward
    a^l     = f(z^l)
    delta^L = dL/dz^L                       backward: from the loss ...
    delta^l = (delta^(l+1) W^(l+1)^T) * f'(z^l)          ... layer by layer
    dL/dW^l = a^(l-1)^T delta^l / n         gradients, averaged over the n samples
    dL/db^l = sum of delta^l's rows / n

They are the four steps of the first, fourth and fifth article, derived there. In
memory a layer's weights and biases are one matrix, transposed (`parameters`), and
every a carries a trailing 1, so that the bias is the weight of that 1: then
z = [a 1] M^T, and one product gives the gradients of both.

This module is the only place where the passes are written. What is stepped through,
run at full speed and replayed are these same operations on these same buffers, in
the same order; so they are bitwise the same numbers.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array
from bpviz.nn.blas import ProductUpdate
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices


def quiet() -> np.errstate:
    """Silence overflow where the passes expect it, and where a run diverges.

    Diverging is found by looking at the numbers (`training.divergence`), not by
    warnings.
    """
    return np.errstate(over="ignore", invalid="ignore", under="ignore")


def with_ones(rows: int, columns: int, dtype: Any) -> Array:
    """Return a (rows, columns + 1) matrix of ones, to be filled but for the last."""
    return np.ones((rows, columns + 1), dtype)


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
    deltas_and_one : Array
        (1, fan_out + 1) for a single sample, of which `deltas` is a view: with the
        delta of the constant 1, which nobody needs, it is a product of whole matrices.
    """

    __slots__ = (
        *("matrix", "transposed", "weights", "z", "a_and_one", "a", "deltas"),
        *("deltas_and_one", "scratch", "apply", "backpropagate"),
    )

    def __init__(
        self, matrix: Array, activation: str, rows: int, *, is_output: bool
    ) -> None:
        fan_out = matrix.shape[0]
        shape = (rows, fan_out)
        self.matrix = matrix
        self.transposed = matrix.T
        self.weights = matrix[:, :-1]
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
        self.apply, self.backpropagate = ACTIVATIONS[activation].for_dtype(matrix.dtype)


class Backprop:
    """The passes of a network for batches of `rows` samples.

    Parameters
    ----------
    network : Network
        Its shape, activations and loss.
    flat : Array
        Its parameters, shape (network.parameter_count,); shared, and written by
        `descend` only.
    rows : int
        Samples in a batch.
    """

    def __init__(self, network: Network, flat: Array, rows: int) -> None:
        self.network = network
        self.rows = rows
        self.layers = [
            Layer(matrix, activation, rows, is_output=number == network.depth)
            for number, (matrix, activation) in enumerate(
                zip(layer_matrices(network, flat), network.activations, strict=True),
                start=1,
            )
        ]
        self.output = self.layers[-1]
        self.loss = LOSSES[network.loss]
        self.inputs = with_ones(rows, network.layer_sizes[0], flat.dtype)
        self.inputs_address = self.inputs.ctypes.data
        self._hidden_from_the_back = [
            (layer, following)
            for layer, following in zip(
                self.layers[-2::-1], self.layers[:0:-1], strict=True
            )
        ]
        self._updates: list[ProductUpdate] | None = None

    def forward(self, inputs: Array, address: int = 0) -> Array:
        """Compute z and a of every layer and return the output's activations.

        Parameters
        ----------
        inputs : Array
            a^0 with its trailing 1: (rows, inputs + 1), C-contiguous.
        address : int
            ``inputs.ctypes.data``, where the caller knows it already: asking for it
            takes as long as a layer of a few nodes.
        """
        self.inputs = a_previous = inputs
        self.inputs_address = address or inputs.ctypes.data
        for layer in self.layers:
            a_previous.dot(layer.transposed, layer.z)
            layer.apply(layer.z, layer.a, layer.scratch)
            a_previous = layer.a_and_one
        return self.output.a

    def backward(self, targets: Array) -> None:
        """Compute the deltas of every layer, from the last to the first.

        Parameters
        ----------
        targets : Array
            y: (rows, outputs).
        """
        last = self.output
        self.loss.derivative(last.a, targets, last.deltas)
        if self.loss.partner is None:
            last.backpropagate(last.deltas, last.z, last.a, last.scratch)
        for layer, following in self._hidden_from_the_back:
            if self.rows == 1:
                following.deltas.dot(following.matrix, layer.deltas_and_one)
            else:
                # matmul, not dot: dot would first copy the weights out of their matrix.
                np.matmul(following.deltas, following.weights, layer.deltas)
            layer.backpropagate(layer.deltas, layer.z, layer.a, layer.scratch)

    def gradients(self, into: Iterable[Array]) -> None:
        """Write every layer's mean gradients as a matrix like the layer's own.

        Parameters
        ----------
        into : iterable of Array
            One C-contiguous (fan_out, fan_in + 1) matrix a layer: dL/dW transposed,
            then dL/db as the last column.
        """
        a_previous = self.inputs
        for layer, matrix in zip(self.layers, into, strict=True):
            np.divide(layer.deltas, self.rows, layer.scratch)
            np.dot(layer.scratch.T, a_previous, matrix)
            a_previous = layer.a_and_one

    def descend(self, learning_rate: float) -> None:
        """Move every parameter against its gradient: W <- W - learning_rate dL/dW.

        The gradient is formed inside the product that applies it, so this is the
        fast way for plain gradient descent; every other update needs `gradients`.
        """
        if self._updates is None:
            self._updates = self._product_updates()
        self._updates[0].read_from(self.inputs, self.inputs_address)
        factor = -learning_rate / self.rows
        for update in self._updates:
            update.add(factor)

    def losses(self, targets: Array) -> Array:
        """Return the loss of each sample of the last forward pass, shape (rows,)."""
        return self.loss.per_sample(self.output.z, self.output.a, targets)

    def _product_updates(self) -> list[ProductUpdate]:
        sources = [self.inputs, *(layer.a_and_one for layer in self.layers)]
        return [
            ProductUpdate(layer.matrix, layer.deltas, source)
            for layer, source in zip(self.layers, sources, strict=False)
        ]
