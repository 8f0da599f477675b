"""The lines of NumPy that are shown compute what the network computed: they are run."""

from typing import Any

import numpy as np
import pytest

from bpviz.nn.arrays import Array
from bpviz.nn.optimizers import Hyperparameters, OptimizerName
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.trace import BackpropTrace
from bpviz.scene.numpy_lines import numpy_lines
from bpviz.training.engine import Engine
from bpviz.training.steps import OperationKind, operations_for
from tests.nn.problems import HIDDEN, OPTIMIZERS, OUTPUTS
from tests.nn.small import small_problem

_MEMORIES = {
    "sgd": (),
    "momentum": ("v",),
    "rmsprop": ("s",),
    "adam": ("m", "s"),
}
_BEFORE = 3  # Updates that have been made, so that no memory is empty.


def _memory(engine: Engine, names: tuple[str, ...]) -> dict[str, Array]:
    """What the optimizer remembers, under the names of the lines."""
    found = {}
    for name, flat in zip(names, engine.state.block[1:].copy(), strict=True):
        matrices = layer_matrices(engine.network, flat)
        for layer, matrix in enumerate(matrices, start=1):
            found[f"{name}W{layer}"] = matrix[:, :-1].T
            found[f"{name}b{layer}"] = matrix[:, -1]
    return found


def _computed(trace: BackpropTrace) -> dict[str, Any]:
    """Every number of a trace but the updated parameters, under the lines' names."""
    found: dict[str, Any] = {"y": trace.targets, "loss": trace.loss}
    for layer, a in enumerate(trace.activations):
        found[f"a{layer}"] = a
    for layer, (z, delta) in enumerate(
        zip(trace.pre_activations, trace.deltas, strict=True), start=1
    ):
        found[f"z{layer}"], found[f"delta{layer}"] = z, delta
        found[f"dW{layer}"] = trace.weight_gradients(layer - 1)
        found[f"db{layer}"] = trace.bias_gradients(layer - 1)
    return found


def _check(activations: tuple[str, ...], loss: str, settings: Hyperparameters) -> None:
    problem = small_problem(
        hyperparameters=settings, activations=activations, loss=loss, batch_size=4
    )
    engine = Engine(problem.experiment, problem.dataset)
    for _ in range(_BEFORE):
        engine.trace()
    names: dict[str, Any] = {"np": np, "t": _BEFORE + 1}
    names |= _memory(engine, _MEMORIES[settings.optimizer])
    trace = engine.trace()
    remembered = _memory(engine, _MEMORIES[settings.optimizer])
    names |= {"X": problem.inputs, "Y": problem.targets, "batch": trace.samples}
    for layer in range(1, engine.network.depth + 1):
        names[f"W{layer}"] = trace.parameters.weights[layer - 1]
        names[f"b{layer}"] = trace.parameters.biases[layer - 1]
    for operation in operations_for(engine.network.depth):
        rows = len(trace.targets)
        for line in numpy_lines(operation, engine.network, settings, rows):
            exec(line.code, names)
    after = trace.parameters_after
    expected = _computed(trace) | remembered
    for layer in range(1, engine.network.depth + 1):
        expected[f"W{layer}"] = after.weights[layer - 1]
        expected[f"b{layer}"] = after.biases[layer - 1]
    for name, value in expected.items():
        np.testing.assert_allclose(
            names[name], value, rtol=1e-12, atol=1e-12, err_msg=name
        )


@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
def test_every_output_and_loss(output: str, loss: str) -> None:
    _check(("sigmoid", "tanh", output), loss, Hyperparameters())


@pytest.mark.parametrize("hidden", HIDDEN)
def test_every_hidden_activation(hidden: str) -> None:
    _check((hidden, hidden, "identity"), "squared_error", Hyperparameters())


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("l2", [0.0, 0.03])
def test_every_optimizer(optimizer: OptimizerName, l2: float) -> None:
    settings = Hyperparameters(optimizer=optimizer, learning_rate=0.05, l2=l2)
    _check(("sigmoid", "tanh", "identity"), "squared_error", settings)


def test_the_shapes_are_those_of_the_arrays() -> None:
    problem = small_problem(batch_size=4)
    network = problem.experiment.network
    lines = {
        (operation.kind, operation.layer): [
            (line.code, line.shapes)
            for line in numpy_lines(operation, network, Hyperparameters(), 4)
        ]
        for operation in operations_for(network.depth)
    }
    assert lines[OperationKind.PRE_ACTIVATION, 1] == [
        ("z1 = a0 @ W1 + b1", "(4, 3) @ (3, 5) + (5,)")
    ]
    assert lines[OperationKind.GRADIENT, 2][0] == (
        "dW2 = a1.T @ delta2 / len(y)",
        "(5, 4) @ (4, 4)",
    )
    assert lines[OperationKind.DELTA, 2] == [
        (
            "delta2 = (delta3 @ W3.T) * (1 - a2) * (1 + a2)",
            "(4, 2) @ (2, 4) -> (4, 4)",
        )
    ]
