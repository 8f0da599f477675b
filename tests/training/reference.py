"""What every moment of a run should hold, from making the updates once, in order.

The reference keeps one engine that is never rewound and makes every update the way in
which a step makes it. Nothing is stored in a session that could be compared with
itself.
"""

from dataclasses import dataclass, field

from bpviz.data.catalog import load_dataset
from bpviz.nn.arrays import Array
from bpviz.nn.parameters import Parameters
from bpviz.nn.trace import BackpropTrace
from bpviz.training.engine import Engine
from bpviz.training.experiment import Experiment
from bpviz.training.frame import Frame
from bpviz.training.steps import Moment

Contents = dict[str, bytes]
"""Every array by its name, as bytes that include its type and shape."""


@dataclass(eq=False)
class Reference:
    """The moments of an experiment."""

    experiment: Experiment
    _traces: list[BackpropTrace] = field(default_factory=list)
    _losses: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        data = self.experiment.data
        self.dataset = load_dataset(data.key, data.seed)
        self._engine = Engine(self.experiment, self.dataset)
        self._first = self._engine.parameters()

    @property
    def updates_per_epoch(self) -> int:
        return self._engine.updates_per_epoch

    @property
    def block_bytes(self) -> int:
        """Bytes of one checkpoint."""
        return self._engine.state.block.nbytes

    def trace(self, update: int) -> BackpropTrace:
        """Return the trace of an update, counted from 0."""
        while len(self._traces) <= update:
            self._traces.append(self._engine.trace())
        return self._traces[update]

    def losses(self, updates: int) -> list[float]:
        """Return the batch losses of the first `updates` updates."""
        if updates:
            self.trace(updates - 1)
        while len(self._losses) < updates:
            self._losses.append(self._traces[len(self._losses)].loss)
        return self._losses[:updates]

    def parameters(self, updates: int) -> Parameters:
        """Return the parameters after `updates` updates."""
        return self.trace(updates - 1).parameters_after if updates else self._first

    def contents(self, moment: Moment) -> Contents:
        """Return what a frame at `moment` should hold."""
        parameters = self.parameters(moment.update)
        if moment.operation:
            return contents(parameters, self.trace(moment.update))
        if moment.update:
            return contents(parameters, self.trace(moment.update - 1))
        return contents(parameters, None)


def contents(parameters: Parameters, trace: BackpropTrace | None) -> Contents:
    """Return every array of a moment, as bytes."""
    found = _of_parameters("parameters", parameters)
    if trace is None:
        return found
    found |= _of_parameters("trace.parameters", trace.parameters)
    found |= _of_parameters("trace.parameters_after", trace.parameters_after)
    for name in ("samples", "targets", "losses"):
        found[name] = _bytes(getattr(trace, name))
    for name in ("activations", "pre_activations", "deltas"):
        for layer, array in enumerate(getattr(trace, name)):
            found[f"{name} {layer}"] = _bytes(array)
    for layer in range(len(trace.deltas)):
        found[f"weight_gradients {layer}"] = _bytes(trace.weight_gradients(layer))
        found[f"bias_gradients {layer}"] = _bytes(trace.bias_gradients(layer))
    return found


def contents_of(frame: Frame) -> Contents:
    """Return every array of a frame but the answers to its probe, as bytes."""
    return contents(frame.parameters, frame.trace)


def _of_parameters(name: str, parameters: Parameters) -> Contents:
    found = {f"{name}.flat": _bytes(parameters.flat)}
    for layer, (weights, biases) in enumerate(
        zip(parameters.weights, parameters.biases, strict=True)
    ):
        found[f"{name}.weights {layer}"] = _bytes(weights)
        found[f"{name}.biases {layer}"] = _bytes(biases)
    return found


def _bytes(array: Array) -> bytes:
    assert not array.flags.writeable
    return f"{array.dtype}{array.shape}".encode() + array.tobytes()
