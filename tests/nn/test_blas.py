"""The update by BLAS and the one without it, which other platforms take."""

import numpy as np
import pytest

from bpviz.nn import blas
from bpviz.nn.arrays import Array
from bpviz.nn.blas import ProductUpdate
from bpviz.training.engine import Engine
from tests.nn.small import small_problem

ROUNDING = {"float32": 1e-5, "float64": 2e-14}


def find_nothing(name: str, keep_lock: bool) -> None:
    """Take the place of `blas._routine` where NumPy has no OpenBLAS."""


@pytest.mark.parametrize("has_blas", [True, False])
@pytest.mark.parametrize("rows", [1, 2, 7])
@pytest.mark.parametrize("dtype", ROUNDING)
def test_adds_the_product_to_the_matrix(
    has_blas: bool, rows: int, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_blas:
        monkeypatch.setattr(blas, "_routine", find_nothing)
    rng = np.random.default_rng(rows)

    def draw(*shape: int) -> Array:
        return rng.standard_normal(shape).astype(dtype)

    matrix, deltas, first, second = (
        draw(4, 6),
        draw(rows, 4),
        draw(rows, 6),
        draw(rows, 6),
    )
    expected = matrix - 0.3 * (deltas.T @ first) + 0.7 * (deltas.T @ second)
    update = ProductUpdate(matrix, deltas, first)
    update.add(-0.3)
    update.read_from(second, second.ctypes.data)
    update.add(0.7)
    np.testing.assert_allclose(matrix, expected, atol=ROUNDING[dtype])


def test_numpy_as_installed_here_has_the_routines() -> None:
    """Only a NumPy built with another BLAS may go without."""
    libraries = blas._openblas().info()
    if not any(
        library["internal_api"] == "openblas" and "numpy" in library["filepath"]
        for library in libraries
    ):
        pytest.skip("this NumPy does not use OpenBLAS")
    for name in ("sger", "dger", "sgemm", "dgemm"):
        assert blas._routine(name, True) is not None


@pytest.mark.parametrize("batch_size", [1, 4])
@pytest.mark.parametrize("dtype", ROUNDING)
def test_training_without_blas_is_the_same_to_rounding(
    batch_size: int, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = small_problem(batch_size=batch_size, dtype=dtype)
    fast = Engine(problem.experiment, problem.dataset)
    while fast.updates < 30:
        fast.run_block(30 - fast.updates)
    monkeypatch.setattr(blas, "_routine", find_nothing)
    slow = Engine(problem.experiment, problem.dataset)
    while slow.updates < 30:
        slow.run_block(30 - slow.updates)
    np.testing.assert_allclose(
        slow.state.flat, fast.state.flat, atol=10 * ROUNDING[dtype]
    )
    before = Engine(problem.experiment, problem.dataset).state.flat
    assert np.abs(fast.state.flat - before).max() > 1e-3


def test_one_thread() -> None:
    blas.use_one_thread()
    assert {
        library["num_threads"]
        for library in blas._openblas().info()
        if library["user_api"] == "blas"
    } <= {1}
