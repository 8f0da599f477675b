"""An experiment is checked once, and every wrong value has its sentence."""

import dataclasses
import math
from typing import Any

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.experiment import DataChoice, Experiment
from tests.nn.small import EXPERIMENT

NAN, INFINITE = math.nan, math.inf


def changed(name: str, value: Any) -> Experiment:
    """Return an experiment with one value changed, wherever it stands."""
    if name in {field.name for field in dataclasses.fields(Hyperparameters)}:
        settings = dataclasses.replace(EXPERIMENT.hyperparameters, **{name: value})
        return dataclasses.replace(EXPERIMENT, hyperparameters=settings)
    if name == "init_scale":
        return dataclasses.replace(
            EXPERIMENT, initialisation=Initialisation("normal", value)
        )
    if name == "data_seed":
        return dataclasses.replace(EXPERIMENT, data=DataChoice(key="xor", seed=value))
    return dataclasses.replace(EXPERIMENT, **{name: value})


@pytest.mark.parametrize(
    ("name", "allowed", "values"),
    [
        ("learning_rate", "> 0", [0.0, -0.1, NAN, INFINITE, -INFINITE]),
        ("momentum", ">= 0, < 1", [-0.1, 1.0, 2.0, NAN, INFINITE]),
        ("decay", ">= 0, < 1", [-0.1, 1.0, 2.0, NAN, INFINITE]),
        ("beta1", ">= 0, < 1", [-0.1, 1.0, 2.0, NAN, INFINITE]),
        ("beta2", ">= 0, < 1", [-0.1, 1.0, 2.0, NAN, INFINITE]),
        ("epsilon", "> 0", [0.0, -1e-8, NAN, INFINITE]),
        ("l2", ">= 0", [-1e-9, NAN, INFINITE]),
        ("batch_size", ">= 0", [-1]),
        ("epochs", ">= 1", [0, -3]),
        ("updates", ">= 0", [-1]),
        ("seed", ">= 0", [-1]),
        ("data_seed", ">= 0, < 4294967296", [-1, 2**32, 10**400]),
        ("init_scale", "finite", [NAN, INFINITE, -INFINITE]),
    ],
)
def test_numbers_out_of_range_are_refused(
    name: str, allowed: str, values: list[float]
) -> None:
    for value in values:
        with pytest.raises(InputError) as caught:
            changed(name, value)
        assert str(caught.value) == f"{name} must be {allowed}; got {value}."


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("learning_rate", [1e-300, 1e300]),
        ("momentum", [0.0, 0.999]),
        ("decay", [0.0, 0.999]),
        ("beta1", [0.0, 0.999]),
        ("beta2", [0.0, 0.999]),
        ("epsilon", [1e-300]),
        ("l2", [0.0, 10.0]),
        ("batch_size", [0, 1]),
        ("epochs", [1]),
        ("updates", [0]),
        ("seed", [0, 2**64, 10**400]),
        ("data_seed", [0, 2**32 - 1]),
        ("init_scale", [-1.0, 0.0]),
    ],
)
def test_numbers_at_the_edge_are_fine(name: str, values: list[float]) -> None:
    for value in values:
        changed(name, value)


def test_a_network_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match=r"^2 layers need 2 activations"):
        changed("layer_sizes", (3, 4, 2))


def test_float_types() -> None:
    assert changed("dtype", "float32").float_type is np.float32
    assert changed("dtype", "float64").float_type is np.float64
