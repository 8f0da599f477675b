"""Code is broken where a reader would break it, and stays the same code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.scene.code_wrap import INDENT, wrapped_code


@pytest.mark.parametrize(
    ("line", "most", "pieces"),
    [
        ("a1 = 1 / (1 + np.exp(-z1))", 36, ("a1 = 1 / (1 + np.exp(-z1))",)),
        (
            "loss = ((a3 - y) ** 2).sum(axis=1).mean()",
            36,
            ("loss = ((a3 - y) ** 2).sum(axis=1)", ".mean()"),
        ),
        (
            "delta2 = (delta3 @ W3.T) * a2 * (1 - a2)",
            36,
            ("delta2 = (delta3 @ W3.T) * a2 ", "* (1 - a2)"),
        ),
        (
            "db2 = delta2.mean(axis=1, keepdims=True)",
            36,
            ("db2 = delta2.mean(axis=1, ", "keepdims=True)"),
        ),
        ("a0_without_any_place_to_break_it", 10, ("a0_without_any_place_to_break_it",)),
    ],
)
def test_it_is_broken_before_operators_and_behind_commas(
    line: str, most: int, pieces: tuple[str, ...]
) -> None:
    assert wrapped_code(line, most) == pieces


@given(
    st.lists(
        st.sampled_from(["a2", "(1 - a2)", "np.sqrt(s / 2)", "x.mean(axis=1, k=2)"]),
        min_size=1,
        max_size=12,
    ),
    st.integers(24, 60),
)
def test_the_pieces_are_the_line_and_fit(terms: list[str], most: int) -> None:
    line = "w = " + " * ".join(terms)
    first, *others = wrapped_code(line, most)
    assert "".join((first, *others)) == line
    assert len(first.rstrip()) <= most
    assert all(len(piece.rstrip()) <= most - INDENT for piece in others)
