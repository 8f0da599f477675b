"""The workbench changes where parameters lie, and nothing about them."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.nn import workbench
from bpviz.nn.arrays import CACHE_LINE
from bpviz.nn.network import Network
from bpviz.nn.parameter_key import ParameterKey
from bpviz.nn.parameters import layer_matrices
from bpviz.nn.workbench import Workbench
from bpviz.training.changes import ParameterEdit, SettingsChange
from bpviz.training.engine import Engine
from tests.nn.small import small_problem

NETWORK = Network((3, 500, 20), ("sigmoid", "identity"), "squared_error")


@pytest.fixture(params=[True, False], ids=["apart", "in_place"])
def _kernels(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "has_small_kernels", lambda: request.param)


@pytest.fixture
def _everything_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "has_small_kernels", lambda: True)
    monkeypatch.setattr(workbench, "_FEWEST_BYTES", 0)


@pytest.mark.usefixtures("_kernels")
def test_fetches_and_puts_back() -> None:
    flat = np.arange(float(NETWORK.parameter_count))
    bench = Workbench(NETWORK, flat, is_apart=True)
    bench.fetch()
    for mine, theirs in zip(bench.matrices, layer_matrices(NETWORK, flat), strict=True):
        assert np.array_equal(mine, theirs)
        mine += 0.5
    bench.put_back()
    assert np.array_equal(flat, np.arange(float(NETWORK.parameter_count)) + 0.5)


@pytest.mark.usefixtures("_everything_apart")
def test_rows_begin_at_cache_lines() -> None:
    flat = np.zeros(NETWORK.parameter_count)
    for matrix in Workbench(NETWORK, flat, is_apart=True).matrices:
        assert not np.shares_memory(matrix, flat)
        assert all(row.ctypes.data % CACHE_LINE == 0 for row in matrix)


@pytest.mark.usefixtures("_everything_apart")
def test_nothing_is_copied_where_others_write() -> None:
    flat = np.zeros(NETWORK.parameter_count)
    for matrix in Workbench(NETWORK, flat, is_apart=False).matrices:
        assert np.shares_memory(matrix, flat)


def test_small_matrices_stay_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "has_small_kernels", lambda: True)
    flat = np.zeros(NETWORK.parameter_count)
    first, second = Workbench(NETWORK, flat, is_apart=True).matrices
    assert np.shares_memory(first, flat)  # 500 x 4 float64: 16 KB
    assert not np.shares_memory(second, flat)  # 20 x 501 float64: 80 KB


@pytest.mark.usefixtures("_everything_apart")
@pytest.mark.parametrize("batch_size", [1, 4])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_training_is_the_same_to_rounding(
    batch_size: int, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = small_problem(batch_size=batch_size, dtype=dtype)
    apart = Engine(problem.experiment, problem.dataset)
    monkeypatch.setattr(workbench, "has_small_kernels", lambda: False)
    in_place = Engine(problem.experiment, problem.dataset)
    first = in_place.state.flat.copy()
    for engine in (apart, in_place):
        while engine.updates < 30:
            engine.run_block(30 - engine.updates)
    np.testing.assert_allclose(
        apart.state.flat,
        in_place.state.flat,
        atol=1e-4 if dtype == "float32" else 1e-12,
    )
    assert np.abs(apart.state.flat - first).max() > 1e-3


@pytest.mark.usefixtures("_everything_apart")
@pytest.mark.parametrize("batch_size", [1, 4])
def test_running_stepping_and_going_back_are_the_same_bits(batch_size: int) -> None:
    problem = small_problem(batch_size=batch_size)
    running = Engine(problem.experiment, problem.dataset)
    stepping = Engine(problem.experiment, problem.dataset)
    for _ in range(20):
        stepping.trace()
    while running.updates < 10:
        running.run_block(10 - running.updates)
    kept = running.state.block.copy()
    for _ in range(2):  # the second time after going back
        while running.updates < 20:
            running.run_block(20 - running.updates)
        assert np.array_equal(running.state.block, stepping.state.block)
        running.restore(kept, 10)


@pytest.mark.usefixtures("_everything_apart")
def test_answers_are_those_of_the_state_as_it_is() -> None:
    problem = small_problem(batch_size=4)
    engine = Engine(problem.experiment, problem.dataset)
    points = problem.dataset.train.inputs[:4]
    before = engine.outputs(points)
    kept = engine.state.block.copy()
    engine.run_block(3)
    after = engine.outputs(points)
    assert np.abs(after - before).max() > 1e-6
    engine.restore(kept, 0)
    assert np.array_equal(engine.outputs(points), before)


@pytest.mark.usefixtures("_everything_apart")
def test_what_is_written_between_two_blocks_takes_part_in_the_next() -> None:
    problem = small_problem(batch_size=4)
    engines = [Engine(problem.experiment, problem.dataset) for _ in range(2)]
    for engine in engines:
        engine.run_block(3)
    edited, restored = engines
    edited.apply(ParameterEdit(ParameterKey(1, 0, 0), 0.75))
    block = restored.state.block.copy()
    block[0, ParameterKey(1, 0, 0).position(restored.network)] = 0.75
    restored.restore(block, restored.updates)
    for engine in engines:
        assert engine.trace().parameters.weights[0][0, 0] == 0.75
        engine.run_block(1)
    assert np.array_equal(edited.state.block, restored.state.block)
    for engine in engines:
        engine.begin_again()
    fresh = Engine(problem.experiment, problem.dataset)
    for engine in (fresh, *engines):
        engine.run_block(2)
    assert np.array_equal(edited.state.block, fresh.state.block)


@pytest.mark.usefixtures("_everything_apart")
def test_a_block_that_is_broken_off_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = small_problem(batch_size=4)
    engine, undisturbed = (Engine(problem.experiment, problem.dataset) for _ in "12")
    for one in (engine, undisturbed):
        one.run_block(1)
    with monkeypatch.context() as patch:
        patch.setattr(Workbench, "put_back", interrupt)
        with pytest.raises(KeyboardInterrupt):
            engine.run_block(1)
    assert engine.updates == 1
    for one in (engine, undisturbed):
        one.run_block(1)
    assert np.array_equal(engine.state.block, undisturbed.state.block)


def interrupt(_bench: Workbench) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("_everything_apart")
def test_other_optimizers_work_in_place() -> None:
    problem = small_problem(batch_size=4)
    engine = Engine(problem.experiment, problem.dataset)
    plain = problem.experiment.hyperparameters
    engine.run_block(2)
    engine.apply(SettingsChange(replace(plain, optimizer="momentum")))
    assert np.shares_memory(engine.passes(4).output.matrix, engine.state.flat)
    engine.run_block(2)
    engine.apply(SettingsChange(plain))
    assert not np.shares_memory(engine.passes(4).output.matrix, engine.state.flat)
