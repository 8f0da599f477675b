"""Losses and accuracies of whole data sets, beside a plain computation."""

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.data.dataset import Samples
from bpviz.nn.arrays import Array
from bpviz.training import evaluation
from bpviz.training.curve_points import Evaluation
from bpviz.training.engine import Engine
from bpviz.training.evaluation import Evaluator
from bpviz.training.experiment import Experiment
from tests.training.experiments import EXPERIMENTS

CLASSIFICATION = "adam, small batches, float32"
REGRESSION = "sgd, partial batches, shuffled"


def engine_after(experiment: Experiment, updates: int) -> Engine:
    data = experiment.data
    engine = Engine(experiment, load_dataset(data.key, data.seed))
    for _ in range(updates):
        engine.trace()
    return engine


def evaluate(engine: Engine) -> tuple[Evaluation, int]:
    """Return the evaluation and in how many slices it was made."""
    data = engine_data(engine)
    evaluator = Evaluator(engine, load_dataset(data, 0 if data == "xor" else 333))
    for slices in range(1, 1000):
        found = evaluator.advance()
        if found is not None:
            return found, slices
    raise AssertionError("it does not come to an end")


def engine_data(engine: Engine) -> str:
    return "xor" if engine.network.loss == "binary_cross_entropy" else "quadratic"


def sigmoid(z: Array) -> Array:
    a: Array = 1 / (1 + np.exp(-z))
    return a


def xor_scores(engine: Engine, samples: Samples) -> tuple[float, float]:
    """Return the loss and the accuracy of the 2-6-1 network of tanh and sigmoid."""
    (w1, w2), (b1, b2) = engine.parameters().weights, engine.parameters().biases
    a = sigmoid(np.tanh(samples.inputs @ w1 + b1) @ w2 + b2)[:, 0]
    y = samples.targets[:, 0]
    losses = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    assert samples.labels is not None
    return float(losses.mean()), float(((a >= 0.5) == samples.labels).mean())


@pytest.mark.parametrize("chunk_rows", [1, 7, 100, 1000])
@pytest.mark.parametrize("updates", [0, 20, 55])
def test_classification(
    chunk_rows: int, updates: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation, "CHUNK_ROWS", chunk_rows)
    engine = engine_after(EXPERIMENTS[CLASSIFICATION], updates)
    dataset = load_dataset("xor", 0)
    assert dataset.test is not None
    before = engine.state.block.tobytes()
    found, slices = evaluate(engine)
    assert engine.state.block.tobytes() == before
    assert slices == -(-200 // chunk_rows) + -(-100 // chunk_rows) + 1
    assert (found.update, found.epoch) == (updates, updates // 20)
    train_loss, train_accuracy = xor_scores(engine, dataset.train)
    test_loss, test_accuracy = xor_scores(engine, dataset.test)
    assert found.train_loss == pytest.approx(train_loss, rel=1e-5)
    assert found.test_loss == pytest.approx(test_loss, rel=1e-5)
    assert found.train_accuracy == train_accuracy
    assert found.test_accuracy == test_accuracy


def test_regression_has_no_accuracy_and_here_no_test() -> None:
    engine = engine_after(EXPERIMENTS[REGRESSION], 10)
    found, _ = evaluate(engine)
    samples = load_dataset("quadratic", 333).train
    weights, biases = engine.parameters().weights, engine.parameters().biases
    a = sigmoid(samples.inputs @ weights[0] + biases[0])
    a = np.maximum(a @ weights[1] + biases[1], 0)
    a = a @ weights[2] + biases[2]
    assert found.train_loss == pytest.approx(float(((a - samples.targets) ** 2).mean()))
    assert found.train_accuracy is None
    assert found.test_loss is None
    assert found.test_accuracy is None
    assert (found.update, found.epoch) == (10, 2)


def test_evaluating_does_not_disturb_training() -> None:
    """The passes of a batch as large as a chunk are shared with it."""
    experiment = EXPERIMENTS["momentum, one batch as large as the data"]
    undisturbed, disturbed = (engine_after(experiment, 0) for _ in range(2))
    for _ in range(5):
        evaluate(disturbed)
        disturbed.run_block(2)
        undisturbed.run_block(2)
    assert disturbed.state.block.tobytes() == undisturbed.state.block.tobytes()
