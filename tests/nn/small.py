"""One small experiment with random data, of which tests vary a single thing."""

import dataclasses
from typing import Any

from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import DataChoice, Experiment
from tests.nn.problems import Problem, random_problem

EXPERIMENT = Experiment(
    preset="small",
    data=DataChoice(key="small"),
    layer_sizes=(3, 5, 4, 2),
    activations=("sigmoid", "tanh", "identity"),
    loss="squared_error",
    batch_order=BatchOrder.IN_ORDER,
    initialisation=Initialisation("xavier", 1.0, "same"),
    seed=21,
)


def small_problem(
    l2: float = 0.0,
    samples: int = 10,
    hyperparameters: Hyperparameters | None = None,
    **changes: Any,
) -> Problem:
    """Return the small experiment with `changes` to its fields."""
    hyperparameters = hyperparameters or Hyperparameters(learning_rate=0.05, l2=l2)
    experiment = dataclasses.replace(
        EXPERIMENT, hyperparameters=hyperparameters, **changes
    )
    return random_problem(experiment, samples, seed=22)
