"""The sums by BLAS and those without it, which other platforms take."""

import numpy as np
import pytest

from bpviz.nn import blas, updates
from bpviz.nn.arrays import Array, aligned
from bpviz.nn.calls import carry_out
from bpviz.nn.updates import product_update_calls, vector_update_call
from bpviz.training.engine import Engine
from tests.nn.small import small_problem

ROUNDING = {"float32": 1e-5, "float64": 2e-14}


def find_nothing(name: str, keep_lock: bool) -> None:
    """Take the place of `blas.routine` where NumPy has no OpenBLAS."""


@pytest.fixture(params=[True, False], ids=["blas", "no_blas"], autouse=True)
def _with_blas_or_without(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not request.param:
        monkeypatch.setattr(updates, "routine", find_nothing)


@pytest.mark.parametrize("keep", [1.0, 0.0, 0.6])
@pytest.mark.parametrize(
    ("rows", "fan_out", "columns"),
    # The last two are added in pieces of columns where there are small kernels.
    [(1, 4, 6), (2, 4, 6), (7, 4, 6), (40, 50, 785), (32, 64, 701)],
)
@pytest.mark.parametrize("dtype", ROUNDING)
def test_adds_the_product_to_the_matrix(
    rows: int, fan_out: int, columns: int, keep: float, dtype: str
) -> None:
    rng = np.random.default_rng(rows)

    def draw(*shape: int) -> Array:
        return rng.uniform(-1, 1, shape).astype(dtype)

    matrix, deltas, first = (
        draw(fan_out, columns),
        draw(rows, fan_out),
        draw(rows, columns),
    )
    second = aligned(rows, columns, dtype)  # with gaps between its rows
    second[...] = draw(rows, columns)
    once = keep * matrix - 0.3 * (deltas.T @ first)
    twice = keep * once + 0.7 * (deltas.T @ second)
    if keep == 0:
        matrix[...] = np.nan
    carry_out(product_update_calls(matrix, deltas, first, -0.3, keep))
    np.testing.assert_allclose(matrix, once, atol=ROUNDING[dtype])
    carry_out(product_update_calls(matrix, deltas, second, 0.7, keep))
    np.testing.assert_allclose(matrix, twice, atol=ROUNDING[dtype])


@pytest.mark.parametrize("dtype", ROUNDING)
def test_adds_a_vector_to_another(dtype: str) -> None:
    y, x = (np.random.default_rng(n).uniform(size=1000).astype(dtype) for n in (1, 2))
    expected, before = y + 0.3 * x - 2 * x, x.copy()
    vector_update_call(y, x, 0.3)()
    vector_update_call(y, x, -2.0)()
    np.testing.assert_allclose(y, expected, atol=ROUNDING[dtype])
    assert np.array_equal(x, before)


def test_numpy_as_installed_here_has_the_routines() -> None:
    """Only a NumPy built with another BLAS may go without."""
    libraries = blas._openblas().info()
    if not any(
        library["internal_api"] == "openblas" and "numpy" in library["filepath"]
        for library in libraries
    ):
        pytest.skip("this NumPy does not use OpenBLAS")
    for name in ("sger", "dger", "sgemm", "dgemm", "saxpy", "daxpy"):
        assert blas.routine(name, True) is not None


@pytest.mark.parametrize("batch_size", [1, 4])
@pytest.mark.parametrize("dtype", ROUNDING)
def test_training_without_blas_is_the_same_to_rounding(
    batch_size: int, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = small_problem(batch_size=batch_size, dtype=dtype)
    fast = Engine(problem.experiment, problem.dataset)
    while fast.updates < 30:
        fast.run_block(30 - fast.updates)
    monkeypatch.setattr(updates, "routine", find_nothing)
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
