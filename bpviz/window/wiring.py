"""What the parts of the window ask for becomes requests to the session."""

from PyQt6.QtCore import QPoint, Qt

from bpviz.training.changes import Change, FaultSwitch
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Prove,
    RunTo,
    SetBreakpoints,
    SetWatches,
    SwitchRun,
)
from bpviz.training.messages import OpenExperiment, Report, Restart, Seek, Step
from bpviz.training.steps import Granularity
from bpviz.window.parts import Parts
from bpviz.window.playback import PlaybackController


class Wiring:
    """Connects the parts to the playback.

    Parameters
    ----------
    parts : Parts
        What asks.
    playback : PlaybackController
        What it asks.
    """

    def __init__(self, parts: Parts, playback: PlaybackController) -> None:
        self._parts = parts
        self._playback = playback
        self._connect_moves()
        self._connect_changes()
        self._connect_questions()

    def open_run_to(self) -> None:
        """Ask where to run to, under the transport bar."""
        transport = self._parts.transport
        corner = transport.mapToGlobal(QPoint(0, transport.height()))
        self._parts.run_to.open_at(corner)

    def show_progress(self, report: Report) -> None:
        """Show how far a long way to a moment has come, or that it is over."""
        goal = self._playback.goal
        done = None if goal is None else report.frame.moment.update
        self._parts.curves.show_progress(done, goal)

    def _connect_moves(self) -> None:
        parts, command = self._parts, self._playback.command
        transport = parts.transport
        transport.run_toggled.connect(self._playback.toggle)
        transport.pace_changed.connect(self._playback.set_pace)
        transport.step_requested.connect(
            lambda granularity, direction: command(
                Step(granularity=granularity, direction=direction)
            )
        )
        transport.restart_requested.connect(lambda: command(Restart()))
        one = Step(granularity=Granularity.OPERATION, direction=1)
        parts.workspaces.sample_requested.connect(lambda: command(one))
        parts.workspaces.row_chosen.connect(parts.network.set_row)
        parts.workspaces.row_chosen.connect(parts.show_row)
        for seeker in (parts.curves.update_selected, parts.run_to.seek_requested):
            seeker.connect(lambda update: command(Seek(update=update)))
        parts.run_to.run_to_requested.connect(
            lambda condition: command(RunTo(condition=condition))
        )
        parts.curves.run_selected.connect(lambda run: command(SwitchRun(run=run)))
        parts.experiment.experiment_requested.connect(
            lambda experiment: command(OpenExperiment(experiment=experiment))
        )

    def _connect_changes(self) -> None:
        parts = self._parts
        for part in (
            parts.experiment,
            parts.inspector,
            parts.results,
            parts.bug_lab,
            parts.node_menu,
        ):
            part.change_requested.connect(self._change)
        for typed in (
            parts.experiment,
            parts.inspector,
            parts.breakpoints,
            parts.watches,
        ):
            typed.entered.connect(self._on_entered)
        parts.fault_banner.switch_off_requested.connect(
            lambda: self._change(FaultSwitch(None))
        )

    def _connect_questions(self) -> None:
        parts, command = self._parts, self._playback.command
        parts.breakpoints.conditions_changed.connect(
            lambda conditions: command(SetBreakpoints(conditions=conditions))
        )
        parts.watches.watches_changed.connect(
            lambda watches: command(SetWatches(watches=watches))
        )
        parts.inspector.proof_requested.connect(lambda key: command(Prove(key=key)))
        parts.node_menu.watch_requested.connect(parts.watches.add_watch)
        parts.node_menu.condition_requested.connect(parts.breakpoints.add_condition)
        parts.node_menu.neuron_requested.connect(parts.workspaces.show_neuron)
        parts.gradients.check_requested.connect(
            lambda entries: command(CheckGradients(entries=entries))
        )
        parts.gradients.cancel_requested.connect(self._playback.pause)

    def _on_entered(self) -> None:
        """Let Space run again: what was typed with Enter is done with."""
        self._parts.network.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, change: Change) -> None:
        self._playback.command(MakeChange(change=change))
