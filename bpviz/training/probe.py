"""Answers to a data set's probe points, for drawing the fit or the boundary."""

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array, frozen
from bpviz.nn.backprop import Backprop, quiet, with_ones
from bpviz.nn.parameters import Parameters
from bpviz.nn.switched_off import Nodes
from bpviz.training.experiment import Experiment


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

    def outputs(self, parameters: Parameters, switched_off: Nodes) -> Array:
        """Answer with `parameters`: (points, outputs), read-only."""
        np.copyto(self._flat, parameters.flat)
        self._passes.switch_off(switched_off)
        with quiet():
            return frozen(self._passes.forward(self._inputs).copy())
