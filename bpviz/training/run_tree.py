"""The runs of a session: every change makes one, and all can be returned to.

Undo leads to the run that the change was made in, to the place where it was made; redo
back to the run that was left so. Nothing is ever taken out of a run.
"""

from collections.abc import Iterator

from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.training.changes import Change
from bpviz.training.curve_points import Curves
from bpviz.training.history import History
from bpviz.training.runs import Runs
from bpviz.training.steps import Moment
from bpviz.training.timeline import Timeline

MOST_RUNS = 24
"""Runs that are kept; the one that is on is not counted."""

MOST_STEPS = 32
"""Runs without an update of their own that are kept besides, for undoing."""


class RunTree:
    """Goes from run to run; each method says to which moment of the run that is on.

    Parameters
    ----------
    timeline : Timeline
        Makes the updates; its history is the first run.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._histories = {timeline.history.number: timeline.history}
        self._next = timeline.history.number + 1

    @property
    def can_undo(self) -> bool:
        """Whether the run that is on began with a change that can be taken back."""
        return self._timeline.history.parent is not None

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back here."""
        return self._undone() is not None

    def change(self, change: Change) -> Moment:
        """Go on from here with `change`, as a new run."""
        parent = self._timeline.history
        child = parent.branched(self._next, change)
        self._next += 1
        parent.undone = None
        self._histories[child.number] = child
        self._timeline.take_up(child)
        self._forget_some()
        return child.branch

    def undo(self) -> Moment:
        """Return to where the last change was made.

        Raises
        ------
        InputError
            If there is none.
        """
        left = self._timeline.history
        if left.parent is None:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "There is no change to take back.")
            )
        self._histories[left.parent].undone = left.number
        self._timeline.take_up(self._histories[left.parent])
        return left.branch

    def redo(self) -> Moment:
        """Return to the run that the last undoing left.

        Raises
        ------
        InputError
            If there is none.
        """
        undone = self._undone()
        if undone is None:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "No change has been taken back here.")
            )
        self._timeline.take_up(undone)
        return undone.moment

    def switch(self, number: int) -> Moment:
        """Return to run `number`.

        Raises
        ------
        InputError
            If it is not kept.
        """
        history = self._histories.get(number)
        if history is None:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors", "Run {run} is no longer kept; choose another one."
                ),
                run=number + 1,
            )
        if history is not self._timeline.history:
            self._timeline.take_up(history)
        return history.moment

    def runs(self, curves: Curves) -> Runs:
        """Publish all runs; `curves` are those of the one that is on."""
        current = self._timeline.history
        return Runs(
            current=current.summary(curves),
            others=tuple(
                history.summary()
                for history in self._histories.values()
                if history is not current and history.has_own_updates
            ),
            can_undo=self.can_undo,
            can_redo=self.can_redo,
        )

    def _undone(self) -> History | None:
        number = self._timeline.history.undone
        return None if number is None else self._histories.get(number)

    def _forget_some(self) -> None:
        """Keep no more than so many runs, and so many steps between them."""
        others = set(self._histories) - {self._timeline.history.number}
        runs = {n for n in others if self._histories[n].has_own_updates}
        for numbers, most in ((runs, MOST_RUNS), (others - runs, MOST_STEPS)):
            while len(numbers) > most:
                number = self._least_missed(numbers)
                self._forget(number)
                numbers.remove(number)

    def _least_missed(self, numbers: set[int]) -> int:
        """Return the oldest that nothing leads through, or else the oldest."""
        parents = {history.parent for history in self._histories.values()}
        leaves = numbers - parents
        return min(leaves or numbers - set(self._ancestors()) or numbers)

    def _ancestors(self) -> Iterator[int]:
        number = self._timeline.history.parent
        while number is not None:
            yield number
            number = self._histories[number].parent

    def _forget(self, number: int) -> None:
        """Forget a run; those that branched from it now branch from its parent."""
        gone = self._histories.pop(number)
        gone.checkpoints.clear()
        for history in self._histories.values():
            if history.parent == number:
                history.inherit(gone)
