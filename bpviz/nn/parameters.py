"""Weights and biases: one flat vector in memory, matrices to look at.

All parameters of a network lie in one vector, layer after layer; a layer's share
is a matrix with one row a node, the node's weights first and its bias last. So a
checkpoint is one copy, an optimizer one sweep, and z = a W + b one product with
the bias riding along as the weight of a constant 1.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from typing_extensions import override

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array, frozen_copy
from bpviz.nn.network import Network


def layer_matrices(network: Network, flat: Array) -> tuple[Array, ...]:
    """Return every layer's view into `flat`, each (fan_out, fan_in + 1)."""
    matrices = []
    start = 0
    for fan_in, fan_out in network.fans():
        stop = start + fan_out * (fan_in + 1)
        matrices.append(flat[start:stop].reshape(fan_out, fan_in + 1))
        start = stop
    return tuple(matrices)


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """A published state of all weights and biases; never written again.

    Attributes
    ----------
    network : Network
        Whose parameters they are.
    flat : Array
        All of them, read-only, shape (network.parameter_count,).
    weights : tuple of Array
        ``weights[l]`` maps layer l's inputs to its outputs: (fan_in, fan_out).
    biases : tuple of Array
        ``biases[l]``: (fan_out,).
    """

    network: Network
    flat: Array
    weights: tuple[Array, ...] = field(init=False)
    biases: tuple[Array, ...] = field(init=False)

    def __post_init__(self) -> None:
        matrices = layer_matrices(self.network, self.flat)
        object.__setattr__(self, "weights", tuple(m[:, :-1].T for m in matrices))
        object.__setattr__(self, "biases", tuple(m[:, -1] for m in matrices))

    @override
    def __reduce__(self) -> tuple[type["Parameters"], tuple[Network, Array]]:
        # Matrices are views of the vector; to send them too would send all twice.
        return Parameters, (self.network, self.flat)

    @classmethod
    def copy_of(cls, network: Network, flat: Array) -> "Parameters":
        """Publish a copy of `flat` as it stands."""
        return cls(network, frozen_copy(flat))


def flat_from_arrays(
    network: Network, weights: list[Array], biases: list[Array], dtype: Any
) -> Array:
    """Pack matrices given as people write them into one flat vector.

    Parameters
    ----------
    weights : list of Array
        One (fan_in, fan_out) matrix a layer.
    biases : list of Array
        One (fan_out,) vector a layer.

    Raises
    ------
    InputError
        If there are too many or too few, a shape does not fit the network or a number
        is not finite.
    """
    for name, arrays in (("weights", weights), ("biases", biases)):
        if len(arrays) != network.depth:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "{layers} layers need {layers} arrays of {name}; got {given}.",
                ),
                layers=network.depth,
                name=name,
                given=len(arrays),
            )
    flat = np.empty(network.parameter_count, dtype)
    matrices = layer_matrices(network, flat)
    for number, (matrix, w, b) in enumerate(
        zip(matrices, weights, biases, strict=True), start=1
    ):
        fan_out, fan_in = matrix.shape[0], matrix.shape[1] - 1
        for name, array, shape in (
            ("weights", w, (fan_in, fan_out)),
            ("biases", b, (fan_out,)),
        ):
            _check(f"{name}_{number}", array, shape, dtype)
        matrix[:, :-1] = w.T
        matrix[:, -1] = b
    return flat


def _check(name: str, array: Array, shape: tuple[int, ...], dtype: Any) -> None:
    if array.shape != shape:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{name} has shape {given}; this network needs {needed}.",
            ),
            name=name,
            given=array.shape,
            needed=shape,
        )
    with np.errstate(over="ignore"):  # a large float64 is an infinite float32
        is_number = array.dtype.kind in "fiu" and np.isfinite(array.astype(dtype)).all()
    if not is_number:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{name} holds something that is not a finite number."
            ),
            name=name,
        )
