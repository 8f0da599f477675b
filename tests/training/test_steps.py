"""The operations of an update, and where a step leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.steps import (
    Granularity,
    Moment,
    Operation,
    OperationKind,
    moved,
    operations_for,
)

OPERATIONS = 11
EPOCH = 5
ORIGIN = Moment(0, 0)

moments = st.builds(Moment, st.integers(0, 30), st.integers(0, OPERATIONS - 1))
granularities = st.sampled_from(Granularity)


def step(moment: Moment, granularity: Granularity, direction: int) -> Moment:
    return moved(moment, granularity, direction, OPERATIONS, EPOCH)


def test_operations_of_two_layers() -> None:
    assert operations_for(2) == (
        Operation(OperationKind.LOAD),
        Operation(OperationKind.PRE_ACTIVATION, 1),
        Operation(OperationKind.ACTIVATION, 1),
        Operation(OperationKind.PRE_ACTIVATION, 2),
        Operation(OperationKind.ACTIVATION, 2),
        Operation(OperationKind.LOSS),
        Operation(OperationKind.DELTA, 2),
        Operation(OperationKind.GRADIENT, 2),
        Operation(OperationKind.DELTA, 1),
        Operation(OperationKind.GRADIENT, 1),
        Operation(OperationKind.UPDATE),
    )


@pytest.mark.parametrize("depth", range(1, 8))
def test_how_many_operations(depth: int) -> None:
    operations = operations_for(depth)
    assert len(operations) == len(set(operations)) == 4 * depth + 3


@pytest.mark.parametrize(
    ("start", "granularity", "direction", "end"),
    [
        # Operations walk through updates.
        (Moment(0, 0), Granularity.OPERATION, 1, Moment(0, 1)),
        (Moment(0, 10), Granularity.OPERATION, 1, Moment(1, 0)),
        (Moment(1, 0), Granularity.OPERATION, -1, Moment(0, 10)),
        (Moment(4, 3), Granularity.OPERATION, -1, Moment(4, 2)),
        (Moment(0, 0), Granularity.OPERATION, -1, Moment(0, 0)),
        # Updates end where one ends.
        (Moment(0, 0), Granularity.UPDATE, 1, Moment(1, 0)),
        (Moment(3, 7), Granularity.UPDATE, 1, Moment(4, 0)),
        (Moment(3, 7), Granularity.UPDATE, -1, Moment(3, 0)),
        (Moment(3, 0), Granularity.UPDATE, -1, Moment(2, 0)),
        (Moment(0, 4), Granularity.UPDATE, -1, Moment(0, 0)),
        (Moment(0, 0), Granularity.UPDATE, -1, Moment(0, 0)),
        # Epochs of five updates.
        (Moment(0, 0), Granularity.EPOCH, 1, Moment(5, 0)),
        (Moment(5, 0), Granularity.EPOCH, 1, Moment(10, 0)),
        (Moment(4, 10), Granularity.EPOCH, 1, Moment(5, 0)),
        (Moment(7, 3), Granularity.EPOCH, 1, Moment(10, 0)),
        (Moment(7, 3), Granularity.EPOCH, -1, Moment(5, 0)),
        (Moment(6, 0), Granularity.EPOCH, -1, Moment(5, 0)),
        (Moment(5, 1), Granularity.EPOCH, -1, Moment(5, 0)),
        (Moment(5, 0), Granularity.EPOCH, -1, Moment(0, 0)),
        (Moment(2, 2), Granularity.EPOCH, -1, Moment(0, 0)),
        (Moment(0, 0), Granularity.EPOCH, -1, Moment(0, 0)),
    ],
)
def test_where_a_step_leads(
    start: Moment, granularity: Granularity, direction: int, end: Moment
) -> None:
    assert step(start, granularity, direction) == end


@given(moments, granularities)
def test_forward_is_later_and_back_is_earlier(
    moment: Moment, granularity: Granularity
) -> None:
    assert step(moment, granularity, 1) > moment
    back = step(moment, granularity, -1)
    assert back < moment or back == moment == ORIGIN


@given(moments)
def test_an_operation_forward_and_back_is_no_move(moment: Moment) -> None:
    ahead = step(moment, Granularity.OPERATION, 1)
    assert step(ahead, Granularity.OPERATION, -1) == moment


@given(moments, granularities)
def test_a_larger_step_is_a_row_of_operations(
    moment: Moment, granularity: Granularity
) -> None:
    for direction in (1, -1):
        goal = step(moment, granularity, direction)
        here = moment
        for _ in range(OPERATIONS * EPOCH):
            if here == goal:
                break
            here = step(here, Granularity.OPERATION, direction)
        assert here == goal
