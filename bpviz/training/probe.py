"""Answers to a data set's probe points, for drawing the fit or the boundary."""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array, frozen
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.parameters import Parameters
from bpviz.nn.switched_off import Nodes
from bpviz.training.experiment import Experiment

_QUICK = 10_000_000
"""Products of weights and answers that are made in a millisecond or two."""


class ProbeAnswers:
    """Answers to a probe's points, found the first time that somebody looks at them.

    While a run goes on most moments pass without anybody looking.

    Parameters
    ----------
    find : callable
        Finds the answers: (points, outputs), read-only.
    """

    def __init__(self, find: Callable[[], Array]) -> None:
        self._find = find

    @cached_property
    def outputs(self) -> Array:
        """The answers: (points, outputs), read-only."""
        return self._find()


class Probe:
    """Gives the same points to one state of a network after another.

    Parameters
    ----------
    experiment : Experiment
        Whose network it is.
    points : Array
        (points, features).
    """

    def __init__(self, experiment: Experiment, points: Array) -> None:
        network = experiment.network
        self._flat = np.zeros(network.parameter_count, experiment.float_type)
        self._passes = Backprop(network, self._flat, len(points))
        self._inputs = with_ones(len(points), points.shape[1], self._flat.dtype)
        self._inputs[:, :-1] = points

    @classmethod
    def of(cls, experiment: Experiment, dataset: Dataset) -> "Probe | None":
        """Return a probe for `dataset`, None where it is not drawn that way."""
        return None if dataset.probe is None else cls(experiment, dataset.probe)

    def answers(self, parameters: Parameters, switched_off: Nodes) -> ProbeAnswers:
        """Return the answers with `parameters`, found by whoever looks at them first.

        That is the window, which has no time for those of a very large network: they
        are found here and now.
        """
        answers = ProbeAnswers(lambda: self._outputs(parameters, switched_off))
        if len(self._inputs) * parameters.flat.size > _QUICK:
            _ = answers.outputs
        return answers

    def _outputs(self, parameters: Parameters, switched_off: Nodes) -> Array:
        np.copyto(self._flat, parameters.flat)
        self._passes.switch_off(switched_off)
        with quiet():
            return frozen(self._passes.forward(self._inputs).copy())
