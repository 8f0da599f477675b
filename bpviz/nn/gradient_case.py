"""One batch with its right gradients, and everything they are made of."""

from collections.abc import Iterator

import numpy as np

from bpviz.nn.arrays import Array, frozen, frozen_copy
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters, layer_matrices

BIAS_SCALE = 0.1
"""Standard deviation of the biases that `with_biases` draws."""


class GradientCase:
    """A question that a gradient answers: this network, these samples; in float64.

    Parameters
    ----------
    network : Network
        Sizes, activations, loss.
    flat : Array
        Its parameters, (parameter_count,), of any precision.
    inputs, targets : Array
        The batch: (rows, inputs) and (rows, outputs).
    l2 : float
        Weight of the penalty (l2 / 2) * sum of squared weights.

    Attributes
    ----------
    rows : int
        Samples in the batch.
    parameters : Parameters
        The weights and biases.
    activations : tuple of Array
        ``activations[0]`` is the input, ``activations[l]`` the output of layer l.
    pre_activations, deltas : tuple of Array
        z and dL/dz of each layer, per sample, (rows, fan_out).
    gradients : dict of str to Array
        By name, ``weights_l`` (fan_in, fan_out) and ``biases_l`` (fan_out,), in the
        order of the backward pass: the last layer's first.
    """

    def __init__(
        self,
        network: Network,
        flat: Array,
        inputs: Array,
        targets: Array,
        l2: float = 0.0,
    ) -> None:
        self.network, self.l2 = network, l2
        self.rows = len(inputs)
        self.targets = frozen(targets.astype(np.float64))
        self.parameters = Parameters(network, frozen(flat.astype(np.float64)))
        passes = Backprop(network, self.parameters.flat, self.rows)
        batch = with_ones(self.rows, inputs.shape[1], np.float64)
        batch[:, :-1] = inputs
        gradients = np.zeros_like(self.parameters.flat)
        with quiet():
            passes.forward(batch)
            passes.backward(self.targets)
            passes.gradients(layer_matrices(network, gradients))
        layers = passes.layers
        self.activations = (
            frozen_copy(batch[:, :-1]),
            *(frozen_copy(layer.a) for layer in layers),
        )
        self.pre_activations = tuple(frozen_copy(layer.z) for layer in layers)
        self.deltas = tuple(frozen_copy(layer.deltas) for layer in layers)
        self.gradients = dict(self._named(Parameters(network, frozen(gradients))))

    @property
    def names(self) -> tuple[str, ...]:
        """The names as people count: weights_1, biases_1, weights_2, ..."""
        numbers = range(1, self.network.depth + 1)
        return tuple(f"{kind}_{n}" for n in numbers for kind in ("weights", "biases"))

    @property
    def is_finite(self) -> bool:
        """Whether every number of the right answer is one."""
        return all(np.isfinite(array).all() for array in self.gradients.values())

    def penalty(self, name: str) -> Array:
        """Return what the penalty adds to a gradient: l2 W, and nothing to biases."""
        parameter = self.parameter(name)
        share = self.l2 if name.startswith("weights") else 0.0
        return np.asarray(share * parameter)

    def parameter(self, name: str) -> Array:
        """Return the weights or biases called `name`."""
        kind, number = name.split("_")
        arrays = (
            self.parameters.weights if kind == "weights" else self.parameters.biases
        )
        return arrays[int(number) - 1]

    def _named(self, gradients: Parameters) -> Iterator[tuple[str, Array]]:
        for number in range(self.network.depth, 0, -1):
            name = f"weights_{number}"
            data = gradients.weights[number - 1]
            yield name, frozen(data + self.penalty(name))
            yield f"biases_{number}", frozen_copy(gradients.biases[number - 1])


def with_biases(network: Network, flat: Array, seed: int) -> Array:
    """Return parameters in which no layer's biases are all 0; those are drawn.

    A bias of 0 that is forgotten on the way forward leaves every gradient right.
    """
    given = flat.astype(np.float64)
    rng = np.random.default_rng(seed)
    for matrix in layer_matrices(network, given):
        drawn = rng.normal(0.0, BIAS_SCALE, len(matrix))
        if not matrix[:, -1].any():
            matrix[:, -1] = drawn
    return given
