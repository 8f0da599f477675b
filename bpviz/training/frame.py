"""A frame: one moment of a run, published so that it can be drawn.

Everything in it is read-only, so it crosses from the worker to the window without
locks or copies.
"""

from dataclasses import dataclass, field

from typing_extensions import override

from bpviz.nn.arrays import Array
from bpviz.nn.network import Network
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.changes import RunSettings
from bpviz.training.probe import ProbeAnswers
from bpviz.training.steps import Moment, Operation, OperationKind, operations_for


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What stands in the network at one moment.

    Attributes
    ----------
    session : int
        Number of the session it belongs to; higher after every restart or opening.
    network : Network
        Sizes, activations, loss.
    moment : Moment
        Where on the time axis.
    epoch : int
        Complete epochs before this moment's update.
    parameters : Parameters
        Weights and biases as they stand at this moment.
    trace : BackpropTrace or None
        The update under way, or the one just completed when ``moment.operation`` is
        0; None at the very beginning. It holds the whole update: `has` tells what of
        it is computed by this moment.
    probe : ProbeAnswers or None
        Answers of the network, with `parameters`, to the data set's probe points. They
        stay where they are made, so a frame that is sent elsewhere has none.
    settings : RunSettings
        What the changes made so far have made of the way updates are carried out.
    trace_settings : RunSettings or None
        How the update of `trace` was carried out, which right after it may be another
        way than `settings`: a change may have been made since. None: the same way.
    """

    session: int
    network: Network
    moment: Moment
    epoch: int
    parameters: Parameters
    trace: BackpropTrace | None
    probe: ProbeAnswers | None = None
    settings: RunSettings = field(default_factory=RunSettings)
    trace_settings: RunSettings | None = None
    _done: frozenset[Operation] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        operations = operations_for(self.network.depth)
        count = self.moment.operation
        if count == 0 and self.trace is not None:
            count = len(operations)
        object.__setattr__(self, "_done", frozenset(operations[:count]))

    @override
    def __reduce__(self) -> tuple[type["Frame"], tuple[object, ...]]:
        # What is done follows from the rest, and takes as long to send as all of it.
        return Frame, (
            *(self.session, self.network, self.moment, self.epoch, self.parameters),
            *(self.trace, None, self.settings, self.trace_settings),
        )

    @property
    def probe_outputs(self) -> Array | None:
        """What the network answers to the probe points: (points, outputs)."""
        return None if self.probe is None else self.probe.outputs

    @property
    def operation(self) -> Operation | None:
        """The operation done last; None at the very beginning."""
        if self.trace is None:
            return None
        return operations_for(self.network.depth)[self.moment.operation - 1]

    def has(self, kind: OperationKind, layer: int = 0) -> bool:
        """Tell whether an operation of the trace's update is done by this moment.

        Parameters
        ----------
        kind : OperationKind
            What is computed.
        layer : int
            Counted from 1; 0 for the whole network's operations.
        """
        return Operation(kind, layer) in self._done
