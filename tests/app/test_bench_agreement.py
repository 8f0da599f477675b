"""Before `bpviz bench` measures, all contestants must be doing the same work."""

from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
from typing_extensions import override

from bpviz.app.bench.agreement import TOLERANCES, check_agreement, largest_difference
from bpviz.app.bench.bpviz_engine import BpvizEngine
from bpviz.app.bench.cases import CASES, Case
from bpviz.app.bench.entrants import Entrant
from bpviz.app.bench.fourth_article import FourthArticle
from bpviz.app.bench.setting import Contestant, Layers, Setting, first_samples
from bpviz.data.catalog import load_dataset
from bpviz.messages import RunError
from bpviz.training.experiment import DtypeName

SAMPLES = 600
ENTRIES = [
    pytest.param(
        case,
        entrant,
        id=f"{case.key}-{entrant.name}-{entrant.dtype}".replace(" ", "-"),
        marks=pytest.mark.skipif(
            entrant.package is not None and find_spec(entrant.package) is None,
            reason=f"{entrant.package} is not installed",
        ),
    )
    for case in CASES
    for entrant in case.entrants
]


def setting_of(case: Case) -> Setting:
    data = case.experiment.data
    dataset = first_samples(load_dataset(data.key, data.seed), SAMPLES)
    return Setting(case.experiment, dataset)


def case_called(key: str) -> Case:
    return next(case for case in CASES if case.key == key)


@pytest.mark.parametrize(("case", "entrant"), ENTRIES)
def test_contestant_agrees(case: Case, entrant: Entrant) -> None:
    setting = setting_of(case)
    contestant = entrant.build(setting, entrant.dtype)
    before = largest_difference(contestant.layers(), setting.first_layers)
    assert before <= 1e-6  # all begin at the same point
    check_agreement(case.key, setting, [(entrant, contestant)])
    # ... and leave it: a contestant that does nothing would be fast.
    change = largest_difference(contestant.layers(), setting.first_layers)
    assert change > 1e-3
    for weights, biases in contestant.layers():
        assert weights.dtype == biases.dtype == entrant.dtype


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_first_entrant_is_bpviz_in_the_preset_s_precision(case: Case) -> None:
    assert case.entrants[0].build is BpvizEngine
    assert case.entrants[0].dtype == case.experiment.dtype


class SlightlyOff(FourthArticle):
    """Learns a little faster than it is told to."""

    def __init__(self, setting: Setting, dtype: DtypeName) -> None:
        super().__init__(setting, dtype)
        self._learning_rate *= 1 + 1e-6


class Idle(FourthArticle):
    """Does not learn."""

    @override
    def advance(self, updates: int) -> None:
        del updates


class Diverged(FourthArticle):
    """Has left the finite numbers."""

    @override
    def layers(self) -> Layers:
        return tuple((w * np.nan, b) for w, b in super().layers())


@pytest.mark.parametrize("wrong", [SlightlyOff, Idle, Diverged])
def test_wrong_contestant_is_an_error(wrong: type[FourthArticle]) -> None:
    case = case_called("a")
    setting = setting_of(case)
    entrant = replace(case.entrants[2], name="somebody", build=wrong)
    contestant = entrant.build(setting, "float64")
    with pytest.raises(RunError, match=r"case a somebody \(float64\) has other param"):
        check_agreement("a", setting, [(entrant, contestant)])


def test_known_exception_is_not_held_to_it() -> None:
    case = case_called("a")
    setting = setting_of(case)
    entrant = replace(case.entrants[2], exception="something else")
    check_agreement("a", setting, [(entrant, Idle(setting, "float64"))])


def test_float32_is_told_from_float64() -> None:
    setting = setting_of(case_called("b"))
    single, double = (
        BpvizEngine(setting, "float32"),
        BpvizEngine(setting, "float64"),
    )
    for engine in (single, double):
        engine.advance(20)
    difference = largest_difference(single.layers(), double.layers())
    change = largest_difference(double.layers(), setting.first_layers)
    assert TOLERANCES["float64"] * change < difference
    assert difference < TOLERANCES["float32"] * change


def test_contestants_go_round_and_round() -> None:
    """An epoch of the parabola has 30 updates; a turn may have more."""
    case = case_called("a")
    setting = setting_of(case)
    contestants: list[Contestant] = [
        FourthArticle(setting, "float64"),
        BpvizEngine(setting, "float64"),
    ]
    for contestant in contestants:
        contestant.advance(25)
        contestant.advance(50)
    theirs, ours = (contestant.layers() for contestant in contestants)
    assert largest_difference(theirs, ours) < 1e-9
