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

The passes are written down once, as calls (`calls`), when the buffers are made; only
what lies elsewhere in every update, the inputs and the targets, is handed over then.
This module is the only place where they are written. What is stepped through,
run at full speed and replayed are these same operations on these same buffers, in
the same order; so they are bitwise the same numbers.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from bpviz.nn.arrays import Array, IntArray
from bpviz.nn.arrays import with_ones as with_ones
from bpviz.nn.calls import Calls
from bpviz.nn.layer import Layer
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.switched_off import Nodes, by_layer
from bpviz.nn.updates import ProductUpdates


def quiet() -> np.errstate:
    """Silence overflow where the passes expect it, and where a run diverges.

    Diverging is found by looking at the numbers (`training.divergence`), not by
    warnings.
    """
    return np.errstate(over="ignore", invalid="ignore", under="ignore")


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
    matrices : sequence of Array, optional
        The parameters in other memory (`workbench`), which is read and written
        instead.

    Attributes
    ----------
    computed : Array or None
        The last gradients, laid out like the parameters, where they are not what
        follows from activations and deltas (`faulty_backprop`).
    """

    computed: Array | None = None

    def __init__(
        self,
        network: Network,
        flat: Array,
        rows: int,
        matrices: Sequence[Array] | None = None,
    ) -> None:
        self.network = network
        self.rows = rows
        self.layers = [
            Layer(matrix, activation, rows, is_output=number == network.depth)
            for number, (matrix, activation) in enumerate(
                zip(
                    matrices or layer_matrices(network, flat),
                    network.activations,
                    strict=True,
                ),
                start=1,
            )
        ]
        self.output = self.layers[-1]
        self.loss = LOSSES[network.loss]
        self.inputs = with_ones(rows, network.layer_sizes[0], flat.dtype)
        self.inputs_address = self.inputs.ctypes.data
        self._updates: ProductUpdates | None = None
        self._sums: ProductUpdates | None = None
        self._summed_into: Sequence[Array] = ()
        self._inputs_off: IntArray | None = None
        self.prepare()

    def prepare(self) -> None:
        """Write the passes down anew, after something of a layer was replaced."""
        self._rest_of_forward = list(self._forward_calls())
        self._rest_of_backward = list(self._backward_calls())

    def switch_off(self, nodes: Nodes) -> None:
        """Let `nodes` be 0 in both passes from now on, and all others work.

        Parameters
        ----------
        nodes : iterable of (int, int)
            (layer, node): layers count from 1 and 0 is the input, nodes from 0.

        Raises
        ------
        InputError
            If a node is not in the network, or is one of its outputs.
        """
        off = by_layer(self.network, nodes)
        for number, layer in enumerate(self.layers, start=1):
            layer.switch_off(off.get(number))
        self.prepare()
        self._inputs_off = off.get(0)
        if self._inputs_off is not None:
            self._own_inputs = with_ones(
                self.rows, self.network.layer_sizes[0], self.output.matrix.dtype
            )

    def forward(self, inputs: Array, address: int = 0) -> Array:
        """Compute z and a of every layer and return the output's activations.

        Parameters
        ----------
        inputs : Array
            a^0 with its trailing 1: (rows, inputs + 1), made by `with_ones`.
        address : int
            ``inputs.ctypes.data``, where the caller knows it already: asking for it
            takes as long as a layer of a few nodes.
        """
        if self._inputs_off is not None:
            # What is given may belong to others, who need it as it is.
            given, inputs, address = inputs, self._own_inputs, 0
            np.copyto(inputs, given)
            inputs[:, self._inputs_off] = 0
        self.inputs = inputs
        self.inputs_address = address or inputs.ctypes.data
        self.layers[0].multiply(inputs, self.inputs_address)
        for call in self._rest_of_forward:
            call()
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
        for call in self._rest_of_backward:
            call()

    def gradients(self, into: Sequence[Array], keep: float = 0.0) -> None:
        """Write every layer's mean gradients as a matrix like the layer's own.

        Parameters
        ----------
        into : sequence of Array
            One C-contiguous (fan_out, fan_in + 1) matrix a layer: dL/dW transposed,
            then dL/db as the last column.
        keep : float
            What the matrices hold is multiplied by this and stays in the sum.
        """
        if self._sums is None or self._summed_into is not into:
            self._sums, self._summed_into = self._products(into), into
        self._sums.add(self.inputs, self.inputs_address, 1 / self.rows, keep)

    def descend(self, learning_rate: float) -> None:
        """Move every parameter against its gradient: W <- W - learning_rate dL/dW.

        The gradient is formed inside the product that applies it, so this is the
        fast way for plain gradient descent; every other update needs `gradients`.
        """
        if self._updates is None:
            self._updates = self._products([layer.matrix for layer in self.layers])
        factor = -learning_rate / self.rows
        self._updates.add(self.inputs, self.inputs_address, factor)

    def losses(self, targets: Array) -> Array:
        """Return the loss of each sample of the last forward pass, shape (rows,)."""
        return self.loss.per_sample(self.output.z, self.output.a, targets)

    def _forward_calls(self) -> Calls:
        """Yield everything after the first z, whose inputs are elsewhere every time."""
        yield from self.layers[0].activation_calls()
        for previous, layer in pairwise(self.layers):
            yield from layer.product_calls(previous.a_and_one)
            yield from layer.activation_calls()

    def _backward_calls(self) -> Calls:
        """Yield everything after the loss's derivative, whose targets are elsewhere."""
        if self.loss.partner is None:
            yield from self.output.delta_calls()
        for following, layer in pairwise(reversed(self.layers)):
            if self.rows == 1 and following.matrix.flags.c_contiguous:
                deltas, result = following.deltas[0], layer.deltas_and_one[0]
                yield partial(deltas.dot, following.matrix, result)
            else:
                # matmul, not dot, which would first copy the weights to close the gaps.
                deltas, weights = following.deltas, following.weights
                yield partial(np.matmul, deltas, weights, layer.deltas)
            yield from layer.delta_calls()

    def _products(self, into: Sequence[Array]) -> ProductUpdates:
        """Prepare to add every layer's a^(l-1)^T delta^l to a matrix."""
        activations = [self.inputs, *(layer.a_and_one for layer in self.layers[:-1])]
        return ProductUpdates(
            into, [layer.deltas for layer in self.layers], activations
        )
