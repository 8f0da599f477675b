"""Which number has the strongest colour: the ends of the scales."""

from collections.abc import Iterable, Sequence

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.scene.numbers import round_up
from bpviz.scene.options import ScaleMode, SceneOptions

_COMPARABLE_EDGES = 128

_BOUNDED_BY_ONE = {"sigmoid", "tanh", "softmax"}


def scale_mode(network: Network, options: SceneOptions) -> ScaleMode:
    """Return the mode asked for, or the one that suits the network."""
    if options.scale_mode is not None:
        return options.scale_mode
    largest = max(inputs * outputs for inputs, outputs in network.fans())
    return ScaleMode.BY_NETWORK if largest <= _COMPARABLE_EDGES else ScaleMode.BY_LAYER


def edge_scales(
    peaks: Sequence[float], mode: ScaleMode, locked: Sequence[float]
) -> tuple[float, ...]:
    """Return the end of the scale of every layer's edges.

    Parameters
    ----------
    peaks : sequence of float
        The largest size in each layer.
    """
    if mode is ScaleMode.LOCKED and len(locked) == len(peaks):
        return tuple(locked)
    if mode is ScaleMode.BY_NETWORK:
        return (round_up(max(peaks)),) * len(peaks)
    return tuple(round_up(peak) for peak in peaks)


def activation_scale(values: Array, activation: str | None) -> float:
    """Return the end of a layer's scale of activations.

    1 where the activation function itself ends there, elsewhere by the largest value.
    For inputs, and for a node that is alone in its layer, it is at least 1: there is
    little to compare them with, and they should not all look large.

    Parameters
    ----------
    activation : str or None
        None for the input.
    """
    if activation in _BOUNDED_BY_ONE:
        return 1.0
    largest = peak([values])
    is_by_itself = activation is None or len(values) == 1
    return round_up(max(largest, 1.0) if is_by_itself else largest)


def delta_scale(deltas: Array) -> float:
    """Return the end of a layer's scale of deltas."""
    return round_up(peak([deltas]))


def shared(scales: Sequence[float | None], mode: ScaleMode) -> list[float]:
    """Return the end of every layer's scale under a mode.

    Parameters
    ----------
    scales : sequence of float or None
        What each layer needs for itself; None where it has no numbers yet.
    """
    known = [scale for scale in scales if scale is not None]
    if mode is ScaleMode.BY_NETWORK:
        return [max(known, default=1.0)] * len(scales)
    return [1.0 if scale is None else scale for scale in scales]


def peak(arrays: Iterable[Array]) -> float:
    """Return the largest finite size in some arrays; 0 if there is none."""
    highest = 0.0
    for values in arrays:
        if values.size:
            size = max(float(values.max()), -float(values.min()))
            if not np.isfinite(size):
                finite = values[np.isfinite(values)]
                size = float(np.abs(finite).max(initial=0.0))
            highest = max(highest, size)
    return highest
