"""PyTorch, where it is installed, is a second oracle: its layers, losses, updates."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from bpviz.nn.arrays import Array
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.engine import Engine
from tests.nn import oracle
from tests.nn.comparison import UPDATES, means_nothing
from tests.nn.effort import cases
from tests.nn.problems import Problem, problems

torch: Any = pytest.importorskip("torch")
functional: Any = torch.nn.functional

ACTIVATE: dict[str, Callable[[Any], Any]] = {
    "identity": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda z: functional.leaky_relu(z, 0.01),
    # PyTorch's softplus is the identity beyond its threshold.
    "softplus": lambda z: functional.softplus(z, threshold=1e3),
    "softmax": lambda z: torch.softmax(z, dim=1),
}

LOSS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "squared_error": lambda _z, a, y: functional.mse_loss(a, y, reduction="none").sum(
        1
    ),
    "binary_cross_entropy": lambda z, _a, y: (
        functional.binary_cross_entropy_with_logits(z, y, reduction="none").sum(1)
    ),
    "softmax_cross_entropy": lambda z, _a, y: functional.cross_entropy(
        z, y, reduction="none"
    ),
}


def optimizer_of(
    settings: Hyperparameters, weights: list[Any], biases: list[Any]
) -> Any:
    """Return PyTorch's optimizer; weight decay, its word for l2, spares the biases."""
    groups = [{"params": weights, "weight_decay": settings.l2}, {"params": biases}]
    optimizers = torch.optim
    match settings.optimizer:
        case "sgd":
            return optimizers.SGD(groups, settings.learning_rate)
        case "momentum":
            return optimizers.SGD(
                groups, settings.learning_rate, momentum=settings.momentum
            )
        case "rmsprop":
            return optimizers.RMSprop(
                groups,
                settings.learning_rate,
                alpha=settings.decay,
                eps=settings.epsilon,
            )
        case "adam":
            return optimizers.Adam(
                groups,
                settings.learning_rate,
                betas=(settings.beta1, settings.beta2),
                eps=settings.epsilon,
            )


def train(
    problem: Problem, layers: oracle.Layers, updates: int
) -> Iterator[tuple[list[Array], list[Array], Array, list[Array]]]:
    """Yield z and deltas of every layer, the losses, and the parameters after."""
    experiment = problem.experiment
    weights = [torch.tensor(w, requires_grad=True) for w, _ in layers]
    biases = [torch.tensor(b, requires_grad=True) for _, b in layers]
    optimizer = optimizer_of(experiment.hyperparameters, weights, biases)
    for number in range(updates):
        samples = oracle.batch(problem, number)
        a = torch.tensor(problem.inputs[samples])
        targets = torch.tensor(problem.targets[samples])
        pre_activations = []
        for w, b, activation in zip(
            weights, biases, experiment.activations, strict=True
        ):
            z = a @ w + b
            z.retain_grad()
            a = ACTIVATE[activation](z)
            pre_activations.append(z)
        losses = LOSS[experiment.loss](pre_activations[-1], a, targets)
        optimizer.zero_grad()
        losses.mean().backward()
        optimizer.step()
        yield (
            [z.detach().numpy() for z in pre_activations],
            # Of the mean; bpviz keeps the deltas of each sample's own loss.
            [z.grad.numpy() * len(samples) for z in pre_activations],
            losses.detach().numpy(),
            [parameter.detach().numpy().copy() for parameter in (*weights, *biases)],
        )


@given(problems())
@settings(max_examples=cases(60))
def test_pytorch_agrees(problem: Problem) -> None:
    engine = Engine(problem.experiment, problem.dataset)
    first = engine.parameters()
    layers = [
        (w.copy(), b.copy()) for w, b in zip(first.weights, first.biases, strict=True)
    ]
    # The first oracle tells whether the case can be compared at all.
    for z, deltas, losses, after, reference in (
        (*found, reference)
        for found, reference in zip(
            train(problem, layers, UPDATES),
            oracle.updates(problem, layers, UPDATES),
            strict=True,
        )
    ):
        if means_nothing(problem, reference):
            return
        trace = engine.trace()
        for ours, theirs in zip(
            (*trace.pre_activations, *trace.deltas, trace.losses),
            (*z, *deltas, losses),
            strict=True,
        ):
            agree(ours, theirs)
        shown = trace.parameters_after
        for ours, theirs in zip((*shown.weights, *shown.biases), after, strict=True):
            agree(ours, theirs)


def agree(ours: Array, theirs: Array) -> None:
    size = max(1e-3, float(np.abs(theirs).max()))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9 * size)
