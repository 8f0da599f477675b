"""scikit-learn's multilayer perceptron through `partial_fit`."""

from importlib import import_module
from typing import Any

import numpy as np

from bpviz.app.bench.setting import Layers, Setting
from bpviz.training.experiment import DtypeName

ACTIVATIONS = {"sigmoid": "logistic", "relu": "relu"}


class ScikitLearn:
    """`MLPRegressor` or `MLPClassifier`; the hidden layers share one activation.

    It has no squared error on sigmoid outputs: a classifier's outputs are softmax
    with cross-entropy. It gets the samples of all updates of a call at once and
    makes its batches itself, which is the fastest way to call it.
    """

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        experiment = setting.experiment
        rate = experiment.hyperparameters.learning_rate
        module: Any = import_module("sklearn.neural_network")
        inputs, targets = setting.samples(dtype)
        labels = setting.dataset.train.labels
        if labels is None:
            # Its squared error has a factor of one half.
            rate *= 2
            kind = module.MLPRegressor
            self._answers: Any = targets.ravel()
            self._arguments: dict[str, Any] = {}
        else:
            kind = module.MLPClassifier
            self._answers = labels
            self._arguments = {"classes": np.unique(labels)}
        self._model = kind(
            hidden_layer_sizes=experiment.layer_sizes[1:-1],
            activation=ACTIVATIONS[experiment.activations[0]],
            solver="sgd",
            alpha=0.0,
            batch_size=experiment.batch_size,
            learning_rate_init=rate,
            shuffle=False,
            momentum=0.0,
            nesterovs_momentum=False,
        )
        self._inputs = inputs
        self._walk = setting.walk()
        self._begin(setting, dtype)

    def advance(self, updates: int) -> None:
        """Make so many more updates."""
        samples = self._walk.next(updates).ravel()
        self._model.partial_fit(
            self._inputs[samples], self._answers[samples], **self._arguments
        )

    def layers(self) -> Layers:
        """Return the parameters as they stand."""
        return tuple(zip(self._model.coefs_, self._model.intercepts_, strict=True))

    def _begin(self, setting: Setting, dtype: DtypeName) -> None:
        """Let it make its arrays in a first update, then fill them."""
        first = setting.batches[0]
        self._model.partial_fit(
            self._inputs[first], self._answers[first], **self._arguments
        )
        for (weights, biases), own_weights, own_biases in zip(
            setting.layers(dtype),
            self._model.coefs_,
            self._model.intercepts_,
            strict=True,
        ):
            own_weights[...] = weights
            own_biases[...] = biases
