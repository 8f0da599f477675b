"""Numbers in motion: which, from where to where, and what they make appear."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.scene.edge_raster import Floats
from bpviz.scene.layer_scene import Places

SETTLED_AT = 0.75
"""The share of its time after which a number that settles stays where it is."""


class NodePart(StrEnum):
    """A part of a node that an operation makes appear."""

    PRE_ACTIVATION = "pre_activation"
    ACTIVATION = "activation"
    DELTA = "delta"


class Motion(StrEnum):
    """How the numbers move."""

    TRAVEL = "travel"
    """From one end to the other."""
    SETTLE = "settle"
    """From the node that they come from to the middle of their edge, and stay."""
    SINK = "sink"
    """Into the middle of their edge, which they change."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """The numbers that move in one operation, the smallest first.

    Attributes
    ----------
    motion : Motion
        How they move.
    x0, y0, x1, y1 : ndarray of float32 of shape (numbers,)
        From where to where, in pixels.
    values : ndarray of float32 of shape (numbers,)
        What they are.
    colors : ndarray of uint8 of shape (numbers,)
        Places in `colors.signed_table`.
    radii : ndarray of float32 of shape (numbers,)
        In pixels; they grow with the sizes of the numbers.
    delays : ndarray of float32 of shape (numbers,)
        When each sets out, as a share of the whole time: a few that are written go
        one after the other, so that they can be read; many go together.
    texts : tuple of str
        The numbers in writing, where they are few; else empty.
    appears : NodePart or None
        What of a layer's nodes appears when they have arrived.
    layer : int
        Of which layer.
    """

    motion: Motion
    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    values: Floats
    colors: Places
    radii: Floats
    delays: Floats
    texts: tuple[str, ...] = ()
    appears: NodePart | None = None
    layer: int = 0

    def ways(self, time: float) -> Floats:
        """Return which share of its way each number has gone at a time from 0 to 1.

        A number travels as long as is left after the longest delay, and eases.
        """
        longest = float(self.delays.max(initial=0.0))
        shares = np.clip((time - self.delays) / (1 - longest), 0, 1)
        if self.motion is Motion.SETTLE:
            shares = np.minimum(shares / SETTLED_AT, 1)
        eased: Floats = shares * shares * (3 - 2 * shares)
        return eased
