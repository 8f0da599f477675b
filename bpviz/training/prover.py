"""Proves one parameter's derivative for the batch of a moment."""

import numpy as np

from bpviz.nn.arrays import frozen
from bpviz.nn.backprop import quiet
from bpviz.nn.gradient_check import TOLERANCE, relative_error
from bpviz.nn.numerical_gradient import NumericalGradient
from bpviz.nn.parameter_key import ParameterKey
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings
from bpviz.training.checked_passes import leaked_before
from bpviz.training.proof import ParameterProof
from bpviz.training.steps import Moment

SLICE_POINTS = 81
_HALF_WIDTH = 0.5
"""Of the slice of the loss, for a parameter of 1 or less."""


def prove(
    key: ParameterKey, trace: BackpropTrace, moment: Moment, settings: RunSettings
) -> ParameterProof:
    """Differentiate the mean loss of the batch of `trace` by one parameter.

    Both ways in float64, whatever the precision of the run: see
    `nn.numerical_gradient`.

    Parameters
    ----------
    key : ParameterKey
        Which one.
    trace : BackpropTrace
        The update.
    moment : Moment
        Where the run stands.
    settings : RunSettings
        With which the update was made.

    Raises
    ------
    InputError
        If the network has no such parameter.
    """
    network = trace.parameters.network
    position = key.position(network)
    numerical = NumericalGradient(
        network,
        trace.parameters.flat,
        trace.activations[0],
        trace.targets,
        trace.l2,
        settings.switched_off,
        settings.fault,
        leaked_before(trace, settings),
    )
    value = float(trace.parameters.flat[position])
    half_width = _HALF_WIDTH * max(1.0, abs(value))
    values = value + np.linspace(-half_width, half_width, SLICE_POINTS)
    backprop = float(numerical.backprop()[position])
    with quiet():
        slope = numerical.at(position)
        losses = numerical.losses_along(position, values)
    error = relative_error(slope.value, backprop, numerical.uncertainty(position))
    return ParameterProof(
        key=key,
        moment=moment,
        value=value,
        backprop=backprop,
        numerical=slope.value,
        relative_error=error,
        crosses_kink=slope.crosses_kink,
        is_right=slope.crosses_kink or error <= TOLERANCE,
        slice_values=frozen(values),
        slice_losses=frozen(losses),
    )
