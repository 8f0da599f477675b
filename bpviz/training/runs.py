"""Runs as the window hears of them: one that is on, and those it branched from."""

from dataclasses import dataclass

from bpviz.training.changes import LoggedChange
from bpviz.training.curve_points import Curves
from bpviz.training.steps import Moment


@dataclass(frozen=True, slots=True, eq=False)
class RunSummary:
    """One run of a session.

    Attributes
    ----------
    number : int
        Names it for as long as the session lasts; the first run is 0.
    parent : int or None
        The run it branched from; None for the first, and where none is kept.
    log : tuple of LoggedChange
        Every change on the way to it, earliest first; those before the branch are the
        parent's own.
    moment : Moment
        Where it stands, or stood when it was left.
    updates : int
        As far as it has ever come.
    curves : Curves
        As far as it has come; those of a run that is not on no longer change.
    """

    number: int
    parent: int | None
    log: tuple[LoggedChange, ...]
    moment: Moment
    updates: int
    curves: Curves


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """All runs of a session.

    Attributes
    ----------
    current : RunSummary
        The one that the report's frame and curves belong to.
    others : tuple of RunSummary
        Those that can be returned to, oldest first; a bounded number. A run that
        ends where it branched is not among them: undo and redo lead there.
    can_undo, can_redo : bool
        Whether there is a change to take back, or one that has been.
    """

    current: RunSummary
    others: tuple[RunSummary, ...] = ()
    can_undo: bool = False
    can_redo: bool = False
