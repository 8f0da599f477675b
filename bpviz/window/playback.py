"""Decides what to ask the worker next; plain Python, so that it is tested without Qt.

The window asks and the worker answers. At most one request is under way, so nothing
can pile up, and pausing is not asking. Commands of the person wait in order until the
worker is free; what a run does by itself is asked only when no command waits.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from bpviz.controls.pace import Pace
from bpviz.training.debug_requests import (
    CheckGradients,
    Redo,
    RunTo,
    SetWatches,
    SwitchRun,
    Undo,
)
from bpviz.training.messages import (
    Failure,
    OpenData,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    Seek,
    Step,
)
from bpviz.training.steps import Granularity, Moment
from bpviz.window.audience import Audience, PlaybackState
from bpviz.window.run_plan import RunPlan

_BEGINNINGS = (OpenExperiment, OpenFile, OpenData, Restart)
_MOVES = (Step, Run, Seek, RunTo, CheckGradients, Undo, Redo, SwitchRun)
"""What is not done any more once the person pauses; a run does not go on with it."""

_SEARCHES = (Seek, RunTo, CheckGradients)
"""What may take very long to be reached; the next move ends it."""

_BROKEN_OFF = (*_SEARCHES, SetWatches)
"""What may end anywhere once nobody wants it any more."""

STEP_ANIMATION_MS = 300
"""How long the picture moves after a step by hand, unless the pace is slower."""


@dataclass(slots=True)
class _Asked:
    """The request under way, and what it is for."""

    request: Request
    is_command: bool
    at: float
    is_cancelled: bool = False


class PlaybackController:
    """Turns commands and the chosen pace into one request at a time.

    Parameters
    ----------
    send : callable
        Gives a request to the worker; the answer comes to `on_report` or
        `on_failure`.
    hold : callable
        ``hold(seconds)`` calls `on_hold_ended` after that time, or for 0 at once
        unless the window has much to do; a new call replaces one that has not ended.
    audience : Audience
        What shows reports, failures and states.
    hurry : callable
        Has the answer under way come as soon as it can.
    now : callable
        Seconds of a clock that never goes back.
    """

    def __init__(
        self,
        send: Callable[[Request], None],
        hold: Callable[[float], None],
        audience: Audience,
        hurry: Callable[[], None],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._send = send
        self._hold = hold
        self._audience = audience
        self._hurry = hurry
        self._now = now
        self._plan = RunPlan()
        self._commands: deque[Request] = deque()
        self._asked: _Asked | None = None
        # A command whose time ran out before it got where it leads.
        self._unfinished: Request | None = None
        self._number = 0
        self._session = 0
        self._moment = Moment()
        self._is_playing = False
        self._is_holding = False
        # To go on once every part has the report.
        self._is_ready = False
        self._is_closed = False
        self._announced = PlaybackState.PAUSED

    @property
    def state(self) -> PlaybackState:
        """What goes on by itself."""
        if isinstance(self._unfinished, CheckGradients):
            return PlaybackState.CHECKING
        if self._unfinished is not None:
            return PlaybackState.RUNNING
        if not self._is_playing:
            return PlaybackState.PAUSED
        is_stepwise = self._plan.pace.is_stepwise
        return PlaybackState.PLAYING if is_stepwise else PlaybackState.RUNNING

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and nothing will be without a command."""
        return self._asked is None and self.state is PlaybackState.PAUSED

    @property
    def goal(self) -> int | None:
        """The update that is being gone to and has not been reached yet."""
        request = self._unfinished
        return request.update if isinstance(request, Seek) else None

    def command(self, request: Request) -> None:
        """Carry out `request` as soon as the worker is free, in order.

        A move ends a run. Opening and restarting do so too, and supersede the moves
        that have not been made. A move ends a search, too; so of places to go to one
        after another, as they come from a hand that drags, only the last counts.
        """
        self._end_filling()
        if isinstance(request, _BEGINNINGS):
            self._stop_moving()
        elif isinstance(request, _MOVES):
            self._is_playing = False
            self._end_search()
        self._commands.append(request)
        self.end_slice()
        self._go_on()

    def toggle(self) -> None:
        """Run if nothing goes on, else pause."""
        if self.state is PlaybackState.PAUSED:
            self.play()
        else:
            self.pause()

    def play(self) -> None:
        """Go on by itself at the pace, to the planned end or past it."""
        self._is_playing = True
        self._is_holding = False
        self._plan.begin()
        self._go_on()

    def pause(self) -> None:
        """Ask for nothing more; moves that wait are not made."""
        self._stop_moving()
        self.end_slice()
        self._go_on()

    def end_slice(self) -> bool:
        """Have a slice of a run end now, or a search that nobody wants any more.

        Whatever else is under way leads to a certain place, and is to get there.

        Returns
        -------
        bool
            Whether there is such a slice or search; its answer comes soon.
        """
        asked = self._asked
        if asked is None:
            return False
        is_unwanted = asked.is_cancelled and isinstance(asked.request, _BROKEN_OFF)
        if asked.is_command and not is_unwanted:
            return False
        self._hurry()
        return True

    def set_pace(self, pace: Pace) -> None:
        """Choose how fast a run is shown, from its next step on."""
        self._plan.pace = pace
        self._is_holding = False
        self._go_on()

    def close(self) -> None:
        """Ask for nothing more, ever, and pass nothing on."""
        self._is_closed = True
        self._stop_moving()
        self._commands.clear()

    def on_report(self, report: Report) -> None:
        """Have the report shown, and go on when that is under way.

        Only a command that waits is sent before that. A run asks when every part has
        taken the report and `hold` says so: mostly at once, since the network is
        painted elsewhere (`views.picture_service`), and its picture shown by Qt alone;
        else when the other parts have been painted.
        """
        asked = self._answered(report.number)
        if asked is None:
            return
        is_stale = report.session < self._session
        if not is_stale:
            self._take(report, asked)
        # No motion where the next picture replaces it at once, or after a pause.
        is_still = bool(self._commands) or asked.is_cancelled
        animate_ms = 0 if is_still else self._animate_ms(asked.request)
        self._ask()
        try:
            if not is_stale:
                live = (PlaybackState.RUNNING, PlaybackState.CHECKING)
                is_live = self.state in live
                self._audience.show_report(report, animate_ms, is_live)
        finally:  # What fails to show a report does not end the run.
            if self._is_ready:
                self._is_ready = False
                self._hold(0.0)
        self._announce()

    def on_failure(self, failure: Failure) -> None:
        """Stop, and have the failure shown; commands that wait have their turn."""
        if self._answered(failure.number) is None:
            return
        self._is_playing = False
        self._unfinished = None
        self._go_on()
        self._audience.show_failure(failure)

    def on_hold_ended(self) -> None:
        """Go on after a step has been shown for as long as the pace says."""
        if self._is_holding:
            self._is_holding = False
            self._go_on()

    def _answered(self, number: int) -> _Asked | None:
        """Return what an answer belongs to, which is under way no more."""
        asked = self._asked
        if self._is_closed or asked is None or asked.request.number != number:
            return None
        self._asked = None
        return asked

    def _take(self, report: Report, asked: _Asked) -> None:
        """Learn from a report where the run stands and whether it goes on."""
        self._session = report.session
        self._moment = report.frame.moment
        if report.opened is not None:
            self._plan.plan(report.opened)
        is_filling = isinstance(asked.request, SetWatches)
        # What came before can be looked up even so.
        has_diverged = report.divergence is not None and not is_filling
        if asked.is_command:
            is_over = report.reached or has_diverged or asked.is_cancelled
            self._unfinished = None if is_over else asked.request
        elif self._plan.is_over(self._moment):
            self._is_playing = False
        if has_diverged or report.paused_by is not None:
            self._is_playing = False
            self._unfinished = None
        if self._unfinished is not None:
            self._rest(0.0)
        elif self._is_playing and not asked.is_command:
            self._rest(self._plan.rest(asked.at, self._now()))

    def _rest(self, seconds: float) -> None:
        """Ask for nothing more for a while, or until every part has the report."""
        self._is_holding, self._is_ready = True, seconds == 0
        if seconds:
            self._hold(seconds)

    def _end_search(self) -> None:
        """Look no further for a place, and drop what is searched for next."""
        if isinstance(self._unfinished, _SEARCHES):
            self._unfinished = None
            self._is_holding = False
        if self._asked is not None and isinstance(self._asked.request, _SEARCHES):
            self._asked.is_cancelled = True
        while self._commands and isinstance(self._commands[-1], _SEARCHES):
            self._commands.pop()

    def _end_filling(self) -> None:
        """Look up no more of what is watched: whatever is asked for comes first."""
        if isinstance(self._unfinished, SetWatches):
            self._unfinished = None
            self._is_holding = False
        if self._asked is not None and isinstance(self._asked.request, SetWatches):
            self._asked.is_cancelled = True

    def _stop_moving(self) -> None:
        self._is_playing = False
        self._unfinished = None
        if self._asked is not None:
            self._asked.is_cancelled = True
        staying = (c for c in self._commands if not isinstance(c, _MOVES))
        self._commands = deque(staying)

    def _go_on(self) -> None:
        self._ask()
        self._announce()

    def _ask(self) -> None:
        """Send the next request if the worker is free and there is one."""
        if self._asked is not None or self._is_closed:
            return
        is_command = True
        if self._unfinished is not None:
            if self._is_holding:
                return
            request = self._unfinished
        elif self._commands:
            request = self._commands.popleft()
        elif self._is_playing and not self._is_holding:
            request = self._plan.next_request(self._moment, self._now())
            is_command = False
        else:
            return
        self._number += 1
        self._asked = _Asked(
            replace(request, number=self._number), is_command, self._now()
        )
        self._send(self._asked.request)

    def _animate_ms(self, request: Request) -> int:
        if not isinstance(request, Step) or request.granularity is Granularity.EPOCH:
            return 0
        state = self.state
        if state is PlaybackState.PAUSED:
            return max(STEP_ANIMATION_MS, self._plan.pace.animate_ms)
        return self._plan.pace.animate_ms if state is PlaybackState.PLAYING else 0

    def _announce(self) -> None:
        if self._announced is not self.state and not self._is_closed:
            self._announced = self.state
            self._audience.show_state(self.state)
