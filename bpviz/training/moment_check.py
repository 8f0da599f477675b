"""The gradient check of a moment's update, a slice of time after another."""

import numpy as np

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import quiet
from bpviz.nn.gradient_check import GradientCheck
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.trace import BackpropTrace
from bpviz.nn.update_check import parameters_after, rounding
from bpviz.training.changes import RunSettings
from bpviz.training.checked_passes import leaked_before
from bpviz.training.gradient_report import GradientReport
from bpviz.training.steps import Moment


class MomentCheck:
    """Checks the gradients of one update, and the update that was made of them.

    Parameters
    ----------
    trace : BackpropTrace
        The update.
    update : int
        Its number, counted from 1.
    moment : Moment
        Where the run stands.
    settings : RunSettings
        With which the update was made.
    memories : Array
        What the optimizer remembered before it, (memories, parameter_count).
    entries : int or None
        How many entries of every array to check; None for all.
    seed : int
        Which entries those are.
    """

    def __init__(
        self,
        trace: BackpropTrace,
        update: int,
        moment: Moment,
        settings: RunSettings,
        memories: Array,
        entries: int | None,
        seed: int,
    ) -> None:
        self._moment = moment
        self._check = GradientCheck(
            trace.parameters.network,
            trace.parameters.flat,
            trace.activations[0],
            trace.targets,
            l2=trace.l2,
            entries=entries,
            seed=seed,
            off=settings.switched_off,
            fault=settings.fault,
            leaked=leaked_before(trace, settings),
        )
        with quiet():
            self._update_error, self._update_is_right = _update_check(
                trace, memories, settings, update
            )

    def advance(self, seconds: float) -> bool:
        """Check entries for about so long, one at the least; True when all are done."""
        return self._check.advance(seconds)

    def report(self) -> GradientReport:
        """Publish what has been found so far."""
        check = self._check
        return GradientReport(
            moment=self._moment,
            arrays=check.arrays(),
            errors=check.errors(),
            done=check.done,
            count=check.count,
            backprop_seconds=check.backprop_seconds,
            numerical_seconds=check.numerical_seconds,
            numerical_seconds_for_all=check.numerical_seconds_for_all,
            is_right=check.is_right,
            update_error=self._update_error,
            update_is_right=self._update_is_right,
        )


def _update_check(
    trace: BackpropTrace, memories: Array, settings: RunSettings, update: int
) -> tuple[float, bool]:
    """Return how far the update is from its formula, and whether rounding explains it.

    A gradient that is all but zero is known to a few digits only, and adam divides by
    its size: so what the formula makes of a little more and a little less counts too.
    """
    before, after = trace.parameters.flat, trace.parameters_after.flat
    gradient, uncertainty = _gradient(trace)
    expected, more, less = (
        parameters_after(before, memories, g, settings.hyperparameters, update)
        for g in (gradient, gradient + uncertainty, gradient - uncertainty)
    )
    difference = np.abs(after - expected)
    allowed = rounding(before, expected) + np.abs(more - less)
    return float(difference.max()), bool((difference <= allowed).all())


def _gradient(trace: BackpropTrace) -> tuple[Array, Array]:
    """Return the gradient that the update used and how exactly it is known.

    Both are laid out like the parameters.
    """
    gradient = np.zeros(trace.parameters.flat.shape)
    uncertainty = np.zeros_like(gradient)
    network = trace.parameters.network
    epsilon = float(np.finfo(trace.parameters.flat.dtype).eps)
    for layer, (matrix, rough) in enumerate(
        zip(
            layer_matrices(network, gradient),
            layer_matrices(network, uncertainty),
            strict=True,
        )
    ):
        matrix[:, :-1] = trace.weight_gradients(layer).T
        matrix[:, -1] = trace.bias_gradients(layer)
        # No sum of n products is off by more than n roundings of their sizes' sum.
        sizes = np.abs(trace.deltas[layer])
        rough[:, :-1] = epsilon * (sizes.T @ np.abs(trace.activations[layer]))
        rough[:, -1] = epsilon * sizes.sum(axis=0)
    return gradient, uncertainty
