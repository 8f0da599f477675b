"""An experiment changes no more than other data ask for."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.data.catalog import DATASETS, load_dataset
from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.nn.initialisation import Initialisation
from bpviz.training.engine import Engine
from bpviz.training.experiment import ALL_SAMPLES, DataChoice
from bpviz.training.fitting import fitted, suggested
from bpviz.training.presets import PRESETS, preset

DATA = DataChoice(key="file", path="mine.csv")


def dataset(
    task: Task, outputs: int, features: int = 5, samples: int = 40, **options: Picture
) -> Dataset:
    labels = np.arange(samples, dtype=np.int64) % max(outputs, 2)
    targets = np.eye(max(outputs, 2))[labels][:, :outputs]
    is_regression = task is Task.REGRESSION
    return Dataset(
        key="file",
        title="mine.csv",
        task=task,
        picture=options.get("picture", Picture.TABLE),
        train=Samples(
            np.ones((samples, features)), targets, None if is_regression else labels
        ),
        test=None,
        input_names=(),
        output_names=tuple(map(str, range(outputs))),
    )


@pytest.mark.parametrize("key", PRESETS)
def test_its_own_data_change_nothing(key: str) -> None:
    experiment = preset(key).experiment
    data = experiment.data
    own = load_dataset(data.key, data.seed)
    if own.task is Task.REGRESSION and experiment.activations[-1] != "identity":
        pytest.skip("a worked example whose answers a sigmoid can give")
    assert fitted(experiment, data, own) == experiment


@pytest.mark.parametrize("key", PRESETS)
@pytest.mark.parametrize("other", DATASETS)
def test_every_preset_fits_every_data_set(key: str, other: str) -> None:
    data = DataChoice(key=other)
    loaded = load_dataset(other, 0)
    experiment = fitted(preset(key).experiment, data, loaded)
    engine = Engine(experiment, loaded)
    assert np.isfinite(engine.run_block(1)).all()
    assert experiment.layer_sizes[1:-1] == preset(key).experiment.layer_sizes[1:-1]
    assert experiment.preset == key


@pytest.mark.parametrize(
    ("key", "task", "outputs", "activation", "loss"),
    [
        ("quadratic", Task.REGRESSION, 3, "identity", "squared_error"),
        ("chain", Task.REGRESSION, 1, "identity", "squared_error"),
        ("xor", Task.REGRESSION, 1, "identity", "squared_error"),
        ("quadratic", Task.CLASSIFICATION, 1, "sigmoid", "binary_cross_entropy"),
        ("mnist-relu", Task.CLASSIFICATION, 1, "sigmoid", "binary_cross_entropy"),
        ("mnist-sigmoid", Task.CLASSIFICATION, 1, "sigmoid", "squared_error"),
        ("xor", Task.CLASSIFICATION, 1, "sigmoid", "binary_cross_entropy"),
        ("xor", Task.CLASSIFICATION, 3, "softmax", "softmax_cross_entropy"),
        ("quadratic", Task.CLASSIFICATION, 3, "softmax", "softmax_cross_entropy"),
        ("mnist-sigmoid", Task.CLASSIFICATION, 3, "sigmoid", "squared_error"),
        ("mnist-softmax", Task.CLASSIFICATION, 3, "softmax", "softmax_cross_entropy"),
    ],
)
def test_output(key: str, task: Task, outputs: int, activation: str, loss: str) -> None:
    base = preset(key).experiment
    experiment = fitted(base, DATA, dataset(task, outputs))
    assert experiment.activations == (*base.activations[:-1], activation)
    assert experiment.loss == loss
    assert experiment.layer_sizes[0] == 5
    assert experiment.layer_sizes[-1] == outputs


def test_a_batch_is_never_larger_than_the_data() -> None:
    small = dataset(Task.CLASSIFICATION, 10, samples=40)
    assert fitted(preset("mnist-relu").experiment, DATA, small).batch_size == 40
    assert fitted(preset("mnist-minibatch").experiment, DATA, small).batch_size == 10
    all_at_once = replace(preset("xor").experiment, batch_size=ALL_SAMPLES)
    assert fitted(all_at_once, DATA, small).batch_size == ALL_SAMPLES


def test_given_parameters_of_other_sizes_are_drawn() -> None:
    mazur = preset("mazur").experiment
    wider = dataset(Task.REGRESSION, 2, features=3)
    assert fitted(mazur, DATA, wider).initialisation == Initialisation()
    same = dataset(Task.REGRESSION, 2, features=2)
    assert fitted(mazur, DATA, same).initialisation == mazur.initialisation


def test_suggestions() -> None:
    table = suggested(DATA, dataset(Task.REGRESSION, 1))
    assert (table.layer_sizes, table.data) == ((5, 8, 1), DATA)
    assert table.preset == "file"
    pictures = dataset(Task.CLASSIFICATION, 3, features=64, picture=Picture.IMAGES)
    assert suggested(DATA, pictures).layer_sizes == (64, 50, 3)
