"""What a frame says is computed by its moment."""

import dataclasses

import pytest

from bpviz.training.engine import Engine
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment, Operation, OperationKind, operations_for
from tests.nn.small import small_problem

PROBLEM = small_problem()
OPERATIONS = operations_for(PROBLEM.experiment.network.depth)


def frame(update: int, operation: int, *, traced: bool = True) -> Frame:
    engine = Engine(PROBLEM.experiment, PROBLEM.dataset)
    return Frame(
        session=1,
        network=engine.network,
        moment=Moment(update, operation),
        epoch=0,
        parameters=engine.parameters(),
        trace=engine.trace() if traced else None,
    )


def done(frame: Frame) -> list[Operation]:
    return [
        operation
        for operation in OPERATIONS
        if frame.has(operation.kind, operation.layer)
    ]


def test_at_the_very_beginning_nothing_is_done() -> None:
    assert done(frame(0, 0, traced=False)) == []
    assert frame(0, 0, traced=False).operation is None


@pytest.mark.parametrize("count", range(1, len(OPERATIONS)))
def test_inside_an_update_the_first_operations_are_done(count: int) -> None:
    assert done(frame(7, count)) == list(OPERATIONS[:count])
    assert frame(7, count).operation == OPERATIONS[count - 1]


def test_after_an_update_all_of_it_is_done() -> None:
    assert done(frame(7, 0)) == list(OPERATIONS)
    assert frame(7, 0).operation == Operation(OperationKind.UPDATE)


def test_a_layer_that_does_not_exist_has_nothing() -> None:
    assert not frame(7, 0).has(OperationKind.DELTA, 4)
    assert not frame(7, 0).has(OperationKind.DELTA)


def test_a_frame_cannot_be_changed() -> None:
    shown = frame(1, 0)
    for field in dataclasses.fields(Frame):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(shown, field.name, None)
