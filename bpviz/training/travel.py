"""Moves along a timeline that take more than one request."""

from dataclasses import replace

from bpviz.training.messages import Request
from bpviz.training.steps import Moment
from bpviz.training.timeline import Timeline


class Travel:
    """Remembers where a move was heading whose time ran out.

    The same request again goes on towards it; any other gives it up.
    """

    def __init__(self) -> None:
        self._under_way: tuple[Request, Moment] | None = None

    def goal_of(self, request: Request) -> Moment | None:
        """Return where the move under way is heading, if `request` asks for it."""
        if self._under_way is None:
            return None
        before, goal = self._under_way
        return goal if replace(before, number=request.number) == request else None

    def go(
        self, timeline: Timeline, request: Request, goal: Moment, deadline: float
    ) -> bool:
        """Go to `goal`, as `request` asks; False where time ran out before."""
        reached = timeline.go_to(goal, deadline)
        self._under_way = None if reached else (request, goal)
        return reached

    def give_up(self) -> None:
        """Forget the move that is under way."""
        self._under_way = None
