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

The passes are written down as calls (`calls`), once for every place in memory that
inputs and targets come to lie in. This module is the only place where they are
written. What is stepped through, run at full speed and replayed are these same
operations on these same buffers, in the same order; so they are bitwise the same
numbers.
"""

from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise

import numpy as np

from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.arrays import Array, IntArray, without_rows
from bpviz.nn.arrays import with_ones as with_ones
from bpviz.nn.buffers import Memory
from bpviz.nn.calls import Call, Calls, carry_out
from bpviz.nn.layer import Layer
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.switched_off import Nodes, by_layer, silence
from bpviz.nn.updates import product_update_calls


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
    inputs : Array
        a^0 of the last `forward`, with its trailing 1 and switched-off inputs 0.
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
        dtype = flat.dtype
        formulas = {
            name: ACTIVATIONS[name].calls_for(dtype) for name in network.activations
        }
        self._memory = Memory(network.layer_sizes[1:], rows, dtype)
        self.layers = [
            Layer(matrix, formulas[name], buffers, is_output=number == network.depth)
            for number, (matrix, name, buffers) in enumerate(
                zip(
                    matrices or layer_matrices(network, flat),
                    network.activations,
                    self._memory.layers,
                    strict=True,
                ),
                start=1,
            )
        ]
        self.output = self.layers[-1]
        self.loss = LOSSES[network.loss]
        self.inputs = with_ones(rows, network.layer_sizes[0], dtype)
        self._inputs_off: IntArray | None = None
        self._own_inputs = self.inputs
        self.forget()

    def forget(self) -> None:
        """Write the passes down anew, after something of a layer was replaced."""
        self._slopes = list(self._slope_calls())
        self._back = list(self._back_calls())
        self._forward: tuple[Array | None, list[Call]] = None, []
        self._backward: tuple[Array | None, list[Call]] = None, []

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
        self._inputs_off = off.get(0)
        self.forget()

    def forward(self, inputs: Array) -> Array:
        """Compute z and a of every layer and return the output's activations.

        Parameters
        ----------
        inputs : Array
            a^0 with its trailing 1: (rows, inputs + 1), made by `with_ones`.
        """
        if self._forward[0] is not inputs:
            self._forward = inputs, list(self.forward_calls(inputs))
        self.inputs = self._taken(inputs)
        carry_out(self._forward[1])
        return self.output.a

    def backward(self, targets: Array) -> None:
        """Compute the deltas of every layer, from the last to the first.

        Parameters
        ----------
        targets : Array
            y: (rows, outputs).
        """
        if self._backward[0] is not targets:
            self._backward = targets, list(self.backward_calls(targets))
        carry_out(self._backward[1])

    def gradients(self, into: Sequence[Array]) -> None:
        """Write every layer's mean gradients as a matrix like the layer's own.

        Parameters
        ----------
        into : sequence of Array
            One C-contiguous (fan_out, fan_in + 1) matrix a layer: dL/dW transposed,
            then dL/db as the last column.
        """
        carry_out(self.gradient_calls(self.inputs, into))

    def descend(self, learning_rate: float) -> None:
        """Move every parameter against its gradient: W <- W - learning_rate dL/dW."""
        carry_out(self.descent_calls(self.inputs, learning_rate))

    def losses(self, targets: Array) -> Array:
        """Return the loss of each sample of the last forward pass, shape (rows,)."""
        return self.loss.per_sample(self.output.z, self.output.a, targets)

    def forward_calls(self, inputs: Array, output_z: Array | None = None) -> Calls:
        """Yield what `forward` does.

        Parameters
        ----------
        output_z : Array, optional
            (rows, outputs): where z of the output layer is written, instead of there.
        """
        a = self._taken(inputs)
        if self._inputs_off is not None:
            yield partial(np.copyto, a, inputs)
            yield partial(silence, a, self._inputs_off)
        for layer in self.layers:
            z = layer.z
            if layer is self.output and output_z is not None:
                z = output_z
            yield from layer.product_calls(a, z)
            yield from layer.activation_calls(z)
            a = layer.a_and_one

    def backward_calls(self, targets: Array) -> Calls:
        """Yield what `backward` does."""
        yield from self._slopes
        last = self.output
        yield from self.loss.derivative(
            *map(without_rows, (last.a, targets, last.deltas))
        )
        yield from self._back

    def gradient_calls(
        self, inputs: Array, into: Sequence[Array], keep: float = 0.0
    ) -> Calls:
        """Yield what `gradients` does after a forward pass of `inputs`.

        Parameters
        ----------
        keep : float
            What the matrices hold is multiplied by this and stays in the sum.
        """
        yield from self._product_calls(inputs, into, 1 / self.rows, keep)

    def descent_calls(self, inputs: Array, learning_rate: float) -> Calls:
        """Yield what `descend` does after a forward pass of `inputs`.

        The gradient is formed inside the product that applies it, so this is the
        fast way for plain gradient descent; every other update needs `gradients`.
        """
        matrices = [layer.matrix for layer in self.layers]
        yield from self._product_calls(inputs, matrices, -learning_rate / self.rows)

    def _slope_calls(self) -> Calls:
        """Yield what makes f'(z) of a, in as many layers at once as can be."""
        layers = self.layers if self.loss.partner is None else self.layers[:-1]
        if self.rows > 1:
            for layer in layers:
                yield from layer.slope_calls()
            return
        first = 0
        for slopes, alike in groupby(layers, key=lambda layer: layer.working.slopes):
            stop = first + len(list(alike))
            joined = self._memory.joined(first, stop)
            yield from slopes(joined.a, joined.slopes, joined.deltas)
            first = stop

    def _back_calls(self) -> Calls:
        """Yield the way of the deltas from the loss's derivative to the first layer."""
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

    def _product_calls(
        self, inputs: Array, into: Sequence[Array], factor: float, keep: float = 1.0
    ) -> Calls:
        """Yield what adds every layer's a^(l-1)^T delta^l, times `factor`."""
        a = self._taken(inputs)
        for layer, matrix in zip(self.layers, into, strict=True):
            yield from product_update_calls(matrix, layer.deltas, a, factor, keep)
            a = layer.a_and_one

    def _taken(self, inputs: Array) -> Array:
        """Return the memory that serves as a^0: with inputs switched off, our own.

        What is given may belong to others, who need it as it is.
        """
        return inputs if self._inputs_off is None else self._own_inputs
