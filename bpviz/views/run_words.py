"""Runs in words: their number and what they did otherwise."""

from PyQt6.QtCore import QCoreApplication

from bpviz.look.change_words import change_text, changes_text
from bpviz.nn.optimizers import Hyperparameters
from bpviz.scene.numbers import format_count
from bpviz.scene.run_changes import own_changes, settings_along
from bpviz.training.changes import FaultSwitch
from bpviz.training.runs import Runs, RunSummary
from bpviz.views.time_strip import Flag

translate = QCoreApplication.translate


def run_name(number: int) -> str:
    """Return what a run is called."""
    return translate("Runs", "run {number}").format(number=format_count(number + 1))


def run_text(run: RunSummary, runs: Runs, base: Hyperparameters) -> str:
    """Say what a run did otherwise than the one that it branched from.

    Parameters
    ----------
    base : Hyperparameters
        What the session began with.
    """
    own = own_changes(run, (runs.current, *runs.others))
    if not own:
        return translate("Runs", "as it began")
    before = settings_along(base, run.log)[:-1]
    return changes_text(own, before[-len(own) :])


def flags_of(run: RunSummary, base: Hyperparameters) -> tuple[Flag, ...]:
    """Return a flag for every change on the way to a run."""
    template = translate("Runs", "update {update}: {change}")
    return tuple(
        Flag(
            logged.update,
            template.format(
                update=format_count(logged.update),
                change=change_text(logged.change, before),
            ),
            isinstance(logged.change, FaultSwitch) and logged.change.fault is not None,
        )
        for logged, before in zip(
            run.log, settings_along(base, run.log)[:-1], strict=True
        )
    )
