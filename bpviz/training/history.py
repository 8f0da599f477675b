"""What is remembered of one run, whether it is on or can be returned to."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from bpviz.nn.trace import BackpropTrace
from bpviz.training.change_log import ChangeLog
from bpviz.training.changes import Change, NodeSwitch, ParameterEdit
from bpviz.training.checkpoints import Checkpoints
from bpviz.training.curve_points import Curves
from bpviz.training.curves import EvaluationRecorder, LossRecorder, published
from bpviz.training.messages import Divergence
from bpviz.training.runs import RunSummary
from bpviz.training.steps import Moment
from bpviz.training.watch_recorder import WatchRecorders

_BEGINNING = Moment()


@dataclass(slots=True, eq=False)
class History:
    """One run.

    Attributes
    ----------
    number : int
        Names it.
    log : ChangeLog
        Every change since the very beginning.
    checkpoints : Checkpoints
        From which its moments are reached.
    parent : int or None
        The run it branched from.
    branch : Moment
        Where it did.
    moment : Moment
        Where it stands; what it shows is in `traces`.
    divergence : Divergence or None
        Set once it has turned out to leave the finite numbers.
    traces : dict of int to BackpropTrace
        Some of its updates, counted from 0; those used last stand last.
    undone : int or None
        The run that was left last by undoing the change that made it from this one.
    """

    number: int
    log: ChangeLog
    checkpoints: Checkpoints
    parent: int | None = None
    branch: Moment = _BEGINNING
    moment: Moment = _BEGINNING
    divergence: Divergence | None = None
    losses: LossRecorder = field(default_factory=LossRecorder)
    evaluations: EvaluationRecorder = field(default_factory=EvaluationRecorder)
    watches: WatchRecorders = field(default_factory=WatchRecorders)
    traces: OrderedDict[int, BackpropTrace] = field(default_factory=OrderedDict)
    undone: int | None = None
    _summary: RunSummary | None = None

    @property
    def has_own_updates(self) -> bool:
        """Whether it has come farther than the run it branched from had."""
        return self.losses.updates > self.branch.update

    def branched(self, number: int, change: Change) -> "History":
        """Return the run that begins with `change` where this one stands.

        It stands before the update that the moment is in; its curve may lack the last
        few updates before that, which follow when it is taken up.
        """
        update = self.moment.update
        is_another = isinstance(change, ParameterEdit | NodeSwitch)
        self.checkpoints.mark(update)
        return History(
            number,
            self.log.with_change(update, change),
            self.checkpoints.before(update),
            parent=self.number,
            branch=self.moment,
            moment=Moment(update),
            losses=self.losses.until(update),
            # Another network answers in another way.
            evaluations=self.evaluations.until(update, included=not is_another),
            watches=self.watches.until(update),
            traces=OrderedDict(
                (at, trace) for at, trace in self.traces.items() if at < update
            ),
        )

    def keep_traces(self, most: int) -> None:
        """Drop the traces used longest ago, but not the one that is shown."""
        shown = traced_update(self.moment)
        for update in tuple(self.traces)[: max(len(self.traces) - most, 0)]:
            if update != shown:
                del self.traces[update]

    def put_away(self) -> None:
        """Keep no more than is needed to return to it, and to show it in a list."""
        self.keep_traces(0)
        self.checkpoints.mark(self.moment.update)
        self.checkpoints.mark(self.branch.update)
        self._summary = None
        self._summary = self.summary()

    def take_up(self) -> None:
        """Let it go on."""
        self._summary = None

    def inherit(self, gone: "History") -> None:
        """Branch from where the run it branched from did, which is forgotten."""
        self.parent, self.branch = gone.parent, gone.branch
        if self._summary is not None:
            self._summary = replace(self._summary, parent=gone.parent)

    def curves(self) -> Curves:
        """Publish the curves as far as the run has come."""
        return published(self.losses, self.evaluations)

    def summary(self, curves: Curves | None = None) -> RunSummary:
        """Publish the run, with its `curves` if they are at hand."""
        if self._summary is not None:
            return self._summary
        return RunSummary(
            number=self.number,
            parent=self.parent,
            log=self.log.entries,
            moment=self.moment,
            updates=self.losses.updates,
            curves=self.curves() if curves is None else curves,
        )


def traced_update(moment: Moment) -> int:
    """Return the update, counted from 0, whose trace shows `moment`; -1 for none."""
    return moment.update if moment.operation else moment.update - 1
