"""Whatever is changed, undone and returned to, every moment is what its log makes it.

Sessions are walked at random through steps, runs with and without breakpoints, jumps,
changes of every kind, undo, redo and other runs, and are looked at on the way. After
each request every array of the frame is compared with one straight way through the same
changes, and the runs with the rules written once more. What must not matter is drawn
too, as in `test_time_travel`.
"""

import sys
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.messages import InputError
from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training import run_tree
from bpviz.training.change_log import changed
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    NodeSwitch,
    ParameterEdit,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.conditions import LossCondition, SampleComes
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Prove,
    Redo,
    RunTo,
    SetBreakpoints,
    SetWatches,
    SwitchRun,
    Undo,
)
from bpviz.training.experiment import Experiment
from bpviz.training.messages import (
    Evaluate,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
    Seek,
    Step,
)
from bpviz.training.session import Session
from bpviz.training.steps import Granularity, Moment
from bpviz.training.watches import Watch, WatchQuantity
from tests.nn.effort import cases
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import contents_of
from tests.training.run_model import RunModel
from tests.training.straight import StraightRun, StraightRuns
from tests.training.test_time_travel import Circumstances, circumstances

FARTHEST = 120
MOST_REPORTS = 5 * FARTHEST

OPTIMIZERS = st.builds(
    Hyperparameters,
    st.sampled_from(["sgd", "momentum", "rmsprop", "adam"]),
    st.sampled_from([0.001, 0.004]),
    l2=st.sampled_from([0.0, 0.01]),
)


def changes(experiment: Experiment) -> st.SearchStrategy[Change]:
    """Draw changes of every kind that `experiment` can be given."""
    sizes = experiment.layer_sizes
    keys = st.integers(1, len(sizes) - 1).flatmap(
        lambda layer: st.builds(
            ParameterKey,
            layer=st.just(layer),
            end=st.integers(0, sizes[layer] - 1),
            start=st.none() | st.integers(0, sizes[layer - 1] - 1),
        )
    )
    switches = st.integers(0, len(sizes) - 2).flatmap(
        lambda layer: st.builds(
            NodeSwitch,
            layer=st.just(layer),
            node=st.integers(0, min(sizes[layer], 3) - 1),
            is_on=st.booleans(),
        )
    )
    samples = {"quadratic": 30, "xor": 100, "chain": 1}[experiment.data.key]
    return st.one_of(
        st.builds(SettingsChange, OPTIMIZERS),
        st.builds(ParameterEdit, keys, st.sampled_from([-0.3, 0.0, 0.7])),
        switches,
        st.builds(SampleChoice, st.integers(0, samples - 1)),
        st.builds(FaultSwitch, st.none() | st.sampled_from(Fault)),
    )


def requests(experiment: Experiment) -> st.SearchStrategy[Request]:
    """Draw what a person may ask."""
    direction = st.sampled_from([1, -1])
    steps = st.builds(
        Step, granularity=st.sampled_from(Granularity), direction=direction
    )
    made = changes(experiment).map(lambda change: MakeChange(change=change))
    looks: list[Request] = [
        SetWatches(watches=()),
        SetWatches(
            watches=(Watch(WatchQuantity.DELTA, 1), Watch(WatchQuantity.BIAS, 2))
        ),
        SetBreakpoints(conditions=()),
        SetBreakpoints(conditions=(LossCondition(True, 0.2), SampleComes(0))),
        SetBreakpoints(conditions=(LossCondition(False, 0.1),)),
        Prove(key=ParameterKey(layer=1, end=0)),
        CheckGradients(entries=1, budget=0.0),
    ]
    runs_to = st.builds(
        RunTo,
        condition=st.sampled_from([LossCondition(True, 0.3), SampleComes(0)]),
        budget=st.floats(0.0, 0.1),
    )
    rare: list[Request] = [Evaluate(), Restart(), SaveFile(path=""), OpenFile(path="")]
    return st.one_of(
        steps,
        steps,
        st.builds(Run, budget=st.floats(0.0, 0.3), until=st.integers(0, FARTHEST)),
        st.builds(Seek, update=st.integers(0, FARTHEST)),
        made,
        made,
        st.sampled_from([Undo(), Undo(), Redo()]),
        st.builds(SwitchRun, run=st.integers(0, 8)),
        st.sampled_from(rare),
        st.sampled_from(looks),
        runs_to,
    )


