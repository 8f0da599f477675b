"""What is remembered goes on where it should, and begins at zero where it should."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.nn.arrays import Array
from bpviz.nn.faults import Fault
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    NodeSwitch,
    ParameterEdit,
    SettingsChange,
)
from bpviz.training.engine import Engine
from tests.training.experiments import EXPERIMENTS

EXPERIMENT = EXPERIMENTS["adam with l2, drawn"]
NUMBERS = EXPERIMENT.hyperparameters


def engine_after(updates: int, *changes: Change) -> Engine:
    """Return an engine on which `changes` are made after so many updates."""
    data = EXPERIMENT.data
    engine = Engine(EXPERIMENT, load_dataset(data.key, data.seed))
    for _ in range(updates):
        engine.trace()
    for change in changes:
        engine.apply(change)
    return engine


def block_after(*changes: Change) -> Array:
    return engine_after(5, *changes).state.block


BEFORE = block_after()
MOMENTUM = SettingsChange(replace(NUMBERS, optimizer="momentum"))
ADAM = SettingsChange(NUMBERS)
LEAK = FaultSwitch(Fault.LEAKING_GRADIENTS)


def test_there_is_something_to_remember() -> None:
    assert BEFORE.shape[0] == 3
    assert (BEFORE != 0).all(axis=1).sum() >= 1
    assert all((row != 0).any() for row in BEFORE)


@pytest.mark.parametrize(
    "change",
    [
        SettingsChange(replace(NUMBERS, learning_rate=0.5, l2=0.0)),
        SettingsChange(replace(NUMBERS, beta1=0.5)),
        NodeSwitch(1, 2, is_on=False),
        FaultSwitch(Fault.SUM_FOR_MEAN),
    ],
)
def test_the_same_kind_of_optimizer_remembers(change: Change) -> None:
    assert np.array_equal(block_after(change), BEFORE)


def test_another_kind_begins_with_nothing() -> None:
    block = block_after(MOMENTUM)
    assert block.shape[0] == 2
    assert np.array_equal(block[0], BEFORE[0])
    assert not block[1].any()


def test_changing_there_and_back_has_forgotten_everything() -> None:
    block = block_after(MOMENTUM, ADAM)
    assert np.array_equal(block[0], BEFORE[0])
    assert block.shape == BEFORE.shape
    assert not block[1:].any()


def test_an_edit_touches_one_parameter_alone() -> None:
    key = ParameterKey(layer=2, end=1, start=3)
    block = block_after(ParameterEdit(key, 7.0))
    differs = np.argwhere(block != BEFORE)
    assert differs.tolist() == [[0, key.position(EXPERIMENT.network)]]
    assert block[tuple(differs[0])] == 7.0


def test_what_has_leaked_stays_as_long_as_the_fault() -> None:
    engine = engine_after(5, LEAK)
    assert engine.state.block.shape[0] == 4
    assert not engine.state.block[3].any()
    for _ in range(3):
        engine.trace()
    leaked = engine.state.block[3].copy()
    assert leaked.any()
    engine.apply(SettingsChange(replace(NUMBERS, learning_rate=0.5)))
    assert np.array_equal(engine.state.block[3], leaked)
    engine.apply(MOMENTUM)
    assert engine.state.block.shape[0] == 3
    assert np.array_equal(engine.state.block[2], leaked)
    assert not engine.state.block[1].any()
    engine.apply(FaultSwitch(Fault.SUM_FOR_MEAN))
    assert engine.state.block.shape[0] == 2
    engine.apply(LEAK)
    assert not engine.state.block[2].any()
