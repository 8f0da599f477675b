"""What one run did otherwise than another, from the changes that both remember."""

from collections.abc import Iterable
from math import inf

from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.change_log import changed
from bpviz.training.changes import FaultSwitch, LoggedChange, RunSettings
from bpviz.training.runs import RunSummary

FaultSpans = tuple[tuple[float, float], ...]
"""Between which updates faults were on: after the first, up to the second of each."""


def settings_along(
    base: Hyperparameters, log: Iterable[LoggedChange]
) -> list[RunSettings]:
    """Return what was in force before the first change of a log, after it, and so on.

    Parameters
    ----------
    base : Hyperparameters
        What the run began with.
    log : iterable of LoggedChange
        Earliest first.
    """
    settings = [RunSettings(base)]
    for logged in log:
        settings.append(changed(settings[-1], logged.change, logged.update))
    return settings


def shared_changes(run: RunSummary, other: RunSummary) -> int:
    """Return how many changes two runs have in common, from the beginning."""
    count = 0
    for mine, theirs in zip(run.log, other.log, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def own_changes(
    run: RunSummary, others: Iterable[RunSummary]
) -> tuple[LoggedChange, ...]:
    """Return what a run did otherwise than the one that it branched from.

    Parameters
    ----------
    others : iterable of RunSummary
        Where the parent is looked for; where it is not kept any more, the last change
        of the run counts as its own.
    """
    for other in others:
        if other.number == run.parent:
            return run.log[shared_changes(run, other) :]
    return run.log[-1:]


def parting(run: RunSummary, current: RunSummary) -> int:
    """Return up to which update two runs are one and the same."""
    shared = shared_changes(run, current)
    rest = (log[shared].update for log in (run.log, current.log) if len(log) > shared)
    return min(rest, default=min(run.updates, current.updates))


def has_fault(run: RunSummary) -> bool:
    """Tell whether a fault is on at the end of a run."""
    for logged in reversed(run.log):
        if isinstance(logged.change, FaultSwitch):
            return logged.change.fault is not None
    return False


def fault_spans(run: RunSummary) -> FaultSpans:
    """Return between which updates a fault was on in a run, from its beginning."""
    spans: list[tuple[float, float]] = []
    since: int | None = None
    for logged in run.log:
        if not isinstance(logged.change, FaultSwitch):
            continue
        if logged.change.fault is None:
            if since is not None and since < logged.update:
                spans.append((since, logged.update))
            since = None
        elif since is None:
            since = logged.update
    if since is not None:
        spans.append((since, inf))
    return tuple(spans)
