"""Where weights and biases begin: drawn from a seed, the same every time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.nn.parameters import flat_from_arrays, layer_matrices

InitialisationName = Literal[
    "normal", "uniform", "xavier", "he", "zeros", "constant", "given"
]
InitialBiases = Literal["same", "zeros"]


@dataclass(frozen=True, slots=True)
class Initialisation:
    """How the first parameters are drawn.

    Attributes
    ----------
    name : str
        ``normal`` N(0, scale^2); ``uniform`` U(-scale, scale); ``xavier`` N(0,
        scale^2 * 2 / (fan_in + fan_out)) (Glorot and Bengio 2010); ``he`` N(0,
        scale^2 * 2 / fan_in) (He et al. 2015); ``zeros``; ``constant`` all scale;
        ``given`` in `values`.
    scale : float
        As above.
    biases : str
        ``same``: drawn like the weights, as the first and fourth article do;
        ``zeros``: 0.
    values : tuple of float
        Where they are given: layer by layer the weights, (fan_in, fan_out) row by
        row, then the biases.
    """

    name: InitialisationName = "xavier"
    scale: float = 1.0
    biases: InitialBiases = "zeros"
    values: tuple[float, ...] = ()


_Draw = Callable[[np.random.Generator, tuple[int, ...], int, int], Array]

_DRAWS: dict[str, _Draw] = {
    "normal": lambda rng, shape, _i, _o: rng.standard_normal(shape),
    "uniform": lambda rng, shape, _i, _o: rng.uniform(-1.0, 1.0, shape),
    "xavier": lambda rng, shape, i, o: (
        rng.standard_normal(shape) * (2 / (i + o)) ** 0.5
    ),
    "he": lambda rng, shape, i, _o: rng.standard_normal(shape) * (2 / i) ** 0.5,
    "zeros": lambda _rng, shape, _i, _o: np.zeros(shape),
    "constant": lambda _rng, shape, _i, _o: np.ones(shape),
}


def initial_parameters(
    network: Network, initialisation: Initialisation, seed: int, dtype: Any
) -> Array:
    """Draw the first parameters of `network`.

    Layer by layer, the weights (fan_out, fan_in) and then the biases are drawn in
    float64 from ``default_rng(seed)`` and rounded to `dtype`, so both precisions
    start from the same point.

    Returns
    -------
    Array
        Shape (network.parameter_count,).

    Raises
    ------
    InputError
        If values are given and are not as many as the network has parameters, or if
        the scale is too large for `dtype`.
    """
    if initialisation.name == "given":
        return _given(network, initialisation.values, dtype)
    rng = np.random.default_rng(seed)
    draw = _DRAWS[initialisation.name]
    flat = np.zeros(network.parameter_count, dtype)
    with np.errstate(over="ignore"):
        for matrix in layer_matrices(network, flat):
            fan_out, fan_in = matrix.shape[0], matrix.shape[1] - 1
            weights = draw(rng, (fan_out, fan_in), fan_in, fan_out)
            matrix[:, :-1] = weights * initialisation.scale
            if initialisation.biases == "same":
                biases = draw(rng, (fan_out,), fan_in, fan_out)
                matrix[:, -1] = biases * initialisation.scale
    if not np.isfinite(flat).all():
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "With init_scale {scale} the first weights are not finite: make it "
                "smaller.",
            ),
            scale=initialisation.scale,
        )
    return flat


def _given(network: Network, values: tuple[float, ...], dtype: Any) -> Array:
    """Put values in the order in which people write them where they belong."""
    if len(values) != network.parameter_count:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The network has {count} weights and biases; {given} values are given.",
            ),
            count=network.parameter_count,
            given=len(values),
        )
    rest = np.array(values)
    weights, biases = [], []
    for fan_in, fan_out in network.fans():
        matrix, vector, rest = np.split(
            rest, [fan_in * fan_out, (fan_in + 1) * fan_out]
        )
        weights.append(matrix.reshape(fan_in, fan_out))
        biases.append(vector)
    return flat_from_arrays(network, weights, biases, dtype)
