"""The update, written a second time: one expression an optimizer, in float64.

`optimizers` computes in place, in the run's precision and in the order that is
fastest. This is what its formulas say, computed as they stand there, so that an
update can be checked like a gradient.
"""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.optimizers import Hyperparameters

ROUNDINGS = 64.0
"""Roundings that may separate the two ways, generously."""


def parameters_after(
    parameters: Array,
    memories: Array,
    gradient: Array,
    settings: Hyperparameters,
    number: int,
) -> Array:
    """Return what an optimizer's formula makes of parameters, in float64.

    Parameters
    ----------
    parameters, gradient : Array
        w and g (with the penalty's share), (parameter_count,).
    memories : Array
        v, s, or m and s before the update, (memories, parameter_count).
    settings : Hyperparameters
        Which optimizer, and its numbers.
    number : int
        t, the update's number, counted from 1.
    """
    w, g = parameters.astype(np.float64), gradient.astype(np.float64)
    memory = memories.astype(np.float64)
    eta = settings.learning_rate
    step: Array
    match settings.optimizer:
        case "momentum":
            step = eta * (settings.momentum * memory[0] + g)
        case "rmsprop":
            s = settings.decay * memory[0] + (1 - settings.decay) * g**2
            step = eta * g / (np.sqrt(s) + settings.epsilon)
        case "adam":
            m = settings.beta1 * memory[0] + (1 - settings.beta1) * g
            s = settings.beta2 * memory[1] + (1 - settings.beta2) * g**2
            m_hat = m / (1 - settings.beta1**number)
            s_hat = s / (1 - settings.beta2**number)
            step = eta * m_hat / (np.sqrt(s_hat) + settings.epsilon)
        case _:
            step = eta * g
    after: Array = w - step
    return after


def rounding(before: Array, expected: Array) -> Array:
    """Return how far rounding may move each parameter that an update leaves.

    Parameters
    ----------
    before : Array
        The parameters in the run's precision.
    expected : Array
        What `parameters_after` makes of them.
    """
    size = np.maximum(np.abs(before), np.abs(expected - before))
    allowed: Array = ROUNDINGS * np.finfo(before.dtype).eps * np.maximum(size, 1e-3)
    return allowed
