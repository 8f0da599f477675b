"""The lines of NumPy that are shown compute what the network computed: they are run."""

from typing import Any

import numpy as np
import pytest

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop, with_ones
from bpviz.nn.faults import Fault
from bpviz.nn.faulty_backprop import FaultyBackprop
from bpviz.nn.optimizers import (
    MEMORIES,
    Hyperparameters,
    Optimizer,
    OptimizerName,
    TrainingState,
)
from bpviz.nn.parameters import Parameters, layer_matrices
from bpviz.nn.trace import BackpropTrace, publish
from bpviz.scene.notation import Notation
from bpviz.scene.numpy_lines import numpy_lines
from bpviz.training.changes import RunSettings
from bpviz.training.steps import OperationKind, operations_for
from tests.nn.problems import HIDDEN, OPTIMIZERS, OUTPUTS
from tests.nn.small import small_problem

_MEMORIES = {"sgd": (), "momentum": ("v",), "rmsprop": ("s",), "adam": ("m", "s")}
_BEFORE = 3  # Updates that have been made, so that no memory is empty.
_SAMPLES = np.array([7, 2, 9, 4])
_BOTH = pytest.mark.parametrize("notation", Notation)


class _Run:
    """The kernel itself, with whatever is switched off or wrong."""

    def __init__(
        self, activations: tuple[str, ...], loss: str, settings: RunSettings
    ) -> None:
        self.problem = small_problem(activations=activations, loss=loss)
        self.network = self.problem.experiment.network
        self.settings = settings
        numbers = settings.hyperparameters
        flat = np.random.default_rng(3).standard_normal(self.network.parameter_count)
        memories = MEMORIES[numbers.optimizer]
        self.state = TrainingState(self.network, 0.5 * flat, memories)
        self.leaked = np.zeros_like(flat)
        rows = len(_SAMPLES)
        if settings.fault is None:
            self._passes = Backprop(self.network, self.state.flat, rows)
        else:
            self._passes = FaultyBackprop(
                self.network, self.state.flat, rows, settings.fault, self.leaked
            )
        self._passes.switch_off(settings.switched_off)
        self._optimizer = Optimizer(self.state, numbers)
        self.updates = 0

    def update(self) -> BackpropTrace:
        before = Parameters.copy_of(self.network, self.state.flat)
        inputs = with_ones(len(_SAMPLES), self.network.layer_sizes[0], np.float64)
        inputs[:, :-1] = self.problem.inputs[_SAMPLES]
        targets = self.problem.targets[_SAMPLES]
        self._passes.forward(inputs)
        self._passes.backward(targets)
        self._optimizer.update(self._passes, self.updates)
        self.updates += 1
        after = Parameters.copy_of(self.network, self.state.flat)
        l2 = self.settings.hyperparameters.l2
        return publish(self._passes, before, after, targets, _SAMPLES, l2)

    def memory(self) -> dict[str, Array]:
        """What the optimizer and a fault remember, under the names of the lines."""
        names = (*_MEMORIES[self.settings.hyperparameters.optimizer], "leaked")
        flats = (*self.state.block[1:].copy(), self.leaked.copy())
        found = {}
        for name, flat in zip(names, flats, strict=True):
            matrices = layer_matrices(self.network, flat)
            for layer, matrix in enumerate(matrices, start=1):
                found[f"{name}W{layer}"] = matrix[:, :-1].T
                found[f"{name}b{layer}"] = matrix[:, -1]
        return found


def _parameters(parameters: Parameters) -> dict[str, Array]:
    found = {}
    for layer, weights in enumerate(parameters.weights, start=1):
        found[f"W{layer}"] = weights
        found[f"b{layer}"] = parameters.biases[layer - 1]
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


def _turned(names: dict[str, Any], notation: Notation) -> dict[str, Any]:
    """Every array as the notation has it: biases become columns."""
    if notation is Notation.ROWS:
        return names
    return {
        name: np.atleast_2d(value).T if np.ndim(value) else value
        for name, value in names.items()
    }


