"""Known updates are a set, whatever order they come in."""

from hypothesis import given
from hypothesis import strategies as st

from bpviz.training import known_updates
from bpviz.training.known_updates import KnownUpdates

END = 40
STRETCHES = st.lists(
    st.tuples(st.integers(0, END - 1), st.integers(1, 8)), min_size=1, max_size=12
)


@given(STRETCHES, st.integers(0, END))
def test_it_is_the_set_of_what_was_added(
    stretches: list[tuple[int, int]], cut: int
) -> None:
    known, expected = KnownUpdates(), set[int]()
    for first, length in stretches:
        known.add(first, first + length)
        expected |= set(range(first, first + length))
    updates = range(END + 10)
    assert {update for update in updates if update in known} == expected
    for first in updates[::3]:
        for stop in range(first + 1, END + 10, 4):
            assert known.covers(first, stop) == (set(range(first, stop)) <= expected)
    before = known.before(cut)
    assert {one for one in updates if one in before} == {
        one for one in expected if one < cut
    }


def test_it_does_not_grow_without_end() -> None:
    known = KnownUpdates()
    for update in range(0, 10_000, 2):
        known.add(update, update + 1)
    assert len(known._ends) == 2 * known_updates.MOST_STRETCHES
    assert 9_998 in known
    assert 0 not in known
