"""What crosses between the window and the worker: requests one way, reports back.

Every request is answered by exactly one report or one failure with its number. The
window has at most one request under way, so nothing can pile up.
"""

from dataclasses import dataclass, field
from typing import Any

from bpviz.data.dataset import Dataset
from bpviz.nn.arrays import Array
from bpviz.training.conditions import Condition
from bpviz.training.curve_points import Curves
from bpviz.training.experiment import Experiment
from bpviz.training.frame import Frame
from bpviz.training.gradient_report import GradientReport
from bpviz.training.proof import ParameterProof
from bpviz.training.runs import Runs
from bpviz.training.steps import Granularity
from bpviz.training.watches import WatchCurve


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Something asked of the worker; `number` comes back with the answer."""

    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenExperiment(Request):
    """Begin `experiment` from its beginning, from `initial` parameters if given."""

    experiment: Experiment
    initial: Array | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile(Request):
    """Take up the run that a session file holds."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData(Request):
    """Begin the experiment that suits data of one's own, a file or a folder."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveFile(Request):
    """Write the run to a session file."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Request):
    """Move by one `granularity`, forward (1) or back (-1).

    A long way may take more than one report: where one says that the moment is not
    `reached`, the same request again goes on towards it.
    """

    granularity: Granularity
    direction: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Request):
    """Train for about `budget` seconds, or until `until` updates are complete."""

    budget: float
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seek(Request):
    """Go to the moment after `update` updates, wherever the run stands.

    Like a step, it is asked for again where a report says that it is not `reached`.
    """

    update: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluate(Request):
    """Evaluate the network as it stands on all data, wherever in an epoch it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart(Request):
    """Go back to the beginning, to the very same first parameters."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where a run left the finite numbers.

    Attributes
    ----------
    update : int
        The update, counted from 1, in which it happened.
    quantity : str
        ``pre_activations``, ``activations``, ``loss``, ``deltas``,
        ``weight_gradients``, ``bias_gradients``, ``weights``, ``biases``, or
        ``memory``: what the optimizer remembers.
    layer : int
        Counted from 1; 0 for the loss.
    """

    update: int
    quantity: str
    layer: int


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Facts about the session that a report's `session` number names.

    Attributes
    ----------
    experiment : Experiment
        What is trained, and how.
    dataset : Dataset
        On what.
    updates_per_epoch : int
        How many updates see all the data once.
    path : str or None
        The file that it was taken from or saved to last.
    peaks : tuple of two of float or None
        How large inputs and targets are at most, as `data.peaks` finds; None for not
        known.
    """

    experiment: Experiment
    dataset: Dataset
    updates_per_epoch: int
    path: str | None = None
    peaks: tuple[float | None, float | None] = (None, None)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Report:
    """The answer to a request.

    Attributes
    ----------
    number : int
        The request's.
    session : int
        Higher after every opening and restart.
    frame : Frame
        Where the run stands now.
    curves : Curves
        Up to now.
    reached : bool
        Whether what was asked for is done; False when the time ran out first: asking
        the same again goes on.
    samples_per_second : float or None
        Speed of the training in this request; None where none was done.
    divergence : Divergence or None
        Set when the run cannot go on from here.
    opened : Opened or None
        Set when the request opened a session.
    saved : str or None
        The file that was written.
    runs : Runs or None
        The session's runs; None in reports made by hand.
    paused_by : Condition or None
        The condition that ended this request's updates before their time.
    watches : tuple of WatchCurve
        What the watches have recorded.
    proof : ParameterProof or None
        The answer to `Prove`.
    check : GradientReport or None
        The answer to `CheckGradients`, as far as it has come.
    """

    number: int
    session: int
    frame: Frame
    curves: Curves
    reached: bool = True
    samples_per_second: float | None = None
    divergence: Divergence | None = None
    opened: Opened | None = None
    saved: str | None = None
    runs: Runs | None = None
    paused_by: Condition | None = None
    watches: tuple[WatchCurve, ...] = ()
    proof: ParameterProof | None = None
    check: GradientReport | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that could not be answered; the session stands as before.

    Attributes
    ----------
    number : int
        The request's.
    template, values
        The sentence, as in `BpvizError`.
    details : str
        A traceback where the failure was not an expected one, else empty.
    """

    number: int
    template: str
    values: dict[str, Any] = field(default_factory=dict)
    details: str = ""
