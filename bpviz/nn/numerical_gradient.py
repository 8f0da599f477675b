"""Derivatives by trying: the loss a little to the right minus a little to the left.

    dL/dp = (L(p + h) - L(p - h)) / 2h + terms in h^2

It costs two forward passes for every single parameter (second and third article),
which is why nobody trains with it; but it knows nothing of the chain rule, so it can
tell whether backpropagation is right. Always in float64: in float32 the loss has
seven digits, of which a small difference leaves none.
"""

from dataclasses import dataclass

import numpy as np

from bpviz.nn.arrays import Array, BoolArray
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.faults import Fault
from bpviz.nn.faulty_backprop import FaultyBackprop
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.switched_off import Nodes

STEP = 1e-5
"""How far a step moves z, at most: near the cube root of float64's precision, where
what the formula neglects (h^2) and what rounding spoils (1 / h) are both smallest."""

ROUND_OFFS = 100.0
"""Roundings in one evaluation of the loss, generously."""

KINKED = ("relu", "leaky_relu")
"""Activations without a derivative at z = 0."""


@dataclass(frozen=True, slots=True)
class Slope:
    """A derivative by trying.

    Attributes
    ----------
    value : float
        (L(p + h) - L(p - h)) / 2h.
    crosses_kink : bool
        Whether some z passed 0, where a ReLU has no derivative, on the way: then the
        value is a mean of two slopes, and backpropagation's is one of them.
    """

    value: float
    crosses_kink: bool


class NumericalGradient:
    """The derivatives of a batch's loss by every parameter, by both methods.

    Parameters
    ----------
    network : Network
        Sizes, activations, loss.
    flat : Array
        Its parameters, (parameter_count,); copied, and never written.
    inputs, targets : Array
        The batch: (rows, inputs) and (rows, outputs).
    l2 : float
        Weight of the penalty (l2 / 2) * sum of squared weights.
    off : iterable of (int, int)
        Nodes that are switched off, (layer, node), as `Backprop.switch_off` takes them.
    fault : Fault, optional
        A mistake to make in backpropagation; trying is never wrong.
    leaked : Array, optional
        The gradients that the batches before have left, (parameter_count,), for the
        fault that remembers them; zeros if not given, as before the first batch.
    """

    def __init__(
        self,
        network: Network,
        flat: Array,
        inputs: Array,
        targets: Array,
        l2: float = 0.0,
        off: Nodes = (),
        fault: Fault | None = None,
        leaked: Array | None = None,
    ) -> None:
        self._flat = flat.astype(np.float64)
        self._inputs = with_ones(len(inputs), inputs.shape[1], np.float64)
        self._inputs[:, :-1] = inputs
        self._targets = targets.astype(np.float64)
        self._before = np.zeros_like(self._flat)
        if leaked is not None:
            self._before[:] = leaked
        self._leaked = self._before.copy()
        self._passes = (
            Backprop(network, self._flat, len(inputs))
            if fault is None
            else FaultyBackprop(network, self._flat, len(inputs), fault, self._leaked)
        )
        self._passes.switch_off(off)
        self._kinked = [
            layer
            for layer, activation in zip(
                self._passes.layers, network.activations, strict=True
            )
            if activation in KINKED
        ]
        with quiet():
            self._passes.forward(self._inputs)
            self.loss = float(self._passes.losses(self._targets).mean())
            self._steps = self._step_sizes()
            self._noise = ROUND_OFFS * np.finfo(np.float64).eps * self._largest()
        self._gradient = np.zeros_like(self._flat)
        self._gradient_matrices = layer_matrices(network, self._gradient)
        self._l2 = l2
        self._penalty = np.zeros_like(self._flat)
        for matrix in layer_matrices(network, self._penalty):
            matrix[:, :-1] = l2

    def backprop(self) -> Array:
        """Find all derivatives by backpropagation, laid out like the parameters.

        Returns
        -------
        Array
            Shape (parameter_count,); the same array every time.
        """
        np.copyto(self._leaked, self._before)
        with quiet():
            self._passes.forward(self._inputs)
            self._passes.backward(self._targets)
            self._passes.gradients(self._gradient_matrices)
            if self._l2:
                self._gradient += self._penalty * self._flat
        return self._gradient

    def at(self, position: int) -> Slope:
        """Return one derivative by trying; `position` is that in the flat vector.

        The caller silences overflow (`backprop.quiet`).
        """
        here, step = float(self._flat[position]), float(self._steps[position])
        plus, minus = here + step, here - step
        losses, right = self._try(position, plus)
        left_losses, left = self._try(position, minus)
        self._flat[position] = here
        difference = float((losses - left_losses).mean())
        penalty = float(self._penalty[position])
        if penalty:
            # The other weights' squares are the same on both sides.
            difference += penalty / 2 * (plus * plus - minus * minus)
        crosses = any(bool((a != b).any()) for a, b in zip(right, left, strict=True))
        # plus - minus is 2h as it came out after rounding.
        width = plus - minus
        # Beside a huge parameter nothing is left of h: then there is no slope to find.
        return Slope(difference / width if width else float("nan"), crosses)

    def uncertainty(self, position: int) -> float:
        """Return how far rounding alone may move what `at` returns."""
        return float(self._noise / self._steps[position])

    def losses_along(self, position: int, values: Array) -> Array:
        """Return the loss with each of `values` in one parameter's place: (values,).

        The caller silences overflow (`backprop.quiet`).
        """
        here, penalty = float(self._flat[position]), float(self._penalty[position])
        losses = np.array(
            [self._try(position, float(value))[0].mean() for value in values]
        )
        self._flat[position] = here
        if penalty:
            # Not a difference of squares, which are infinite from 1e154 on.
            losses = losses + penalty / 2 * (values - here) * (values + here)
        return losses

    def _try(self, position: int, value: float) -> tuple[Array, list[BoolArray]]:
        """Return the losses with another value, and where kinked a are positive.

        That is where z is, but for nodes that are switched off.
        """
        self._flat[position] = value
        self._passes.forward(self._inputs)
        losses = self._passes.losses(self._targets)
        return losses, [layer.a > 0 for layer in self._kinked]

    def _step_sizes(self) -> Array:
        """Return h of every parameter: a weight's input says how far it moves z."""
        steps = np.zeros_like(self._flat)
        sources = [
            self._passes.inputs,
            *(layer.a_and_one for layer in self._passes.layers),
        ]
        for matrix, source in zip(
            layer_matrices(self._passes.network, steps), sources, strict=False
        ):
            matrix[:] = STEP / np.maximum(1.0, np.abs(source).max(axis=0))
        return steps

    def _largest(self) -> float:
        """Return the largest number that takes part in the loss, 1 at the least."""
        sums = (float(np.abs(layer.z).max()) for layer in self._passes.layers)
        return max(1.0, abs(self.loss), *sums)
