"""A frame that was taken apart and put together again is the same frame."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings
from bpviz.training.frame import Frame
from bpviz.training.steps import OperationKind
from bpviz.views.frame_parts import put_together, taken_apart
from tests.scene.frames import UPDATED, frame_of

SIZES = 2, 5, 3, 1


def with_faulty_gradients(frame: Frame) -> Frame:
    assert frame.trace is not None
    gradients = Parameters.copy_of(frame.network, frame.parameters.flat * 2)
    trace = replace(frame.trace, faulty_gradients=gradients, l2=0.25)
    return replace(frame, trace=trace)


def with_settings(frame: Frame) -> Frame:
    settings = RunSettings(switched_off=frozenset({(1, 2)}))
    return replace(frame, session=7, epoch=3, trace_settings=settings)


FRAMES = [
    pytest.param(frame_of(*SIZES), id="the beginning"),
    pytest.param(frame_of(*SIZES, done=UPDATED, rows=4, update=6), id="after updates"),
    pytest.param(frame_of(*SIZES, done=(OperationKind.LOSS, 0)), id="in an update"),
    pytest.param(
        with_faulty_gradients(frame_of(*SIZES, done=UPDATED)), id="with a fault"
    ),
    pytest.param(with_settings(frame_of(*SIZES, done=UPDATED)), id="with settings"),
]


def assert_same(one: Any, other: Any) -> None:
    """Compare everything that two values hold."""
    assert type(one) is type(other)
    if isinstance(one, np.ndarray):
        assert one.dtype == other.dtype
        np.testing.assert_array_equal(one, other, strict=True)
    elif isinstance(one, tuple):
        for left, right in zip(one, other, strict=True):
            assert_same(left, right)
    elif isinstance(one, Frame | BackpropTrace | Parameters):
        for field in fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name))
    else:
        assert one == other


@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_is_lost(frame: Frame) -> None:
    form, arrays = taken_apart(frame)
    joined = put_together(form, frame.moment, frame.epoch, arrays)
    assert joined is not frame
    assert_same(joined, frame)


@pytest.mark.parametrize("frame", FRAMES)
def test_no_array_is_named_twice(frame: Frame) -> None:
    form, arrays = taken_apart(frame)
    assert len({id(array) for array in arrays}) == len(arrays)
    assert form.kinds == tuple((array.dtype, array.shape) for array in arrays)


def test_moments_of_one_run_have_one_form() -> None:
    one = frame_of(*SIZES, done=UPDATED, seed=1, update=3)
    other = frame_of(*SIZES, done=UPDATED, seed=2, update=4)
    assert taken_apart(one)[0] == taken_apart(other)[0]
    assert taken_apart(one)[0] != taken_apart(replace(other, session=1))[0]
    more = frame_of(*SIZES, done=UPDATED, rows=2)
    assert taken_apart(one)[0] != taken_apart(more)[0]
