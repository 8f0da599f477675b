"""PyTorch in its ordinary way: modules, autograd and `optim.SGD`, on the CPU."""

from importlib import import_module
from typing import Any

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.training.experiment import DtypeName

MODULES = {"sigmoid": "Sigmoid", "relu": "ReLU"}


class PyTorch:
    """Eager PyTorch with the samples ready as tensors."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        torch: Any = import_module("torch")
        self._from_numpy = torch.from_numpy
        experiment = setting.experiment
        self._linear = []
        modules = []
        for (weights, biases), name in zip(
            setting.layers(dtype), experiment.activations, strict=True
        ):
            linear = torch.nn.Linear(*weights.shape, dtype=getattr(torch, dtype))
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(weights.T.copy()))
                linear.bias.copy_(torch.from_numpy(biases))
            self._linear.append(linear)
            modules.append(linear)
            if name in MODULES:
                modules.append(getattr(torch.nn, MODULES[name])())
        self._network = torch.nn.Sequential(*modules)
        inputs, targets = setting.samples(dtype)
        self._inputs = torch.from_numpy(inputs)
        rate = experiment.hyperparameters.learning_rate
        if experiment.loss == "softmax_cross_entropy":
            self._targets = torch.from_numpy(targets.argmax(axis=1))
            self._loss = torch.nn.CrossEntropyLoss()
        else:
            self._targets = torch.from_numpy(targets)
            self._loss = torch.nn.MSELoss(reduction="sum")
            rate /= experiment.batch_size
        self._optimizer = torch.optim.SGD(self._network.parameters(), lr=rate)
        self._walk = setting.walk()
        self._is_per_sample = experiment.batch_size == 1

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        inputs, targets = self._inputs, self._targets
        batches = self._walk.next(updates)
        if self._is_per_sample:
            for k in batches.ravel().tolist():
                self._learn(inputs[k : k + 1], targets[k : k + 1])
        else:
            for batch in self._from_numpy(batches):
                self._learn(inputs[batch], targets[batch])

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple(
            (
                np.array(linear.weight.detach().numpy()).T,
                np.array(linear.bias.detach().numpy()),
            )
            for linear in self._linear
        )

    def _learn(self, x: Any, y: Any) -> None:
        self._optimizer.zero_grad()
        loss = self._loss(self._network(x), y)
        loss.backward()
        self._optimizer.step()
