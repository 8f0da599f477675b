"""What runs have in common and where they part."""

from dataclasses import replace
from math import inf

import pytest

from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.scene.run_changes import (
    fault_spans,
    has_fault,
    own_changes,
    parting,
    settings_along,
)
from bpviz.training.changes import (
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    RunSettings,
    SettingsChange,
)
from tests.views.made_curves import made_run

BASE = Hyperparameters()
FAST = replace(BASE, learning_rate=0.5)
OFF = NodeSwitch(1, 3, False)
EDIT = LoggedChange(10, ParameterEdit(ParameterKey(1, 0, 0), 2.0))
SWITCH = LoggedChange(30, OFF)
FAULT = LoggedChange(20, FaultSwitch(Fault.SUM_FOR_MEAN))


def test_settings_are_those_of_all_changes() -> None:
    log = [
        LoggedChange(0, SettingsChange(FAST)),
        LoggedChange(1, OFF),
        LoggedChange(2, NodeSwitch(0, 0, False)),
        FAULT,
    ]
    first, fast, off, both, faulty = settings_along(BASE, log)
    assert first == RunSettings(BASE)
    assert fast == RunSettings(FAST)
    assert off.switched_off == {(1, 3)}
    assert both.switched_off == {(1, 3), (0, 0)}
    assert faulty == replace(both, fault=Fault.SUM_FOR_MEAN)
    log.append(LoggedChange(30, NodeSwitch(1, 3, True)))
    log.append(LoggedChange(30, FaultSwitch(None)))
    last = settings_along(BASE, log)[-1]
    assert last == RunSettings(FAST, frozenset({(0, 0)}))


@pytest.mark.parametrize(
    ("mine", "theirs", "update"),
    [
        ((), (EDIT,), 10),
        ((EDIT,), (), 10),
        ((EDIT,), (EDIT, SWITCH), 30),
        ((EDIT, FAULT), (EDIT, SWITCH), 20),
        ((), (), 100),
    ],
)
def test_runs_part_at_the_first_change_that_only_one_has(
    mine: tuple[LoggedChange, ...], theirs: tuple[LoggedChange, ...], update: int
) -> None:
    assert parting(made_run(0, log=mine), made_run(1, log=theirs)) == update


def test_a_runs_own_changes_are_those_its_parent_has_not() -> None:
    parent = made_run(0, log=(EDIT,))
    child = made_run(1, parent=0, log=(EDIT, FAULT, SWITCH))
    assert own_changes(child, (parent,)) == (FAULT, SWITCH)
    assert own_changes(child, ()) == (SWITCH,)
    assert own_changes(made_run(0), ()) == ()


def test_a_fault_that_is_off_again_is_none() -> None:
    assert has_fault(made_run(0, log=(FAULT,)))
    assert not has_fault(made_run(0, log=(FAULT, LoggedChange(40, FaultSwitch(None)))))


def test_a_fault_is_on_from_switch_to_switch() -> None:
    def switch(update: int, fault: Fault | None) -> LoggedChange:
        return LoggedChange(update, FaultSwitch(fault))

    log = (
        *(EDIT, FAULT, switch(25, Fault.LEAKING_GRADIENTS), switch(40, None)),
        *(switch(50, Fault.SUM_FOR_MEAN), switch(50, None), switch(60, None)),
        switch(70, Fault.SUM_FOR_MEAN),
    )
    assert fault_spans(made_run(0, log=log)) == ((20, 40), (70, inf))
    assert fault_spans(made_run(0, log=(EDIT,))) == ()
