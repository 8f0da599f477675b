"""What of a training state is carried over when the settings of a run change."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.faults import extra_memories
from bpviz.nn.optimizers import MEMORIES
from bpviz.training.changes import RunSettings


def memories(settings: RunSettings) -> int:
    """Return how many vectors an update with `settings` remembers."""
    return _of_optimizer(settings) + extra_memories(settings.fault)


def carried(block: Array, before: RunSettings, after: RunSettings) -> Array:
    """Return the training state with which a run goes on when settings change.

    Parameters
    ----------
    block : Array
        The state so far, (1 + memories, parameter_count).

    Returns
    -------
    Array
        The same parameters; the optimizer's memory if it is of the same kind, and
        what a fault remembers if it stays on. Anything else begins at zero.
    """
    result = np.zeros((1 + memories(after), block.shape[1]), block.dtype)
    result[0] = block[0]
    if _memory_of(after) == _memory_of(before):
        stop = 1 + _of_optimizer(after)
        result[1:stop] = block[1:stop]
    if extra_memories(after.fault) and after.fault is before.fault:
        result[-1] = block[-1]
    return result


def _memory_of(settings: RunSettings) -> tuple[str, int]:
    """Return whose memory it is and since when."""
    return settings.hyperparameters.optimizer, settings.optimizer_since


def _of_optimizer(settings: RunSettings) -> int:
    return MEMORIES[settings.hyperparameters.optimizer]