def _check(
    notation: Notation,
    activations: tuple[str, ...] = ("sigmoid", "tanh", "identity"),
    loss: str = "squared_error",
    settings: RunSettings | None = None,
) -> None:
    run = _Run(activations, loss, settings or _with(learning_rate=0.05))
    for _ in range(_BEFORE):
        run.update()
    names = _turned(run.memory(), notation)
    trace = run.update()
    names |= _turned(_parameters(trace.parameters), notation)
    names |= {"np": np, "t": run.updates, "batch": _SAMPLES}
    names |= {"X": run.problem.inputs, "Y": run.problem.targets}
    for operation in operations_for(run.network.depth):
        rows = len(trace.targets)
        for line in numpy_lines(operation, run.network, run.settings, rows, notation):
            exec(line.code, names)
    expected = _computed(trace) | _parameters(trace.parameters_after) | run.memory()
    for name, value in _turned(expected, notation).items():
        assert np.shape(names[name]) == np.shape(value), name
        np.testing.assert_allclose(
            names[name], value, rtol=1e-10, atol=1e-12, err_msg=name
        )


def _with(**numbers: Any) -> RunSettings:
    return RunSettings(Hyperparameters(**numbers))


@_BOTH
@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
def test_every_output_and_loss(output: str, loss: str, notation: Notation) -> None:
    _check(notation, ("sigmoid", "tanh", output), loss)


@_BOTH
@pytest.mark.parametrize("hidden", HIDDEN)
def test_every_hidden_activation(hidden: str, notation: Notation) -> None:
    _check(notation, (hidden, hidden, "identity"))


@_BOTH
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("l2", [0.0, 0.03])
def test_every_optimizer(
    optimizer: OptimizerName, l2: float, notation: Notation
) -> None:
    settings = _with(optimizer=optimizer, learning_rate=0.05, l2=l2)
    _check(notation, settings=settings)


@_BOTH
@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("l2", [0.0, 0.03])
def test_every_fault(fault: Fault, l2: float, notation: Notation) -> None:
    numbers = Hyperparameters(learning_rate=0.02, l2=l2)
    _check(notation, settings=RunSettings(numbers, fault=fault))


@_BOTH
def test_nodes_that_are_off(notation: Notation) -> None:
    off = frozenset({(0, 1), (1, 4), (1, 2), (2, 0)})
    numbers = Hyperparameters(learning_rate=0.02)
    _check(notation, settings=RunSettings(numbers, switched_off=off))


@pytest.mark.parametrize(
    ("notation", "z", "gradient", "delta"),
    [
        (
            Notation.ROWS,
            ("z1 = a0 @ W1 + b1", "(4, 3) @ (3, 5) + (5,)"),
            ("dW2 = a1.T @ delta2 / len(y)", "(5, 4) @ (4, 4)"),
            (
                "delta2 = (delta3 @ W3.T) * (1 - a2) * (1 + a2)",
                "(4, 2) @ (2, 4) -> (4, 4)",
            ),
        ),
        (
            Notation.COLUMNS,
            ("z1 = W1 @ a0 + b1", "(5, 3) @ (3, 4) + (5, 1)"),
            ("dW2 = delta2 @ a1.T / y.shape[1]", "(4, 4) @ (4, 5)"),
            (
                "delta2 = (W3.T @ delta3) * (1 - a2) * (1 + a2)",
                "(4, 2) @ (2, 4) -> (4, 4)",
            ),
        ),
    ],
)
def test_the_shapes_are_those_of_the_arrays(
    notation: Notation,
    z: tuple[str, str],
    gradient: tuple[str, str],
    delta: tuple[str, str],
) -> None:
    network = small_problem().experiment.network
    lines = {
        (operation.kind, operation.layer): [
            (line.code, line.shapes)
            for line in numpy_lines(operation, network, RunSettings(), 4, notation)
        ]
        for operation in operations_for(network.depth)
    }
    assert lines[OperationKind.PRE_ACTIVATION, 1] == [z]
    assert lines[OperationKind.GRADIENT, 2][0] == gradient
    assert lines[OperationKind.DELTA, 2] == [delta]
