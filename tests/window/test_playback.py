"""The pull protocol: one request at a time, no command lost, in any interleaving."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from bpviz.controls.pace import PACES, Pace
from bpviz.training.changes import NodeSwitch
from bpviz.training.conditions import Condition, WrongAnswer
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Redo,
    RunTo,
    SetBreakpoints,
    SetWatches,
    SwitchRun,
    Undo,
)
from bpviz.training.messages import (
    Failure,
    Opened,
    OpenExperiment,
    OpenFile,
    Report,
    Request,
    Restart,
    Run,
    SaveFile,
    Seek,
    Step,
)
from bpviz.training.steps import Granularity, Moment
from bpviz.training.watches import Watch, WatchQuantity
from bpviz.window.audience import PlaybackState
from bpviz.window.playback import STEP_ANIMATION_MS, PlaybackController
from bpviz.window.run_plan import SLICE
from tests.window.reports import EXPERIMENT, UPDATES_PER_EPOCH, opened, report

PAUSED, PLAYING, RUNNING, CHECKING = PlaybackState
OPERATIONS = Pace(Granularity.OPERATION, 1)
UPDATES = Pace(Granularity.UPDATE, 10)
THROUGHPUT = Pace(Granularity.UPDATE, 300)
NO_LIMIT = Pace(Granularity.UPDATE, inf)

OPERATION = Step(granularity=Granularity.OPERATION)
UPDATE = Step(granularity=Granularity.UPDATE)
EPOCH = Step(granularity=Granularity.EPOCH)
BACK = Step(granularity=Granularity.UPDATE, direction=-1)
RESTART = Restart()
OPEN = OpenExperiment(experiment=EXPERIMENT)


@dataclass
class Desk:
    """A controller with a worker, a clock and an audience made of lists."""

    sent: list[Request] = field(default_factory=list)
    answered: int = 0
    holds: list[float] = field(default_factory=list)
    shown: list[tuple[Report, int, bool]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    states: list[PlaybackState] = field(default_factory=list)
    time: float = 0.0
    hurries: int = 0
    shown_before_holds: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.playback = PlaybackController(
            self._send,
            self._hold,
            self,
            self._hurry,
            lambda: self.time,
        )

    @property
    def waiting(self) -> Request | None:
        return self.sent[-1] if len(self.sent) > self.answered else None

    def answer(
        self,
        moment: Moment | None = None,
        *,
        session: int = 1,
        reached: bool = True,
        diverged: bool = False,
        opened: Opened | None = None,
        paused_by: Condition | None = None,
    ) -> None:
        request = self.taken()
        self.playback.on_report(
            report(
                request.number,
                session=session,
                moment=moment,
                reached=reached,
                diverged=diverged,
                opened=opened,
                paused_by=paused_by,
            )
        )

    def fail(self) -> None:
        self.playback.on_failure(Failure(self.taken().number, "It failed."))

    def taken(self) -> Request:
        assert self.waiting is not None
        self.answered += 1
        return self.sent[-1]

    def is_busy(self) -> bool:
        return not self.playback.is_idle

    def kinds(self) -> list[Request]:
        """What has been sent, without the numbers."""
        return [replace(request, number=0) for request in self.sent]

    def show_report(self, report: Report, animate_ms: int, is_live: bool) -> None:
        self.shown.append((report, animate_ms, is_live))

    def show_failure(self, failure: Failure) -> None:
        self.failures.append(failure)

    def show_state(self, state: PlaybackState) -> None:
        self.states.append(state)

    def _send(self, request: Request) -> None:
        assert self.waiting is None, "two requests under way"
        self.sent.append(request)

    def _hold(self, seconds: float) -> None:
        self.holds.append(seconds)
        self.shown_before_holds.append(len(self.shown))

    def _hurry(self) -> None:
        self.hurries += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_command_is_sent_at_once_and_shown_when_answered(desk: Desk) -> None:
    desk.playback.command(OPERATION)
    assert desk.kinds() == [OPERATION]
    assert desk.is_busy()
    desk.answer(Moment(0, 1))
    assert desk.playback.is_idle
    shown, animate_ms, is_live = desk.shown[0]
    assert (shown.frame.moment, animate_ms) == (Moment(0, 1), STEP_ANIMATION_MS)
    assert not is_live
    assert desk.states == []


def test_hammering_a_key_gives_as_many_steps(desk: Desk) -> None:
    for _ in range(5):
        desk.playback.command(OPERATION)
    assert desk.kinds() == [OPERATION]
    for operation in range(5):
        desk.answer(Moment(0, operation))
    assert desk.kinds() == [OPERATION] * 5
    assert desk.waiting is None
    # Only what stands still afterwards is worth a motion.
    assert [animate_ms for _, animate_ms, _ in desk.shown] == [
        *[0] * 4,
        STEP_ANIMATION_MS,
    ]


def test_every_request_has_its_own_number(desk: Desk) -> None:
    for _ in range(3):
        desk.playback.command(UPDATE)
        desk.answer()
    assert len({request.number for request in desk.sent}) == 3


def test_running_asks_when_the_last_report_has_been_taken(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.answer(Moment(10))
    assert len(desk.shown) == 1
    assert desk.holds == [0.0]
    assert desk.waiting is None
    desk.playback.on_hold_ended()
    assert isinstance(desk.waiting, Run)


def test_a_command_does_not_wait_for_the_painting_of_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.playback.command(BACK)
    desk.answer(Moment(10))
    assert desk.kinds()[-1] == BACK


def test_running_goes_slice_by_slice_until_paused(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    for update in (100, 200, 300):
        assert isinstance(desk.waiting, Run)
        desk.answer(Moment(update))
        desk.playback.on_hold_ended()
    assert [is_live for _, _, is_live in desk.shown] == [True] * 3
    desk.playback.toggle()
    assert desk.states == [RUNNING, PAUSED]
    desk.answer(Moment(400))
    assert desk.waiting is None
    assert desk.shown[-1][2] is False


def test_playing_shows_each_operation_for_as_long_as_the_pace_says(desk: Desk) -> None:
    desk.playback.set_pace(OPERATIONS)
    desk.playback.toggle()
    desk.time = 0.1
    desk.answer(Moment(0, 1))
    assert desk.waiting is None
    assert desk.holds == [pytest.approx(0.9)]
    assert desk.shown[0][1] == OPERATIONS.animate_ms > 0
    desk.time = 1.0
    desk.playback.on_hold_ended()
    assert desk.kinds() == [OPERATION, OPERATION]
    assert desk.states == [PLAYING]


def test_a_slow_answer_does_not_cut_the_motion_short(desk: Desk) -> None:
    desk.playback.set_pace(OPERATIONS)
    desk.playback.toggle()
    desk.time = 30.0
    desk.answer(Moment(0, 1))
    assert desk.holds == [OPERATIONS.animate_ms / 1000]


def test_pausing_while_a_step_is_shown_asks_for_no_other(desk: Desk) -> None:
    desk.playback.set_pace(OPERATIONS)
    desk.playback.toggle()
    desk.answer(Moment(0, 1))
    desk.playback.toggle()
    desk.playback.on_hold_ended()
    assert desk.waiting is None
    assert desk.playback.is_idle


def test_throughput_follows_the_clock(desk: Desk) -> None:
    desk.playback.set_pace(THROUGHPUT)
    desk.playback.toggle()
    update = 0
    for _ in range(30):
        request = desk.waiting
        assert isinstance(request, Run)
        assert request.until is not None
        update = request.until
        desk.time += 0.005
        desk.answer(Moment(update))
        desk.time += desk.holds[-1]
        desk.playback.on_hold_ended()
    assert update / desk.time == pytest.approx(THROUGHPUT.rate, rel=0.05)


def test_a_hitch_is_not_made_good_all_at_once(desk: Desk) -> None:
    desk.playback.set_pace(THROUGHPUT)
    desk.playback.toggle()
    desk.time = 60.0
    desk.answer(Moment(1))
    desk.playback.on_hold_ended()
    assert isinstance(desk.waiting, Run)
    assert desk.waiting.until is not None
    assert desk.waiting.until <= 1 + 0.1 * THROUGHPUT.rate


def test_a_run_ends_where_the_experiment_plans_to_and_then_goes_past(
    desk: Desk,
) -> None:
    end = EXPERIMENT.epochs * UPDATES_PER_EPOCH
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.command(OPEN)
    # Space pressed before the experiment is there counts for the new one.
    desk.playback.toggle()
    desk.answer(opened=opened())
    assert desk.kinds()[-1] == Run(budget=SLICE, until=end)
    desk.answer(Moment(end - 1), reached=False)
    desk.playback.on_hold_ended()
    desk.answer(Moment(end))
    assert desk.playback.is_idle
    assert desk.shown[-1][2] is False
    desk.playback.toggle()
    assert desk.kinds()[-1] == Run(budget=SLICE)
    desk.answer(Moment(end + 500))
    desk.playback.on_hold_ended()
    assert isinstance(desk.waiting, Run)


def test_stepwise_runs_end_there_too(desk: Desk) -> None:
    desk.playback.set_pace(UPDATES)
    desk.playback.command(OPEN)
    desk.answer(opened=opened())
    desk.playback.toggle()
    desk.answer(Moment(EXPERIMENT.epochs * UPDATES_PER_EPOCH))
    assert desk.playback.is_idle


def test_changing_the_pace_takes_effect_at_once(desk: Desk) -> None:
    desk.playback.set_pace(OPERATIONS)
    desk.playback.toggle()
    desk.answer(Moment(0, 1))
    desk.playback.set_pace(NO_LIMIT)
    assert isinstance(desk.waiting, Run)
    assert desk.states == [PLAYING, RUNNING]


def test_an_epoch_goes_on_over_several_reports(desk: Desk) -> None:
    desk.playback.command(EPOCH)
    desk.answer(Moment(2), reached=False)
    assert desk.states == [RUNNING]
    assert desk.shown[0][2] is True
    desk.playback.command(OPERATION)
    assert desk.waiting is None
    desk.playback.on_hold_ended()
    desk.answer(Moment(4), reached=False)
    desk.playback.on_hold_ended()
    desk.answer(Moment(5))
    assert desk.kinds() == [EPOCH, EPOCH, EPOCH, OPERATION]
    desk.answer(Moment(5, 1))
    assert desk.states == [RUNNING, PAUSED]
    assert desk.playback.is_idle


def test_pausing_ends_an_epoch_where_it_is(desk: Desk) -> None:
    desk.playback.command(EPOCH)
    desk.answer(Moment(2), reached=False)
    desk.playback.on_hold_ended()
    desk.playback.toggle()
    desk.answer(Moment(4), reached=False)
    assert desk.playback.is_idle
    desk.playback.on_hold_ended()
    assert desk.kinds() == [EPOCH, EPOCH]


def test_running_until_an_update_is_a_command_like_any_other(desk: Desk) -> None:
    until = Run(budget=0.03, until=500)
    desk.playback.command(until)
    desk.answer(Moment(300), reached=False)
    desk.playback.on_hold_ended()
    desk.answer(Moment(500))
    assert desk.kinds() == [until, until]
    assert desk.playback.is_idle


def test_of_places_dragged_over_only_the_last_counts(desk: Desk) -> None:
    places = [Seek(update=update) for update in (100, 200, 300)]
    for place in places:
        desk.playback.command(place)
    desk.answer(Moment(60), reached=False)
    assert desk.kinds() == [places[0], places[2]]
    desk.answer(Moment(300))
    assert desk.playback.is_idle


def test_the_next_move_ends_a_long_search(desk: Desk) -> None:
    search = RunTo(condition=WrongAnswer())
    desk.playback.command(search)
    desk.answer(Moment(60), reached=False)
    desk.playback.command(BACK)
    assert desk.kinds() == [search, BACK]
    desk.answer(Moment(59))
    assert desk.playback.is_idle


def test_a_search_goes_on_until_it_has_found(desk: Desk) -> None:
    search = RunTo(condition=WrongAnswer())
    desk.playback.command(search)
    desk.answer(Moment(60), reached=False)
    desk.playback.on_hold_ended()
    desk.answer(Moment(120), paused_by=WrongAnswer())
    assert desk.kinds() == [search, search]
    assert desk.playback.is_idle


def test_a_breakpoint_ends_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.answer(Moment(50), paused_by=WrongAnswer())
    assert desk.playback.is_idle
    assert desk.states == [RUNNING, PAUSED]


def test_a_run_goes_on_with_what_is_changed(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    change = MakeChange(change=NodeSwitch(1, 0, is_on=False))
    desk.playback.command(change)
    desk.answer(Moment(50))
    assert desk.kinds()[-1] == change
    desk.answer(Moment(50))
    desk.playback.on_hold_ended()
    assert isinstance(desk.sent[-1], Run)
    assert desk.states == [RUNNING]


def test_undoing_ends_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.playback.command(Undo())
    desk.answer(Moment(50))
    desk.answer(Moment(40))
    assert desk.playback.is_idle


def test_a_step_ends_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.playback.command(BACK)
    desk.answer(Moment(50))
    assert desk.kinds()[-1] == BACK
    desk.answer(Moment(49))
    assert desk.playback.is_idle
    assert desk.states == [RUNNING, PAUSED]


@pytest.mark.parametrize("command", [RESTART, OPEN, OpenFile(path="a.bpviz")])
def test_opening_supersedes_the_run_and_the_moves_that_wait(
    desk: Desk, command: Request
) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    save = SaveFile(path="b.bpviz")
    desk.playback.command(save)
    desk.playback.command(UPDATE)
    desk.playback.command(command)
    for _ in range(3):
        desk.answer()
    assert desk.kinds()[1:] == [save, command]
    assert desk.playback.is_idle


def test_opening_supersedes_an_epoch_under_way(desk: Desk) -> None:
    desk.playback.command(EPOCH)
    desk.playback.command(RESTART)
    desk.answer(Moment(3), reached=False)
    assert desk.kinds() == [EPOCH, RESTART]


def test_saving_does_not_end_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.playback.command(SaveFile(path="b.bpviz"))
    desk.answer(Moment(50))
    desk.answer(Moment(50))
    desk.playback.on_hold_ended()
    assert [type(request) for request in desk.sent] == [Run, SaveFile, Run]


def test_divergence_ends_a_run(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.answer(Moment(7), reached=False, diverged=True)
    assert desk.playback.is_idle
    assert desk.shown[-1][0].divergence is not None


def test_divergence_ends_an_epoch(desk: Desk) -> None:
    desk.playback.command(EPOCH)
    desk.answer(Moment(7), reached=False, diverged=True)
    assert desk.playback.is_idle


def test_a_failure_ends_a_run_and_is_shown(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.fail()
    assert desk.playback.is_idle
    assert [failure.template for failure in desk.failures] == ["It failed."]


def test_a_failure_does_not_lose_the_commands_that_wait(desk: Desk) -> None:
    desk.playback.command(OpenFile(path="missing.bpviz"))
    desk.playback.command(UPDATE)
    desk.fail()
    assert desk.waiting is not None
    assert desk.kinds()[-1] == UPDATE


def test_a_report_of_an_older_session_is_ignored(desk: Desk) -> None:
    desk.playback.command(OPEN)
    desk.answer(session=2, opened=opened())
    desk.playback.command(UPDATE)
    desk.answer(Moment(9), session=1)
    assert len(desk.shown) == 1
    assert desk.playback.is_idle


def test_an_answer_that_nobody_waits_for_is_ignored(desk: Desk) -> None:
    desk.playback.on_report(report(99))
    desk.playback.on_failure(Failure(99, "It failed."))
    assert not desk.shown
    assert not desk.failures


def test_nothing_happens_after_closing(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.toggle()
    desk.playback.command(SaveFile(path="a.bpviz"))
    desk.playback.close()
    desk.answer(Moment(5))
    desk.playback.toggle()
    desk.playback.on_hold_ended()
    desk.playback.command(UPDATE)
    assert len(desk.sent) == 1
    assert not desk.shown


@pytest.mark.parametrize("pace", PACES)
def test_every_pace_asks_for_something(desk: Desk, pace: Pace) -> None:
    desk.playback.set_pace(pace)
    desk.playback.toggle()
    assert isinstance(desk.waiting, Step | Run)


COMMANDS: Sequence[Request] = (
    OPERATION,
    UPDATE,
    EPOCH,
    BACK,
    RESTART,
    OPEN,
    SaveFile(path="a.bpviz"),
)
EVENTS = st.one_of(
    st.sampled_from(COMMANDS),
    st.sampled_from(["toggle", "reached", "unreached", "failed", "diverged", "held"]),
    st.sampled_from(PACES),
)


@dataclass
class Model:
    """What must be asked next, told without a controller."""

    due: list[Request] = field(default_factory=list)
    under_way: Request | None = None  # only if it is a command
    is_cancelled: bool = False
    unfinished: Request | None = None

    def supersede_moves(self) -> None:
        self.due = [command for command in self.due if not isinstance(command, Step)]
        self.is_cancelled = True
        self.unfinished = None

    def answered(self, is_unfinished: bool) -> None:
        go_on = is_unfinished and not self.is_cancelled
        self.unfinished = self.under_way if go_on else None
        self.under_way = None

    def expected(self, is_painted: bool) -> Request | None:
        """The command to be sent now that the worker is free; None: a run's, or none.

        One that is not finished goes before all others, but waits for the painting.
        """
        if self.unfinished is not None:
            self.under_way = self.unfinished if is_painted else None
        else:
            self.under_way = self.due.pop(0) if self.due else None
        self.is_cancelled = False
        return self.under_way


@given(st.lists(EVENTS, max_size=60))
def test_in_any_interleaving(events: list[Request | str | Pace]) -> None:
    """`Desk` itself fails if a second request is sent before the first is answered."""
    desk, model = Desk(), Model()
    for event in [*events, *["reached", "held"] * (len(events) + 1)]:
        sent_before, was_waiting = len(desk.sent), desk.waiting is not None
        if isinstance(event, Request):
            if isinstance(event, Restart | OpenExperiment):
                model.supersede_moves()
            model.due.append(event)
            desk.playback.command(event)
        elif isinstance(event, Pace):
            desk.playback.set_pace(event)
        elif event == "toggle":
            if desk.playback.state is not PAUSED:
                model.supersede_moves()
            desk.playback.toggle()
        elif event == "held":
            desk.playback.on_hold_ended()
        elif was_waiting:
            model.answered(is_unfinished=event == "unreached")
            if event == "failed":
                desk.fail()
            else:
                desk.answer(reached=event == "reached", diverged=event == "diverged")
        new = desk.kinds()[sent_before:]
        if was_waiting and desk.waiting is not None and not new:
            continue  # still under way
        # Choosing another pace, too, ends the wait.
        is_painted = event == "held" or isinstance(event, Pace)
        expected = model.expected(is_painted)
        if expected is not None:
            assert new == [expected]
    assert not model.due
    desk.playback.pause()
    if desk.waiting is not None:
        desk.answer()
    assert desk.playback.is_idle


def test_a_gradient_check_says_so_until_it_is_done_or_ended(desk: Desk) -> None:
    check = CheckGradients(entries=None)
    desk.playback.command(check)
    desk.answer(Moment(), reached=False)
    assert desk.states == [CHECKING]
    assert desk.shown[-1][2], "the next slice is on its way"
    desk.playback.on_hold_ended()
    desk.answer(Moment())
    assert desk.states == [CHECKING, PAUSED]
    desk.playback.command(check)
    desk.answer(Moment(), reached=False)
    desk.playback.on_hold_ended()
    desk.playback.pause()
    assert desk.states == [CHECKING, PAUSED, CHECKING, PAUSED]
    desk.answer(Moment(), reached=False)
    desk.playback.on_hold_ended()
    assert desk.kinds() == [check] * 4
    assert desk.playback.is_idle


WATCH = SetWatches(watches=(Watch(WatchQuantity.BIAS, 1),))


def test_the_past_of_a_watch_is_looked_up_slice_by_slice(desk: Desk) -> None:
    desk.playback.command(WATCH)
    desk.answer(reached=False)
    assert desk.playback.state is RUNNING
    desk.playback.on_hold_ended()
    desk.answer(diverged=True, reached=False)  # Also of a run that has diverged.
    desk.playback.on_hold_ended()
    desk.answer(reached=True)
    assert desk.kinds() == [WATCH, WATCH, WATCH]
    assert not desk.is_busy()


def test_whatever_is_asked_for_ends_the_look_at_the_past(desk: Desk) -> None:
    other = SetWatches(watches=())
    for request in (UPDATE, SetBreakpoints(conditions=()), other):
        desk.playback.command(WATCH)
        desk.answer(reached=False)
        desk.playback.command(request)
        assert desk.kinds()[-1] == request
        desk.answer()
        assert not desk.is_busy()
    desk.playback.command(WATCH)
    desk.playback.command(UPDATE)  # While the first slice is under way.
    desk.answer(reached=False)
    assert desk.kinds()[-1] == UPDATE
    desk.answer()
    desk.playback.command(WATCH)
    desk.answer(reached=False)
    desk.playback.pause()
    assert not desk.is_busy()


def test_a_run_goes_on_when_the_past_has_been_looked_up(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    desk.playback.command(WATCH)
    desk.answer(Moment(5))
    desk.answer(Moment(5), reached=False)
    desk.playback.on_hold_ended()
    desk.answer(Moment(5))
    assert isinstance(desk.waiting, Run)


def test_a_run_goes_on_only_when_every_part_has_the_report(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    for shown in (1, 2, 3):
        desk.answer(Moment(10 * shown))
        assert desk.holds == [0.0] * shown
        assert desk.shown_before_holds[-1] == shown
        desk.playback.on_hold_ended()


@pytest.mark.parametrize("command", [EPOCH, WATCH, CheckGradients(entries=None)])
def test_a_long_command_goes_on_only_when_every_part_has_the_report(
    desk: Desk, command: Request
) -> None:
    desk.playback.command(command)
    desk.answer(Moment(2), reached=False)
    assert (desk.holds, desk.shown_before_holds) == ([0.0], [1])
    assert desk.waiting is None
    desk.playback.on_hold_ended()
    desk.answer(Moment(5))
    # Where nothing goes on, there is nothing to wait for.
    assert desk.holds == [0.0]


def test_the_time_for_which_a_step_is_shown_begins_with_its_answer(desk: Desk) -> None:
    desk.playback.set_pace(OPERATIONS)
    desk.playback.play()
    desk.answer(Moment(0, 1))
    assert (len(desk.holds), desk.shown_before_holds) == (1, [0])
    assert desk.holds[0] > 0


def test_a_run_that_is_not_kept_waiting_asks_after_the_report_is_shown() -> None:
    """As it is in the window: a wait that is none ends before `hold` returns."""

    class Hasty(Desk):
        @override
        def _hold(self, seconds: float) -> None:
            super()._hold(seconds)
            self.playback.on_hold_ended()

        @override
        def _send(self, request: Request) -> None:
            super()._send(request)
            assert len(self.shown) == self.answered

    desk = Hasty()
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    for update in (10, 20, 30):
        desk.answer(Moment(update))
        assert isinstance(desk.waiting, Run)
    assert len(desk.sent) == 4


def test_a_slice_of_a_run_ends_soon_for_whoever_needs_it(desk: Desk) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    assert desk.playback.end_slice()
    assert desk.hurries == 1
    desk.answer(Moment(10))
    # The next one has not been asked for.
    assert not desk.playback.end_slice()
    desk.playback.on_hold_ended()
    assert desk.playback.end_slice()
    assert desk.hurries == 2


def test_nothing_is_hurried_where_nothing_is_under_way(desk: Desk) -> None:
    assert not desk.playback.end_slice()
    desk.playback.pause()
    desk.playback.command(UPDATE)
    desk.answer(Moment(1))
    assert not desk.playback.end_slice()
    assert desk.hurries == 0


@pytest.mark.parametrize("command", [*COMMANDS, WATCH, Seek(update=9)])
def test_what_somebody_has_asked_for_takes_its_time(
    desk: Desk, command: Request
) -> None:
    desk.playback.command(command)
    assert not desk.playback.end_slice()
    desk.playback.command(SaveFile(path="b.bpviz"))
    # What is watched is looked up only while nothing else is to be done.
    assert desk.hurries == (1 if command is WATCH else 0)


def test_a_slice_of_a_long_command_takes_its_time(desk: Desk) -> None:
    desk.playback.command(EPOCH)
    desk.answer(Moment(2), reached=False)
    desk.playback.on_hold_ended()
    assert not desk.playback.end_slice()
    assert desk.hurries == 0


@pytest.mark.parametrize(
    "search",
    [Seek(update=9), RunTo(condition=WrongAnswer()), CheckGradients(entries=None)],
)
def test_a_search_that_another_move_has_ended_is_hurried(
    desk: Desk, search: Request
) -> None:
    desk.playback.command(search)
    desk.playback.command(UPDATE)
    assert desk.hurries == 1
    assert desk.playback.end_slice()
    assert desk.hurries == 2
    desk.answer(Moment(5), reached=False)
    assert desk.kinds()[-1] == UPDATE
    assert not desk.playback.end_slice()


@pytest.mark.parametrize(
    "command",
    [UPDATE, RESTART, SaveFile(path="a.bpviz"), SetBreakpoints(conditions=())],
)
def test_a_command_does_not_wait_for_the_slice_of_a_run(
    desk: Desk, command: Request
) -> None:
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    assert desk.hurries == 0
    desk.playback.command(command)
    assert desk.hurries == 1
    assert isinstance(desk.waiting, Run)


@pytest.mark.parametrize("command", [None, EPOCH, Seek(update=9), WATCH])
def test_a_pause_does_not_wait_for_what_is_under_way(
    desk: Desk, command: Request | None
) -> None:
    if command is None:
        desk.playback.set_pace(NO_LIMIT)
        desk.playback.play()
    else:
        desk.playback.command(command)
    desk.playback.pause()
    # A step leads to a certain place, and is to get as near to it as it can.
    assert desk.hurries == (0 if command is EPOCH else 1)
    desk.answer(Moment(2), reached=False)
    assert desk.playback.is_idle
    assert desk.holds == []


def test_a_run_goes_on_though_a_report_could_not_be_shown() -> None:
    class Clumsy(Desk):
        @override
        def show_report(self, report: Report, animate_ms: int, is_live: bool) -> None:
            raise ZeroDivisionError

    desk = Clumsy()
    desk.playback.set_pace(NO_LIMIT)
    desk.playback.play()
    with pytest.raises(ZeroDivisionError):
        desk.answer(Moment(10))
    assert desk.holds == [0.0]
    desk.playback.on_hold_ended()
    assert isinstance(desk.waiting, Run)


@pytest.mark.parametrize("command", [UPDATE, Undo(), Redo(), SwitchRun(run=0)])
def test_a_pause_leaves_alone_what_leads_to_a_certain_place(
    desk: Desk, command: Request
) -> None:
    desk.playback.command(command)
    desk.playback.pause()
    assert desk.hurries == 0
