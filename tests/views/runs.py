"""Real runs, gone through step by step, for the views to show."""

from dataclasses import replace

from bpviz.training.frame import Frame
from bpviz.training.messages import Opened, OpenExperiment, Run, Step
from bpviz.training.presets import preset
from bpviz.training.session import Session
from bpviz.training.steps import Granularity


class RealRun:
    """A session on a preset, at whichever moment is asked for."""

    def __init__(self, key: str, batch_size: int | None = None) -> None:
        experiment = preset(key).experiment
        if batch_size is not None:
            experiment = replace(experiment, batch_size=batch_size)
        self._session = Session()
        report = self._session.handle(OpenExperiment(experiment=experiment))
        assert report.opened is not None
        self.opened: Opened = report.opened
        self.frame: Frame = report.frame
        self.curves = report.curves

    def train(self, updates: int) -> Frame:
        report = self._session.handle(Run(budget=60, until=updates))
        self.frame, self.curves = report.frame, report.curves
        return self.frame

    def step(self, operations: int) -> Frame:
        request = Step(granularity=Granularity.OPERATION)
        for _ in range(operations):
            report = self._session.handle(request)
            self.frame, self.curves = report.frame, report.curves
        return self.frame
