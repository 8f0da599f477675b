"""Shows reports, but each part of the window only so often while a run goes on.

Nothing is queued: a part that is not due yet misses a report, and catches up with the
latest one when the run ends. So a slow part costs the run no more than its share. The
parts after the first take turns, so that no report keeps the window busy for long, and
what nobody can see is not shown while a run goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from time import monotonic

from bpviz.training.messages import Report

Show = Callable[[Report, int], None]
"""``show(report, animate_ms)`` brings one part of the window up to date."""

PartChoice = tuple[Show, float] | tuple[Show, float, Callable[[], bool]]

# What comes so early, as a share of the period, is shown: it would else have to wait
# for the next report, which comes too late. The one after it comes due no earlier.
_EARLY = 0.25


@dataclass(slots=True)
class _Part:
    show: Show
    period: float
    is_visible: Callable[[], bool]
    due_at: float = field(default=-inf)
    is_behind: bool = False

    def is_due(self, now: float) -> bool:
        return now >= self.due_at - _EARLY * self.period

    def take_turn(self, now: float, is_live: bool) -> None:
        due_at = max(self.due_at, now) if is_live else now
        self.due_at = due_at + self.period


class PacedDisplay:
    """The parts of the window that show reports, with a limit to the rate of each.

    Parameters
    ----------
    parts : (Show, float) or (Show, float, callable)
        What shows a report, how often a second it does so at most, and whether anybody
        can see it. The first is shown whenever it is due, of the others one at a time.
    now : callable
        Seconds of a clock that never goes back.
    """

    def __init__(
        self, *parts: PartChoice, now: Callable[[], float] = monotonic
    ) -> None:
        self._parts = [_part(*part) for part in parts]
        self._now = now
        self._latest: Report | None = None

    @property
    def latest(self) -> Report | None:
        """The report that was shown last, or that parts are still to catch up with."""
        return self._latest

    @property
    def is_up_to_date(self) -> bool:
        """Whether every part shows the latest report."""
        return not any(part.is_behind for part in self._parts)

    def show(self, report: Report, animate_ms: int, is_live: bool) -> bool:
        """Show `report`: where it is due in a live run, else in the first part at once.

        The other parts are then to catch up, one after another.

        Returns
        -------
        bool
            Whether any but the first part shows it.
        """
        self._latest = report
        turn = self._turn() if is_live else self._parts[:1]
        for part in self._parts:
            part.is_behind = part not in turn
            if not part.is_behind:
                part.take_turn(self._now(), is_live)
                part.show(report, animate_ms)
        return any(part is not self._parts[0] for part in turn)

    def _turn(self) -> list[_Part]:
        """Return which parts a report of a live run is shown in."""
        now = self._now()
        due = [part for part in self._parts if part.is_due(now) and part.is_visible()]
        others = [part for part in due if part is not self._parts[0]]
        longest = min(others, key=lambda part: part.due_at, default=None)
        return [part for part in due if part is self._parts[0] or part is longest]

    def catch_up(self) -> None:
        """Show the latest report in one part that has not shown it."""
        behind = [part for part in self._parts if part.is_behind]
        if behind and self._latest is not None:
            # The one that has waited longest: reports may come before all have shown.
            part = min(behind, key=lambda part: part.due_at)
            part.is_behind = False
            part.take_turn(self._now(), is_live=False)
            part.show(self._latest, 0)

    def show_again(self) -> None:
        """Show the latest report everywhere once more, in another language say."""
        if self._latest is not None:
            for part in self._parts:
                part.is_behind = False
                part.show(self._latest, 0)


def _part(
    show: Show, rate: float, is_visible: Callable[[], bool] = lambda: True
) -> _Part:
    return _Part(show, 1 / rate, is_visible)
