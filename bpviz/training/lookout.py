"""Looks at the updates that a run makes on its way for one at which to pause."""

from bpviz.nn.arrays import Array
from bpviz.nn.trace import BackpropTrace
from bpviz.training.breakpoints import holds, is_beyond, operation_after
from bpviz.training.conditions import Condition, LossCondition
from bpviz.training.steps import Moment

NEVER = 2**62


class Lookout:
    """What a run watches for on its way from `start`.

    Parameters
    ----------
    start : Moment
        A pause lies after it, so a run goes on from where it has paused.
    depth : int
        Layers of the network.
    conditions : tuple of Condition
        Each is a reason to pause.
    needs_traces : bool
        Whether every update has to be traced anyway.

    Attributes
    ----------
    next : int
        The next update, counted from 0, that has to be looked at.
    pause : tuple of Moment and Condition, or None
        Where to pause, and why, once that is known.
    """

    def __init__(
        self,
        start: Moment,
        depth: int,
        conditions: tuple[Condition, ...] = (),
        *,
        needs_traces: bool = False,
    ) -> None:
        self._start = start
        self._depth = depth
        self._conditions = conditions
        self._needs_traces = needs_traces or not all(
            isinstance(condition, LossCondition) for condition in conditions
        )
        self.is_active = needs_traces or bool(conditions)
        self.next = start.update if self.is_active else NEVER
        self.pause: tuple[Moment, Condition] | None = None

    def needs_trace(self, update: int) -> bool:
        """Tell whether `update` has to be traced to be looked at."""
        return self._needs_traces and update >= self.next

    def room(self, update: int) -> int:
        """Return how many updates from `update` on may be made without traces."""
        return max(self.next - update, 0) if self._needs_traces else NEVER

    def see(self, update: int, trace: BackpropTrace) -> None:
        """Look at an update."""
        if update < self.next:
            return
        self.next = update + 1
        found = [
            (self._place(update, condition), number)
            for number, condition in enumerate(self._conditions)
            if holds(condition, trace)
        ]
        ahead = [found_ for found_ in found if found_[0] > self._start]
        if ahead:
            place, number = min(ahead)
            self.pause = place, self._conditions[number]

    def first_pause(self, first: int, losses: Array) -> int | None:
        """Look at the batch losses of updates `first`, `first` + 1, ...

        Returns
        -------
        int or None
            The index of the first at which to pause; the updates before it are seen.
        """
        if not self.is_active or self._needs_traces:
            return None
        for index, loss in enumerate(losses.astype(float).tolist()):
            if first + index >= self.next and self._pauses_at(first + index, loss):
                self.next = first + index
                return index
        self.next = max(self.next, first + len(losses))
        return None

    def _pauses_at(self, update: int, loss: float) -> bool:
        return any(
            isinstance(condition, LossCondition)
            and is_beyond(loss, condition.value, is_above=condition.is_above)
            and self._place(update, condition) > self._start
            for condition in self._conditions
        )

    def _place(self, update: int, condition: Condition) -> Moment:
        """Return the moment of an update at which `condition` can be seen to hold."""
        operation = operation_after(condition, self._depth)
        return Moment(update, operation) if operation else Moment(update + 1)
