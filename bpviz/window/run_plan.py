"""What a run asks for next, and how long its picture then stands; no Qt."""

from bpviz.controls.pace import FIRST_PACE, PACES
from bpviz.training.messages import Opened, Request, Run, Step
from bpviz.training.steps import Moment

SLICE = 0.0275
"""Seconds of training in one request, which a pause or a step cuts short.

Training goes on while its last picture is painted, so that makes 30 a second, with
something to spare for handing over.
"""

# After a hitch a run does not make good more than this many seconds at once.
_LONGEST_TICK = 0.1


class RunPlan:
    """A pace, and how far the experiment is meant to run.

    A run ends where the experiment plans to; one that begins there or later has no
    end. Times are in seconds of any clock that never goes back.

    Attributes
    ----------
    pace : Pace
        May be changed at any time.
    """

    def __init__(self) -> None:
        self.pace = PACES[FIRST_PACE]
        self._planned_end = 0
        self._end: int | None = None
        self._is_begun = False
        self._ticked_at = 0.0
        self._owed = 0.0

    def plan(self, opened: Opened) -> None:
        """Learn how far an experiment that has just been opened is meant to run."""
        self._planned_end = planned_end(opened)

    def begin(self) -> None:
        """Start afresh from wherever the next request finds the run."""
        self._is_begun = False

    def is_over(self, moment: Moment) -> bool:
        """Whether the run has got to its end."""
        return self._is_begun and self._end is not None and moment.update >= self._end

    def next_request(self, moment: Moment, now: float) -> Request:
        """Return what brings the run on from `moment`, without a number yet."""
        if not self._is_begun:
            self._is_begun = True
            has_end = moment.update < self._planned_end
            self._end = self._planned_end if has_end else None
            self._ticked_at, self._owed = now, 0.0
        if self.pace.is_stepwise:
            return Step(granularity=self.pace.granularity)
        if not self.pace.interval:
            return Run(budget=SLICE, until=self._end)
        until = moment.update + self._updates_due(now)
        if self._end is not None:
            until = min(until, self._end)
        return Run(budget=SLICE, until=until)

    def rest(self, asked_at: float, now: float) -> float:
        """Return how long the answer to what was asked at `asked_at` stays.

        It stays at least until its motion has ended; 0 where it need not stay.
        """
        rest = self.pace.interval - (now - asked_at)
        return max(rest, self.pace.animate_ms / 1000, 0.0)

    def _updates_due(self, now: float) -> int:
        """How many updates the time since the last tick is worth at the pace."""
        elapsed = min(now - self._ticked_at, _LONGEST_TICK)
        self._ticked_at = now
        due = max(self._owed + elapsed * self.pace.rate, 1.0)
        self._owed = due % 1
        return int(due)


def planned_end(opened: Opened) -> int:
    """Return the update at which an experiment is meant to end."""
    experiment = opened.experiment
    return experiment.updates or experiment.epochs * opened.updates_per_epoch
