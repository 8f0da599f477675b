"""A frame knows how its trace was made, also where the next update goes another way."""

from dataclasses import replace

from bpviz.training.changes import SettingsChange
from bpviz.training.debug_requests import MakeChange
from bpviz.training.messages import OpenExperiment, Run, Step
from bpviz.training.session import Session
from bpviz.training.steps import Granularity
from tests.training.experiments import EXPERIMENTS


def test_right_after_an_update_both_settings_are_known() -> None:
    experiment = EXPERIMENTS["sgd, sample by sample"]
    before = experiment.hyperparameters
    after = replace(before, learning_rate=0.5)
    session = Session()
    session.handle(OpenExperiment(experiment=experiment))
    session.handle(Run(budget=10, until=3))
    frame = session.handle(MakeChange(change=SettingsChange(after))).frame
    assert frame.settings.hyperparameters == after
    assert frame.trace_settings is not None
    assert frame.trace_settings.hyperparameters == before
    frame = session.handle(Step(granularity=Granularity.OPERATION)).frame
    assert frame.trace_settings == frame.settings
