"""Each update, worked by hand for one parameter over three steps."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.data.order import BatchOrder
from bpviz.nn.initialisation import Initialisation
from bpviz.nn.optimizers import MEMORIES, Hyperparameters, TrainingState
from bpviz.training.engine import Engine
from bpviz.training.experiment import DataChoice, Experiment
from tests.nn.problems import Problem
from tests.nn.small import small_problem


def weights_after(settings: Hyperparameters, updates: int) -> list[float]:
    """Train answer = w x + b on x = 1, y = 0 from w = 1, b = 0.

    w and b are moved alike as long as there is no penalty: their gradient is
    2 (w + b).
    """
    experiment = Experiment(
        preset="one weight",
        data=DataChoice(key="one weight"),
        layer_sizes=(1, 1),
        activations=("identity",),
        loss="squared_error",
        hyperparameters=settings,
        batch_order=BatchOrder.IN_ORDER,
        initialisation=Initialisation("given", values=(1.0, 0.0)),
    )
    problem = Problem(experiment, np.array([[1.0]]), np.array([[0.0]]))
    engine = Engine(experiment, problem.dataset)
    traces = [engine.trace() for _ in range(updates)]
    return [float(trace.parameters_after.weights[0][0, 0]) for trace in traces]


def test_sgd() -> None:
    # g = 2: w = 1 - 0.1 * 2 = 0.8, b = -0.2
    # g = 2 * 0.6 = 1.2: w = 0.8 - 0.12 = 0.68, b = -0.32
    # g = 2 * 0.36 = 0.72: w = 0.68 - 0.072 = 0.608
    settings = Hyperparameters("sgd", 0.1)
    assert weights_after(settings, 3) == pytest.approx([0.8, 0.68, 0.608], rel=1e-13)


def test_momentum() -> None:
    # v = 2: w = 0.8, b = -0.2
    # g = 1.2, v = 0.5 * 2 + 1.2 = 2.2: w = 0.58, b = -0.42
    # g = 0.32, v = 1.1 + 0.32 = 1.42: w = 0.438
    settings = Hyperparameters("momentum", 0.1, momentum=0.5)
    assert weights_after(settings, 3) == pytest.approx([0.8, 0.58, 0.438], rel=1e-13)


def test_rmsprop() -> None:
    # s = 0.25 * 4 = 1: w = 1 - 0.1 * 2 / (1 + 1) = 0.9, b = -0.1
    # g = 1.6, s = 0.75 * 1 + 0.25 * 2.56 = 1.39, root 1.1789826123:
    #   w = 0.9 - 0.16 / 2.1789826123 = 0.8265712360, b = -0.1734287640
    # g = 2 * 0.6531424720 = 1.3062849439, s = 1.0425 + 0.25 * 1.7063803545
    #   = 1.4690950887, root 1.2120623287:
    #   w = 0.8265712360 - 0.1306284944 / 2.2120623287 = 0.7675184269
    settings = Hyperparameters("rmsprop", 0.1, decay=0.75, epsilon=1.0)
    assert weights_after(settings, 3) == pytest.approx(
        [0.9, 0.8265712360, 0.7675184269], abs=1e-10
    )


def test_adam() -> None:
    # t = 1: m = 0.5 * 2 = 1, m / (1 - 0.5) = 2; s = 0.25 * 4 = 1, s / (1 - 0.75) = 4:
    #   w = 1 - 0.3 * 2 / (2 + 1) = 0.8, b = -0.2
    # t = 2: g = 1.2, m = 0.5 + 0.6 = 1.1, m / 0.75 = 1.4666666667;
    #   s = 0.75 + 0.25 * 1.44 = 1.11, s / 0.4375 = 2.5371428571, root 1.5928411274:
    #   w = 0.8 - 0.3 * 1.4666666667 / 2.5928411274 = 0.6303019821, b = -0.3696980179
    # t = 3: g = 2 * 0.2606039642 = 0.5212079285,
    #   m = 0.55 + 0.2606039642 = 0.8106039642, m / 0.875 = 0.9264045306;
    #   s = 0.8325 + 0.25 * 0.2716577047 = 0.9004144262, s / 0.578125 = 1.5574736020,
    #   root 1.2479878213:
    #   w = 0.6303019821 - 0.3 * 0.9264045306 / 2.2479878213 = 0.5066708145
    settings = Hyperparameters("adam", 0.3, beta1=0.5, beta2=0.75, epsilon=1.0)
    assert weights_after(settings, 3) == pytest.approx(
        [0.8, 0.6303019821, 0.5066708145], abs=1e-10
    )


def test_the_first_step_of_adam_is_the_learning_rate() -> None:
    (first,) = weights_after(Hyperparameters("adam", 0.01), 1)
    assert first == pytest.approx(0.99, abs=1e-10)


@pytest.mark.parametrize("optimizer", MEMORIES)
def test_memories_start_at_zero_and_are_kept_in_the_state(optimizer: str) -> None:
    problem = small_problem(
        hyperparameters=Hyperparameters(optimizer, 0.01)  # type: ignore[arg-type]
    )
    engine = Engine(problem.experiment, problem.dataset)
    memories = engine.state.block[1:]
    assert (
        len(memories) == {"sgd": 0, "momentum": 1, "rmsprop": 1, "adam": 2}[optimizer]
    )
    assert (memories == 0).all()
    engine.trace()
    assert (memories != 0).any(axis=1).all()


@pytest.mark.parametrize("optimizer", MEMORIES)
def test_the_state_is_all_that_an_update_depends_on(optimizer: str) -> None:
    problem = small_problem(
        hyperparameters=Hyperparameters(optimizer, 0.01)  # type: ignore[arg-type]
    )
    engine = Engine(problem.experiment, problem.dataset)
    for _ in range(3):
        engine.trace()
    kept = engine.state.block.copy()
    expected = [engine.trace().parameters_after.flat for _ in range(3)]
    for _ in range(4):
        engine.trace()
    engine.restore(kept, 3)
    for flat in expected:
        assert np.array_equal(engine.trace().parameters_after.flat, flat)


def test_state_copies_the_first_parameters() -> None:
    problem = small_problem()
    first = np.ones(problem.experiment.network.parameter_count)
    state = TrainingState(problem.experiment.network, first, 2)
    assert state.block.shape == (3, len(first))
    state.flat[:] = 5
    assert (first == 1).all()
    assert (state.block[0] == 5).all()


def test_plain_descent_is_the_update_by_gradients() -> None:
    """Momentum 0 takes the other way through the program to the same numbers."""
    plain = small_problem(batch_size=4)
    settings = plain.experiment.hyperparameters
    slow = small_problem(
        batch_size=4,
        hyperparameters=replace(settings, optimizer="momentum", momentum=0.0),
    )
    engines = [Engine(p.experiment, p.dataset) for p in (plain, slow)]
    for _ in range(20):
        ours, theirs = (engine.trace().parameters_after.flat for engine in engines)
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)
