"""Answers to the probe's points: right, and found only for those who look."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

from bpviz.data.catalog import load_dataset
from bpviz.nn.parameters import Parameters
from bpviz.training import probe as probe_module
from bpviz.training.messages import OpenExperiment, Run
from bpviz.training.presets import PRESETS
from bpviz.training.probe import Probe, ProbeAnswers
from bpviz.training.session import Session

EXPERIMENT = replace(PRESETS["quadratic"].experiment, layer_sizes=(2, 5, 4, 1))


def made() -> tuple[Probe, Parameters]:
    data = EXPERIMENT.data
    probe = Probe.of(EXPERIMENT, load_dataset(data.key, data.seed, data.path))
    assert probe is not None
    network = EXPERIMENT.network
    numbers = np.linspace(-1, 1, network.parameter_count)
    return probe, Parameters.copy_of(network, numbers)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets longer each time that a probe's points are answered."""
    found: list[int] = []
    find = Probe._outputs

    def note(*arguments: object) -> object:
        found.append(1)
        return find(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Probe, "_outputs", note)
    return found


def test_nothing_is_answered_before_somebody_looks_and_then_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = counted(monkeypatch)
    probe, parameters = made()
    answers = probe.answers(parameters, frozenset())
    assert not found
    first = answers.outputs
    assert answers.outputs is first
    assert len(found) == 1


def test_those_of_a_very_large_network_are_found_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = counted(monkeypatch)
    monkeypatch.setattr(probe_module, "_QUICK", 1)
    probe, parameters = made()
    answers = probe.answers(parameters, frozenset())
    assert len(found) == 1
    assert len(answers.outputs)
    assert len(found) == 1


def test_answers_are_those_of_their_own_parameters_whoever_looks_when() -> None:
    probe, parameters = made()
    doubled = Parameters.copy_of(EXPERIMENT.network, 2 * parameters.flat)
    early, late = (probe.answers(each, frozenset()) for each in (parameters, doubled))
    other = late.outputs
    again = made()[0].answers(parameters, frozenset()).outputs
    np.testing.assert_array_equal(early.outputs, again)
    assert not np.array_equal(other, again)
    assert not early.outputs.flags.writeable


def test_a_run_leaves_the_points_to_whoever_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = Session()
    session.handle(OpenExperiment(experiment=EXPERIMENT))
    found = counted(monkeypatch)
    reports = [session.handle(Run(budget=0.001)) for _ in range(5)]
    assert not found
    assert reports[-1].frame.probe_outputs is not None
    assert len(found) == 1


def test_a_frame_that_is_sent_elsewhere_has_no_answers() -> None:
    session = Session()
    frame = session.handle(OpenExperiment(experiment=EXPERIMENT)).frame
    assert isinstance(frame.probe, ProbeAnswers)
    assert pickle.loads(pickle.dumps(frame)).probe_outputs is None
