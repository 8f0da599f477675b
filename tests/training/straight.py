"""What every moment of a changed run should hold, from one straight way through it.

For every log of changes there is one engine which makes all updates one by one, each
change when it is due, and is never rewound. Nothing is stored in a session that could
be compared with itself.
"""

from dataclasses import dataclass, field

from bpviz.data.catalog import load_dataset
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import LoggedChange, RunSettings, SampleChoice
from bpviz.training.engine import Engine
from bpviz.training.experiment import Experiment
from bpviz.training.steps import Moment
from tests.training.reference import Contents, contents

Log = tuple[LoggedChange, ...]


@dataclass(eq=False)
class StraightRun:
    """An experiment under one log of changes."""

    experiment: Experiment
    log: Log
    traces: list[BackpropTrace] = field(default_factory=list)
    parameters: list[Parameters] = field(default_factory=list)
    settings: list[RunSettings] = field(default_factory=list)

    def __post_init__(self) -> None:
        data = self.experiment.data
        dataset = load_dataset(data.key, data.seed)
        self._engine = Engine(self.experiment, dataset)
        self._arrive()

    def _arrive(self) -> None:
        """Make the changes that are due, and write down what stands then."""
        self._sample = None
        for entry in self.log:
            if entry.update == self._engine.updates:
                self._engine.apply(entry.change)
                if isinstance(entry.change, SampleChoice):
                    self._sample = entry.change.sample
        self.parameters.append(self._engine.parameters())
        self.settings.append(self._engine.settings)

    def reach(self, update: int) -> None:
        """Make updates until so many are complete."""
        while self._engine.updates < update:
            self.traces.append(self._engine.trace(self._sample))
            self._arrive()

    def contents(self, moment: Moment) -> Contents:
        """Return what a frame at `moment` should hold."""
        self.reach(moment.update + 1)
        parameters = self.parameters[moment.update]
        traced = moment.update if moment.operation else moment.update - 1
        return contents(parameters, self.traces[traced] if traced >= 0 else None)

    def losses(self, updates: int) -> list[float]:
        """Return the batch losses of the first `updates` updates."""
        self.reach(updates)
        return [trace.loss for trace in self.traces[:updates]]


@dataclass(eq=False)
class StraightRuns:
    """The runs of one experiment, one for every log."""

    experiment: Experiment
    _runs: dict[Log, StraightRun] = field(default_factory=dict)

    def run(self, log: Log) -> StraightRun:
        """Return the run under `log`."""
        if log not in self._runs:
            if len(self._runs) > 400:
                self._runs.clear()
            self._runs[log] = StraightRun(self.experiment, log)
        return self._runs[log]
