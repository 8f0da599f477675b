"""A run without a window: the same session, sent the same requests."""

from bpviz.app.progress import Progress
from bpviz.messages import RunError
from bpviz.nn.arrays import Array
from bpviz.nn.faults import Fault
from bpviz.training.changes import FaultSwitch
from bpviz.training.debug_requests import MakeChange
from bpviz.training.experiment import ALL_SAMPLES, Experiment
from bpviz.training.messages import (
    Divergence,
    Evaluate,
    Opened,
    OpenExperiment,
    Report,
    Request,
    Run,
    SaveFile,
    Step,
)
from bpviz.training.session import Session
from bpviz.training.steps import Granularity

SLICE = 0.2
"""Seconds of training between two looks at how far it has come."""


class HeadlessRun:
    """One experiment, trained as far as it is asked to be.

    Parameters
    ----------
    experiment : Experiment
        What to train and how.
    first_parameters : Array, optional
        Where to begin, (parameter_count,), instead of drawn ones.

    Attributes
    ----------
    opened : Opened
        What was opened.
    report : Report
        The session's last answer.
    training_seconds : float
        Time spent on updates, without evaluations.
    """

    def __init__(
        self, experiment: Experiment, first_parameters: Array | None = None
    ) -> None:
        self._session = Session()
        self.report = self._ask(
            OpenExperiment(experiment=experiment, initial=first_parameters)
        )
        assert self.report.opened is not None  # It answers to an opening.
        self.opened: Opened = self.report.opened
        size = experiment.batch_size
        self._batch_size = size if size != ALL_SAMPLES else self.sample_count
        self.training_seconds = 0.0

    @property
    def sample_count(self) -> int:
        """Samples to learn from."""
        return len(self.opened.dataset.train)

    @property
    def update(self) -> int:
        """Updates that are complete."""
        return self.report.frame.moment.update

    @property
    def samples_per_second(self) -> float | None:
        """Speed of the training so far; None before any."""
        if self.training_seconds == 0:
            return None
        return self.update * self._batch_size / self.training_seconds

    @property
    def words(self) -> str:
        """How far it has come, in short."""
        curves = self.report.curves
        words = f"update {self.update:,}"
        if len(curves.losses.mean):
            words += f"  loss {curves.losses.mean[-1]:.4g}"
        if curves.evaluations and curves.evaluations[-1].test_accuracy is not None:
            words += f"  test {curves.evaluations[-1].test_accuracy:.1%}"
        return words

    def train(self, until: int, progress: Progress | None = None) -> Divergence | None:
        """Make updates until so many are complete, and what evaluation belongs there.

        Returns
        -------
        Divergence or None
            What stopped the run before that.
        """
        is_there = self.update >= until
        while not is_there:
            before = self.update
            report = self._ask(Run(budget=SLICE, until=until))
            trained = (self.update - before) * self._batch_size
            speed = report.samples_per_second
            if speed:  # Else there was only something to evaluate.
                self.training_seconds += trained / speed
            if progress is not None:
                progress.show(self.update / until, self.words)
            is_there = report.reached or report.divergence is not None
        return self.report.divergence

    def advance(self, operations: int) -> Report:
        """Go so many operations into the next update.

        Returns
        -------
        Report
            Its frame holds the trace of that update, if it is one operation or more.

        Raises
        ------
        RunError
            If that update leaves the finite numbers.
        """
        for _ in range(operations):
            divergence = self.step()
            if divergence is not None:
                raise diverged(divergence, self.opened.experiment)
        return self.report

    def step(self) -> Divergence | None:
        """Make one operation.

        Returns
        -------
        Divergence or None
            Set where its update leaves the finite numbers; it is then not made.
        """
        return self._ask(Step(granularity=Granularity.OPERATION)).divergence

    def switch_on(self, fault: Fault) -> None:
        """Go on with a classic mistake in backpropagation, from here on."""
        self._ask(MakeChange(change=FaultSwitch(fault)))

    def evaluate(self) -> Divergence | None:
        """Make the last evaluation one of the parameters as they stand.

        Returns
        -------
        Divergence or None
            Set where these give no finite loss: then there is no such evaluation.
        """
        last = self._ask(Evaluate()).curves.evaluations[-1:]
        if last and last[0].update == self.update:
            return None
        return Divergence(self.update, "loss", 0)

    def save(self, path: str) -> None:
        """Write a session file.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        self._ask(SaveFile(path=path))

    def _ask(self, request: Request) -> Report:
        self.report = self._session.handle(request)
        return self.report


def trained(
    experiment: Experiment,
    first_parameters: Array | None,
    updates: int,
    fault: Fault | None = None,
) -> HeadlessRun:
    """Return a run after so many updates, made with a fault if one is named.

    Raises
    ------
    InputError
        If the experiment cannot be opened.
    RunError
        If it diverges on the way.
    """
    run = HeadlessRun(experiment, first_parameters)
    if fault is not None:
        run.switch_on(fault)
    with Progress() as progress:
        divergence = run.train(updates, progress)
    if divergence is not None:
        raise diverged(divergence, experiment)
    return run


def diverged(divergence: Divergence, experiment: Experiment) -> RunError:
    """Return what to say of a run that left the finite numbers, and what to try."""
    quantity = divergence.quantity.replace("pre_", "pre-").replace("_", " ")
    place = f" of layer {divergence.layer}" if divergence.layer else ""
    rate = experiment.hyperparameters.learning_rate
    return RunError(
        "the run diverged: in update {update} the {quantity} became infinite or "
        "undefined; try a --learning-rate below {rate:g}, or smaller first weights "
        "(--init xavier)",
        update=divergence.update,
        quantity=quantity + place,
        rate=rate,
    )
