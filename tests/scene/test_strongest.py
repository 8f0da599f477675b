import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.strongest import strongest


@given(
    st.integers(0, 40_000), st.integers(0, 5000), st.integers(0, 3), st.integers(0, 99)
)
def test_exactly_the_largest_are_chosen(
    count: int, limit: int, repeats: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    sizes = np.abs(rng.standard_normal(count)).astype(np.float32)
    if repeats:  # many equal sizes
        sizes = np.round(sizes * repeats) / np.float32(repeats)
    chosen = strongest(sizes, limit)
    assert len(set(chosen.tolist())) == len(chosen) == min(limit, count)
    expected = np.sort(sizes)[count - len(chosen) :]
    assert (np.sort(sizes[chosen]) == expected).all()


def test_the_weakest_comes_first() -> None:
    sizes = np.random.default_rng(0).uniform(size=10_000).astype(np.float32)
    chosen = sizes[strongest(sizes, 500)]
    # To the 65,536th of the largest, which no eye tells apart.
    assert (np.diff(chosen) > -2 / 65536).all()


@pytest.mark.parametrize("limit", [None, 3, 10])
def test_equal_sizes_keep_their_order(limit: int | None) -> None:
    sizes = np.zeros(3, np.float32)
    assert strongest(sizes, limit).tolist() == [0, 1, 2]
