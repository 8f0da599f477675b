"""Watches record the trace's numbers, whichever way updates come, in little room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.data.order import BatchOrder
from bpviz.messages import InputError
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.watch_check import MOST_WATCHES, check_watches
from bpviz.training.watch_recorder import (
    ENTRIES,
    WatchRecorder,
    WatchRecorders,
)
from bpviz.training.watch_values import watched
from bpviz.training.watches import Watch, WatchQuantity
from tests.nn.effort import cases
from tests.training.experiments import regression
from tests.training.traces import traces_of

CURVE = regression(7, BatchOrder.SHUFFLED, Hyperparameters("sgd", 0.01, l2=0.1))
Q = WatchQuantity
LOSS_LIKE = Watch(Q.GRADIENT_NORM, 0)


def test_each_quantity_is_the_trace_s_own() -> None:
    trace = next(traces_of(CURVE, 1))
    gradient = trace.weight_gradients(1)
    bias_gradient = trace.bias_gradients(1)
    size = gradient.size + bias_gradient.size
    squares = (gradient**2).sum() + (bias_gradient**2).sum()
    weights, biases = trace.parameters.weights[1], trace.parameters.biases[1]
    for watch, value in (
        (Watch(Q.WEIGHT, 2, node=1, start=4), weights[4, 1]),
        (Watch(Q.BIAS, 2, node=1), biases[1]),
        (Watch(Q.ACTIVATION, 0, node=1), trace.activations[0][:, 1].mean()),
        (Watch(Q.ACTIVATION, 2, node=1), trace.activations[2][:, 1].mean()),
        (Watch(Q.DELTA, 2, node=1), trace.deltas[1][:, 1].mean()),
        (Watch(Q.WEIGHT_GRADIENT, 2, node=1, start=4), gradient[4, 1]),
        (Watch(Q.BIAS_GRADIENT, 2, node=1), bias_gradient[1]),
        (Watch(Q.GRADIENT_NORM, 2), np.sqrt(squares / size)),
        (
            Watch(Q.WEIGHT_NORM, 2),
            np.sqrt(((weights**2).sum() + (biases**2).sum()) / size),
        ),
        (Watch(Q.WEIGHT_NORM, 0), np.sqrt((trace.parameters.flat**2).mean())),
    ):
        assert watched(watch, trace) == pytest.approx(float(value), rel=1e-12), watch


@settings(max_examples=cases(50), deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 5 * ENTRIES), st.integers(1, 300)),
        min_size=1,
        max_size=6,
    )
)
def test_entries_cover_what_was_recorded_and_nothing_else(
    walks: list[tuple[int, int]],
) -> None:
    recorder = WatchRecorder(LOSS_LIKE)
    values: dict[int, float] = {}
    for first, count in walks:
        for update in range(first, first + count):
            values[update] = float(np.sin(update))
            recorder.record(update, values[update])
    curve = recorder.curve()
    assert len(curve.mean) <= ENTRIES
    for place, (low, mean, high) in enumerate(
        zip(curve.lowest, curve.mean, curve.highest, strict=True)
    ):
        stretch = range(place * curve.stride, (place + 1) * curve.stride)
        inside = [values[update] for update in stretch if update in values]
        if not inside:
            assert np.isnan([low, mean, high]).all()
        else:
            assert (low, high) == (min(inside), max(inside))
            assert low - 1e-12 <= mean <= high + 1e-12
    assert len(curve.mean) == max(values) // curve.stride + 1


def test_the_mean_is_the_mean() -> None:
    recorder = WatchRecorder(LOSS_LIKE)
    for update in range(4 * ENTRIES):
        recorder.record(update, float(update))
    curve = recorder.curve()
    assert curve.stride == 4
    np.testing.assert_allclose(curve.mean, np.arange(ENTRIES) * 4 + 1.5)


def test_a_branch_knows_what_was_before_it() -> None:
    recorders = WatchRecorders([LOSS_LIKE])
    for update, trace in enumerate(traces_of(CURVE, 12)):
        recorders.record(update, trace)
    branch = recorders.until(5)
    (all_of_it,), (some,) = recorders.curves(), branch.curves()
    np.testing.assert_array_equal(some.mean, all_of_it.mean[:5])
    branch.record(5, next(traces_of(CURVE, 1)))
    assert len(recorders.curves()[0].mean) == 12


def test_other_watches_leave_those_that_stay_alone() -> None:
    first, second = Watch(Q.BIAS, 1), Watch(Q.DELTA, 1)
    recorders = WatchRecorders([first])
    recorders.record(0, next(traces_of(CURVE, 1)))
    changed = recorders.changed_to([second, first, first])
    assert changed.watches == (second, first)
    assert [len(curve.mean) for curve in changed.curves()] == [0, 1]


@pytest.mark.parametrize(
    "watch",
    [
        Watch(Q.WEIGHT, 0),
        Watch(Q.WEIGHT, 1, node=5),
        Watch(Q.WEIGHT, 1, node=0, start=2),
        Watch(Q.ACTIVATION, 4),
        Watch(Q.DELTA, 0),
        Watch(Q.BIAS, 1, node=-1),
        Watch(Q.GRADIENT_NORM, 4),
    ],
)
def test_what_is_not_there_is_refused(watch: Watch) -> None:
    with pytest.raises(InputError):
        check_watches((watch,), CURVE.network)


def test_no_more_than_so_many() -> None:
    many = tuple(
        Watch(Q.WEIGHT, 2, node, start) for node in range(3) for start in range(5)
    )
    check_watches(many, CURVE.network)
    with pytest.raises(InputError):
        check_watches((*many, LOSS_LIKE, Watch(Q.BIAS, 1)), CURVE.network)
    assert len(many) < MOST_WATCHES
