"""Changes, conditions and watches are said in words that tell them apart."""

from dataclasses import replace

import pytest

from bpviz.look.change_words import change_text, changes_text
from bpviz.look.condition_words import condition_text, paused_text
from bpviz.look.watch_words import QUANTITIES, watch_text
from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    RunSettings,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.watches import Watch, WatchQuantity

BASE = Hyperparameters()


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (ParameterEdit(ParameterKey(1, 1, 2), 0.25), "w 3→2 of layer 1 set to 0.25"),
        (ParameterEdit(ParameterKey(2, 0), -1.0), "bias 1 of layer 2 set to −1"),
        (NodeSwitch(2, 3, False), "node 4 of layer 2 off"),
        (NodeSwitch(2, 3, True), "node 4 of layer 2 on again"),
        (NodeSwitch(0, 2, False), "input 3 off"),
        (SampleChoice(16), "sample 17 next"),
        (FaultSwitch(Fault.SUM_FOR_MEAN), "fault: Sum instead of mean"),
        (FaultSwitch(None), "no fault any more"),
    ],
)
def test_a_change_says_what_it_did(change: Change, text: str) -> None:
    assert change_text(change) == text


def test_settings_say_what_they_were_before() -> None:
    before = RunSettings(BASE)
    faster = SettingsChange(replace(BASE, learning_rate=0.5, l2=0.01))
    assert (
        change_text(faster, before)
        == "learning rate 0.5 instead of 0.1, L2 penalty 0.01 instead of 0"
    )
    assert change_text(faster) == "learning rate 0.5"
    adam = SettingsChange(replace(BASE, optimizer="adam"))
    assert change_text(adam, before) == "Adam instead of gradient descent"
    assert change_text(SettingsChange(BASE), before) == "the same settings"


def test_several_changes_say_from_when_on() -> None:
    log = (
        LoggedChange(300, SettingsChange(replace(BASE, learning_rate=0.5))),
        LoggedChange(1200, NodeSwitch(1, 0, False)),
    )
    before = (RunSettings(BASE), RunSettings(replace(BASE, learning_rate=0.5)))
    assert changes_text(log, before) == (
        "learning rate 0.5 instead of 0.1 after update 300, "
        "node 1 of layer 1 off after update 1,200"
    )


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (LossCondition(True, 0.5), "loss above 0.5"),
        (LossCondition(False, 1e-7), "loss below 1e−7"),
        (WrongAnswer(), "a sample is answered wrongly"),
        (SampleComes(16), "sample 17 comes"),
        (SignChange(ParameterKey(1, 1, 2)), "w 3→2 of layer 1 changes sign"),
        (GradientNorm(True, 10, 2), "gradient norm of layer 2 above 10"),
        (GradientNorm(False, 10), "gradient norm of all layers below 10"),
    ],
)
def test_a_condition_says_when_it_holds(condition: Condition, text: str) -> None:
    assert condition_text(condition) == text
    assert paused_text(condition) == f"Paused: {text}."


def test_every_watch_has_a_name_of_its_own() -> None:
    texts = {
        watch_text(Watch(quantity, layer, node, 2))
        for quantity in WatchQuantity
        for layer in (1, 2)
        for node in (0, 1)
    }
    norms = 2 * 2  # whatever the node
    assert len(texts) == norms + (len(WatchQuantity) - 2) * 4
    assert watch_text(Watch(WatchQuantity.WEIGHT, 1, 1, 2)) == "w 3→2 of layer 1"
    assert watch_text(Watch(WatchQuantity.ACTIVATION, 0, 2)) == "a of input 3"
    assert set(QUANTITIES) == set(WatchQuantity)
