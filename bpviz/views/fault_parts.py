"""Which part of a curve was made with a fault on, to be drawn as what it is.

Qt-free. What stands at an update was computed with the parameters that so many updates
have left: at the update after which a fault was switched on it is sound yet.
"""

import numpy as np

from bpviz.nn.arrays import Array, BoolArray
from bpviz.scene.run_changes import FaultSpans


def with_fault(updates: Array, spans: FaultSpans) -> BoolArray:
    """Tell of every point whether a fault had a part in it."""
    faulty: BoolArray = np.zeros(updates.shape, bool)
    for since, until in spans:
        faulty |= (updates > since) & (updates <= until)
    return faulty


def is_faulty_at(update: float, spans: FaultSpans) -> bool:
    """Tell whether a fault had a part in what stands at an update."""
    return any(since < update <= until for since, until in spans)


def sound_line(values: Array, faulty: BoolArray) -> Array:
    """Return the values of a line without a fault, with gaps where there is one."""
    return np.where(faulty, np.nan, values)


def faulty_line(values: Array, faulty: BoolArray) -> Array:
    """Return the rest of the line, which begins at the last point without a fault."""
    kept = faulty.copy()
    kept[:-1] |= faulty[1:]
    return np.where(kept, values, np.nan)
