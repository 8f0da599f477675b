"""Watches: single numbers of the network, recorded update by update."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.nn.arrays import Array


class WatchQuantity(StrEnum):
    """What is watched."""

    WEIGHT = "weight"
    BIAS = "bias"
    ACTIVATION = "activation"
    DELTA = "delta"
    WEIGHT_GRADIENT = "weight_gradient"
    BIAS_GRADIENT = "bias_gradient"
    WEIGHT_NORM = "weight_norm"
    GRADIENT_NORM = "gradient_norm"


@dataclass(frozen=True, slots=True)
class Watch:
    """One number that is recorded at every update.

    Attributes
    ----------
    quantity : WatchQuantity
        What it is. Activations and deltas are means over the batch; norms are
        Euclidean, per weight (root mean square), of a layer or, with layer 0, of all.
    layer : int
        Counted from 1; 0 for the input's activations and for norms of everything.
    node : int
        Node of the layer, from 0; not used by norms.
    start : int
        The node before, for weights and their gradients; else not used.
    """

    quantity: WatchQuantity
    layer: int
    node: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class WatchCurve:
    """What a watch has recorded, in a bounded number of entries.

    Attributes
    ----------
    watch : Watch
        What was watched.
    start : int
        The first update's number, counted from 1.
    stride : int
        Updates that one entry stands for.
    lowest, highest, mean : ndarray
        Over the updates in each entry, shape (entries,); nan for stretches that were
        not watched.
    """

    watch: Watch
    start: int
    stride: int
    lowest: Array
    highest: Array
    mean: Array

    @property
    def since(self) -> int:
        """The update, counted from 1, from which on all is known to the end."""
        gaps = np.flatnonzero(np.isnan(self.mean))
        return self.start + self.stride * int(gaps[-1] + 1 if len(gaps) else 0)
