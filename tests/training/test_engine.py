"""An engine makes the updates that its experiment means, and always the same ones."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.data.catalog import load_dataset
from bpviz.data.dataset import Samples
from bpviz.messages import InputError
from bpviz.training import feeder
from bpviz.training.engine import Engine
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from tests.nn.effort import cases
from tests.nn.small import small_problem
from tests.training.experiments import EXPERIMENTS

ROOT = Path(__file__).parent.parent.parent
UPDATES = 60

DIGEST_OF_A_RUN = """
import sys
from tests.training.test_engine import digest_after
sys.stdout.write(digest_after(sys.argv[1]))
"""


def engine_of(experiment: Experiment) -> Engine:
    data = experiment.data
    return Engine(experiment, load_dataset(data.key, data.seed))


def run(engine: Engine, until: int, slices: list[int] | None = None) -> list[float]:
    """Make updates in blocks of at most so many, over and over, and return losses."""
    losses: list[float] = []
    sizes = slices or [until]
    number = 0
    while engine.updates < until:
        most = min(sizes[number % len(sizes)], until - engine.updates)
        before = engine.updates
        made = engine.run_block(most)
        assert 1 <= len(made) <= most
        assert engine.updates == before + len(made)
        losses += made.tolist()
        number += 1
    return losses


def digest_after(name: str) -> str:
    engine = engine_of(EXPERIMENTS[name])
    run(engine, UPDATES)
    return sha256(engine.state.block.tobytes()).hexdigest()


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_same_experiment_gives_the_same_bits(name: str) -> None:
    first, second = (engine_of(EXPERIMENTS[name]) for _ in range(2))
    first_losses, second_losses = run(first, UPDATES), run(second, UPDATES)
    assert first.state.block.tobytes() == second.state.block.tobytes()
    assert first_losses == second_losses


@pytest.mark.parametrize("name", ["sgd, sample by sample", "adam with l2, drawn"])
def test_another_process_gives_the_same_bits(name: str) -> None:
    """There, every buffer lies at other addresses."""
    finished = subprocess.run(
        [sys.executable, "-c", DIGEST_OF_A_RUN, name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout == digest_after(name)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_seed_matters(name: str) -> None:
    experiment = EXPERIMENTS[name]
    first = engine_of(experiment)
    second = engine_of(replace(experiment, seed=experiment.seed + 1))
    assert not np.array_equal(first.state.flat, second.state.flat)


@given(
    name=st.sampled_from(sorted(EXPERIMENTS)),
    slices=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    block_rows=st.integers(1, 600),
)
@settings(max_examples=cases(40))
def test_slices_and_blocks_do_not_matter(
    name: str, slices: list[int], block_rows: int
) -> None:
    whole = engine_of(EXPERIMENTS[name])
    whole_losses = run(whole, UPDATES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeder, "BLOCK_ROWS", block_rows)
        sliced = engine_of(EXPERIMENTS[name])
    sliced_losses = run(sliced, UPDATES, slices)
    assert sliced.state.block.tobytes() == whole.state.block.tobytes()
    assert sliced_losses == whole_losses


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_losses_of_a_run_are_those_of_its_traces(name: str) -> None:
    stepped, running = (engine_of(EXPERIMENTS[name]) for _ in range(2))
    shown = [stepped.trace().loss for _ in range(UPDATES)]
    assert run(running, UPDATES) == shown


def test_restoring_takes_back_everything() -> None:
    engine = engine_of(EXPERIMENTS["adam with l2, drawn"])
    run(engine, 7)
    kept = engine.state.block.copy()
    run(engine, 30)
    expected = engine.state.block.tobytes()
    run(engine, 50)
    engine.restore(kept, 7)
    assert engine.updates == 7
    run(engine, 30)
    assert engine.state.block.tobytes() == expected


def test_answers_are_those_of_the_trace_and_change_nothing() -> None:
    problem = small_problem(batch_size=4)
    engine = Engine(problem.experiment, problem.dataset)
    before = engine.state.block.tobytes()
    answers = engine.outputs(problem.inputs[:4])
    assert engine.state.block.tobytes() == before
    assert np.array_equal(answers, engine.trace().activations[-1])


def test_all_samples_at_once() -> None:
    problem = small_problem(batch_size=ALL_SAMPLES)
    engine = Engine(problem.experiment, problem.dataset)
    assert engine.batch_size == 10
    assert engine.updates_per_epoch == 1
    assert len(engine.trace().losses) == 10


def test_parameters_can_be_given() -> None:
    problem = small_problem()
    count = problem.experiment.network.parameter_count
    given_flat = np.linspace(-1.0, 1.0, count)
    engine = Engine(problem.experiment, problem.dataset, given_flat)
    assert np.array_equal(engine.parameters().flat, given_flat)
    engine.trace()
    assert np.array_equal(given_flat, np.linspace(-1.0, 1.0, count))


@pytest.mark.parametrize("shape", [(1,), (53,), (55,), (54, 1), ()])
def test_given_parameters_of_another_size_are_refused(shape: tuple[int, ...]) -> None:
    problem = small_problem()
    with pytest.raises(InputError) as caught:
        Engine(problem.experiment, problem.dataset, np.zeros(shape))
    assert str(caught.value) == (
        f"First parameters of shape {shape} are given; this network needs (54,)."
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"layer_sizes": (2, 5, 4, 2)},
            "The input layer has 2 nodes, but the data have 3: make it 3.",
        ),
        (
            {"layer_sizes": (3, 5, 4, 1)},
            "The output layer has 1 nodes, but the data have 2: make it 2.",
        ),
        ({"batch_size": 11}, "A batch of 11 is more than the 10 samples there are."),
    ],
)
def test_what_does_not_fit_the_data_is_refused(
    changes: dict[str, tuple[int, ...] | int], sentence: str
) -> None:
    problem = small_problem()
    experiment = replace(problem.experiment, **changes)  # type: ignore[arg-type]
    with pytest.raises(InputError) as caught:
        Engine(experiment, problem.dataset)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("activation", "loss", "target", "wanted"),
    [
        ("softmax", "softmax_cross_entropy", [0.9, 0.3], "add up to 1"),
        ("softmax", "softmax_cross_entropy", [1.5, -0.5], "between 0 and 1"),
        ("sigmoid", "binary_cross_entropy", [0.5, 1.01], "between 0 and 1"),
        ("sigmoid", "binary_cross_entropy", [-0.01, 1.0], "between 0 and 1"),
    ],
)
def test_cross_entropy_of_what_is_no_share_is_refused(
    activation: str, loss: str, target: list[float], wanted: str
) -> None:
    """S - Y is the derivative only where Y adds up to 1."""
    problem = small_problem(loss=loss, activations=("sigmoid", "tanh", activation))
    targets = np.tile([1.0, 0.0], (10, 1))
    targets[7] = target
    samples = Samples(problem.inputs, targets, None)
    dataset = replace(problem.dataset, train=samples)
    with pytest.raises(InputError, match=wanted):
        Engine(problem.experiment, dataset)
    Engine(small_problem().experiment, dataset)
