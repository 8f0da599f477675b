"""The rules of runs, undo and redo, written down once more and as plainly as may be."""

from dataclasses import dataclass, field

from bpviz.training.changes import Change, LoggedChange
from bpviz.training.steps import Moment
from tests.training.straight import Log


@dataclass
class ModelRun:
    """One run."""

    log: Log = ()
    parent: int | None = None
    branch: Moment = field(default_factory=Moment)
    moment: Moment = field(default_factory=Moment)
    undone: int | None = None
    updates: int = 0


class RunModel:
    """All runs, as numbers in a list; none is ever forgotten."""

    def __init__(self) -> None:
        self.runs = [ModelRun()]
        self.number = 0

    @property
    def current(self) -> ModelRun:
        return self.runs[self.number]

    def change(self, change: Change) -> Moment:
        here = self.current
        update = here.moment.update
        kept = tuple(entry for entry in here.log if entry.update <= update)
        self.runs.append(
            ModelRun(
                (*kept, LoggedChange(update, change)),
                parent=self.number,
                branch=here.moment,
                updates=update,
            )
        )
        here.undone = None
        self.number = len(self.runs) - 1
        return here.moment

    def undo(self) -> Moment | None:
        left = self.current
        if left.parent is None:
            return None
        self.runs[left.parent].undone = self.number
        self.number = left.parent
        return left.branch

    def redo(self) -> Moment | None:
        if self.current.undone is None:
            return None
        self.number = self.current.undone
        return self.current.moment

    def switch(self, number: int) -> Moment:
        self.number = number
        return self.current.moment

    def listed(self) -> list[int]:
        return [
            number
            for number, run in enumerate(self.runs)
            if number != self.number and run.updates > run.branch.update
        ]