@dataclass
class Walker:
    """Sends requests to a session and compares each report with what is expected."""

    session: Session
    straight: StraightRuns
    file: Path
    model: RunModel = field(default_factory=RunModel)
    saved: RunModel | None = None
    compared: int = 0

    def send(self, request: Request) -> Report:
        report = self.session.handle(request)
        self._compare(report, request)
        self.compared += 1
        return report

    def walk(self, request: Request) -> None:
        """Send `request`, and again until it says that it has arrived."""
        match request:
            case SaveFile():
                request = SaveFile(path=str(self.file))
            case OpenFile():
                if not self.file.exists():
                    return
                request = OpenFile(path=str(self.file))
        if not self._is_possible(request):
            with pytest.raises(InputError):
                self.session.handle(request)
            return
        goal = self._expect(request)
        for _ in range(MOST_REPORTS):
            report = self.send(request)
            if report.divergence is not None or isinstance(request, Run | RunTo):
                return
            if report.reached:
                assert goal in (None, report.frame.moment), request
                return
        raise AssertionError(f"{request} does not arrive")

    def _is_possible(self, request: Request) -> bool:
        match request:
            case Undo():
                return self.model.current.parent is not None
            case Redo():
                return self.model.current.undone is not None
            case SwitchRun(run=run):
                return run < len(self.model.runs)
        return True

    def _expect(self, request: Request) -> Moment | None:
        """Let the model do what is asked; return where it leads if it says so."""
        model = self.model
        here = model.current.moment
        match request:
            case MakeChange(change=change):
                return here if self._is_nothing_new(change) else model.change(change)
            case Undo():
                return model.undo()
            case Redo():
                return model.redo()
            case SwitchRun(run=run):
                return model.switch(run)
            case Seek(update=update):
                return Moment(update)
            case Evaluate() | SaveFile():
                if isinstance(request, SaveFile):
                    self.saved = RunModel()
                    self.saved.runs = [replaced(model.current, parent=None)]
                    self.saved.current.branch = Moment()
                    self.saved.current.undone = None
                return here
            case OpenFile():
                assert self.saved is not None
                self.model = RunModel()
                self.model.runs = [replaced(self.saved.current)]
                return self.model.current.moment
            case Restart():
                self.model = RunModel()
                return Moment()
            case SetWatches() | SetBreakpoints() | Prove() | CheckGradients():
                return here
        return None

    def _is_nothing_new(self, change: Change) -> bool:
        here = self.model.current
        update = here.moment.update
        run = self.straight.run(here.log)
        run.reach(update)
        match change:
            case ParameterEdit(key, value):
                parameters = run.parameters[update]
                flat = parameters.flat
                now = flat[key.position(parameters.network)]
                return bool(now == np.array(value, flat.dtype))
            case SampleChoice(sample):
                chosen = [
                    entry.change.sample
                    for entry in here.log
                    if entry.update == update and isinstance(entry.change, SampleChoice)
                ]
                return chosen[-1:] == [sample]
        return changed(run.settings[update], change, update) == run.settings[update]

    def _compare(self, report: Report, request: Request) -> None:
        frame, model = report.frame, self.model
        run = self.straight.run(model.current.log)
        assert contents_of(frame) == run.contents(frame.moment), (request, frame.moment)
        assert frame.settings == run.settings[frame.moment.update]
        self._compare_curves(report, run)
        model.current.moment = frame.moment
        runs = report.runs
        assert runs is not None
        recorded = runs.current.updates
        assert recorded >= frame.moment.update
        model.current.updates = recorded
        assert runs.current.number == model.number
        assert runs.current.parent == model.current.parent
        assert runs.current.log == model.current.log
        assert runs.current.moment == frame.moment
        assert [other.number for other in runs.others] == model.listed()
        for other in runs.others:
            known = model.runs[other.number]
            assert (other.log, other.moment) == (known.log, known.moment)
            assert (other.parent, other.updates) == (known.parent, known.updates)
        assert runs.can_undo == (model.current.parent is not None)
        assert runs.can_redo == (model.current.undone is not None)

    def _compare_curves(self, report: Report, run: StraightRun) -> None:
        losses = report.curves.losses
        assert losses.stride == 1
        recorded = losses.mean.tolist()
        assert recorded == run.losses(len(recorded))
        updates = [entry.update for entry in report.curves.evaluations]
        assert updates == sorted(set(updates))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_random_walks_through_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The rules written once more forget no run, and a walk may make very many.
    monkeypatch.setattr(run_tree, "MOST_RUNS", 100)
    monkeypatch.setattr(run_tree, "MOST_STEPS", 100)
    experiment = EXPERIMENTS[name]
    straight = StraightRuns(experiment)
    block_bytes = StraightRun(experiment, ()).parameters[0].flat.nbytes
    compared = 0

    @given(st.lists(requests(experiment), min_size=20, max_size=50), circumstances)
    @settings(max_examples=cases(10))
    def walk(path: list[Request], circumstances: Circumstances) -> None:
        nonlocal compared
        file = tmp_path / "run.bpviz"
        file.unlink(missing_ok=True)
        with circumstances.reign(block_bytes) as clock:
            walker = Walker(Session(clock), straight, file)
            walker.send(OpenExperiment(experiment=experiment))
            for request in path:
                walker.walk(request)
        compared += walker.compared

    walk()
    sys.stdout.write(f"{compared} moments compared: {name}\n")
    assert compared > 15 * cases(10)
