"""What only a debugger is asked: to change a run, to watch it, to prove a number."""

from dataclasses import dataclass

from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import Change
from bpviz.training.conditions import Condition
from bpviz.training.messages import Request
from bpviz.training.watches import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeChange(Request):
    """Change something where the run stands: it goes on from there as a new run.

    The run that was on stays as it is and can be returned to. Inside an update the
    change is made before that update, and the moment stays inside it. What is so
    already makes no run. As for `Step`, the same request again goes on where one is not
    `reached`; it makes no second change.
    """

    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Request):
    """Return to the run that the last change branched from, where it was made.

    As for `Step`, the same request again goes on where one is not `reached`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo(Request):
    """Return to the run that the last `Undo` here left, where it stood then.

    As for `Step`, the same request again goes on where one is not `reached`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRun(Request):
    """Return to another run of the session, where it stood when it was left.

    As for `Step`, the same request again goes on where one is not `reached`.
    """

    run: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBreakpoints(Request):
    """Pause under these conditions from now on, whenever updates are made by `Run`.

    They hold for all runs of the experiment, and after a restart.
    """

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTo(Request):
    """Run until `condition` holds, this once; for about `budget` seconds at most.

    As for `Step`, the same request again goes on where one is not `reached`.
    """

    condition: Condition
    budget: float = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWatches(Request):
    """Record these numbers from now on, and no others, in whichever run is on.

    Every update that is made going forward is then traced, so a run is slower. Updates
    that were made before are looked up, as many as there is time for: as for `Step`,
    the same request again goes on where one is not `reached`.
    """

    watches: tuple[Watch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prove(Request):
    """Differentiate the loss numerically by one parameter, for the moment's batch."""

    key: ParameterKey


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGradients(Request):
    """Check `entries` derivatives of every array (None: all) for the moment's batch.

    As for `Step`, the same request again goes on where one is not `reached`.
    """

    entries: int | None
    seed: int = 0
    budget: float = 0.03
