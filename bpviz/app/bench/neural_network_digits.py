"""The PyPI program neural-network-digits, by its own `train_step`."""

from importlib import import_module
from typing import Any

from bpviz.app.bench.setting import Layers, Setting
from bpviz.training.experiment import DtypeName


class NeuralNetworkDigits:
    """Its `NeuralNetwork`, float32 throughout, in batches as its trainer makes them.

    What its trainer does besides (turning and shifting the pictures) is left out.
    """

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        module: Any = import_module("nn_digits.neural_net.network")
        experiment = setting.experiment
        self._network = module.NeuralNetwork(experiment.layer_sizes)
        layers = setting.layers(dtype)
        self._network.weights = [weights for weights, _ in layers]
        self._network.biases = [biases for _, biases in layers]
        self._settings = experiment.hyperparameters
        self._inputs, self._targets = setting.samples(dtype)
        self._walk = setting.walk()

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        settings = self._settings
        for batch in self._walk.next(updates):
            self._network.train_step(
                self._inputs[batch],
                self._targets[batch],
                settings.learning_rate,
                settings.momentum,
                settings.l2,
            )

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple(zip(self._network.weights, self._network.biases, strict=True))
