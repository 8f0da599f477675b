"""The log of a run's changes, and what it makes of the run at any update."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from bpviz.nn.parameters import Parameters
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    LoggedChange,
    NodeSwitch,
    ParameterEdit,
    RunSettings,
    SampleChoice,
    SettingsChange,
)


def changed(settings: RunSettings, change: Change, update: int) -> RunSettings:
    """Return the settings after `change`, made when `update` updates were complete."""
    match change:
        case SettingsChange(hyperparameters):
            before = settings.hyperparameters.optimizer
            since = settings.optimizer_since
            return replace(
                settings,
                hyperparameters=hyperparameters,
                optimizer_since=(
                    since if hyperparameters.optimizer == before else update
                ),
            )
        case NodeSwitch(layer, node, is_on):
            place = {(layer, node)}
            off = settings.switched_off
            return replace(settings, switched_off=off - place if is_on else off | place)
        case FaultSwitch(fault, is_secret):
            return replace(settings, fault=fault, fault_is_secret=is_secret)
        case ParameterEdit() | SampleChoice():
            return settings


class ChangeLog:
    """The changes of a run in the order in which they were made; never altered.

    Parameters
    ----------
    beginning : RunSettings
        What holds before any change.
    entries : tuple of LoggedChange
        Sorted by update.
    """

    def __init__(
        self, beginning: RunSettings, entries: tuple[LoggedChange, ...] = ()
    ) -> None:
        self.entries = entries
        self._updates = [entry.update for entry in entries]
        # What holds before the first change, after it, after the second ...
        self._settings = [beginning]
        for entry in entries:
            settings = changed(self._settings[-1], entry.change, entry.update)
            self._settings.append(settings)

    def settings(self, update: int) -> RunSettings:
        """Return what holds after the changes made at `update` or before it."""
        return self._settings[bisect_right(self._updates, update)]

    def at(self, update: int) -> tuple[Change, ...]:
        """Return the changes made when exactly `update` updates were complete."""
        first = bisect_left(self._updates, update)
        stop = bisect_right(self._updates, update)
        return tuple(entry.change for entry in self.entries[first:stop])

    def next_after(self, update: int) -> int | None:
        """Return when the first change after `update` was made, None for never."""
        place = bisect_right(self._updates, update)
        return self._updates[place] if place < len(self._updates) else None

    def sample(self, update: int) -> int | None:
        """Return the sample chosen for the update after `update`, if one was."""
        chosen = None
        for change in self.at(update):
            if isinstance(change, SampleChoice):
                chosen = change.sample
        return chosen

    def edited(self, parameters: Parameters, update: int) -> Parameters:
        """Return what the edits made at `update` make of the parameters then."""
        edits = [c for c in self.at(update) if isinstance(c, ParameterEdit)]
        if not edits:
            return parameters
        flat = parameters.flat.copy()
        for edit in edits:
            flat[edit.key.position(parameters.network)] = edit.value
        return Parameters.copy_of(parameters.network, flat)

    def with_change(self, update: int, change: Change) -> "ChangeLog":
        """Return the log of a run that leaves this one at `update` with `change`."""
        stop = bisect_right(self._updates, update)
        entry = LoggedChange(update, change)
        return ChangeLog(self._settings[0], (*self.entries[:stop], entry))
