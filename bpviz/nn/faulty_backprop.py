"""Backpropagation with one mistake in it; everything else is the kernel's own work.

Forward pass and losses are never wrong. A fault of the deltas leaves them wrong in the
buffers, a fault of the gradients leaves `FaultyBackprop.computed`; traces, updates and
the gradient check take both from here, so that what is shown is what was computed.
"""

from collections.abc import Sequence
from functools import partial

import numpy as np
from typing_extensions import override

from bpviz.nn.activations import nothing
from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop
from bpviz.nn.calls import Calls
from bpviz.nn.faults import Fault
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices


class FaultyBackprop(Backprop):
    """The passes of a network with one fault.

    Parameters
    ----------
    network, flat, rows
        As in `Backprop`.
    fault : Fault
        Which one.
    leaked : Array, optional
        What `LEAKING_GRADIENTS` remembers: the sum of all gradients so far, shape
        (parameter_count,). Every call of `gradients` or `descend` adds to it. It
        belongs to the state of a run, is shared by the passes for other numbers of
        rows, and is restored by who goes back in time.
    """

    computed: Array

    def __init__(
        self,
        network: Network,
        flat: Array,
        rows: int,
        fault: Fault,
        leaked: Array | None = None,
    ) -> None:
        super().__init__(network, flat, rows)
        self._fault = fault
        self._flat = flat
        self._leaked = np.zeros_like(flat) if leaked is None else leaked
        self._change = np.zeros_like(flat)
        self.computed = np.zeros_like(flat)
        self._gradients = layer_matrices(network, self.computed)
        self._right_matrices = [layer.matrix for layer in self.layers]
        if fault is Fault.FORGOTTEN_ACTIVATION_DERIVATIVE:
            for layer in self.layers[:-1]:
                layer.formulas = layer.formulas._replace(
                    slopes=nothing, backpropagate=nothing
                )
                layer.switch_off(None)
        elif fault is Fault.TRANSPOSED_WEIGHTS:
            # Only the backward pass reads these; the forward pass has `transposed`.
            for layer in self.layers:
                layer.matrix = layer.matrix.copy()
                layer.weights = layer.matrix[:, :-1]
        self.forget()

    @override
    def backward_calls(self, targets: Array) -> Calls:
        if self._fault is Fault.TRANSPOSED_WEIGHTS:
            yield self._mix_weights_up
        yield from super().backward_calls(targets)

    @override
    def gradient_calls(
        self, inputs: Array, into: Sequence[Array], keep: float = 0.0
    ) -> Calls:
        yield from super().gradient_calls(inputs, self._gradients)
        yield self._make_the_mistake
        yield partial(self._hand_over, into, keep)

    @override
    def descent_calls(self, inputs: Array, learning_rate: float) -> Calls:
        yield from self.gradient_calls(inputs, ())
        yield partial(self._subtract, learning_rate)

    def _mix_weights_up(self) -> None:
        for layer, right in zip(self.layers, self._right_matrices, strict=True):
            weights = right[:, :-1].T  # W as people write it: (fan_in, fan_out)
            layer.weights[...] = weights.reshape(weights.shape[::-1])

    def _make_the_mistake(self) -> None:
        match self._fault:
            case Fault.SUM_FOR_MEAN:
                self.computed *= self.rows
            case Fault.FORGOTTEN_BIAS_GRADIENT:
                for gradient in self._gradients:
                    gradient[:, -1] = 0
            case Fault.BIAS_UPDATED_PER_WEIGHT:
                for gradient in self._gradients:
                    gradient[:, -1] *= gradient.shape[1] - 1
            case Fault.LEAKING_GRADIENTS:
                self._leaked += self.computed
                self.computed[:] = self._leaked

    def _hand_over(self, into: Sequence[Array], keep: float) -> None:
        for matrix, gradient in zip(into, self._gradients, strict=False):
            matrix[...] = keep * matrix + gradient if keep else gradient

    def _subtract(self, learning_rate: float) -> None:
        np.multiply(self.computed, learning_rate, self._change)
        np.subtract(self._flat, self._change, self._flat)
