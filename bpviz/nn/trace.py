"""A trace: every number that one forward and backward pass produced, published."""

from dataclasses import dataclass

from bpviz.nn.arrays import Array, IntArray, frozen, frozen_copy
from bpviz.nn.backprop import Backprop, quiet
from bpviz.nn.parameters import Parameters


@dataclass(frozen=True, slots=True, eq=False)
class BackpropTrace:
    """Everything one update computed, read-only; rows are samples.

    Indices count from 0: ``weights[l]`` of the parameters, ``pre_activations[l]``
    and ``deltas[l]`` belong to the layer that people call l + 1.

    Attributes
    ----------
    parameters, parameters_after : Parameters
        Those that the passes used, and what the update made of them.
    samples : IntArray
        Index of each sample in the training data, (rows,).
    targets : Array
        (rows, outputs).
    activations : tuple of Array
        ``activations[0]`` is the input, ``activations[l]`` the output of layer l.
    pre_activations : tuple of Array
        z of each layer, (rows, fan_out).
    deltas : tuple of Array
        dL/dz of each layer, per sample, (rows, fan_out).
    losses : Array
        (rows,).
    l2 : float
        Weight of the penalty that takes part in the gradients.
    faulty_gradients : Parameters or None
        The gradients as a faulty backpropagation computed them, without the penalty;
        None where they follow from activations and deltas.
    """

    parameters: Parameters
    parameters_after: Parameters
    samples: IntArray
    targets: Array
    activations: tuple[Array, ...]
    pre_activations: tuple[Array, ...]
    deltas: tuple[Array, ...]
    losses: Array
    l2: float = 0.0
    faulty_gradients: Parameters | None = None

    @property
    def loss(self) -> float:
        """Mean loss of the batch (without the penalty)."""
        with quiet():
            return float(self.losses.mean())

    def weight_gradients(self, layer: int) -> Array:
        """Return dL/dW = a_prev^T delta / n (+ l2 W) of ``weights[layer]``.

        Shape (fan_in, fan_out).
        """
        if self.faulty_gradients is not None:
            gradients = self.faulty_gradients.weights[layer].copy()
        else:
            products = self.activations[layer].T @ self.deltas[layer]
            gradients = products / len(self.losses)
        if self.l2:
            gradients += self.l2 * self.parameters.weights[layer]
        return frozen(gradients)

    def bias_gradients(self, layer: int) -> Array:
        """Return dL/db, the mean of the deltas, of ``biases[layer]``: (fan_out,)."""
        if self.faulty_gradients is not None:
            return self.faulty_gradients.biases[layer]
        return frozen(self.deltas[layer].sum(axis=0) / len(self.losses))


def publish(
    backprop: Backprop,
    parameters: Parameters,
    parameters_after: Parameters,
    targets: Array,
    samples: IntArray,
    l2: float,
) -> BackpropTrace:
    """Copy what `backprop`'s last passes and update left in buffers into a trace."""
    samples = samples.copy()
    samples.setflags(write=False)
    layers = backprop.layers
    computed = backprop.computed
    return BackpropTrace(
        parameters=parameters,
        parameters_after=parameters_after,
        samples=samples,
        targets=frozen_copy(targets),
        activations=(
            frozen_copy(backprop.inputs[:, :-1]),
            *(frozen_copy(layer.a) for layer in layers),
        ),
        pre_activations=tuple(frozen_copy(layer.z) for layer in layers),
        deltas=tuple(frozen_copy(layer.deltas) for layer in layers),
        losses=frozen(backprop.losses(targets)),
        l2=l2,
        faulty_gradients=(
            None if computed is None else Parameters.copy_of(backprop.network, computed)
        ),
    )
