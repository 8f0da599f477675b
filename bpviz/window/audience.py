"""What a playback tells, and to whom."""

from enum import StrEnum
from typing import Protocol

from bpviz.training.messages import Failure, Report


class PlaybackState(StrEnum):
    """What goes on without being asked for again."""

    PAUSED = "paused"
    PLAYING = "playing"  # step by step, each one shown
    RUNNING = "running"  # slice by slice, and so is a step that takes many slices
    CHECKING = "checking"  # gradients, slice by slice; the moment stays where it is


class Audience(Protocol):
    """What is told; it shows, and asks nothing."""

    def show_report(self, report: Report, animate_ms: int, is_live: bool) -> None:
        """Show a report; `is_live` when the next one is on its way already."""

    def show_failure(self, failure: Failure) -> None:
        """Say what failed."""

    def show_state(self, state: PlaybackState) -> None:
        """Show what goes on from now."""
