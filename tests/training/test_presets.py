"""Every preset is what its article says, opens, learns and can be stepped through."""

import numpy as np
import pytest

from bpviz.data.catalog import DATASETS
from bpviz.data.order import BatchOrder
from bpviz.messages import InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.training.messages import OpenExperiment, Report, Run, Step
from bpviz.training.presets import PRESETS, preset
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment, operations_for

SMALL = [key for key in PRESETS if not key.startswith("mnist")]
MNIST = [key for key in PRESETS if key.startswith("mnist")]
PLANES = ["xor", "circles", "spiral", "moons"]


def opened(key: str) -> tuple[Session, Report]:
    session = Session()
    return session, session.handle(OpenExperiment(experiment=preset(key).experiment))


def test_what_there_is() -> None:
    assert set(PRESETS) == {
        *("quadratic", "chain", "mazur"),
        *("mnist-sigmoid", "mnist-softmax", "mnist-relu", "mnist-minibatch"),
        *PLANES,
    }
    assert next(iter(PRESETS)) == "quadratic"  # the default at first launch


def test_an_unknown_preset() -> None:
    with pytest.raises(InputError) as caught:
        preset("nope")
    assert str(caught.value) == (
        f"Unknown preset 'nope'; choose from {', '.join(PRESETS)}."
    )


@pytest.mark.parametrize("key", PRESETS)
def test_names(key: str) -> None:
    shown = preset(key)
    assert shown.key == shown.experiment.preset == key
    assert shown.title
    assert shown.description.endswith(".")
    assert shown.experiment.data.key in DATASETS
    default_seed = DATASETS[shown.experiment.data.key].default_seed
    assert shown.experiment.data.seed == (default_seed or 0)


@pytest.mark.parametrize("key", SMALL)
def test_a_small_preset_learns(key: str) -> None:
    session, opening = opened(key)
    assert opening.opened is not None
    updates = 20 * opening.opened.updates_per_epoch
    report = session.handle(Run(budget=60.0, until=updates))
    assert report.reached
    evaluations = report.curves.evaluations
    assert [entry.epoch for entry in evaluations] == list(range(21))
    assert evaluations[-1].train_loss < evaluations[0].train_loss
    if key in PLANES:
        assert evaluations[-1].test_accuracy is not None
        assert evaluations[-1].test_accuracy > 0.6


@pytest.mark.parametrize("key", PRESETS)
def test_every_operation_can_be_stepped_through(key: str) -> None:
    session, opening = opened(key)
    operations = operations_for(opening.frame.network.depth)
    report = opening
    for direction in (1, -1):
        for count in range(1, len(operations) + 1):
            report = session.handle(
                Step(granularity=Granularity.OPERATION, direction=direction)
            )
            done = count if direction == 1 else len(operations) - count
            assert report.frame.moment == Moment(*divmod(done, len(operations)))
            if done:
                assert report.frame.operation == operations[done - 1]
    assert report.frame.trace is None
    assert np.array_equal(report.frame.parameters.flat, opening.frame.parameters.flat)


@pytest.mark.parametrize("key", MNIST)
def test_a_mnist_preset_takes_updates(key: str) -> None:
    session, opening = opened(key)
    experiment = preset(key).experiment
    assert opening.opened is not None
    batch = experiment.batch_size
    assert opening.opened.updates_per_epoch == 60_000 // batch
    report = session.handle(Run(budget=60.0, until=8))
    assert report.reached
    trace = report.frame.trace
    assert trace is not None
    assert trace.activations[0].shape == (batch, 784)
    assert 0 <= trace.activations[0].min() < trace.activations[0].max() <= 1
    assert set(np.unique(trace.targets)) == {0.0, 1.0}
    assert trace.parameters.flat.dtype == np.float32
    (start,) = report.curves.evaluations
    assert start.train_accuracy is not None
    assert start.test_accuracy is not None
    assert abs(start.train_accuracy - start.test_accuracy) < 0.05
    back = session.handle(Step(granularity=Granularity.EPOCH, direction=-1))
    assert back.frame.moment == Moment()


def test_the_fourth_article() -> None:
    experiment = preset("quadratic").experiment
    assert experiment.layer_sizes == (2, 100, 400, 1)
    assert experiment.activations == ("sigmoid", "sigmoid", "identity")
    assert experiment.hyperparameters.learning_rate == 0.002
    assert (experiment.batch_size, experiment.epochs) == (1, 200)
    assert experiment.batch_order is BatchOrder.IN_ORDER
    assert experiment.initialisation == Initialisation("normal", 1.0, "same")


def test_the_third_article() -> None:
    experiment = preset("mnist-relu").experiment
    assert experiment.layer_sizes == (784, 50, 10)
    assert experiment.activations == ("relu", "softmax")
    assert experiment.hyperparameters.learning_rate == 0.1
    assert (experiment.batch_size, experiment.updates) == (100, 10_000)
    assert experiment.batch_order is BatchOrder.DRAWN
    assert experiment.initialisation == Initialisation("normal", 0.01, "zeros")


def test_the_fifth_article() -> None:
    experiment = preset("mnist-minibatch").experiment
    assert experiment.layer_sizes == (784, 30, 10)
    assert experiment.batch_size == 10


def test_the_first_answer_of_the_chain_is_plainly_wrong() -> None:
    session, _ = opened("chain")
    trace = session.handle(Step(granularity=Granularity.UPDATE)).frame.trace
    assert trace is not None
    assert abs(float(trace.activations[-1][0, 0] - trace.targets[0, 0])) > 0.1
