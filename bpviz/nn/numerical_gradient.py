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
from bpviz.nn.network import Network
from bpviz.nn.parameters import layer_matrices

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
    """

    def __init__(
        self,
        network: Network,
        flat: Array,
        inputs: Array,
        targets: Array,
        l2: float = 0.0,
    ) -> None:
        self._flat = flat.astype(np.float64)
        self._inputs = with_ones(len(inputs), inputs.shape[1], np.float64)
        self._inputs[:, :-1] = inputs
        self._targets = targets.astype(np.float64)
        self._passes = Backprop(network, self._flat, len(inputs))
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

    def _try(self, position: int, value: float) -> tuple[Array, list[BoolArray]]:
        """Return the losses with another value, and where kinked z are positive."""
        self._flat[position] = value
        self._passes.forward(self._inputs)
        losses = self._passes.losses(self._targets)
        return losses, [layer.z > 0 for layer in self._kinked]

    def _step_sizes(self) -> Array:
        """Return h of every parameter: a weight's input says how far it moves z."""
        steps = np.zeros_like(self._flat)
        sources = [self._inputs, *(layer.a_and_one for layer in self._passes.layers)]
        for matrix, source in zip(
            layer_matrices(self._passes.network, steps), sources, strict=False
        ):
            matrix[:] = STEP / np.maximum(1.0, np.abs(source).max(axis=0))
        return steps

    def _largest(self) -> float:
        """Return the largest number that takes part in the loss, 1 at the least."""
        sums = (float(np.abs(layer.z).max()) for layer in self._passes.layers)
        return max(1.0, abs(self.loss), *sums)
