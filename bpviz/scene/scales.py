"""Which number has the strongest colour: the ends of the scales."""

from collections.abc import Iterable, Sequence

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.scene.numbers import round_up
from bpviz.scene.options import ScaleMode, SceneOptions

_COMPARABLE_EDGES = 128
_ALIKE, _UNLIKE = 1.5, 3.0
"""How many times larger the largest number of one layer is than that of another."""

_BOUNDED_BY_ONE = {"sigmoid", "tanh", "softmax"}


def scale_mode(network: Network, options: SceneOptions) -> ScaleMode:
    """Return the mode asked for, or the one that suits the network."""
    if options.scale_mode is not None:
        return options.scale_mode
    largest = max(inputs * outputs for inputs, outputs in network.fans())
    return ScaleMode.BY_NETWORK if largest <= _COMPARABLE_EDGES else ScaleMode.BY_LAYER


def edge_scales(
    peaks: Sequence[float], mode: ScaleMode, locked: Sequence[float | None]
) -> tuple[float, ...]:
    """Return the end of the scale of every layer's edges.

    Parameters
    ----------
    peaks : sequence of float
        The largest size in each layer.
    """
    if mode is ScaleMode.BY_NETWORK:
        return (round_up(max(peaks)),) * len(peaks)
    ends = [round_up(peak) for peak in peaks]
    return tuple(held(ends, locked) if mode is ScaleMode.LOCKED else ends)


def levelled(peaks: Sequence[float]) -> list[float]:
    """Return peaks of layers, those near the largest as high as it is.

    With a scale for itself every layer can be read, however small its numbers are.
    But then layers whose numbers are alike look different: of many weights that are
    drawn alike some are larger than any of few, so that a layer of 500 would seem
    mightier than one of 40,000 only because its scale ended sooner. So layers whose
    largest numbers are alike share a scale, and equal numbers look equal; the much
    smaller ones keep their own. Between the two it goes smoothly: nothing in the
    picture may jump because a number crossed a border.

    Parameters
    ----------
    peaks : sequence of float
        The largest size in each layer.
    """
    largest = max(peaks, default=0.0)
    return [_raised(peak, largest) for peak in peaks]


def _raised(peak: float, largest: float) -> float:
    if not 0 < peak < largest < float("inf"):
        return peak
    apart = largest / peak
    if apart <= _ALIKE:
        return largest
    if apart >= _UNLIKE:
        return peak
    share = (apart - _ALIKE) / (_UNLIKE - _ALIKE)
    return largest / (1 + share * (_UNLIKE - 1))


def held(ends: Sequence[float], locked: Sequence[float | None]) -> list[float]:
    """Return the locked ends, and the present ones where none is locked yet."""
    if len(locked) != len(ends):
        return list(ends)
    return [
        end if lock is None else lock for end, lock in zip(ends, locked, strict=True)
    ]


def activation_scale(
    values: Array, activation: str | None, known_peak: float | None = None
) -> float:
    """Return the end of a layer's scale of activations.

    1 where the activation function itself ends there, elsewhere by the largest value.
    For inputs, and for a node that is alone in its layer, it is at least 1: there is
    little to compare them with, and they should not all look large.

    Parameters
    ----------
    values : Array
        Of all samples of a batch, (rows, nodes): its samples are drawn alike.
    activation : str or None
        None for the input.
    known_peak : float or None
        The largest size in all of the data, where that is known.
    """
    if activation in _BOUNDED_BY_ONE:
        return 1.0
    largest = peak([values]) if known_peak is None else known_peak
    is_by_itself = activation is None or values.shape[1] == 1
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
