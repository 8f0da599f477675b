"""Proof that contestants do the same work: their parameters after a few updates.

A benchmark of code that computes something else means nothing, so this comes before
any clock is started.
"""

from collections.abc import Iterable

import numpy as np

from bpviz.app.bench.bpviz_engine import BpvizEngine
from bpviz.app.bench.entrants import Entrant
from bpviz.app.bench.setting import Contestant, Layers, Setting
from bpviz.messages import RunError
from bpviz.nn.backprop import quiet

UPDATES = 20
TOLERANCES = {"float64": 1e-9, "float32": 1e-3}
"""Largest difference between two parameters, relative to the largest change."""


def check_agreement(
    case: str, setting: Setting, contestants: Iterable[tuple[Entrant, Contestant]]
) -> None:
    """Let every contestant make a few updates and compare it with bpviz.

    Parameters
    ----------
    case : str
        Key of the case, for the message.
    setting : Setting
        Where all of them begin.
    contestants : iterable of pairs
        Fresh ones.

    Raises
    ------
    RunError
        If one that should do the same mathematics has other parameters.
    """
    updates = min(UPDATES, len(setting.batches))
    reference = BpvizEngine(setting, "float64")
    with quiet():
        reference.advance(updates)
        right = reference.layers()
        change = largest_difference(right, setting.first_layers)
        for entrant, contestant in contestants:
            contestant.advance(updates)
            difference = largest_difference(contestant.layers(), right)
            allowed = TOLERANCES[entrant.dtype] * change
            if not entrant.exception and not difference <= allowed:
                raise RunError(
                    "after {updates} updates of case {case} {name} ({dtype}) has other "
                    "parameters than bpviz: they differ by {difference}, allowed is "
                    "{allowed}; it computes something else, so its speed means nothing",
                    case=case,
                    updates=updates,
                    name=entrant.name,
                    dtype=entrant.dtype,
                    difference=f"{difference:.3g}",
                    allowed=f"{allowed:.3g}",
                )


def largest_difference(some: Layers, others: Layers) -> float:
    """Return the largest difference between two weights or two biases."""
    return max(
        float(np.abs(mine - theirs).max())
        for layer, other in zip(some, others, strict=True)
        for mine, theirs in zip(layer, other, strict=True)
    )
